import TOML
import Texts

/// A language as a TOML file says it: the texts that it has. English stands in for the others.
package struct LanguageFile: Sendable {
  /// By key, such as `header.start`.
  package let texts: [String: String]
  /// What is no TOML.
  package let errors: [Fault]

  package init(_ text: String, file: String) {
    let toml = TOMLTexts(Array(text.utf8))
    texts = toml.texts
    errors = toml.faults.map { Fault($0, file: file) }
  }
}

/// How far a language file has come, measured against the English table.
package struct LanguageCheck: Sendable {
  /// How many of the texts there are, of how many.
  package let count, total: Int
  /// What is wrong besides texts that are missing.
  package var mistakes: Int {
    errors.count { if case .missing = $0.problem { false } else { true } }
  }
  /// Texts that are missing, that do not exist, or whose blanks are not those of the English ones.
  package let errors: [Fault]

  /// Every key, in the order of the English file.
  package static let keys = TOMLDocument(Strings.source(of: "en")).paths

  package init(_ text: String, file: String) {
    let english = Strings("en")
    let lessons = english.lessonTexts
    var reader = TableReader(text, file: file)
    for key in Self.keys {
      let text = lessons[key] ?? english[key]
      _ = reader.value(key, .translation(of: text), isRequired: true)
    }
    count = Self.keys.count { reader.text($0) != nil }
    total = Self.keys.count
    reader.refuseOthers()
    errors = reader.errors
  }
}

extension Expectation<String> {
  /// A text with the blanks of another.
  fileprivate static func translation(of english: String) -> Expectation {
    let blanks = blanks(of: english)
    let shown = english.count > 60 ? english.prefix(59) + "…" : english[...]
    return Expectation(
      .init(
        blanks.isEmpty ? .expectedTranslation : .expectedTranslationWithBlanks,
        ["english": "\"\(shown)\"", "blanks": blanks.map { "{\($0)}" }.joined(separator: " ")])
    ) { node throws(Misfit) in
      guard let text = node.string, Self.blanks(of: text) == blanks else {
        throw Misfit(found: node.shown)
      }
      return text
    }
  }

  /// The names in braces, by name. A particle in braces is no blank.
  private static func blanks(of text: String) -> [String] {
    text.split(separator: "{", omittingEmptySubsequences: false).dropFirst()
      .map { String($0.prefix { $0 != "}" }) }.filter { Particle($0) == nil }.sorted()
  }
}
