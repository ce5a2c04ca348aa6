import App
import ArgumentParser
import Drawing
import Files
import Reports
import Texts

struct ListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: Words.command("list"))

  @Argument(
    help: help("what", "surfaces|optimizers|themes|languages|keys|texts|examples"),
    completion: .words(ListReport.What.self))
  var what: String
  @Argument(help: help("example", "EXAMPLE"), completion: .list(Example.all.map(\.name)))
  var example: String?
  @Option(help: help("list_format", "FORMAT"), completion: .words(ListReport.Format.self))
  var format: String = "table"
  @Option(help: help("language", "NAME|FILE"), completion: .languages) var language: String?

  func run() throws {
    try Words.checkLanguage()
    let what: ListReport.What = try word(what, .errorUnknownList)
    let format: ListReport.Format = try word(format, .errorUnknownFormat)
    if let example {
      guard what == .examples, format == .table else { throw Fault.extraWord(example) }
      return try send(example)
    }
    let themes = ThemeLibrary(Shelf("themes"))
    let languages = try languages(for: what)
    Words.warnOfConfig()
    if what == .themes { Words.warn(themes.errors) }
    if what == .texts { Words.warn(languages.flatMap(\.check.errors)) }
    let text = try ListReport(
      strings: Words.strings, themes: themes, languages: languages,
      keymap: Words.config.keymap, colors: try outputColors()
    ).text(what, as: format)
    switch (what, format) {
    case (.themes, .table): Words.printAsIs(text)
    case (_, .table): Words.print(text)
    case (_, .json): Words.print(text, as: .json)
    case (_, .toml): Words.print(text, as: .toml)
    }
  }

  /// Prints an example as its file is.
  private func send(_ name: String) throws(Fault) {
    guard let example = Example.all.first(where: { $0.name == name || $0.file == name }) else {
      throw Fault(
        .standard, .unknown(.errorUnknownExample, found: name, names: Example.all.map(\.name)))
    }
    try Words.send(example.bytes(in: Words.strings.language))
  }

  /// All languages, or the one whose texts are to be listed. One that cannot be read is told.
  private func languages(for what: ListReport.What) throws -> [LanguageLibrary.Entry] {
    let names =
      switch what {
      case .languages: Words.languages.names
      case .texts: [Words.name]
      default: [String]()
      }
    return names.compactMap { name in
      do throws(Fault) { return try Words.languages.entry(name) } catch {
        Words.warn(Words.strings.describe(error))
        return nil
      }
    }
  }
}
