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
    draw { dots in
      var pen = Pen()
      pen.move(to: x0, y0, on: dots)
      pen.line(to: x1, y1, on: dots)
      pen.lift(from: dots)
    }
  }

  /// Clears all dots and keeps the storage.
  package mutating func clear() {
    patterns.withUnsafeMutableBufferPointer { $0.update(repeating: 0) }
  }

  /// Makes every line two dots wide: each dot grows to the right and, unless only to the side,
  /// downwards.
  package mutating func thicken(onlyToTheSide: Bool = false) {
    let thin = self
    thin.forEachCellWithDots { cellX, cellY, pattern in
      for y in 4 * cellY..<4 * cellY + 4 {
        for x in 2 * cellX..<2 * cellX + 2 where pattern & Self.bit(x, y) != 0 {
          set(x + 1, y)
          if onlyToTheSide { continue }
          set(x, y + 1)
          set(x + 1, y + 1)
        }
      }
    }
  }

  /// Adds another canvas's dots to the cells that have some here.
  package mutating func join(_ other: Canvas) {
    guard other.size == size else { return }
    for index in patterns.indices where patterns[index] != 0 {
      patterns[index] |= other.patterns[index]
    }
  }

  /// Whether a cell has no dots; `true` outside.
  package func isEmpty(x: Int, y: Int) -> Bool { pattern(x: x, y: y) == 0 }

  /// How many of a cell's 8 dots are set; 0 outside.
  package func dotCount(x: Int, y: Int) -> Int { pattern(x: x, y: y).nonzeroBitCount }

  /// Clears the dots that lie within `reach` dots of another canvas's, across and down: a line that
  /// another crosses is cut there.
  package mutating func clear(around other: Canvas, reach: Int) {
    guard other.size == size else { return }
    let (columns, rows) = (dotWidth, dotHeight)
    var patterns = patterns
    other.forEachCellWithDots { cellX, cellY, pattern in
      for y in 4 * cellY..<4 * cellY + 4 {
        for x in 2 * cellX..<2 * cellX + 2 where pattern & Self.bit(x, y) != 0 {
          for near in max(0, y - reach)...min(rows - 1, y + reach) {
            for column in max(0, x - reach)...min(columns - 1, x + reach) {
              patterns[(near >> 2) * (columns >> 1) + (column >> 1)] &= ~Self.bit(column, near)
            }
          }
        }
      }
    }
    self.patterns = patterns
  }

  /// The braille glyph of a cell, U+2800 where it is empty.
  ///
  /// - Parameter isCoarse: the quarters of the cell that have dots, a blank where it is empty.
  package func glyph(x: Int, y: Int, isCoarse: Bool = false) -> Unicode.Scalar {
    Self.glyph(pattern(x: x, y: y), isCoarse)
  }

  /// Puts the glyphs of all cells with dots on a frame, top left cell at (x, y).
  ///
  /// The paper is the mean colour of `ground` under that cell, if given. Otherwise the paper stays;
  /// where a half block was, its two colours are mixed.
  ///
  /// - Parameter isCoarse: in quarters of cells, seen from afar, instead of dots.
  package func draw(
    on frame: inout Frame, x left: Int, y top: Int, ink: Color, over ground: HalfBlocks? = nil,
    isCoarse: Bool = false
  ) {
    forEachCellWithDots { x, y, pattern in
      var paper = ground?.color(x: x, y: y)
      if paper == nil {
        let cell = frame[left + x, top + y]
        if cell.glyph == HalfBlocks.lowerHalf, let lower = cell.ink, let upper = cell.paper {
          paper = upper.mixed(with: lower, 0.5)
        }
      }
      frame.draw(Self.glyph(pattern, isCoarse), ink: ink, paper: paper, x: left + x, y: top + y)
    }
  }

  func forEachCellWithDots(_ visit: (_ x: Int, _ y: Int, _ pattern: UInt8) -> Void) {
    patterns.withUnsafeBytes { patterns in
      for y in 0..<size.height {
        var x = 0
        while x < size.width {
          let index = y * size.width + x
          if x + 8 <= size.width, patterns.eight(at: index) == 0 {
            x += 8
          } else {
            if patterns[index] != 0 { visit(x, y, patterns[index]) }
            x += 1
          }
        }
      }
    }
  }

  private func pattern(x: Int, y: Int) -> UInt8 {
    guard x >= 0, y >= 0, x < size.width, y < size.height else { return 0 }
    return patterns[y * size.width + x]
  }

  @inline(__always)
  private static func glyph(_ pattern: UInt8, _ isCoarse: Bool) -> Unicode.Scalar {
    isCoarse
      ? Quadrants.glyph(Quadrants.quarters(ofPattern: pattern))
      : Unicode.Scalar(0x2800 | UInt32(pattern))!
  }

  /// Braille numbers the upper three rows column by column, and the fourth row came later.
  @inline(__always)
  fileprivate static func bit(_ x: Int, _ y: Int) -> UInt8 {
    let (column, row) = (UInt8(truncatingIfNeeded: x & 1), UInt8(truncatingIfNeeded: y & 3))
    return row == 3 ? 0x40 << column : 1 << (row + 3 * column)
  }
}

extension Canvas {
  /// The dots of a canvas while something draws on them: who sets one knows that it is inside.
  struct Dots {
    let columns: Int
    let rows: Int
    fileprivate let patterns: UnsafeMutableBufferPointer<UInt8>

    @inline(__always)
    func set(_ x: Int, _ y: Int) {
      patterns[(y >> 2) * (columns >> 1) + (x >> 1)] |= Canvas.bit(x, y)
    }

    /// Sets the dots of one column between two rows, those included, in either order.
    func setColumn(_ x: Int, from y0: Int, through y1: Int) {
      var y = min(y0, y1)
      let last = max(y0, y1)
      let whole: UInt8 = x & 1 == 0 ? 0b0100_0111 : 0b1011_1000
      while y <= last {
        if y & 3 == 0, y + 3 <= last {
          patterns[(y >> 2) * (columns >> 1) + (x >> 1)] |= whole
          y += 4
        } else {
          set(x, y)
          y += 1
        }
      }
    }
  }

  mutating func draw(_ body: (Dots) -> Void) {
    let (columns, rows) = (dotWidth, dotHeight)
    patterns.withUnsafeMutableBufferPointer { patterns in
      body(Dots(columns: columns, rows: rows, patterns: patterns))
    }
  }
}

extension UnsafeRawBufferPointer {
  @inline(__always)
  fileprivate func eight(at start: Int) -> UInt64 {
    loadUnaligned(fromByteOffset: start, as: UInt64.self)
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
