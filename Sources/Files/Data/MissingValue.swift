/// How tables say that a cell has no value: with nothing, or with one of the words that R, pandas,
/// databases and spreadsheets write there, in capitals or not.
///
/// A dash is none of them: accounting formats of spreadsheets write zero so.
enum MissingValue {
  private static let words: Set<String> = ["", "na", "n/a", "#n/a", "nan", "null"]

  /// - Parameter cell: without blanks around it.
  static func isWritten(_ cell: String) -> Bool {
    // No word is longer; most cells are numbers.
    cell.utf8.count <= 4 && words.contains(cell.lowercased())
  }
}
