package import Descent
import FoundationEssentials

/// Data from a CSV file: two columns that a model is fitted to.
package enum DataFile {
  /// What the command line asks for.
  package struct Request: Sendable {
    package var file: String
    package var x: String?
    package var y: String?
    package var standardised: Bool
    package var model = Model.line
    /// Of a classification: the value of the targets that counts as 1, all others as 0.
    package var positive: String?

    package init(file: String, x: String?, y: String?, standardised: Bool) {
      self.file = file
      self.x = x
      self.y = y
      self.standardised = standardised
    }
  }

  /// What is fitted to the data.
  package enum Model: String, CaseIterable, Sendable { case line, logistic, neuron }

  package static func surface(_ request: Request) throws(InputError) -> any ModelSurface {
    try surface(request, from: try content(of: request.file))
  }

  /// - Parameter content: what stands in the file.
  package static func surface(
    _ request: Request, from content: String
  ) throws(InputError) -> any ModelSurface {
    let table = try table(of: content, request.file)
    guard let x = request.x else {
      throw .missingColumnFlag(flag: "--x", expected: table.header)
    }
    guard let y = request.y else {
      throw .missingColumnFlag(flag: "--y", expected: table.header)
    }
    if request.positive != nil, request.model != .logistic {
      throw .flagWithout(flag: "--class", needed: "--model logistic")
    }
    let inputs = try column(x, of: table, request.file)
    let targets =
      request.model == .logistic
      ? try classes(y, of: table, request) : try column(y, of: table, request.file)
    do throws(SamplesError) {
      let samples = try Samples(inputs: inputs, targets: targets)
      return switch request.model {
      case .line: try LeastSquares(samples, standardised: request.standardised)
      case .logistic: try LogisticRegression(samples, standardised: request.standardised)
      case .neuron: try Neuron(samples, standardised: request.standardised)
      }
    } catch {
      throw .data(file: request.file, column: x, error)
    }
  }

  /// A column of two values, numbers or words, as 0 and 1: the one that is asked for is 1, else that
  /// which comes later in order.
  private static func classes(
    _ name: String, of table: Table, _ request: Request
  ) throws(InputError) -> [Double] {
    let cells = try cells(name, of: table, request.file)
    if let row = cells.firstIndex(of: "") {
      throw .emptyCell(file: request.file, row: row + 2, column: name)
    }
    let values = Set(cells).sorted { a, b in
      if let a = Double(a), let b = Double(b) { a < b } else { a < b }
    }
    if let positive = request.positive {
      guard values.contains(positive), values.count > 1 else {
        throw .missingClass(
          file: request.file, column: name, found: positive, expected: Array(values.prefix(9)))
      }
      return cells.map { $0 == positive ? 1 : 0 }
    }
    guard values.count == 2 else {
      throw .notTwoClasses(file: request.file, column: name, found: values.count)
    }
    return cells.map { $0 == values[1] ? 1 : 0 }
  }

  private static func table(of content: String, _ file: String) throws(InputError) -> Table {
    guard content.contains(where: { !$0.isWhitespace }) else { throw .emptyFile(file: file) }
    let records: [CSVRecord]
    do throws(CSVFault) {
      records = try CSVReader.records(
        of: Array(content.utf8), separator: separator(of: content))
    } catch {
      throw .malformed(file: file, error)
    }
    // A blank line is a row of one empty cell.
    let rows = records.map { $0.fields.isEmpty ? [""] : $0.fields.map(\.text.trimmed) }
    let table = Table(header: rows[0], rows: Array(rows.dropFirst()))
    guard !table.rows.isEmpty else { throw .noRows(file: file) }
    for (index, cells) in table.rows.enumerated() {
      // A decimal comma, perhaps: then every later cell would stand in the wrong column.
      if let last = cells.lastIndex(where: { !$0.isEmpty }), last >= table.header.count {
        throw .wrongWidth(
          file: file, row: index + 2, found: last + 1, expected: table.header.count)
      }
    }
    return table
  }

  /// Cells without the blanks around them. Rows of nothing but blanks at the end, which
  /// spreadsheets write, are no data.
  private struct Table {
    let header: [String]
    let rows: [[String]]

    init(header: [String], rows: [[String]]) {
      self.header = header
      let last = rows.lastIndex { cells in cells.contains { !$0.isEmpty } }
      self.rows = last.map { Array(rows[...$0]) } ?? []
    }
  }

  /// The text of a file, or of a sample that has its name (with or without `.csv`).
  private static func content(of file: String) throws(InputError) -> String {
    let bytes: [UInt8]
    if FileManager.default.fileExists(atPath: file) {
      guard let found = FileManager.default.contents(atPath: file) else {
        throw .unreadable(file: file)
      }
      bytes = [UInt8](found)
    } else if let sample = samples.first(where: { $0.name == file || $0.name == file + ".csv" }) {
      bytes = sample.bytes
    } else {
      throw .noFile(file: file, samples: samples.map(\.name))
    }
    guard let text = String(bytes: bytes, encoding: .utf8) else { throw .unreadable(file: file) }
    // A spreadsheet's byte order mark is not part of the first column's name.
    return text.hasPrefix("\u{FEFF}") ? String(text.dropFirst()) : text
  }

  /// Data that the program brings along.
  private static let samples: [(name: String, bytes: [UInt8])] = [
    ("iris.csv", PackageResources.iris_csv),
    ("anscombe-1.csv", PackageResources.anscombe_1_csv),
  ]

  /// The separator that the header uses most.
  private static func separator(of content: String) -> UInt8 {
    let header = content.prefix { !$0.isNewline }.utf8
    let counted = Array(",;\t".utf8).map { mark in
      (count: header.count { $0 == mark }, separator: mark)
    }
    return counted.max { $0.count < $1.count }?.separator ?? UInt8(ascii: ",")
  }

  /// The cells of a column, empty where a row is too short.
  private static func cells(
    _ name: String, of table: Table, _ file: String
  ) throws(InputError) -> [String] {
    guard let index = table.header.firstIndex(of: name.trimmed) else {
      throw .missingColumn(
        file: file, found: name, expected: table.header.filter { !$0.isEmpty })
    }
    guard !table.header[(index + 1)...].contains(table.header[index]) else {
      throw .twinColumns(file: file, found: table.header[index])
    }
    return table.rows.map { index < $0.count ? $0[index] : "" }
  }

  private static func column(
    _ name: String, of table: Table, _ file: String
  ) throws(InputError) -> [Double] {
    var numbers: [Double] = []
    for (row, found) in try cells(name, of: table, file).enumerated() {
      guard let number = Double(found), number.isFinite else {
        // The header is row 1.
        throw .badCell(file: file, row: row + 2, column: name, found: found)
      }
      numbers.append(number)
    }
    return numbers
  }
}
