import Drawing

/// One row of a frame as text that keeps its columns.
struct Row {
  /// A glyph a column; nothing for the second half of a wide one.
  private let glyphs: [Unicode.Scalar]

  init(of frame: Frame, at y: Int) {
    glyphs = (0..<frame.size.width).map { frame[$0, y].glyph }
  }

  static func all(of frame: Frame) -> [Row] {
    (0..<frame.size.height).map { Row(of: frame, at: $0) }
  }

  var text: String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: glyphs.filter { $0 != Cell.continuation })
    return String(view)
  }

  /// Where a word begins.
  func column(of word: String) -> Int? {
    var cells: [Unicode.Scalar] = []
    for scalar in word.unicodeScalars {
      cells.append(scalar)
      if scalar.cellWidth == 2 { cells.append(Cell.continuation) }
    }
    guard !cells.isEmpty, cells.count <= glyphs.count else { return nil }
    return (0...glyphs.count - cells.count).first { start in
      glyphs[start..<start + cells.count].elementsEqual(cells)
    }
  }

  /// The columns where the points of numbers stand, or would stand behind whole ones.
  func points(ofNumbersIn rect: Rect) -> [Int] {
    var points: [Int] = []
    var word = ""
    for x in rect.x...rect.maxX {
      let glyph = x < rect.maxX ? glyphs[x] : " "
      if glyph != " " {
        word.unicodeScalars.append(glyph)
      } else {
        let whole = word.prefix { $0 != "." && $0 != "e" }.count
        if Double(word) != nil { points.append(x - word.count + whole) }
        word = ""
      }
    }
    return points
  }
}
