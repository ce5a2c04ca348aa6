package import Texts

/// The languages that can be spoken: those in the program, and those of the folders where language
/// files lie. A file speaks before a table in the program of the same name.
package struct LanguageLibrary: Sendable {
  private let shelf: Shelf

  package init(_ shelf: Shelf) { self.shelf = shelf }

  /// The names of all, the built-in ones first.
  package var names: [String] {
    var names = Strings.languages
    for name in shelf.files.map(\.fileName) where !names.contains(name) { names.append(name) }
    return names
  }

  /// The texts of the language of that name, or in that file, and what is wrong with the file.
  package func language(
    _ name: String
  ) throws(Fault) -> (strings: Strings, errors: [Fault]) {
    guard let path = path(of: name) else {
      if Strings.languages.contains(name) { return (Strings(name), []) }
      throw Fault(.flag("--language"), .unknown(.errorUnknownLanguage, found: name, names: names))
    }
    let file = LanguageFile(try Self.text(path), file: path)
    return (Strings(name.fileName, texts: file.texts), file.errors)
  }

  private static func text(_ path: String) throws(Fault) -> String {
    guard let text = Shelf.text(ofFile: path) else {
      throw Fault(.file(path), .unreadable(.init(.expectedLanguageFile)))
    }
    return text
  }

  /// The language that a locale such as `fr_FR.UTF-8` asks for: `fr_FR`, else `fr`; English if
  /// there is neither.
  package func language(ofLocale locale: String) -> String {
    let name = String(locale.prefix { $0 != "." && $0 != "@" }.map { $0 == "-" ? "_" : $0 })
    return [name, String(name.prefix(while: \.isLetter))].first(where: has) ?? Strings.languages[0]
  }

  private func has(_ name: String) -> Bool {
    Strings.languages.contains(name) || !Shelf.isPath(name) && path(of: name) != nil
  }

  /// The file that a language is in; `nil` if it is in the program alone.
  private func path(of name: String) -> String? {
    Shelf.isPath(name) ? name : shelf.file(named: name)
  }

  /// A language as a person who works on it wants to see it.
  package struct Entry: Sendable {
    package let name: String
    /// `nil` if it is in the program alone.
    package let path: String?
    /// The text of its file.
    package let source: String
    package let strings: Strings
    package let check: LanguageCheck
  }

  /// Everything about the language of that name, or in that file.
  package func entry(_ name: String) throws(Fault) -> Entry {
    let strings = try language(name).strings
    let path = path(of: name)
    let source = try path.map(Self.text) ?? Strings.source(of: name)
    return Entry(
      name: name.fileName, path: path, source: source, strings: strings,
      check: LanguageCheck(source, file: path ?? "\(name).toml"))
  }
}
