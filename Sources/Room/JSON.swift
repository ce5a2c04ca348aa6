import Drawing

/// A value of JSON (RFC 8259), as phones and the room speak it.
package indirect enum JSON: Hashable, Sendable {
  case null
  case bool(Bool)
  case number(Double)
  case string(String)
  case array([JSON])
  /// In the order of writing.
  case object([Member])

  package struct Member: Hashable, Sendable {
    package let name: String
    package let value: JSON

    package init(_ name: String, _ value: JSON) { (self.name, self.value) = (name, value) }
  }

  /// The value of that name, if this is an object that has one; the last of several.
  package subscript(name: String) -> JSON? {
    guard case .object(let members) = self else { return nil }
    return members.last { $0.name == name }?.value
  }

  package var number: Double? { if case .number(let number) = self { number } else { nil } }

  package var string: String? { if case .string(let string) = self { string } else { nil } }

  /// A whole number, if it is one.
  package var integer: Int? { number.flatMap { Int(exactly: $0) } }

  /// The value in one line, without spaces. Numbers that JSON has no words for (NaN, ∞) are null.
  ///
  /// Within strings what is hidden is spelt (see `Spelling`), and so is `<`: the text may stand in
  /// a page.
  package var text: String {
    var text = ""
    write(to: &text)
    return text
  }

  private func write(to text: inout String) {
    switch self {
    case .null: text += "null"
    case .bool(let bool): text += bool ? "true" : "false"
    case .number(let number): Self.write(number, to: &text)
    case .string(let string): Self.write(string, to: &text)
    case .array(let values):
      text += "["
      for (index, value) in values.enumerated() {
        if index > 0 { text += "," }
        value.write(to: &text)
      }
      text += "]"
    case .object(let members):
      text += "{"
      for (index, member) in members.enumerated() {
        if index > 0 { text += "," }
        Self.write(member.name, to: &text)
        text += ":"
        member.value.write(to: &text)
      }
      text += "}"
    }
  }

  private static func write(_ number: Double, to text: inout String) {
    if let integer = Int(exactly: number), abs(integer) < 1 << 53 {
      text += "\(integer)"
    } else {
      text += number.isFinite ? "\(number)" : "null"
    }
  }

  private static func write(_ string: String, to text: inout String) {
    text += "\""
    for scalar in string.unicodeScalars {
      switch scalar {
      case "\"": text += "\\\""
      case "\\": text += "\\\\"
      case "<": text += Spelling.json.spell(scalar)
      case _ where scalar.isHidden: text += Spelling.json.spell(scalar)
      default: text.unicodeScalars.append(scalar)
      }
    }
    text += "\""
  }
}

extension JSON: ExpressibleByDictionaryLiteral, ExpressibleByArrayLiteral,
  ExpressibleByStringLiteral, ExpressibleByBooleanLiteral, ExpressibleByIntegerLiteral,
  ExpressibleByFloatLiteral
{
  package init(dictionaryLiteral members: (String, JSON)...) {
    self = .object(members.map { Member($0.0, $0.1) })
  }
  package init(arrayLiteral values: JSON...) { self = .array(values) }
  package init(stringLiteral string: String) { self = .string(string) }
  package init(booleanLiteral bool: Bool) { self = .bool(bool) }
  package init(integerLiteral integer: Int) { self = .number(Double(integer)) }
  package init(floatLiteral number: Double) { self = .number(number) }

  package init(_ integer: Int) { self = .number(Double(integer)) }
  package init(_ integer: Int?) { self = integer.map { .number(Double($0)) } ?? .null }
  package init(_ number: Double) { self = .number(number) }
  package init(_ number: Double?) { self = number.map(JSON.number) ?? .null }
  package init(_ string: String) { self = .string(string) }
  package init(_ string: String?) { self = string.map(JSON.string) ?? .null }
  package init(_ bool: Bool) { self = .bool(bool) }
}
