/// A setting or a heading of a TOML text with all the lines it goes on for: what is left out where
/// it is no TOML, so that the rest can be read, and where a setting stands.
package struct TOMLStatement {
  package enum Kind: Hashable { case setting, table, element, neither }

  package let kind: Kind
  /// `screen.ink`; `screen` for the heading `[screen]`, `page[2]` for the second `[[page]]`,
  /// `page[2].race` for `[page.race]` below it; empty for what is neither.
  package let path: String
  /// What stands in the brackets of a heading.
  private let name: String
  /// Where it begins, from 1.
  package let line: Int
  /// Its lines; comments and empty lines after it are among them.
  private(set) var lines: [Substring]

  package var text: String { lines.joined(separator: "\n") }

  var isHeading: Bool { kind == .table || kind == .element }

  /// A heading whose brackets are wrong, as it was meant.
  var mended: String? {
    switch kind {
    case .table: "[\(name)]"
    case .element: "[[\(name)]]"
    case .setting, .neither: nil
    }
  }

  /// Cuts a text, good or not. A line that looks like a setting or a heading begins a statement
  /// even where a bracket or a quotation mark before it is still open.
  package static func all(in text: String) -> [TOMLStatement] {
    var statements: [TOMLStatement] = []
    var nesting = Nesting()
    var (section, lists) = ("", Lists())
    for (index, line) in lines(of: text).enumerated() {
      var kind: Kind?
      var (path, name) = ("", "")
      if nesting.isText {
      } else if let heading = heading(line) {
        kind = heading.isElement ? .element : .table
        name = heading.name
        path = lists.path(of: name, isElement: heading.isElement)
        section = path + "."
      } else if let key = key(line) {
        (kind, path) = (.setting, section + key)
      } else if nesting.depth == 0, let first = line.drop(while: \.isBlank).first, first != .hash {
        kind = .neither
      }
      if let kind {
        statements.append(
          TOMLStatement(kind: kind, path: path, name: name, line: index + 1, lines: []))
        nesting = Nesting()
      }
      nesting.read(line)
      if !statements.isEmpty { statements[statements.count - 1].lines.append(Substring(line)) }
    }
    return statements
  }

  /// Whether a text may be given to the parser, which ends the program at some texts that are no
  /// TOML: toml++ asserts that brackets have their partners, a heading a name, and a date no lone
  /// digit after it. Dates with a time are left out with these.
  static func isSafe(_ text: String) -> Bool {
    var nesting = Nesting()
    for line in lines(of: text) {
      if nesting.isPlain, !hasName(line) { return false }
      nesting.read(line)
      if nesting.isBroken { return false }
    }
    return true
  }

  /// Whether a line has a name in its brackets, if it is a heading.
  private static func hasName(_ line: Substring.UTF8View) -> Bool {
    var rest = line.drop(while: \.isBlank)
    guard rest.first == .openBracket else { return true }
    for _ in 0..<2 where rest.first == .openBracket {
      rest = rest.dropFirst().drop(while: \.isBlank)
    }
    return rest.first.map { $0.isBare || $0.isQuote || $0 == .closeBracket } ?? false
  }

  private static func lines(of text: String) -> [Substring.UTF8View] {
    let lines = text.utf8.split(separator: .lineFeed, omittingEmptySubsequences: false)
    return lines.map { $0.last == .carriageReturn ? $0.dropLast() : $0 }
  }

  /// The name in `[name]` or `[[name]]`, whether or not the brackets are closed.
  private static func heading(_ line: Substring.UTF8View) -> (name: String, isElement: Bool)? {
    let opened = line.drop(while: \.isBlank)
    guard opened.first == .openBracket else { return nil }
    let inner = opened.drop { $0 == .openBracket || $0.isBlank }
    let name = inner.prefix { $0.isBare || $0 == .dot || $0.isBlank }.filter { !$0.isBlank }
    let rest = inner.drop { $0.isBare || $0 == .dot || $0.isBlank }
    guard name.first.map({ $0 > .nine }) == true,
      rest.isEmpty || rest.first == .closeBracket || rest.first == .hash
    else { return nil }
    return (String(decoding: name, as: UTF8.self), opened.starts(with: "[[".utf8))
  }

  /// What stands before the `=`, without spaces and quotation marks.
  private static func key(_ line: Substring.UTF8View) -> String? {
    guard let equals = line.firstIndex(of: .equals) else { return nil }
    let name = line[..<equals]
    let key = name.filter { !$0.isBlank && !$0.isQuote }
    guard !key.isEmpty, key.allSatisfy({ $0.isBare || $0 == .dot }),
      name.count(where: \.isQuote).isMultiple(of: 2)
    else { return nil }
    return String(decoding: key, as: UTF8.self)
  }
}

/// How many elements each list of tables has so far.
private struct Lists {
  private var counts: [String: Int] = [:]

  /// `page[2].point[1]` for `page.point` after two pages: a list's name means its last element.
  mutating func path(of name: String, isElement: Bool) -> String {
    let parts = name.split(separator: ".")
    var path = ""
    for (place, part) in parts.enumerated() {
      path += (place == 0 ? "" : ".") + part
      if isElement, place == parts.count - 1 { counts[path, default: 0] += 1 }
      if let count = counts[path] { path += "[\(count)]" }
    }
    return path
  }
}

/// What is open at the end of a line: brackets, or a text of several lines.
private struct Nesting {
  private var open: [UInt8] = []
  /// The quotation mark that three of close the text.
  private var quote: UInt8?
  /// What no TOML has outside texts: a bracket without its partner, a letter that is not ASCII, a
  /// date with a digit after it.
  private(set) var isBroken = false

  var isText: Bool { quote != nil }
  var depth: Int { open.count }
  var isPlain: Bool { open.isEmpty && quote == nil }

  mutating func read(_ line: Substring.UTF8View) {
    var rest = line
    while let first = rest.first {
      if let quote {
        if rest.prefix(3).elementsEqual([quote, quote, quote]) {
          self.quote = nil
          // Up to two more are the text's own.
          rest = rest.dropFirst(min(5, rest.prefix { $0 == quote }.count))
        } else {
          rest = rest.dropFirst(first == .backslash && quote == .doubleQuote ? 2 : 1)
        }
      } else if first.isQuote, rest.prefix(3).elementsEqual([first, first, first]) {
        quote = first
        rest = rest.dropFirst(3)
      } else if first.isQuote {
        rest = rest.dropFirst()
        while let next = rest.first, next != first {
          rest = rest.dropFirst(next == .backslash && first == .doubleQuote ? 2 : 1)
        }
        rest = rest.dropFirst()
      } else if first == .hash {
        return
      } else {
        read(first, rest)
        rest = rest.dropFirst()
      }
    }
  }

  private mutating func read(_ byte: UInt8, _ rest: Substring.UTF8View) {
    switch byte {
    case .openBracket, .openBrace: open.append(byte)
    case .closeBracket, .closeBrace:
      let partner: UInt8 = byte == .closeBracket ? .openBracket : .openBrace
      if open.popLast() != partner { isBroken = true }
    case .minus:
      let next = Array(rest.dropFirst().prefix(4))
      if next.count == 4, next[0].isDigit, next[1].isDigit, next[2].isBlank, next[3].isDigit {
        isBroken = true
      }
    default: if byte > 0x7F { isBroken = true }
    }
  }
}

// The bytes that TOML is made of.
extension UInt8 {
  fileprivate static let lineFeed = UInt8(ascii: "\n")
  fileprivate static let carriageReturn = UInt8(ascii: "\r")
  fileprivate static let hash = UInt8(ascii: "#")
  fileprivate static let equals = UInt8(ascii: "=")
  fileprivate static let dot = UInt8(ascii: ".")
  fileprivate static let minus = UInt8(ascii: "-")
  fileprivate static let nine = UInt8(ascii: "9")
  fileprivate static let backslash = UInt8(ascii: "\\")
  fileprivate static let doubleQuote = UInt8(ascii: "\"")
  fileprivate static let openBracket = UInt8(ascii: "[")
  fileprivate static let closeBracket = UInt8(ascii: "]")
  fileprivate static let openBrace = UInt8(ascii: "{")
  fileprivate static let closeBrace = UInt8(ascii: "}")

  fileprivate var isBlank: Bool { self == UInt8(ascii: " ") || self == UInt8(ascii: "\t") }
  fileprivate var isDigit: Bool { (UInt8(ascii: "0")...(.nine)).contains(self) }
  fileprivate var isQuote: Bool { self == .doubleQuote || self == UInt8(ascii: "'") }
  /// Of a name without quotation marks.
  fileprivate var isBare: Bool {
    switch Character(Unicode.Scalar(self)) {
    case "a"..."z", "A"..."Z", "0"..."9", "_", "-": true
    default: false
    }
  }
}
