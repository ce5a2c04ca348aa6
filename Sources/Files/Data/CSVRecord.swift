/// One record of comma-separated values: a row of a table.
package struct CSVRecord: Hashable, Sendable {
  /// Counted from 1, blank lines among them: the row that a spreadsheet shows.
  package var row: Int
  /// The line of the text on which the record begins, counted from 1. Line ends inside quotation
  /// marks count, so that it is the line that an editor shows.
  package var line: Int
  /// Empty for a blank line. The first field is column 1.
  package var fields: [Field]

  /// Nothing but blanks, and separators between them.
  var isBlank: Bool { fields.allSatisfy { $0.text.allSatisfy(\.isWhitespace) } }

  package struct Field: Hashable, Sendable {
    /// What the field says, without the quotation marks around it.
    package var text: String
    /// The line of the text on which the field begins, counted from 1.
    package var line: Int
  }
}
