/// Columns of text that stand in line, on a screen or in plain output.
package struct Table: Hashable, Sendable {
  package var columns: [Column]
  /// A row may have fewer texts than there are columns; what it has more is not shown.
  package var rows: [[String]]
  /// Spaces between columns.
  package var gap: Int

  package struct Column: Hashable, Sendable {
    package var header: String
    package var alignment: Alignment

    package init(_ header: String, _ alignment: Alignment = .left) {
      self.header = header
      self.alignment = alignment
    }
  }

  package init(_ columns: [Column], rows: [[String]] = [], gap: Int = 2) {
    self.columns = columns
    self.rows = rows
    self.gap = max(0, gap)
  }

  /// The first cell and the width of every column that is shown in `width` cells.
  ///
  /// A column is as wide as its widest text. Those that do not fit are left out from the right; the
  /// last one is cut instead if it is aligned left and four cells of it fit.
  package func fields(in width: Int = .max) -> [(x: Int, width: Int)] {
    var fields: [(x: Int, width: Int)] = []
    var x = 0
    for (index, column) in columns.enumerated() {
      let texts = rows.lazy.map { index < $0.count ? $0[index].cellWidth : 0 }
      let natural = max(column.header.cellWidth, texts.max() ?? 0)
      let room = width - x
      guard natural > room else {
        fields.append((x, natural))
        x += natural + gap
        continue
      }
      if room > 0, index == 0 || (room >= 4 && column.alignment == .left) {
        fields.append((x, room))
      }
      break
    }
    return fields
  }

  /// The header and the rows as lines of at most `width` cells, without spaces at the end.
  /// The header is left out where no column has one.
  package func lines(in width: Int = .max) -> [String] {
    let fields = fields(in: width)
    let headers = columns.map(\.header)
    let all = headers.allSatisfy(\.isEmpty) ? rows : [headers] + rows
    return all.map { line($0, fields) }
  }

  private func line(_ texts: [String], _ fields: [(x: Int, width: Int)]) -> String {
    var (line, used) = ("", 0)
    for (index, field) in fields.enumerated() {
      let text = index < texts.count ? texts[index].spelt : ""
      line += String(repeating: " ", count: field.x - used)
      line += text.padded(to: field.width, columns[index].alignment)
      used = field.x + field.width
    }
    while line.last == " " { line.removeLast() }
    return line
  }
}
