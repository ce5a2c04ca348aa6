/// A glyph that is no letter: it fills parts of its cell, or is drawn by lines and shapes.
enum PrintedSign {
  /// Parts of the cell, each from (0, 0) at its top left corner to (1, 1).
  case blocks([Box])
  /// A share of the paper's way to the ink, all over the cell.
  case shade(Double)
  /// The dots of a braille glyph.
  case dots([Place])
  /// A sign about the cell's middle.
  case shape(PixelShape)
  /// Strokes from edge to edge, in cells one wide and two high.
  case strokes([[Place]])

  init?(_ glyph: Unicode.Scalar) {
    switch glyph.value {
    case 0x2500...0x257F:
      guard let lines = Lettering.lines(of: glyph) else { return nil }
      self = .strokes(lines)
    case 0x2580...0x259F:
      guard let blocks = Self.blocks(of: glyph) else { return nil }
      self = blocks
    case 0x2800...0x28FF:
      self = .dots(Self.dots(of: glyph))
    default:
      // A letter among others.
      guard glyph != "×", let shape = PixelShape(glyph) else { return nil }
      self = .shape(shape)
    }
  }

  private static func blocks(of glyph: Unicode.Scalar) -> PrintedSign? {
    if let quarters = Quadrants.quarters(of: glyph) {
      if quarters == 15 { return .blocks([Box(x: 0, y: 0, width: 1, height: 1)]) }
      return .blocks(
        (0..<4).filter { quarters & (1 << UInt8($0)) != 0 }.map {
          Box(x: $0 % 2 == 0 ? 0 : 0.5, y: $0 < 2 ? 0 : 0.5, width: 0.5, height: 0.5)
        })
    }
    switch glyph.value {
    case 0x2581...0x2587:
      let share = Double(glyph.value - 0x2580) / 8
      return .blocks([Box(x: 0, y: 1 - share, width: 1, height: share)])
    case 0x2589...0x258F:
      return .blocks([Box(x: 0, y: 0, width: Double(0x2590 - glyph.value) / 8, height: 1)])
    case 0x2591...0x2593: return .shade(Double(glyph.value - 0x2590) / 4)
    case 0x2594: return .blocks([Box(x: 0, y: 0, width: 1, height: 0.125)])
    case 0x2595: return .blocks([Box(x: 0.875, y: 0, width: 0.125, height: 1)])
    default: return nil
    }
  }

  private static func dots(of glyph: Unicode.Scalar) -> [Place] {
    (0..<8).filter { glyph.value & (1 << UInt32($0)) != 0 }.map { bit in
      // The fourth row came later: bits 6 and 7.
      let (column, row) = bit < 6 ? (bit / 3, bit % 3) : (bit - 6, 3)
      return Place(0.25 + 0.5 * Double(column), (Double(row) + 0.5) / 4)
    }
  }

  /// - Parameter box: the cell on the page.
  func draw(
    in box: Box, of size: CellPixels, _ ink: Color, _ cell: Cell, _ page: FramePrint,
    on press: inout some Press
  ) {
    switch self {
    case .blocks(let parts):
      for part in parts {
        press.fill(
          Box(
            x: box.x + part.x * box.width, y: box.y + part.y * box.height,
            width: part.width * box.width, height: part.height * box.height), ink)
      }
    case .shade(let share):
      press.fill(box, (cell.paper ?? page.paper).mixed(with: ink, share))
    case .dots(let places):
      let radius = 0.17 * box.width
      for place in places {
        press.fill(
          PixelShape.dot.outlines(
            at: Place(box.x + place.x * box.width, box.y + place.y * box.height), radius: radius),
          ink)
      }
    case .shape(let shape):
      let middle = Place(box.x + box.width / 2, box.y + box.height / 2)
      press.fill(shape.outlines(at: middle, radius: 0.5 * box.width), ink)
    case .strokes(let lines):
      let places = lines.map {
        $0.map { Place(box.x + $0.x * box.width, box.y + $0.y / 2 * box.height) }
      }
      press.stroke(places, width: 1.1 * size.unit, ink, opacity: 1)
    }
  }
}
