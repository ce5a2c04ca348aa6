import Drawing
import TOML

/// The texts of one language: a table from `Languages/`, embedded in the program, or from a file.
package struct Strings: Sendable {
  package let language: String
  private let table: [String: String]

  /// The languages in the program, by ISO 639 code; the first is the fallback.
  package static let languages = ["en", "ko"]
  private static let english = Strings(languages[0])

  /// The table of a language in the program; English if there is none.
  package init(_ language: String) {
    let known = Self.languages.contains(language) ? language : Self.languages[0]
    self.language = known
    table = TOMLTexts(Self.embedded(known), until: Self.prose).texts
  }

  /// Texts by key, before those of the program in the same language.
  package init(_ language: String, texts: [String: String]) {
    self.language = language
    // They become help too, which another library prints.
    let texts = texts.mapValues { $0.speltLines() }
    table =
      Self.languages.contains(language)
      ? Strings(language).table.merging(texts) { $1 } : texts
  }

  package subscript(text: Text) -> String { self[text.rawValue] }

  /// A text with its `{blanks}` filled in, and the form of a `Particle` chosen behind them.
  ///
  /// Braces within a value are the user's own and stay; what must not be shown is spelt, and so are
  /// line ends (see `Spelling`).
  package func callAsFunction(_ text: Text, _ blanks: [String: String]) -> String {
    filled(self[text], blanks)
  }

  func filled(_ template: String, _ blanks: [String: String]) -> String {
    var result = ""
    var rest = template.utf8[...]
    while let open = rest.firstIndex(of: UInt8(ascii: "{")),
      let close = rest[open...].firstIndex(of: UInt8(ascii: "}"))
    {
      let name = String(template[template.index(after: open)..<close])
      result += template[rest.startIndex..<open]
      result += blanks[name]?.spelt ?? Particle(name)?.form(after: result) ?? "{\(name)}"
      rest = rest[rest.index(after: close)...]
    }
    return result + template[rest.startIndex...]
  }

  /// What a rule is about: `adam`, `idea`.
  package func optimizer(_ name: String, _ part: OptimizerPart) -> String {
    self["optimizer.\(name).\(part.rawValue)"]
  }

  package enum OptimizerPart: String, CaseIterable, Sendable { case idea, route, watch }

  /// What to see on a surface, in one sentence.
  package func surface(_ name: String) -> String { self["surface.\(name)"] }

  /// What an example shows, in one sentence.
  package func example(_ name: String) -> String { self["example.\(name)"] }

  /// What a key does, by its action's name, in the help and in a word or two of the footer.
  package func help(_ words: String) -> String { self["help.\(words)"] }
  package func footer(_ words: String) -> String { self["footer.\(words)"] }

  /// What stands above a column of a lesson's numbers.
  package func counter(_ quantity: String) -> String { self["counter.\(quantity)"] }

  /// What one key does alone, where the help says it of several at once: by the action's name, or
  /// that without the number behind it, with a blank `{number}`.
  ///
  /// - Parameter words: the text of the help, which stands for both.
  package func action(_ name: String, in words: String) -> String {
    if let text = table["action.\(name)"] { return text }
    guard let dash = name.lastIndex(of: "-"), let number = Int(name[name.index(after: dash)...]),
      let text = table["action.\(name[..<dash])"]
    else { return help(words) }
    return filled(text, ["number": "\(number)"])
  }

  /// What a command or an option is for.
  package func command(_ name: String) -> String { self["command.\(name)"] }

  /// The text of a key; English stands in for a text that is missing. A key that no table has shows
  /// itself; a test keeps those in the program complete.
  package subscript(key: String) -> String {
    table[key] ?? (language == Self.languages[0] ? nil : Self.english.table[key]) ?? key
  }

  /// Every key of the table, without those of the lessons.
  package var keys: Set<String> { Set(table.keys.filter { !$0.hasPrefix("lesson.") }) }

  /// The prose of the lessons by key, such as `lesson.momentum.title`. It is read whenever it is
  /// asked for, since a race needs none of it.
  package var lessonTexts: [String: String] {
    var texts = Self.lessonTexts(of: Self.languages[0])
    if language != Self.languages[0], Self.languages.contains(language) {
      texts.merge(Self.lessonTexts(of: language)) { $1 }
    }
    return texts.merging(table.filter { $0.key.hasPrefix("lesson.") }) { $1 }
  }

  /// The prose of the lessons that a language in the program has itself.
  package static func lessonTexts(of language: String) -> [String: String] {
    TOMLTexts(embedded(language), from: prose).texts
  }

  /// The table of the lessons' prose, which stands at the end of a language's: no start needs it.
  private static let prose = "lesson"

  /// The table of a language in the program as its file says it; English if there is none.
  package static func source(of language: String) -> String {
    String(decoding: embedded(language), as: UTF8.self)
  }

  private static func embedded(_ language: String) -> [UInt8] {
    embeddedFile("Languages/\(languages.contains(language) ? language : languages[0]).toml")
  }
}
