package import Drawing

/// What a terminal shows in pixels, as far as tests need it: a canvas of its own colours.
package struct Glass {
  package let size: Size
  package let cell: CellPixels
  /// `0xRRGGBB`, row by row; `nil` for the terminal's own background.
  package var pixels: [UInt32?]

  package init(_ size: Size, _ cell: CellPixels) {
    (self.size, self.cell) = (size, cell)
    let (width, height) = cell.pixels(of: size)
    pixels = Array(repeating: nil, count: width * height)
  }

  package var width: Int { size.width * cell.width }

  /// What curses does to the pixels of a cell that it writes to.
  package mutating func erase(x: Int, y: Int) {
    for row in y * cell.height..<(y + 1) * cell.height {
      for column in x * cell.width..<(x + 1) * cell.width { pixels[row * width + column] = nil }
    }
  }

  /// The greatest difference of a channel from a picture, over the cells that show it; `nil` if a
  /// pixel there is missing.
  package func difference(from picture: Picture, on frame: Frame) -> Int? {
    let wanted = picture.seen(cell)
    let wantedWidth = picture.rect.width * cell.width
    var worst = 0
    for y in 0..<picture.rect.height {
      for x in 0..<picture.rect.width
      where frame[picture.rect.x + x, picture.rect.y + y] == picture.cells[x, y] {
        for row in y * cell.height..<(y + 1) * cell.height {
          for column in x * cell.width..<(x + 1) * cell.width {
            let place =
              (picture.rect.y * cell.height + row) * width + picture.rect.x * cell.width + column
            guard let shown = pixels[place] else { return nil }
            worst = max(worst, Color(shown).distance(to: wanted[row * wantedWidth + column]))
          }
        }
      }
    }
    return worst
  }
}

extension Color {
  /// The greatest difference of a channel.
  package func distance(to other: UInt32) -> Int {
    let other = Color(other)
    return [
      Int(red) - Int(other.red), Int(green) - Int(other.green), Int(blue) - Int(other.blue),
    ].map(abs).max() ?? 0
  }
}

extension Picture {
  /// Every pixel as an eye should see it.
  package func seen(_ cell: CellPixels) -> [UInt32] {
    var pixels = ground.image.pixels
    let tiles = tiles(of: cell)
    let pitch = TrailLayer.tile.width * cell.width
    for tile in 0..<tiles.count {
      let (cells, over) = (tiles.cells(of: tile), tiles.pixels(of: tile))
      for y in 0..<cells.height * cell.height {
        for x in 0..<cells.width * cell.width {
          let place =
            (cells.y * cell.height + y) * ground.image.width + cells.x * cell.width + x
          pixels[place] = over[y * pitch + x].seen(on: pixels[place])
        }
      }
    }
    return pixels
  }
}

/// Reads a stream of bytes as a terminal does, as far as pictures go.
struct StreamReader {
  private let bytes: [UInt8]
  private var place = 0
  /// The cell that the cursor is at, counted from 0.
  private(set) var cursor = (x: 0, y: 0)
  private var saved = (x: 0, y: 0)

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  enum Item {
    /// A string that began with ESC and this letter, without its end.
    case string(Character, [UInt8])
    /// Anything else: it has no place among pictures.
    case other(UInt8)
  }

  mutating func next() -> Item? {
    guard place < bytes.count else { return nil }
    guard bytes[place] == 0x1B, place + 1 < bytes.count else {
      place += 1
      return .other(bytes[place - 1])
    }
    let kind = Character(Unicode.Scalar(bytes[place + 1]))
    place += 2
    switch kind {
    case "7":
      saved = cursor
      return next()
    case "8":
      cursor = saved
      return next()
    case "[":
      let start = place
      while place < bytes.count, !(0x40...0x7E).contains(bytes[place]) { place += 1 }
      let numbers = String(decoding: bytes[start..<place], as: UTF8.self).split(separator: ";")
        .compactMap { Int($0) }
      place += 1
      guard bytes[place - 1] == UInt8(ascii: "H"), numbers.count == 2 else { return .other(0) }
      cursor = (numbers[1] - 1, numbers[0] - 1)
      return next()
    case "_", "P":
      let start = place
      while place + 1 < bytes.count,
        !(bytes[place] == 0x1B && bytes[place + 1] == UInt8(ascii: "\\"))
      {
        place += 1
      }
      defer { place += 2 }
      return .string(kind, Array(bytes[start..<place]))
    case "\\": return next()
    default: return .other(bytes[place - 1])
    }
  }
}
