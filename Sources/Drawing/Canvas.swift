/// A picture of small dots, 2 across and 4 down in every cell, shown with braille glyphs.
///
/// Dot (i, j) covers i ≤ x < i + 1 and j ≤ y < j + 1 of the continuous dot coordinates that lines
/// are drawn in; (0, 0) is the top left corner. Drawing outside is allowed and does nothing.
/// Drawing allocates nothing.
package struct Canvas: Hashable, Sendable {
  /// In cells.
  package let size: Size
  /// One byte a cell, row by row: the braille pattern's offset from U+2800.
  package private(set) var patterns: [UInt8]

  package init(_ size: Size) {
    self.size = size
    patterns = Array(repeating: 0, count: size.width * size.height)
  }

  /// Columns of dots.
  @inline(__always)
  package var dotWidth: Int { size.width * 2 }
  /// Rows of dots.
  @inline(__always)
  package var dotHeight: Int { size.height * 4 }

  /// Whether the dot is set; `false` outside.
  package subscript(dotX x: Int, dotY y: Int) -> Bool {
    guard x >= 0, y >= 0, x < dotWidth, y < dotHeight else { return false }
    return patterns[(y >> 2) * size.width + (x >> 1)] & Self.bit(x, y) != 0
  }

  /// Sets the dot at column `x` of row `y`.
  @inline(__always)
  package mutating func set(_ x: Int, _ y: Int) {
    guard x >= 0, y >= 0, x < dotWidth, y < dotHeight else { return }
    patterns[(y >> 2) * size.width + (x >> 1)] |= Self.bit(x, y)
  }

  /// Draws a line one dot wide between two places in dots; nothing if one is not finite.
  package mutating func line(from x0: Double, _ y0: Double, to x1: Double, _ y1: Double) {
    guard x0.isFinite, y0.isFinite, x1.isFinite, y1.isFinite else { return }
    var pen = Pen()
    pen.move(to: x0, y0, on: &self)
    pen.line(to: x1, y1, on: &self)
    pen.lift(from: &self)
  }

  /// Clears all dots and keeps the storage.
  package mutating func clear() {
    for index in patterns.indices { patterns[index] = 0 }
  }

  /// Makes every line two dots wide: each dot grows to the right and downwards.
  package mutating func thicken() {
    let thin = self
    for y in 0..<dotHeight {
      for x in 0..<dotWidth where thin[dotX: x, dotY: y] {
        set(x + 1, y)
        set(x, y + 1)
        set(x + 1, y + 1)
      }
    }
  }

  /// Whether a cell has no dots; `true` outside.
  package func isEmpty(x: Int, y: Int) -> Bool { pattern(x: x, y: y) == 0 }

  /// How many of a cell's 8 dots are set; 0 outside.
  package func dotCount(x: Int, y: Int) -> Int { pattern(x: x, y: y).nonzeroBitCount }

  /// Visits every cell without dots that has some in one of the (up to eight) cells around it.
  package func forEachCellBesideDots(_ visit: (_ x: Int, _ y: Int) -> Void) {
    let (width, height) = (size.width, size.height)
    guard width > 0 else { return }
    patterns.withUnsafeBufferPointer { patterns in
      for y in 0..<height {
        let (here, above) = (y * width, max(0, y - 1) * width)
        let below = min(height - 1, y + 1) * width
        func three(_ x: Int) -> UInt8 {
          patterns[above + x] | patterns[here + x] | patterns[below + x]
        }
        var (left, middle): (UInt8, UInt8) = (0, three(0))
        for x in 0..<width {
          let right = x + 1 < width ? three(x + 1) : 0
          if patterns[here + x] == 0, left | middle | right != 0 { visit(x, y) }
          (left, middle) = (middle, right)
        }
      }
    }
  }

  /// Whether there are dots in or around half a cell (two rows of dots), corners included.
  package func hasDots(besideX x: Int, halfRow: Int) -> Bool {
    for half in halfRow - 1...halfRow + 1 {
      // The upper and the lower two rows of dots in Unicode's numbering.
      let rows: UInt8 = half & 1 == 0 ? 0b0001_1011 : 0b1110_0100
      for column in x - 1...x + 1 where pattern(x: column, y: half >> 1) & rows != 0 {
        return true
      }
    }
    return false
  }

  /// The braille glyph of a cell, U+2800 where it is empty.
  package func glyph(x: Int, y: Int) -> Unicode.Scalar { Self.glyph(pattern(x: x, y: y)) }

  /// Puts the glyphs of all cells with dots on a frame, top left cell at (x, y).
  ///
  /// The paper is the mean colour of `ground` under that cell, if given. Otherwise the paper stays;
  /// where a half block was, its two colours are mixed.
  package func draw(
    on frame: inout Frame, x left: Int, y top: Int, ink: Color, over ground: HalfBlocks? = nil
  ) {
    for y in 0..<size.height {
      for x in 0..<size.width {
        let pattern = patterns[y * size.width + x]
        guard pattern != 0 else { continue }
        var paper = ground?.color(x: x, y: y)
        if paper == nil {
          let cell = frame[left + x, top + y]
          if cell.glyph == HalfBlocks.lowerHalf, let lower = cell.ink, let upper = cell.paper {
            paper = upper.mixed(with: lower, 0.5)
          }
        }
        frame.draw(Self.glyph(pattern), ink: ink, paper: paper, x: left + x, y: top + y)
      }
    }
  }

  private func pattern(x: Int, y: Int) -> UInt8 {
    guard x >= 0, y >= 0, x < size.width, y < size.height else { return 0 }
    return patterns[y * size.width + x]
  }

  @inline(__always)
  private static func glyph(_ pattern: UInt8) -> Unicode.Scalar {
    Unicode.Scalar(0x2800 | UInt32(pattern))!
  }

  /// Braille numbers the upper three rows column by column, and the fourth row came later.
  @inline(__always)
  private static func bit(_ x: Int, _ y: Int) -> UInt8 {
    let (column, row) = (UInt8(truncatingIfNeeded: x & 1), UInt8(truncatingIfNeeded: y & 3))
    return row == 3 ? 0x40 << column : 1 << (row + 3 * column)
  }
}

extension Canvas: CustomStringConvertible {
  /// The rows of glyphs, an empty cell being U+2800, with a line break between rows.
  package var description: String {
    var text = ""
    for y in 0..<size.height {
      if y > 0 { text.append("\n") }
      for x in 0..<size.width { text.unicodeScalars.append(glyph(x: x, y: y)) }
    }
    return text
  }
}
