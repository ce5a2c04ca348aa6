import TOMLKit

/// A TOML file that people write by hand: its values, and the lines they stand on.
struct TOMLFile {
  /// The outermost settings, by name.
  let root: [(key: String, value: TOMLNode)]
  private let text: String

  init(_ text: String) throws(TOMLFault) {
    do { root = TOMLNode.entries(of: try TOMLTable(string: text)) } catch {
      let fault = error as? TOMLParseError
      throw TOMLFault(line: fault?.source.begin.line, reason: fault?.description ?? "\(error)")
    }
    self.text = text
  }

  /// The value of a key such as `screen.ink`.
  func node(at path: String) -> TOMLNode? {
    var (entries, node): ([(key: String, value: TOMLNode)], TOMLNode?) = (root, nil)
    for part in path.split(separator: ".") {
      node = entries.first { $0.key == part }?.value
      entries = node?.table ?? []
    }
    return node
  }

  /// The line of a key such as `screen.ink`, from 1; `nil` if it is not found. The parser does not
  /// tell, so the text is searched.
  func line(of path: String) -> Int? {
    var section = ""
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    for (index, line) in lines.enumerated() {
      let words = line.filter { !" \t\"'".contains($0) }
      if words.hasPrefix("[") {
        section = words.dropFirst().prefix { $0 != "]" } + "."
      } else if section + words.prefix(while: { $0 != "=" }) == path {
        return index + 1
      }
    }
    return nil
  }
}

/// Why a text is not TOML, and on which line, from 1.
struct TOMLFault: Error {
  var line: Int?
  var reason: String
}

/// One value, whatever its type.
struct TOMLNode {
  private let value: any TOMLValueConvertible

  var string: String? { value.string }
  var int: Int? { value.int }
  var double: Double? { value.double }
  var list: [TOMLNode]? { value.array.map { $0.map(TOMLNode.init) } }
  /// By name; `nil` if it is no table.
  var table: [(key: String, value: TOMLNode)]? { value.table.map(Self.entries) }

  /// As it stands in the file, for messages.
  var shown: String {
    if let string { return "\"\(string)\"" }
    if let list { return Self.shown(list) }
    return value.debugDescription
  }

  static func shown(_ list: [TOMLNode]) -> String {
    "[\(list.map(\.shown).joined(separator: ", "))]"
  }

  fileprivate static func entries(of table: TOMLTable) -> [(key: String, value: TOMLNode)] {
    table.map { (key: $0.0, value: TOMLNode(value: $0.1)) }.sorted { $0.key < $1.key }
  }
}
