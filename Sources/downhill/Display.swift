import App
import Drawing
import Files
import Terminal
import Texts

/// How things are to look, in the words of the command line. What is not said is as the user's file
/// says.
struct Display {
  var theme: String?
  var color: String?
  var glyphs: String?
  var ambiguous: String?
  var pixels: String?
  var isSynchronized = true
  var isPresentation = false
  /// `on` or `off`.
  var shading: String?

  /// A race as this and the user's file want to see it.
  func model(of setup: RaceSetup) throws(Fault) -> Model {
    let library = ThemeLibrary(Shelf("themes"))
    var config = Words.config
    let configured = theme == nil ? config.theme(from: library) : nil
    var chosen = configured ?? library.themes[0]
    var notice = Words.strings.notice(of: config.errors + Words.languageErrors + library.errors)
    if let theme {
      do throws(Fault) {
        let (asked, errors) = try library.theme(theme)
        chosen = asked
        Words.warn(errors)
        notice = Words.strings.notice(of: errors) ?? notice
      } catch {
        guard case .unreadable = error.problem else { throw error }
        notice = Words.strings(
          .errorDefaultTheme,
          ["problem": Words.strings.describe(error), "name": chosen.name])
        Words.warn(notice ?? "")
      }
    }
    var model = Model(setup, strings: Words.strings, themes: library.themes, theme: chosen)
    model.explainsSigns = true
    model.followsBackground = theme == nil && configured == nil
    model.notice = Words.strings.notice(of: setup.notes)
    if let notice { model.warn(notice) }
    model.isPresentation = isPresentation
    model.showsShading = try isOn(shading, "--shading") ?? config.shading ?? true
    model.keymap = config.keymap
    model.lessonShelf = Shelf("lessons")
    if let speed = config.speed { model.speed = Speed(stepsPerSecond: speed) }
    return model
  }

  /// What `on` and `off` mean; `nil` if neither was said.
  private func isOn(_ text: String?, _ flag: String) throws(Fault) -> Bool? {
    let words = ["on", "off"]
    guard let text else { return nil }
    guard let place = words.firstIndex(of: text.lowercased()) else {
      throw Fault(.flag(flag), .wrong(found: text, .oneOf(words)))
    }
    return place == 0
  }

  /// What a model wants of the terminal.
  func wishes(for model: Model) throws(Fault) -> TerminalWishes {
    try TerminalWishes(
      color: color, glyphs: glyphs, ambiguous: ambiguous, pixels: pixels,
      asksForTheme: !model.followsBackground)
  }

  /// Shows a model until its user quits.
  ///
  /// - Parameters:
  ///   - mail: how another terminal is talked to; if `nil`, as one that gives lessons does.
  ///   - classLine: the class that has been opened; if `nil`, one that a key may open.
  ///   - prepare: does what the terminal's letters decide about.
  func show(
    _ model: Model, _ wishes: TerminalWishes, mail: Mail? = nil, classLine: OpenClass? = nil,
    prepare: (inout Model) throws -> Void = { _ in }
  ) throws {
    checkLimits()
    let screen: CursesScreen
    do throws(TerminalError) {
      screen = try CursesScreen(wishes, synchronized: isSynchronized)
    } catch {
      Words.fail(describe(error))
    }
    defer { screen.close() }
    var model = model
    // Letters that are not ASCII need another set.
    if screen.findings().glyphs.set == .ascii { model.strings = Strings("en") }
    try prepare(&model)
    let platform = Platform()
    defer { platform.close() }
    let openClass = classLine ?? OpenClass()
    defer { openClass.close() }
    var mail = mail ?? platform.mail
    mail.classLine = openClass
    Program.run(
      model, on: screen, mail: mail, save: { $0.save() },
      openFilm: OutputFile.film)
  }
}
