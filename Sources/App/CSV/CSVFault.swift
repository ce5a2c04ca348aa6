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

extension Strings {
  func describe(_ fault: CSVFault, in file: String) -> String {
    var blanks = [
      "file": file, "row": "\(fault.row)", "column": "\(fault.column)", "line": "\(fault.line)",
    ]
    switch fault.problem {
    case .openQuote: return self(DataText.csvOpenQuote, blanks)
    case .textAfterQuote(let found):
      blanks["found"] = brief(found)
      return self(DataText.csvTextAfterQuote, blanks)
    }
  }
}
