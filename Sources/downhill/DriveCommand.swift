import App
import ArgumentParser
import Files
import Reports
import Texts

#if canImport(Glibc)
  import Glibc
#endif

struct DriveCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "drive", abstract: Words.command("drive"))

  @Argument(help: help("drive_ground", "LEVEL|SURFACE"), completion: .levels) var ground: String?
  @Option(parsing: .unconditional, help: help("budget", "NUMBER")) var budget: String?
  @OptionGroup(title: Words.command("look_group")) var look: DisplayOptions
  @Option(help: help("language", "NAME|FILE"), completion: .languages) var language: String?

  func run() throws {
    try Words.checkLanguage()
    let (name, level) = try BlindDrive.ground(ground)
    let budget = try number(budget, "--budget", .expectedCount, in: BlindDrive.budgets)
    let display = look.display
    var model = try display.model(of: try RaceSetup(surface: name))
    let wishes = try display.wishes(for: model)
    model.explainsSigns = false
    model.beginDrive(level: level, budget: budget ?? BlindDrive.standardBudget)
    if look.plain || isatty(STDOUT_FILENO) != 1 {
      Words.warnOfConfig()
      var drive = PlainDrive(model, look.talk())
      return drive.run()
    }
    try display.show(model, wishes)
  }
}
