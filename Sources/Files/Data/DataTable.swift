import Descent
import Drawing
import Texts

/// A table of data as it stands in a file of comma-separated values: a header, and rows of cells
/// without the blanks around them.
///
/// The separator is the one that `sep=` names in the first line, as Excel writes it, else the one
/// that makes the best table. Rows of nothing but blanks and separators are no data, wherever they
/// stand.
struct DataTable {
  let header: [String]
  let rows: [Row]
  /// The columns have no names but their numbers, from 1.
  let lacksHeader: Bool
  private let file: String
  private let separator: UInt8

  struct Row {
    /// Counted from 1, with the header, blank lines and a `sep=` line: the row that a spreadsheet
    /// shows, and the line that an editor shows as long as no cell has line ends in it.
    let number: Int
    fileprivate let cells: [String]

    /// The cell in a column, empty where the row is too short.
    subscript(column: Int) -> String { column < cells.count ? cells[column] : "" }
  }

  /// - Parameters:
  ///   - text: UTF-8 without a byte order mark.
  ///   - mayLackHeader: a first row of nothing but numbers is data.
  init(_ text: [UInt8], file: String, mayLackHeader: Bool = false) throws(Fault) {
    let declared = CSVSeparator.declared(in: text)
    separator = declared ?? CSVSeparator.guessed(in: text)
    self.file = file
    var records: ArraySlice<CSVRecord>
    do throws(CSVFault) {
      records = try CSVReader.records(of: text, separator: separator)[...]
    } catch {
      throw Fault(error, in: file)
    }
    if declared != nil { records.removeFirst() }
    let table = records.filter { !$0.isBlank }.map { record in
      Row(number: record.row, cells: record.fields.map(\.text.trimmed))
    }
    guard let first = table.first else { throw Fault(.file(file), .errorEmptyFile) }
    lacksHeader = mayLackHeader && Self.isData(first, before: table.dropFirst())
    header = lacksHeader ? first.cells.indices.map { "\($0 + 1)" } : first.cells
    rows = lacksHeader ? table : Array(table.dropFirst())
    guard !rows.isEmpty else { throw Fault(.file(file), .errorNoRows) }
    for row in rows {
      // A decimal comma, perhaps: then every later cell would stand in the wrong column.
      let width = (row.cells.lastIndex { !$0.isEmpty } ?? -1) + 1
      guard width <= header.count else {
        throw Fault(
          .file(file), .errorWrongWidth,
          ["row": "\(row.number)", "found": "\(width)", "expected": "\(header.count)"])
      }
    }
  }

  /// Whether a first row is one of numbers, words for none of them among them, and not the 0, 1, 2
  /// … by which pandas calls columns without names.
  private static func isData(_ first: Row, before others: ArraySlice<Row>) -> Bool {
    let isNumber = first.cells.map {
      DecimalNumber.value(of: $0) != nil || DecimalNumber.value(of: $0, mark: ",") != nil
    }
    let isCounted = first.cells.enumerated().allSatisfy { $0.element == "\($0.offset)" }
    let haveFractions = others.contains { $0.cells.contains { $0.contains(".") } }
    guard isNumber.contains(true), !(isCounted && haveFractions) else { return false }
    return zip(first.cells, isNumber).allSatisfy { cell, isNumber in
      isNumber || !cell.isEmpty && MissingValue.isWritten(cell)
    }
  }

  /// The place of a column, by its name.
  func column(named name: String) throws(Fault) -> Int {
    guard let column = header.firstIndex(of: name.trimmed) else {
      throw Fault(
        .file(file),
        .unknown(.errorMissingColumn, found: name, names: header.filter { !$0.isEmpty }))
    }
    guard !header[(column + 1)...].contains(header[column]) else {
      throw Fault(.file(file), .errorTwinColumns, ["found": header[column].excerpt])
    }
    return column
  }

  /// The numbers of a column, finite all, in some of the rows.
  ///
  /// Where the separator is no comma, a column may be written with decimal commas, all of it.
  func numbers(in column: Int, of rows: [Row]) throws(Fault) -> [Double] {
    let comma = separator == UInt8(ascii: ",") ? nil : try commaRow(in: column, of: rows)
    var numbers: [Double] = []
    for row in rows {
      let found = row[column]
      let number = DecimalNumber.value(of: found, mark: comma == nil ? "." : ",")
      guard let number, number.isFinite else {
        throw Fault.cell(found, row: row.number, column: header[column], of: file)
      }
      numbers.append(number)
    }
    return numbers
  }

  /// The first row that has a decimal comma in a column. Decimal points beside it are an error:
  /// nobody knows which of the two separates thousands.
  private func commaRow(in column: Int, of rows: [Row]) throws(Fault) -> Row? {
    let comma = rows.first { row in
      DecimalNumber.value(of: row[column]) == nil
        && DecimalNumber.value(of: row[column], mark: ",") != nil
    }
    let point = rows.first { row in
      row[column].contains(".") && DecimalNumber.value(of: row[column]) != nil
    }
    guard let comma, let point else { return comma }
    throw Fault(
      .file(file), .csvMixedDecimals,
      [
        "column": header[column].excerpt, "comma": comma[column], "point": point[column],
        "comma_row": "\(comma.number)", "point_row": "\(point.number)",
      ])
  }

  /// What is to be known of a column whose commas could separate thousands as well as decimals.
  func commaNotes(in column: Int, of rows: [Row], file: String) -> [DataNote] {
    guard let found = doubtfulComma(in: column, of: rows) else { return [] }
    let number = DecimalNumber.value(of: found, mark: ",") ?? .nan
    return [
      DataNote(file, .decimalCommas(column: header[column], found: found, number: number))
    ]
  }

  /// A number with a comma that could separate thousands as well as decimals, if every comma of the
  /// column does: `1,500` and never `1,5`.
  private func doubtfulComma(in column: Int, of rows: [Row]) -> String? {
    guard separator != UInt8(ascii: ",") else { return nil }
    let written = rows.map { $0[column] }.filter { $0.contains(",") }
    return written.allSatisfy(Self.mayBeThousands) ? written.first : nil
  }

  private static func mayBeThousands(_ cell: String) -> Bool {
    let parts = cell.drop { "+-".contains($0) }.split(
      separator: ",", omittingEmptySubsequences: false)
    return parts.count == 2 && 1...3 ~= parts[0].count && parts[0].first != "0"
      && parts[1].count == 3 && parts[1].allSatisfy(\.isWholeNumber)
  }
}
