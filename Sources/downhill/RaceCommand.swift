import App
import ArgumentParser
import Drawing
import FoundationEssentials
import Terminal

#if canImport(Glibc)
  import Glibc
#endif

struct RaceCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "race", abstract: Words.strings[.commandRace])

  @OptionGroup var options: RaceOptions
  @Option(help: help(.commandTheme, "NAME|FILE")) var theme: String?
  @Option(help: help(.commandColor, "DEPTH")) var color: String?
  @Option(help: help(.commandGlyphs, "SET")) var glyphs: String?
  @Option(help: help(.commandAmbiguous, "WIDTH")) var ambiguous: String?
  @Option(help: help(.commandView, "VIEW")) var view: String?
  @Option(parsing: .unconditional, help: help(.commandSpeed, "NUMBER")) var speed: String?
  @Flag(help: help(.commandPaused)) var paused = false
  @Flag(help: help(.commandNoSync)) var noSync = false

  func run() throws {
    let setup = try options.setup()
    // Before anything is shown: a misspelt word is refused without a terminal too.
    let model = try model(of: setup)
    let wishes = try TerminalWishes(
      color: color, glyphs: glyphs, ambiguous: ambiguous, asksForTheme: !model.followsBackground)
    guard isatty(STDOUT_FILENO) == 1 else {
      Words.warnOfConfig()
      let report = RunReport(setup, steps: RunCommand.defaultSteps, strings: Words.strings)
      Words.print(report.table() + "\n" + report.map())
      return
    }
    let screen: CursesScreen
    do throws(TerminalError) {
      screen = try CursesScreen(wishes, synchronized: !noSync)
    } catch {
      Words.fail(describe(error))
    }
    Program.run(model, on: screen)
    screen.close()
  }

  private func model(of setup: RaceSetup) throws -> Model {
    let library = ThemeLibrary(Shelf("themes"))
    var config = Words.config
    let configured = theme == nil ? config.theme(from: library) : nil
    var chosen = configured ?? library.themes[0]
    var notice = Words.strings.notice(of: config.errors + Words.strings.errors + library.errors)
    if let theme {
      do throws(LookupError) {
        let (asked, errors) = try library.theme(theme)
        chosen = asked
        Words.warn(errors)
        notice = Words.strings.notice(of: errors) ?? notice
      } catch {
        guard case .unreadable(let fault) = error else { throw InputError(.theme, error) }
        notice = Words.strings(
          .errorDefaultTheme,
          ["problem": Words.strings.describe(fault), "name": chosen.name])
        Words.warn(notice ?? "")
      }
    }
    var model = Model(setup, strings: Words.strings, themes: library.themes, theme: chosen)
    model.followsBackground = theme == nil && configured == nil
    model.isPlaying = !paused
    model.notice = notice
    model.keymap = config.keymap
    if let speed = config.speed { model.speed = Speed(stepsPerSecond: speed) }
    if let view { model.view = try word(view, .view) }
    if let speed = try number(speed, "--speed", .expectedSpeed, in: Speed.range) {
      model.speed = Speed(stepsPerSecond: speed)
    }
    return model
  }
}
