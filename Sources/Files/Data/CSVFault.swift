import Drawing
import Texts

/// What is wrong with comma-separated values, and where.
package struct CSVFault: Error, Hashable, Sendable {
  package var problem: Problem
  /// The record that holds the fault, counted from 1.
  package var row: Int
  /// The field of the record, counted from 1.
  package var column: Int
  /// The line of the text on which the fault stands, counted from 1.
  package var line: Int

  package enum Problem: Hashable, Sendable {
    /// The quotation mark that opens the field is never closed. The place is where it opens.
    case openQuote
    /// Between the quotation mark that closes the field and the next separator stands other text.
    case textAfterQuote(found: String)
  }
}

extension Fault {
  init(_ fault: CSVFault, in file: String) {
    var blanks = [
      "row": "\(fault.row)", "column": "\(fault.column)", "line": "\(fault.line)",
    ]
    switch fault.problem {
    case .openQuote: self.init(.file(file), .csvOpenQuote, blanks)
    case .textAfterQuote(let found):
      blanks["found"] = found.trimmed.excerpt
      self.init(.file(file), .csvTextAfterQuote, blanks)
    }
  }
}
