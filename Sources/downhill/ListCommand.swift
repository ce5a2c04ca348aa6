import App
import ArgumentParser

struct ListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: Words.strings[.commandList])

  @Argument(help: help(.commandWhat, "surfaces|optimizers|themes|keys")) var what: String
  @Option(help: help(.commandListFormat, "FORMAT")) var format: String = "table"
  @Option(help: help(.commandLanguage, "CODE")) var language: String?

  func run() throws {
    try Words.checkLanguage()
    let what: ListReport.What = try word(what, .list)
    let format: ListReport.Format = try word(format, .format)
    let themes = ThemeLibrary(folders: themeFolders())
    Words.warnOfConfig()
    if what == .themes { for error in themes.errors { Words.warn(Words.strings.describe(error)) } }
    Words.print(
      try ListReport(
        strings: Words.strings, themes: themes, keymap: Words.config.keymap,
        hasColors: try outputHasTrueColor()
      )
      .text(what, as: format))
  }
}
