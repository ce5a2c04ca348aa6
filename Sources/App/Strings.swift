import TOMLKit

/// The texts of one language: a table from `Languages/`, embedded in the program.
package struct Strings: Sendable {
  package let language: String
  private let table: [String: String]

  /// The languages there are, by ISO 639 code; the first is the fallback.
  package static let languages = ["en", "ko"]

  /// The table of a language; English if there is none.
  package init(_ language: String) {
    let known = Self.languages.contains(language) ? language : Self.languages[0]
    self.language = known
    table = Self.flat(Self.source(of: known))
  }

  /// The language that a locale such as `ko_KR.UTF-8` asks for.
  package static func language(ofLocale locale: String) -> String {
    let code = String(locale.prefix(while: \.isLetter))
    return languages.contains(code) ? code : languages[0]
  }

  package subscript(text: Text) -> String { self[text.rawValue] }

  /// A text with its `{blanks}` filled in.
  ///
  /// Braces within a value are the user's own and stay.
  package func callAsFunction(_ text: Text, _ blanks: [String: String]) -> String {
    var result = ""
    var rest = self[text][...]
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      let name = String(rest[rest.index(after: open)..<close])
      result += rest[..<open] + (blanks[name] ?? "{\(name)}")
      rest = rest[rest.index(after: close)...]
    }
    return result + rest
  }

  /// What a rule is about: `adam`, `idea`.
  package func optimizer(_ name: String, _ part: OptimizerPart) -> String {
    self["optimizer.\(name).\(part.rawValue)"]
  }

  package enum OptimizerPart: String, CaseIterable, Sendable { case idea, route, watch }

  /// What to see on a surface, in one sentence.
  package func surface(_ name: String) -> String { self["surface.\(name)"] }

  /// A key that a table lacks shows itself; a test keeps every table complete.
  private subscript(key: String) -> String { table[key] ?? key }

  /// Every key of the table, for the tests of completeness.
  package var keys: Set<String> { Set(table.keys) }

  private static func source(of language: String) -> [UInt8] {
    language == "ko" ? PackageResources.ko_toml : PackageResources.en_toml
  }

  private static func flat(_ source: [UInt8]) -> [String: String] {
    guard let table = try? TOMLTable(string: String(decoding: source, as: UTF8.self)) else {
      preconditionFailure("a language table that is not TOML")
    }
    var texts: [String: String] = [:]
    func collect(_ table: TOMLTable, _ prefix: String) {
      for (key, value) in table {
        if let inner = value.table {
          collect(inner, "\(prefix)\(key).")
        } else {
          texts[prefix + key] = value.string
        }
      }
    }
    collect(table, "")
    return texts
  }
}
