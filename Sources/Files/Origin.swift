/// Where something that a user gave came from: what a fault of it is blamed on.
package enum Origin: Hashable, Sendable {
  /// An option of the command line, `--start`.
  case flag(String)
  /// A file, the line of it from 1, and the key there, such as `map.ground` or `cars[3]`; `nil` for
  /// a fault without a line, or of the file as a whole.
  case file(String, line: Int? = nil, key: String? = nil)
  /// Nobody said it.
  case standard

  /// An option in the words of the place: `--window` beside flags, `window` in a file.
  func naming(_ option: String) -> String {
    if case .file = self { option.replacing("--", with: "") } else { option }
  }
}

/// A value that a user gave, parsed, and where it came from.
package struct Asked<Value> {
  package var value: Value
  package var origin: Origin

  package init(_ value: Value, from origin: Origin = .standard) {
    self.value = value
    self.origin = origin
  }
}

extension Asked: Sendable where Value: Sendable {}
extension Asked: Equatable where Value: Equatable {}
extension Asked: Hashable where Value: Hashable {}
