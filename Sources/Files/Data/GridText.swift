import Descent
import Drawing
import Texts

/// Heights written as rows of plain numbers between commas, semicolons, tabs or blanks.
///
/// The separator is the one that `sep=` names in the first line, else a semicolon or a tab if the
/// first row has one, else a comma, else blanks. Beside semicolons and tabs the numbers may have
/// decimal commas. Blank lines are no rows. A cell without a value is a hole, NaN.
struct GridText {
  private(set) var table = GridFile.Table(heights: [], columns: 0, rows: 0)
  private let file: String

  /// - Parameter text: UTF-8 without a byte order mark.
  init(_ text: [UInt8], file: String) throws(Fault) {
    self.file = file
    let declared = CSVSeparator.declared(in: text)
    var lines = String(decoding: text, as: UTF8.self)
      .split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated()
      .map { (number: $0 + 1, text: $1) }
    if declared != nil { lines.removeFirst() }
    lines.removeAll { $0.text.allSatisfy(\.isWhitespace) }
    guard let first = lines.first else { throw Fault(.file(file), .gridEmpty) }
    let mark =
      declared.map { Character(Unicode.Scalar($0)) } ?? ";\t,".first(where: first.text.contains)
    let decimal = Self.decimalMark(of: lines.map(\.text), between: mark)
    for line in lines {
      let cells =
        mark.map { line.text.split(separator: $0, omittingEmptySubsequences: false) }
        ?? line.text.split(whereSeparator: \.isWhitespace)
      try add(cells.map { String($0).trimmed }, decimal, row: line.number)
    }
  }

  /// A comma if there is one and it is not the separator.
  private static func decimalMark(
    of lines: [Substring], between mark: Character?
  ) -> Unicode.Scalar {
    let mayBeComma = mark == ";" || mark == "\t"
    return mayBeComma && lines.contains { $0.contains(",") } ? "," : "."
  }

  private mutating func add(
    _ cells: [String], _ decimal: Unicode.Scalar, row: Int
  ) throws(Fault) {
    if table.rows == 0 { table.columns = cells.count }
    for (column, cell) in cells.enumerated() {
      if MissingValue.isWritten(cell) {
        table.heights.append(.nan)
        continue
      }
      guard let number = DecimalNumber.value(of: cell, mark: decimal), number.isFinite else {
        throw Fault.cell(cell, row: row, column: "\(column + 1)", of: file)
      }
      table.heights.append(number)
    }
    guard cells.count == table.columns else {
      throw Fault(
        .file(file), .gridRagged,
        ["row": "\(row)", "found": "\(cells.count)", "expected": "\(table.columns)"])
    }
    table.rows += 1
  }
}
