import App
import ArgumentParser
import Files
import Reports
import Texts

#if canImport(Glibc)
  import Glibc
#endif

struct TourCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tour", abstract: Words.command("tour"))

  @OptionGroup(title: Words.command("look_group")) var look: DisplayOptions
  @Option(help: help("language", "NAME|FILE"), completion: .languages) var language: String?

  func run() throws {
    try Words.checkLanguage()
    let display = look.display
    var model = try display.model(of: try RaceSetup())
    let wishes = try display.wishes(for: model)
    // Where nothing can be drawn, the tour can still be read.
    if look.plain || isatty(STDOUT_FILENO) != 1 {
      Words.warnOfConfig()
      return PlainTour(model, look.talk()).tell()
    }
    model.beginTour()
    try display.show(model, wishes)
  }
}
