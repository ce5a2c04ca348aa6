package import Descent
import Drawing
import FoundationEssentials
import Texts

/// Data from a CSV file: two columns that a model is fitted to.
package enum DataFile {
  /// What is asked for.
  package struct Request: Sendable {
    package var file: Asked<String>
    package var x, y: Asked<String>?
    package var standardised: Bool
    package var model = Model.line
    /// The class that counts as 1 in a classification; all other values count as 0.
    package var positive: Asked<String>?

    package init(
      file: Asked<String>, x: Asked<String>?, y: Asked<String>?, standardised: Bool
    ) {
      self.file = file
      self.x = x
      self.y = y
      self.standardised = standardised
    }
  }

  /// What is fitted to the data.
  package enum Model: String, CaseIterable, Sendable { case line, logistic, neuron }

  package static func surface(_ request: Request) throws(Fault) -> any ModelSurface {
    do throws(Fault) {
      return try surface(request, from: try content(of: request.file.value))
    } catch {
      throw error.naming(request.file)
    }
  }

  /// - Parameter content: what stands in the file.
  package static func surface(
    _ request: Request, from content: String
  ) throws(Fault) -> any ModelSurface {
    let file = request.file.value
    let table = try table(of: content, file)
    func missing(_ flag: String) -> Fault {
      Fault(
        .flag(flag), .errorMissingColumnFlag,
        ["flag": flag, "expected": table.header.joined(separator: ", ")])
    }
    guard let x = request.x?.value else { throw missing("--x") }
    guard let y = request.y?.value else { throw missing("--y") }
    if let positive = request.positive, request.model != .logistic {
      throw Fault.option("--class", at: positive.origin, needs: "--model logistic")
    }
    let inputs = try column(x, of: table, file)
    let targets =
      request.model == .logistic
      ? try classes(y, of: table, request) : try column(y, of: table, file)
    do throws(SamplesError) {
      let samples = try Samples(inputs: inputs, targets: targets)
      return switch request.model {
      case .line: try LeastSquares(samples, standardised: request.standardised)
      case .logistic: try LogisticRegression(samples, standardised: request.standardised)
      case .neuron: try Neuron(samples, standardised: request.standardised)
      }
    } catch {
      throw Fault(error, file: file, column: x)
    }
  }

  /// A column of two values, numbers or words, as 0 and 1: the one that is asked for is 1, else
  /// that which comes later in order.
  private static func classes(
    _ name: String, of table: Table, _ request: Request
  ) throws(Fault) -> [Double] {
    let file = request.file.value
    let cells = try cells(name, of: table, file)
    if let row = cells.firstIndex(of: "") {
      throw Fault.cell("", row: row + 2, column: name, of: file)
    }
    let values = Set(cells).sorted { a, b in
      if let a = Double(a), let b = Double(b) { a < b } else { a < b }
    }
    if let positive = request.positive?.value {
      guard values.contains(positive), values.count > 1 else {
        throw Fault(
          .file(file),
          .unknown(
            .missingClass, ["column": name], found: positive, names: Array(values.prefix(9))))
      }
      return cells.map { $0 == positive ? 1 : 0 }
    }
    guard values.count == 2 else {
      throw Fault(.file(file), .notTwoClasses, ["column": name, "found": "\(values.count)"])
    }
    return cells.map { $0 == values[1] ? 1 : 0 }
  }

  private static func table(of content: String, _ file: String) throws(Fault) -> Table {
    guard content.contains(where: { !$0.isWhitespace }) else {
      throw Fault(.file(file), .errorEmptyFile)
    }
    let records: [CSVRecord]
    do throws(CSVFault) {
      records = try CSVReader.records(
        of: Array(content.utf8), separator: separator(of: content))
    } catch {
      throw Fault(error, in: file)
    }
    // A blank line is a row of one empty cell.
    let rows = records.map { $0.fields.isEmpty ? [""] : $0.fields.map(\.text.trimmed) }
    let table = Table(header: rows[0], rows: Array(rows.dropFirst()))
    guard !table.rows.isEmpty else { throw Fault(.file(file), .errorNoRows) }
    for (index, cells) in table.rows.enumerated() {
      // A decimal comma, perhaps: then every later cell would stand in the wrong column.
      if let last = cells.lastIndex(where: { !$0.isEmpty }), last >= table.header.count {
        throw Fault(
          .file(file), .errorWrongWidth,
          [
            "row": "\(index + 2)", "found": "\(last + 1)", "expected": "\(table.header.count)",
          ])
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

  /// The text of a file, or of an example that has its name (with or without `.csv`).
  private static func content(of file: String) throws(Fault) -> String {
    let bytes: [UInt8]
    if FileManager.default.fileExists(atPath: file) {
      guard let found = FileManager.default.contents(atPath: file) else {
        throw Fault(.file(file), .errorUnreadable)
      }
      bytes = [UInt8](found)
    } else if let example = Example.named(file, .data) {
      bytes = example.bytes()
    } else {
      throw Fault.noFile(file, .errorNoFile, samples: Example.all(.data).map(\.file))
    }
    guard let text = String(bytes: bytes, encoding: .utf8) else {
      throw Fault(.file(file), .errorUnreadable)
    }
    // A spreadsheet's byte order mark is not part of the first column's name.
    return text.hasPrefix("\u{FEFF}") ? String(text.dropFirst()) : text
  }

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
  ) throws(Fault) -> [String] {
    guard let index = table.header.firstIndex(of: name.trimmed) else {
      throw Fault(
        .file(file),
        .unknown(
          .errorMissingColumn, found: name, names: table.header.filter { !$0.isEmpty }))
    }
    guard !table.header[(index + 1)...].contains(table.header[index]) else {
      throw Fault(.file(file), .errorTwinColumns, ["found": table.header[index]])
    }
    return table.rows.map { index < $0.count ? $0[index] : "" }
  }

  private static func column(
    _ name: String, of table: Table, _ file: String
  ) throws(Fault) -> [Double] {
    var numbers: [Double] = []
    for (row, found) in try cells(name, of: table, file).enumerated() {
      guard let number = Double(found), number.isFinite else {
        // The header is row 1.
        throw Fault.cell(found, row: row + 2, column: name, of: file)
      }
      numbers.append(number)
    }
    return numbers
  }
}

extension Fault {
  /// A cell that is no number; rows are counted from 1.
  static func cell(_ found: String, row: Int, column: String, of file: String) -> Fault {
    Fault(.file(file), .errorBadCell, ["row": "\(row)", "column": column, "found": found])
  }

  /// There is no such file, nor a sample of that name.
  static func noFile(_ file: String, _ text: Text, samples: [String]) -> Fault {
    Fault(
      .file(file), .missingFile(text, samples: samples))
  }

  init(_ error: SamplesError, file: String, column: String) {
    let origin = Origin.file(file)
    switch error {
    case .tooFew(let found): self.init(origin, .errorTooFewRows, ["found": "\(found)"])
    case .constantInputs(let found):
      self.init(
        origin, .errorConstantColumn, ["column": column, "found": NumberText.compact(found)])
    case .overflow: self.init(origin, .errorDataOverflow)
    case .oneClass(let found):
      self.init(origin, .oneClass, ["found": NumberText.compact(found)])
    }
  }

  /// The same of a file that another file has named, which is told too.
  func naming(_ file: Asked<String>) -> Fault {
    guard case .file = file.origin, self.file == file.value else { return self }
    var fault = self
    fault.namedIn = file.origin
    return fault
  }
}
