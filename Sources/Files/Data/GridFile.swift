package import Descent
import Drawing
import FoundationEssentials
import Texts

/// A landscape from a file: heights on a grid, as NumPy saves them or as rows of plain numbers.
package enum GridFile {
  /// What the command line asks for.
  package struct Request: Sendable {
    package var file: String
    /// `X0,X1,Y0,Y1`; −1 to 1 on both axes if `nil`.
    package var extent: String?

    package init(file: String, extent: String? = nil) {
      (self.file, self.extent) = (file, extent)
    }
  }

  package static func surface(_ request: Request) throws(InputError) -> SampledGrid {
    let extent = try request.extent.map { text throws(InputError) in try window(text) }
    return try grid(
      from: try bytes(of: request.file), file: request.file,
      extent: extent ?? Window(x: -1...1, y: -1...1))
  }

  /// - Parameter bytes: of a NumPy file, or of text: rows of numbers between commas, semicolons,
  ///   tabs or blanks. The first row is that of the lowest y.
  package static func grid(
    from bytes: [UInt8], file: String, extent: Window = Window(x: -1...1, y: -1...1)
  ) throws(InputError) -> SampledGrid {
    let title = file.split(separator: "/").last.map(String.init) ?? file
    let table = try table(from: bytes, file: file)
    do throws(SampledGridError) {
      return try SampledGrid(
        title, heights: table.heights, columns: table.columns, rows: table.rows, extent: extent)
    } catch {
      throw .grid(file: file, .samples(error))
    }
  }

  /// What stands in a file, before anything is made of it.
  package static func table(from bytes: [UInt8], file: String) throws(InputError) -> Table {
    do throws(GridError) {
      return try NumPyHeader.isAhead(of: bytes) ? NumPyTable(bytes).table : rows(of: bytes)
    } catch {
      throw .grid(file: file, error)
    }
  }

  /// Heights row by row.
  package struct Table: Sendable {
    package var heights: [Double]
    package var columns, rows: Int
  }

  /// Of a file, or of an example that has its name (with or without its ending).
  private static func bytes(of file: String) throws(InputError) -> [UInt8] {
    if FileManager.default.fileExists(atPath: file) {
      guard let found = FileManager.default.contents(atPath: file) else {
        throw .grid(file: file, .unreadable)
      }
      return [UInt8](found)
    }
    guard let example = Example.named(file, .grid) else {
      throw .grid(file: file, .noFile(samples: Example.all(.grid).map(\.file)))
    }
    return example.bytes()
  }

  private static func window(_ text: String) throws(InputError) -> Window {
    let numbers = text.split(separator: ",", omittingEmptySubsequences: false)
      .compactMap { Double(String($0).trimmed) }
    guard text.count(where: { $0 == "," }) == 3, numbers.count == 4,
      isExtent(numbers[0], numbers[1]), isExtent(numbers[2], numbers[3])
    else { throw .badNumber(flag: "--extent", found: text, expected: .expectedExtent) }
    return Window(x: numbers[0]...numbers[1], y: numbers[2]...numbers[3])
  }

  /// Whether there is room for a million samples between two numbers.
  private static func isExtent(_ low: Double, _ high: Double) -> Bool {
    low < high && (high - low).isFinite && (high - low) / 1e6 > max(abs(low), abs(high)).ulp
  }

  private static func rows(of bytes: [UInt8]) throws(GridError) -> Table {
    guard let text = String(bytes: bytes, encoding: .utf8), !text.contains("\0") else {
      throw .kind
    }
    let content = text.hasPrefix("\u{FEFF}") ? text.dropFirst() : text[...]
    var lines = content.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    while lines.last?.allSatisfy(\.isWhitespace) == true { lines.removeLast() }
    guard let first = lines.first else { throw .empty }
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
          throw .cell(row: row + 1, column: column + 1, found: found)
        }
        table.heights.append(number)
      }
      guard cells.count == table.columns else {
        throw .ragged(row: row + 1, found: cells.count, expected: table.columns)
      }
    }
    return table
  }
}

/// The samples of a NumPy file.
private struct NumPyTable {
  let table: GridFile.Table

  init(_ bytes: [UInt8]) throws(GridError) {
    let header = try NumPyHeader(bytes)
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
