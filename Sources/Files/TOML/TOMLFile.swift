import TOMLKit

/// A TOML file that people write by hand: its values, as far as it is TOML.
struct TOMLFile {
  /// The outermost settings, by name.
  let root: [(key: String, value: TOMLNode)]
  /// What was left out since it is no TOML, in the order of the text.
  let faults: [TOMLFault]

  init(_ text: String) {
    // Some editors put a mark before the first line.
    let text = text.hasPrefix("\u{FEFF}") ? String(text.dropFirst()) : text
    if text.isEmpty {
      (root, faults) = ([], [])
    } else if let table = try? Self.parsed(text) {
      (root, faults) = (TOMLNode.entries(of: table), [])
    } else {
      (root, faults) = Self.readable(text)
    }
  }

  /// The values by their paths, such as `screen.ink` and `page[2].title`.
  var values: [String: TOMLNode] {
    var values: [String: TOMLNode] = [:]
    func collect(_ node: TOMLNode, _ path: String) {
      values[path] = node
      switch node {
      case .table(let entries): for (key, value) in entries { collect(value, "\(path).\(key)") }
      case .list(let nodes):
        // Elements that are no tables have no settings.
        for (place, node) in nodes.enumerated() where node.table != nil {
          collect(node, "\(path)[\(place + 1)]")
        }
      default: break
      }
    }
    for (key, value) in root { collect(value, key) }
    return values
  }

  private static func parsed(_ text: String) throws(TOMLFault) -> TOMLTable {
    guard TOMLStatement.isSafe(text) else { throw TOMLFault(line: 1, reason: nil) }
    do { return try TOMLTable(string: text) } catch {
      let fault = error as? TOMLParseError
      throw TOMLFault(line: fault?.source.begin.line, reason: fault?.description)
    }
  }

  /// So many mistakes and no more are looked for; in a file with more nothing counts.
  private static let faultLimit = 100

  /// Leaves out the statements that are no TOML, and those that are none beside the others.
  private static func readable(
    _ text: String
  ) -> (root: [(key: String, value: TOMLNode)], faults: [TOMLFault]) {
    var faults: [TOMLFault] = []
    var kept: [(statement: TOMLStatement, text: String)] = []
    for statement in TOMLStatement.all(in: text) {
      var text: String? = statement.text
      do throws(TOMLFault) { _ = try parsed(statement.text) } catch {
        faults.append(error.moved(into: statement))
        text = statement.mended.flatMap { (try? parsed($0)) == nil ? nil : $0 }
      }
      if let text { kept.append((statement, text)) }
    }
    while faults.count < faultLimit {
      do throws(TOMLFault) {
        let table = try parsed(kept.map(\.text).joined(separator: "\n"))
        return (TOMLNode.entries(of: table), faults.sorted { ($0.line ?? 0) < ($1.line ?? 0) })
      } catch {
        // Which of the statements that line of all of them is in.
        var below = (error.line ?? 1) - 1
        let place = kept.firstIndex { _, text in
          below -= text.utf8.count { $0 == UInt8(ascii: "\n") } + 1
          return below < 0
        }
        guard let place else { break }
        faults.append(TOMLFault(line: kept[place].statement.line, reason: error.reason))
        // With a heading go its settings, which would be read as those of another.
        let end =
          kept[place].statement.isHeading
          ? kept[(place + 1)...].firstIndex { $0.statement.isHeading } ?? kept.endIndex : place + 1
        kept.removeSubrange(place..<end)
      }
    }
    return ([], faults)
  }
}

/// Why a text is not TOML, and on which line, from 1.
struct TOMLFault: Error {
  var line: Int?
  /// In the parser's words; `nil` if it was not asked.
  var reason: String?

  /// The fault of a statement as one of the whole text. What is never closed is noticed where the
  /// text ends; it stands where it begins.
  fileprivate func moved(into statement: TOMLStatement) -> TOMLFault {
    let isOpen = reason?.contains("end-of-file") ?? false
    return TOMLFault(line: statement.line + (isOpen ? 0 : (line ?? 1) - 1), reason: reason)
  }
}

/// One value, whatever its type.
package enum TOMLNode: Sendable {
  case string(String)
  case int(Int)
  case double(Double)
  case list([TOMLNode])
  /// By name.
  case table([(key: String, value: TOMLNode)])
  /// What no setting is, such as a date, as it stands in the file.
  case other(String)

  package var string: String? { if case .string(let text) = self { text } else { nil } }
  package var int: Int? { if case .int(let number) = self { number } else { nil } }
  /// Of whole numbers too.
  package var double: Double? {
    switch self {
    case .double(let number): number
    case .int(let number): Double(number)
    default: nil
    }
  }
  package var list: [TOMLNode]? { if case .list(let nodes) = self { nodes } else { nil } }
  package var table: [(key: String, value: TOMLNode)]? {
    if case .table(let entries) = self { entries } else { nil }
  }

  /// As it stands in the file, for messages.
  package var shown: String {
    switch self {
    case .string(let text): "\"\(text)\""
    case .int(let number): "\(number)"
    case .double(let number): "\(number)"
    case .list(let nodes): "[\(nodes.map(\.shown).joined(separator: ", "))]"
    case .table(let entries):
      "{\(entries.map { "\($0.key) = \($0.value.shown)" }.joined(separator: ", "))}"
    case .other(let text): text
    }
  }

  private init(_ value: any TOMLValueConvertible) {
    self =
      switch value.type {
      case .string: .string(value.string ?? "")
      case .table: .table(value.table.map(Self.entries) ?? [])
      case .array: .list(value.array?.map(TOMLNode.init) ?? [])
      case .int: .int(value.int ?? 0)
      case .double: .double(value.double ?? .nan)
      case .bool, .date, .time, .dateTime: .other(value.debugDescription)
      }
  }

  /// By name, as the parser keeps them.
  fileprivate static func entries(of table: TOMLTable) -> [(key: String, value: TOMLNode)] {
    table.keys.compactMap { key in table[key].map { (key, TOMLNode($0)) } }
  }
}
