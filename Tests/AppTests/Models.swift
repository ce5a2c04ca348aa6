import App
import Descent
import Drawing
import Files
import Terminal
import Texts

/// A model of a paused race, as a test wants it.
func model(
  surface: String = "bowl", cars: [String] = ["gd:lr=0.1", "momentum:lr=0.02", "adam:lr=0.1"],
  start: String? = nil, seed: UInt64 = 7, size: Size = Size(80, 24), language: String = "en",
  themes: [Theme] = [.night]
) throws -> Model {
  let setup = try RaceSetup(surface: surface, cars: cars, start: start, seed: seed)
  var model = Model(setup, strings: Strings(language), themes: themes, theme: themes[0])
  model.isPlaying = false
  model.size = size
  return model
}

extension Model {
  /// The model after some messages; their effects are not carried out.
  func after(_ messages: Message...) -> Model {
    var copy = self
    for message in messages { copy.take(message) }
    return copy
  }

  /// Answers a message as `Program` has it answered: as the layout understands it, and with what
  /// has to be read from files.
  mutating func take(_ message: Message) {
    for effect in update(&self, Layout(self)?.meaning(of: message, in: self) ?? message) {
      if case .loadLessons(let shelf) = effect {
        _ = update(&self, .lesson(.loaded(LessonLibrary(strings, shelf))))
      }
    }
  }

  var labJobs: [LabJob] { labJobs(on: Layout(self)) }

  /// The names of the stored properties that differ.
  func changes(to other: Model) -> Set<String> {
    let pairs = zip(Mirror(reflecting: self).children, Mirror(reflecting: other).children)
    return Set(
      pairs.compactMap { before, after in
        String(describing: before.value) == String(describing: after.value) ? nil : before.label
      }
    ).subtracting(["livery"])  // It follows from the cars and the theme.
  }

  /// The names of the stored properties that a message changes.
  func changes(by message: Message) -> Set<String> { changes(to: after(message)) }

  var positions: [Point<Double>] { race.drivers.map(\.position) }
}

/// What is known about a terminal.
func findings(
  glyphs: GlyphSet = .full, colors: ColorDepth = .trueColor, isLight: Bool = false
) -> TerminalFindings {
  var wishes = TerminalWishes()
  (wishes.glyphs, wishes.colors) = (glyphs, colors)
  return TerminalFindings(
    wishes, environment: ["COLORFGBG": isLight ? "0;15" : "15;0"], description: nil,
    isUnicode: true)
}

/// A theme for a light room, the default's colours but for its paper.
func light(named name: String) -> Theme {
  var light = theme(named: name)
  (light.isDark, light.paper) = (false, Color(0xfafafa))
  return light
}

/// A theme that differs from the default in its name alone.
func theme(named name: String) -> Theme {
  var theme = Theme.night
  theme.name = name
  return theme
}

/// The themes that come with the program.
let shippedThemes = ThemeLibrary(Shelf(folders: [repositoryFolder + "/themes"]))

extension MapView {
  /// The views that have maps.
  static let withMaps = allCases.filter { $0 != .tree && ![.chart, .data, .fog].contains($0) }
}
