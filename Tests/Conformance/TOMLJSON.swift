import Foundation
import TOML

/// Says how TOML texts are read, for `toml.py`. On standard input comes one text after another,
/// each after its length in bytes and a line feed. Each is answered in one line: as JSON with
/// types, as github.com/toml-lang/toml-test has it, or by `!` and line and column of what is no
/// TOML.
@main enum TOMLJSON {
  static func main() {
    let input = [UInt8](FileHandle.standardInput.readDataToEndOfFile())
    var rest = input[...]
    while let end = rest.firstIndex(of: UInt8(ascii: "\n")) {
      let length = Int(String(decoding: rest[..<end], as: UTF8.self)) ?? 0
      rest = rest[(end + 1)...]
      print(answer(Array(rest.prefix(length))))
      rest = rest.dropFirst(length)
    }
  }

  private static func answer(_ text: [UInt8]) -> String {
    let document = TOMLDocument(text)
    guard let fault = document.faults.first else { return json(document.root) }
    return "!\(fault.place.line):\(fault.place.column) \(fault.reason)"
  }

  private static func json(_ table: TOMLTable) -> String {
    "{\(table.entries.map { "\(quoted($0.name)):\(json($0.node))" }.joined(separator: ","))}"
  }

  private static func json(_ node: TOMLNode) -> String {
    switch node.value {
    case .table(let table): json(table)
    case .list(let nodes): "[\(nodes.map(json).joined(separator: ","))]"
    case .string(let text): tagged("string", text)
    case .int(let number): tagged("integer", "\(number)")
    case .double(let number): tagged("float", "\(number)")
    case .flag(let flag): tagged("bool", "\(flag)")
    case .date(let date): tagged(tag(date.kind), date.text)
    }
  }

  private static func tag(_ kind: TOMLDate.Kind) -> String {
    switch kind {
    case .dateTime: "datetime"
    case .localDateTime: "datetime-local"
    case .localDate: "date-local"
    case .localTime: "time-local"
    }
  }

  private static func tagged(_ type: String, _ value: String) -> String {
    "{\"type\":\"\(type)\",\"value\":\(quoted(value))}"
  }

  private static func quoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\": quoted += "\\\(scalar)"
      case _ where scalar.value < 0x20:
        quoted += "\\u" + ("000" + String(scalar.value, radix: 16)).suffix(4)
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }
}
