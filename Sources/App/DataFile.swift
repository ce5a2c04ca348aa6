package import Descent
import FoundationEssentials
import SwiftCSV

/// Data from a CSV file: two columns of numbers that a line is fitted to.
package enum DataFile {
  /// What the command line asks for.
  package struct Request: Sendable {
    package var file: String
    package var x: String?
    package var y: String?
    package var standardised: Bool

    package init(file: String, x: String?, y: String?, standardised: Bool) {
      self.file = file
      self.x = x
      self.y = y
      self.standardised = standardised
    }
  }

  package static func leastSquares(_ request: Request) throws(InputError) -> LeastSquares {
    let table = try table(request.file)
    guard let x = request.x else {
      throw .missingColumnFlag(flag: "--x", expected: table.header)
    }
    guard let y = request.y else {
      throw .missingColumnFlag(flag: "--y", expected: table.header)
    }
    let inputs = try column(x, of: table, request.file)
    let targets = try column(y, of: table, request.file)
    do {
      return try LeastSquares(
        inputs: inputs, targets: targets, standardised: request.standardised)
    } catch {
      throw .data(file: request.file, column: x, error)
    }
  }

  private static func table(_ file: String) throws(InputError) -> CSV<Enumerated> {
    guard let bytes = FileManager.default.contents(atPath: file),
      let text = String(bytes: bytes, encoding: .utf8)
    else { throw .unreadable(file: file) }
    // A spreadsheet's byte order mark is not part of the first column's name.
    let content = text.hasPrefix("\u{FEFF}") ? String(text.dropFirst()) : text
    guard content.contains(where: { !$0.isWhitespace }) else { throw .emptyFile(file: file) }
    let table: CSV<Enumerated>
    do {
      table = try CSV<Enumerated>(string: content, delimiter: delimiter(of: content))
    } catch {
      throw .malformed(file: file, reason: "\(error)")
    }
    guard !table.rows.isEmpty else { throw .noRows(file: file) }
    return table
  }

  /// The separator that the header uses most.
  private static func delimiter(of content: String) -> CSVDelimiter {
    let header = content.prefix { !$0.isNewline }
    let candidates: [(Character, CSVDelimiter)] = [(",", .comma), (";", .semicolon), ("\t", .tab)]
    let counted = candidates.map { mark, delimiter in
      (count: header.count { $0 == mark }, delimiter)
    }
    return counted.max { $0.count < $1.count }?.1 ?? .comma
  }

  private static func column(
    _ name: String, of table: CSV<Enumerated>, _ file: String
  ) throws(InputError) -> [Double] {
    let header = table.header.map(trimmed)
    guard let index = header.firstIndex(of: trimmed(name)) else {
      throw .missingColumn(file: file, found: name, expected: header)
    }
    var numbers: [Double] = []
    for (row, cells) in table.rows.enumerated() {
      let found = index < cells.count ? trimmed(cells[index]) : ""
      guard let number = Double(found), number.isFinite else {
        // The header is row 1.
        throw .badCell(file: file, row: row + 2, column: name, found: found)
      }
      numbers.append(number)
    }
    return numbers
  }

  private static func trimmed(_ text: String) -> String {
    let isBlank = { (c: Character) in c.isWhitespace }
    let front = text.drop(while: isBlank)
    return String(front.prefix(upTo: front.lastIndex { !$0.isWhitespace }.map(front.index(after:)) ?? front.startIndex))
  }
}
