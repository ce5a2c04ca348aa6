package import Descent
import Drawing

/// What can be wrong with a file of heights.
package enum GridError: Error, Hashable, Sendable {
  case noFile(samples: [String])
  case unreadable
  /// Neither NumPy's nor text.
  case kind
  case empty
  case version(found: String)
  /// Sizes in bytes.
  case headerCut(found: Int, expected: Int)
  case header(found: String)
  case type(found: String)
  case shape(found: String)
  /// Other than the header says; sizes in bytes.
  case size(found: Int, rows: Int, columns: Int, sampleSize: Int)
  /// Rows and columns of text are counted from 1.
  case cell(row: Int, column: Int, found: String)
  case ragged(row: Int, found: Int, expected: Int)
  case samples(SampledGridError)
}

extension Strings {
  func describe(_ error: GridError, in file: String) -> String {
    func say(_ text: DataText, _ blanks: [String: String] = [:]) -> String {
      self(text, blanks.merging(["file": file]) { own, _ in own })
    }
    switch error {
    case .noFile(let samples):
      return say(.gridNoFile, ["samples": samples.joined(separator: ", ")])
        + suggestion(file, samples)
    case .unreadable: return say(.gridUnreadable)
    case .kind: return say(.gridKind)
    case .empty: return say(.gridEmpty)
    case .version(let found): return say(.gridVersion, ["found": found])
    case .headerCut(let found, let expected):
      return say(.gridHeaderCut, ["found": "\(found)", "expected": "\(expected)"])
    case .header(let found): return say(.gridHeader, ["found": brief(found)])
    case .type(let found): return say(.gridType, ["found": brief(found)])
    case .shape(let found): return say(.gridShape, ["found": brief(found)])
    case .size(let found, let rows, let columns, let size):
      return say(
        .gridSize,
        [
          "found": "\(found)", "rows": "\(rows)", "columns": "\(columns)", "type": "f\(size)",
          "expected": Self.product(of: rows, columns, size),
        ])
    case .cell(let row, let column, let found):
      return describe(.badCell(file: file, row: row, column: "\(column)", found: found))
    case .ragged(let row, let found, let expected):
      return say(
        .gridRagged, ["row": "\(row)", "found": "\(found)", "expected": "\(expected)"])
    case .samples(let error):
      switch error {
      case .tooFew(let columns, let rows):
        return say(.gridTooFew, ["rows": "\(rows)", "columns": "\(columns)"])
      case .notFinite(let row, let column, let found):
        return say(
          .gridNotFinite,
          [
            "row": "\(row)", "column": "\(column)", "found": found.isNaN ? "nan" : "\(found)",
          ])
      case .level(let found): return say(.gridLevel, ["found": NumberText.compact(found)])
      case .overflow: return say(.gridOverflow)
      }
    }
  }

  private static func product(of rows: Int, _ columns: Int, _ size: Int) -> String {
    let (samples, isMany) = rows.multipliedReportingOverflow(by: columns)
    let (bytes, isHuge) = samples.multipliedReportingOverflow(by: size)
    return isMany || isHuge
      ? NumberText.brief(Double(rows) * Double(columns) * Double(size)) : "\(bytes)"
  }

  /// The beginning of what may be a whole file.
  func brief(_ found: String) -> String { found.trimmed.cut(to: 60) }
}
