import App
import Drawing
import Terminal

/// How things are to look, in the words of the command line. What is not said is as the user's file
/// says.
struct Display {
  var theme: String?
  var color: String?
  var glyphs: String?
  var ambiguous: String?
  var isSynchronized = true

  func wishes() throws(InputError) -> TerminalWishes {
    try TerminalWishes(color: color, glyphs: glyphs, ambiguous: ambiguous)
  }

  /// A race as this and the user's file want to see it.
  func model(of setup: RaceSetup) throws(InputError) -> Model {
    let known = whole(setup)
    var model = if let known { known } else { try chosen(setup) }
    model.keymap = Words.config.keymap
    model.lessonShelf = Shelf("lessons")
    if let speed = Words.config.speed { model.speed = Speed(stepsPerSecond: speed) }
    return model
  }

  /// With no more than the theme in force, if one file says it; `t` reads the others.
  private func whole(_ setup: RaceSetup) -> Model? {
    let (config, shelf) = (Words.config, Shelf("themes"))
    let name = theme ?? config.theme ?? Theme.night.name
    guard let theme = ThemeLibrary.whole(name, on: shelf) else { return nil }
    var model = Model(setup, strings: Words.strings, themes: [theme], theme: theme)
    model.themeShelf = shelf
    model.notice = Words.strings.notice(of: config.errors + Words.strings.errors)
    return model
  }

  /// With all themes, and news of the mistakes in their files.
  private func chosen(_ setup: RaceSetup) throws(InputError) -> Model {
    let library = ThemeLibrary(Shelf("themes"))
    var config = Words.config
    var chosen = theme == nil ? config.theme(from: library) ?? library.themes[0] : library.themes[0]
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
    model.notice = notice
    return model
  }

  /// Shows a model until its user quits.
  ///
  /// - Parameter prepare: does what the terminal's letters decide about.
  func show(
    _ model: Model, _ wishes: TerminalWishes, prepare: (inout Model) throws -> Void = { _ in }
  ) throws {
    let screen: CursesScreen
    do throws(TerminalError) {
      screen = try CursesScreen(wishes, synchronized: isSynchronized)
    } catch {
      Words.fail(describe(error))
    }
    defer { screen.close() }
    var model = model
    model.rendition = Rendition(glyphs: screen.glyphs.set, colors: screen.colors.depth)
    // Letters that are not ASCII need another set.
    if model.rendition.glyphs == .ascii { model.strings = Strings("en") }
    try prepare(&model)
    Program.run(model, on: screen)
  }
}
