package import Descent
package import Drawing
import FoundationEssentials
import Texts

/// A landscape from a file: heights on a grid, as NumPy saves them or as rows of plain numbers.
package enum GridFile {
  /// What is asked for.
  package struct Request: Sendable {
    package var file: Asked<String>
    /// −1 to 1 on both axes if `nil`.
    package var extent: Asked<PlaneRect>?

    package init(file: Asked<String>, extent: Asked<PlaneRect>? = nil) {
      (self.file, self.extent) = (file, extent)
    }
  }

  package static func surface(_ request: Request) throws(Fault) -> SampledGrid {
    do throws(Fault) {
      return try grid(
        from: try bytes(of: request.file.value), file: request.file.value,
        extent: request.extent.map { Window($0.value) } ?? Window(x: -1...1, y: -1...1))
    } catch {
      throw error.naming(request.file)
    }
  }

  /// - Parameter bytes: of a NumPy file, or of text: rows of numbers between commas, semicolons,
  ///   tabs or blanks. The first row is that of the lowest y.
  package static func grid(
    from bytes: [UInt8], file: String, extent: Window = Window(x: -1...1, y: -1...1)
  ) throws(Fault) -> SampledGrid {
    let title = file.split(separator: "/").last.map(String.init) ?? file
    let table = try table(from: bytes, file: file)
    do throws(SampledGridError) {
      return try SampledGrid(
        title, heights: table.heights, columns: table.columns, rows: table.rows, extent: extent)
    } catch {
      throw Fault(error, file: file)
    }
  }

  /// What stands in a file, before anything is made of it.
  package static func table(from bytes: [UInt8], file: String) throws(Fault) -> Table {
    try NumPyHeader.isAhead(of: bytes)
      ? NumPyTable(bytes, file: file).table : rows(of: bytes, file: file)
  }

  /// Heights row by row.
  package struct Table: Sendable {
    package var heights: [Double]
    package var columns, rows: Int
  }

  /// The bytes of a file, or of an example that has its name (with or without its ending).
  private static func bytes(of file: String) throws(Fault) -> [UInt8] {
    if FileManager.default.fileExists(atPath: file) {
      guard let found = FileManager.default.contents(atPath: file) else {
        throw Fault(.file(file), .gridUnreadable)
      }
      return [UInt8](found)
    }
    guard let example = Example.named(file, .grid) else {
      throw Fault.noFile(file, .gridNoFile, samples: Example.all(.grid).map(\.file))
    }
    return example.bytes()
  }

  private static func rows(of bytes: [UInt8], file: String) throws(Fault) -> Table {
    guard let text = String(bytes: bytes, encoding: .utf8), !text.contains("\0") else {
      throw Fault(.file(file), .gridKind)
    }
    let content = text.hasPrefix("\u{FEFF}") ? text.dropFirst() : text[...]
    var lines = content.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    while lines.last?.allSatisfy(\.isWhitespace) == true { lines.removeLast() }
    guard let first = lines.first else { throw Fault(.file(file), .gridEmpty) }
    let mark = [",", ";", "\t"].first(where: first.contains)
    var table = Table(heights: [], columns: 0, rows: lines.count)
    for (row, line) in lines.enumerated() {
      let cells =
        mark.map { line.split(separator: $0, omittingEmptySubsequences: false) }
        ?? line.split(whereSeparator: \.isWhitespace)
      if row == 0 { table.columns = cells.count }
      for (column, cell) in cells.enumerated() {
        let found = String(cell).trimmed
        guard let number = Double(found), number.isFinite else {
          throw Fault.cell(found, row: row + 1, column: "\(column + 1)", of: file)
        }
        table.heights.append(number)
      }
      guard cells.count == table.columns else {
        throw Fault(
          .file(file), .gridRagged,
          [
            "row": "\(row + 1)", "found": "\(cells.count)", "expected": "\(table.columns)",
          ])
      }
    }
    return table
  }
}

/// The samples of a NumPy file.
private struct NumPyTable {
  let table: GridFile.Table

  init(_ bytes: [UInt8], file: String) throws(Fault) {
    let header = try NumPyHeader(bytes, file: file)
    let (rows, columns, size) = (header.rows, header.columns, header.sampleSize)
    let heights = (0..<rows * columns).map { index in
      let (row, column) = index.quotientAndRemainder(dividingBy: columns)
      let place = header.isFortran ? column * rows + row : index
      let sample = bytes[(header.offset + place * size)...].prefix(size)
      return Self.number(header.isBigEndian ? Array(sample) : sample.reversed())
    }
    table = GridFile.Table(heights: heights, columns: columns, rows: rows)
  }

  /// - Parameter bytes: four or eight, the most significant first.
  private static func number(_ bytes: [UInt8]) -> Double {
    let bits = bytes.reduce(0 as UInt64) { $0 << 8 | UInt64($1) }
    return bytes.count == 4
      ? Double(Float(bitPattern: UInt32(truncatingIfNeeded: bits))) : Double(bitPattern: bits)
  }
}

extension Fault {
  fileprivate init(_ error: SampledGridError, file: String) {
    let origin = Origin.file(file)
    switch error {
    case .tooFew(let columns, let rows):
      self.init(origin, .gridTooFew, ["rows": "\(rows)", "columns": "\(columns)"])
    case .notFinite(let row, let column, let found):
      self.init(
        origin, .gridNotFinite,
        ["row": "\(row)", "column": "\(column)", "found": found.isNaN ? "nan" : "\(found)"])
    case .level(let found):
      self.init(origin, .gridLevel, ["found": NumberText.compact(found)])
    case .overflow: self.init(origin, .gridOverflow)
    }
  }
}
