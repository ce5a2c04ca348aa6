/// A text in TOML 1.0 (toml.io/en/v1.0.0), which people write by hand: its values, as far as it is
/// TOML.
package struct TOMLDocument: Sendable {
  /// The outermost settings.
  package let root: TOMLTable
  /// What is no TOML, in the order of the text. Settings and headings that cannot be read are left
  /// out, with a heading also its settings.
  package let faults: [TOMLFault]
  /// What was left out, by its path.
  private let refused: [String: TOMLPlace]

  package init(_ text: String) {
    var text = text
    self = text.withUTF8 { TOMLDocument($0) }
  }

  /// - Parameter bytes: UTF-8; what is not is a fault.
  package init(_ bytes: [UInt8]) {
    self = bytes.withUnsafeBufferPointer { TOMLDocument($0) }
  }

  private init(_ bytes: UnsafeBufferPointer<UInt8>) {
    var parser = TOMLParser(bytes)
    root = parser.read().table
    faults = parser.faults
    refused = parser.refused
  }

  /// The value of a path such as `screen.ink`, `page[2].title` or `keys."a b"`.
  package subscript(path: String) -> TOMLNode? { found(path)?.node }

  /// Where the name of a path stands, or an element of a list; of what was left out too.
  package func place(of path: String) -> TOMLPlace? { found(path)?.place ?? refused[path] }

  private func found(_ path: String) -> (node: TOMLNode, place: TOMLPlace)? {
    var path = path
    return path.withUTF8 { bytes in
      var scanner = TOMLScanner(bytes)
      var table = root
      while let part = try? TOMLKey.readPart(&scanner), let entry = table[part.name] {
        var (node, place) = (entry.node, entry.place)
        while let number = scanner.readNumber() {
          guard let list = node.list, list.indices.contains(number - 1) else { return nil }
          node = list[number - 1]
          place = node.place
        }
        if scanner.isAtEnd { return (node, place) }
        guard scanner.peek == .dot, let inner = node.table else { return nil }
        scanner.position += 1
        table = inner
      }
      return nil
    }
  }

  /// The paths of all settings that are no tables, in the order of the text.
  package var paths: [String] {
    var paths: [(path: String, place: TOMLPlace)] = []
    root.visit("") { path, entry in paths.append((path, entry.place)) }
    return paths.sorted { $0.place < $1.place }.map(\.path)
  }
}

extension TOMLScanner {
  /// Goes past the number of an element, in brackets; `nil` if none stands there.
  fileprivate mutating func readNumber() -> Int? {
    guard peek == .openBracket else { return nil }
    var end = position + 1
    while self[end].isDigit { end += 1 }
    let digits = String(decoding: bytes[(position + 1)..<end], as: UTF8.self)
    guard self[end] == .closeBracket, let number = Int(digits) else { return nil }
    position = end + 1
    return number
  }
}
