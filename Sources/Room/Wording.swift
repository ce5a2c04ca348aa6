/// A sentence of the wall for phones, in the languages that they may show.
package struct Wording: Hashable, Sendable {
  package struct Version: Hashable, Sendable {
    /// By ISO 639.
    package let language: String
    package let text: String

    package init(language: String, text: String) { (self.language, self.text) = (language, text) }
  }

  /// The wall's own language first.
  package let versions: [Version]

  package init(_ versions: [Version]) { self.versions = versions }

  package init(_ versions: KeyValuePairs<String, String>) {
    self.versions = versions.map { Version(language: $0.key, text: $0.value) }
  }

  /// As the wall says it.
  package var text: String { versions.first?.text ?? "" }

  var json: JSON { .object(versions.map { .init($0.language, JSON($0.text)) }) }
}
