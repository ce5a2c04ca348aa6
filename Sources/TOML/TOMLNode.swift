/// One value, and where it begins.
package struct TOMLNode: Sendable {
  package let value: Value
  /// Of a table with a heading, that of the heading.
  package let place: TOMLPlace

  package enum Value: Sendable {
    case string(String)
    case int(Int)
    case double(Double)
    case flag(Bool)
    case date(TOMLDate)
    case list([TOMLNode])
    case table(TOMLTable)
  }

  package init(_ value: Value, _ place: TOMLPlace) {
    self.value = value
    self.place = place
  }

  package var string: String? { if case .string(let text) = value { text } else { nil } }
  package var int: Int? { if case .int(let number) = value { number } else { nil } }
  /// Of whole numbers too.
  package var double: Double? {
    switch value {
    case .double(let number): number
    case .int(let number): Double(number)
    default: nil
    }
  }
  package var flag: Bool? { if case .flag(let flag) = value { flag } else { nil } }
  package var list: [TOMLNode]? { if case .list(let nodes) = value { nodes } else { nil } }
  package var table: TOMLTable? { if case .table(let table) = value { table } else { nil } }

  /// As it stands in the file, for messages.
  package var shown: String {
    switch value {
    case .string(let text): "\"\(text)\""
    case .int(let number): "\(number)"
    case .double(let number): "\(number)"
    case .flag(let flag): "\(flag)"
    case .date(let date): date.text
    case .list(let nodes): "[\(nodes.map(\.shown).joined(separator: ", "))]"
    case .table(let table):
      "{\(table.entries.map { "\($0.pathName) = \($0.node.shown)" }.joined(separator: ", "))}"
    }
  }
}

/// Settings by name.
package struct TOMLTable: Sendable {
  /// In the order of the text.
  package let entries: [TOMLEntry]

  package init(_ entries: [TOMLEntry] = []) { self.entries = entries }

  package subscript(name: String) -> TOMLEntry? {
    entries.first { $0.name.utf8.elementsEqual(name.utf8) }
  }

  /// Calls for every setting that is not a table, with its path.
  ///
  /// - Parameter prefix: what stands before the names, such as `page[2].`
  func visit(_ prefix: String, _ body: (String, TOMLEntry) -> Void) {
    for entry in entries {
      let path = prefix + entry.pathName
      switch entry.node.value {
      case .table(let inner): inner.visit(path + ".", body)
      case .list(let nodes) where !nodes.isEmpty && nodes.allSatisfy({ $0.table != nil }):
        for (place, node) in nodes.enumerated() {
          node.table?.visit("\(path)[\(place + 1)].", body)
        }
      default: body(path, entry)
      }
    }
  }
}

/// A name of a table with its value.
package struct TOMLEntry: Sendable {
  package let name: String
  /// Of the name; where several lines name a table, of the first, or else in its heading.
  package let place: TOMLPlace
  package let node: TOMLNode
  private let isBare: Bool

  init(_ part: TOMLKey.Part, _ node: TOMLNode) {
    (name, place, isBare) = (part.name, part.place, part.isBare)
    self.node = node
  }

  /// As it stands in a path such as `screen.ink`: in quotation marks if it needs them.
  package var pathName: String { isBare ? name : name.quotedForTOML }
}

extension String {
  /// As TOML has text: in quotation marks, on one line.
  package var quotedForTOML: String {
    var quoted = "\""
    for scalar in unicodeScalars {
      switch scalar {
      case "\"", "\\": quoted += "\\\(scalar)"
      case _ where scalar.value < 0x20 || scalar.value == 0x7F:
        let code = String(scalar.value, radix: 16)
        quoted += "\\u" + String(repeating: "0", count: 4 - code.count) + code
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }
}
