import App
import ArgumentParser
import Drawing
import Terminal

/// How things look: the options that `race` and `lesson` share.
struct DisplayOptions: ParsableArguments {
  @Option(help: help(.commandTheme, "NAME|FILE")) var theme: String?
  @Option(help: help(.commandColor, "DEPTH")) var color: String?
  @Option(help: help(.commandGlyphs, "SET")) var glyphs: String?
  @Option(help: help(.commandAmbiguous, "WIDTH")) var ambiguous: String?
  @Flag(help: help(.commandNoSync)) var noSync = false
  @Flag(help: help(.commandPlain)) var plain = false
  @Option(parsing: .unconditional, help: help(.commandPlainEvery, "NUMBER")) var every: String?

  func wishes(asksForTheme: Bool) throws(InputError) -> TerminalWishes {
    try TerminalWishes(
      color: color, glyphs: glyphs, ambiguous: ambiguous, asksForTheme: asksForTheme)
  }

  /// A race as these options and the user's file want to see it.
  func model(of setup: RaceSetup) throws(InputError) -> Model {
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
    model.notice = notice
    model.keymap = config.keymap
    model.lessonShelf = Shelf("lessons")
    if let speed = config.speed { model.speed = Speed(stepsPerSecond: speed) }
    return model
  }

  /// Every how many steps `plain` has a line, if that was said.
  func steps() throws(InputError) -> Int? {
    try number(every, "--every", .expectedCount, in: 1...Lesson.lastStep)
  }

  /// Lines on standard output, and what is typed on standard input.
  func talk() -> PlainTalk {
    let lines = TypedLines()
    return PlainTalk(
      strings: Words.strings, write: Words.print,
      read: {
        // Whoever types must have read what was asked.
        try? Words.flush()
        return lines.next()
      }, hasEnded: { lines.hasEnded })
  }

  /// Shows a model until its user quits.
  ///
  /// - Parameter prepare: does what the terminal's letters decide about.
  func show(
    _ model: Model, _ wishes: TerminalWishes, prepare: (inout Model) throws -> Void = { _ in }
  ) throws {
    let screen: CursesScreen
    do throws(TerminalError) {
      screen = try CursesScreen(wishes, synchronized: !noSync)
    } catch {
      Words.fail(describe(error))
    }
    defer { screen.close() }
    var model = model
    // Letters that are not ASCII need another set.
    if screen.findings().glyphs.set == .ascii { model.strings = Strings("en") }
    try prepare(&model)
    Program.run(model, on: screen)
  }
}
