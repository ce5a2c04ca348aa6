/// The texts of one language: a table from `Languages/`, embedded in the program, or from a file.
package struct Strings: Sendable {
  package let language: String
  /// What is wrong with the file they are from.
  package let errors: [FileError]
  private let table: [String: String]

  /// The languages in the program, by ISO 639 code; the first is the fallback.
  package static let languages = ["en", "ko"]
  private static let english = Strings(languages[0])

  /// The table of a language in the program; English if there is none.
  package init(_ language: String) {
    let known = Self.languages.contains(language) ? language : Self.languages[0]
    self.language = known
    errors = []
    let file = LanguageFile(Self.source(of: known), file: known)
    precondition(file.errors.isEmpty, "a language table that is not TOML")
    table = file.texts
  }

  /// The texts of a file, before those of the program in the same language.
  package init(_ language: String, _ file: LanguageFile) {
    self.language = language
    errors = file.errors
    table =
      Self.languages.contains(language)
      ? Strings(language).table.merging(file.texts) { $1 } : file.texts
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

  /// The text of a key; English stands in for a text that is missing. A key that no table has shows
  /// itself; a test keeps those in the program complete.
  package subscript(key: String) -> String {
    table[key] ?? (language == Self.languages[0] ? nil : Self.english.table[key]) ?? key
  }

  /// Every key of the table.
  package var keys: Set<String> { Set(table.keys) }

  /// The table of a language in the program as its file says it; English if there is none.
  package static func source(of language: String) -> String {
    String(decoding: embedded(language), as: UTF8.self)
  }

  private static func embedded(_ language: String) -> [UInt8] {
    language == "ko" ? PackageResources.ko_toml : PackageResources.en_toml
  }
}
