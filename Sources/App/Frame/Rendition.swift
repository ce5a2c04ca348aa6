package import Drawing
import Files
package import Terminal

/// How the finished frame becomes one that the terminal can show: its glyphs, and without colours
/// what else tells things apart. Panels draw as if every terminal could show everything.
package struct Rendition: Hashable, Sendable {
  package var glyphs: GlyphSet
  package var colors: ColorDepth
  /// The pixels of a cell, where maps are shown in pixels.
  package var pixels: CellPixels?
  /// Pictures have a palette: too few colours for ground in many shades.
  package var hasPalette = false
  /// The frame is printed on a page, and how; `nil` for a screen.
  package var print: Print?
  /// What of it is printed.
  package var scope = Scope.page

  /// What of the screen a page has.
  package enum Scope: Hashable, Sendable {
    /// All but the keys.
    case page
    /// Maps under a line that says what and when.
    case maps
    /// Maps alone, for a text that says the rest.
    case figure
  }

  /// What pages are printed as.
  package enum Print: Hashable, Sendable {
    /// As a terminal without pixels shows them.
    case cells
    /// As a terminal with pixels shows them.
    case pixels
    /// With lines that stay lines.
    case drawing
  }

  package init(
    glyphs: GlyphSet = .full, colors: ColorDepth = .trueColor, pixels: CellPixels? = nil,
    hasPalette: Bool = false
  ) {
    self.glyphs = glyphs
    self.colors = colors
    self.pixels = pixels
    self.hasPalette = hasPalette
  }

  /// Starts across and down that a half cell of the basins has: on a page they are seen closer.
  var startsPerHalfCell: Int { print == nil ? 1 : 3 }

  /// Every other dot: contour lines in few colours, so that they are no trails.
  private static let sparse: UInt32 = 0b1001_0101

  /// Whether colours are too few to tell trails from contour lines.
  var isPoor: Bool { colors.count <= 16 }

  func applied(to frame: Frame, _ livery: Livery) -> Frame {
    guard glyphs != .full || isPoor else { return frame }
    var result = frame
    let cars = livery.colors
    var few = colors == .mono ? nil : FewColors(livery.theme, colors)
    for y in 0..<frame.size.height {
      for x in 0..<frame.size.width {
        let cell = frame[x, y]
        guard isPoor || cell.glyph != " " else { continue }
        var adapted = adapted(cell, car: cell.ink.flatMap { cars[$0] }, cars, livery)
        few?.recolor(&adapted, cars)
        if adapted != cell { result[x, y] = adapted }
      }
    }
    return result.respelled(in: glyphs)
  }

  private func adapted(
    _ cell: Cell, car: Livery.Owner?, _ cars: [Color: Livery.Owner], _ livery: Livery
  ) -> Cell {
    var cell = cell
    // A trail seen from afar; blocks on the ground are the ground's.
    if car != nil, glyphs != .full || isPoor, cell.glyph != " ",
      let dots = Quadrants.dots(for: cell.glyph)
    {
      cell.glyph = dots
    }
    if (0x2801...0x28FF).contains(cell.glyph.value) {
      if let car {
        if glyphs == .ascii { cell.glyph = car.asciiMark(isHead: false) }
        if isPoor { cell.style.insert(.bold) }
      } else if isPoor, glyphs != .ascii, cell.glyph.value & Self.sparse != 0 {
        cell.glyph = Unicode.Scalar(0x2800 | cell.glyph.value & Self.sparse) ?? cell.glyph
      }
    } else if let number = car?.number, cell.glyph == Livery.path {
      // It has no mark of a rule.
      if glyphs != .full || isPoor { cell.glyph = number }
    } else if let car, cell.glyph.value >= 0x7F, cell.glyph == livery.glyph(ofRank: car.rank) {
      if glyphs == .ascii {
        cell.glyph = car.asciiMark(isHead: true)
      } else if isPoor, let number = car.number {
        // Its tint is not to be seen.
        cell.glyph = number
      } else if glyphs == .safe {
        cell.glyph = RuleMarks.safeMark(ofRank: car.rank)
      }
    }
    if colors == .mono {
      if cell.glyph == HalfBlocks.lowerHalf { cell.glyph = " " }
      if let paper = cell.paper,
        paper == livery.theme.accent || cars[paper] != nil || cell.ink == paper
      {
        cell.style.insert(.reverse)
      }
    }
    return cell
  }
}
