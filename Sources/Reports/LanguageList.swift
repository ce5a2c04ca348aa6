import Drawing
import Files
import Texts

// The languages and their texts.
extension ListReport {
  func languageTable() -> String {
    rendered(
      [.listName, .listLanguage, .listTexts, .listMistakes, .listFile],
      languages.map { entry in
        [
          entry.name, entry.strings[.languageName], "\(entry.check.count)/\(entry.check.total)",
          "\(entry.check.mistakes)", entry.path ?? strings[.listBuiltIn],
        ]
      })
  }

  func textTable() -> String {
    rendered([.listName, .listText], textLines.map { [$0.name, $0.text] })
  }

  var textLines: [TextLine] {
    languages.flatMap { entry in
      LanguageCheck.keys.map { TextLine(name: $0, text: entry.strings[$0]) }
    }
  }
}

struct LanguageLine: Encodable {
  var name, language: String
  var texts, total, mistakes: Int
  var file: String?

  init(_ entry: LanguageLibrary.Entry) {
    (name, language, file) = (entry.name, entry.strings[.languageName], entry.path)
    (texts, total, mistakes) = (entry.check.count, entry.check.total, entry.check.mistakes)
  }
}

struct TextLine: Encodable {
  var name, text: String
}
