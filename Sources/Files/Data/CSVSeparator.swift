import Descent
import Drawing

/// Which character stands between the fields of a text of comma-separated values.
package enum CSVSeparator {
  /// In the order in which they are preferred where all else is equal: a comma is the likeliest of
  /// them to stand inside a field.
  private static let candidates = Array("\t;|,".utf8)

  /// How many records a guess looks at, blank ones left out.
  private static let depth = 20

  /// What Excel writes into the first line, `sep=;`, and the separator that it names.
  ///
  /// - Returns: `nil` if the text has no such line.
  package static func declared(in bytes: [UInt8]) -> UInt8? {
    let line = bytes.prefix { $0 != 0x0A && $0 != 0x0D }
    // Some programs put quotation marks around it.
    let mark = UInt8(ascii: "\"")
    let isQuoted = line.count == 7 && line.first == mark && line.last == mark
    let words = Array(isQuoted ? line.dropFirst().dropLast() : line)
    guard words.count == 5, words.dropLast().map({ $0 | 0x20 }) == Array("sep=".utf8) else {
      return nil
    }
    let separator = words[4]
    return separator < 0x80 && separator != mark ? separator : nil
  }

  /// The separator that makes the best table of the first records, read as CSV with it: the one
  /// with which most rows are as wide as the header; of several, the one with the larger part of
  /// numbers among the cells, then the one with more columns. A comma where none makes two columns.
  package static func guessed(in bytes: [UInt8]) -> UInt8 {
    var best: (separator: UInt8, score: Score)?
    for separator in candidates {
      guard let score = Score(of: bytes, separator) else { continue }
      if best.map({ $0.score < score }) ?? true { best = (separator, score) }
    }
    return best?.separator ?? UInt8(ascii: ",")
  }

  /// How good a table is.
  private struct Score: Comparable {
    /// Of the rows, 0…1: those as wide as the header.
    var agreement = 0.0
    /// Of their cells, 0…1.
    var numbers = 0.0
    /// Of the header: two at least.
    var columns: Int

    init?(of bytes: [UInt8], _ separator: UInt8) {
      var reader = CSVReader(bytes, separator: separator)
      var records: [[String]] = []
      // After a fault nothing agrees any more.
      var isSound = true
      while records.count < CSVSeparator.depth {
        do throws(CSVFault) {
          guard let record = try reader.next() else { break }
          if !record.isBlank { records.append(record.fields.map(\.text.trimmed)) }
        } catch {
          isSound = false
          break
        }
      }
      guard let header = records.first, header.count >= 2 else { return nil }
      columns = header.count
      let rows = records.dropFirst()
      guard isSound, !rows.isEmpty else { return }
      agreement = Double(rows.count { $0.count == header.count }) / Double(rows.count)
      let cells = rows.joined()
      let mark: Unicode.Scalar = separator == UInt8(ascii: ",") ? "." : ","
      let numeric = cells.count {
        DecimalNumber.value(of: $0) != nil || DecimalNumber.value(of: $0, mark: mark) != nil
      }
      numbers = Double(numeric) / Double(max(1, cells.count))
    }

    static func < (a: Score, b: Score) -> Bool {
      (a.agreement, a.numbers, a.columns) < (b.agreement, b.numbers, b.columns)
    }
  }
}
