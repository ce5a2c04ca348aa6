extension String {
  /// Without white space at either end.
  var trimmed: String {
    String(drop(while: \.isWhitespace)).withoutTrailingSpaces
  }

  /// Without white space at its end, as a line of a table is printed.
  var withoutTrailingSpaces: String {
    guard let last = lastIndex(where: { !$0.isWhitespace }) else { return "" }
    return String(self[...last])
  }
}
