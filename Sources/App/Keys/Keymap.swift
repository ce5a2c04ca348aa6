import Files
package import Terminal

/// What every key means: in the race, and before that in a lesson, while a start is chosen, a sheet is
/// read or a setting is edited.
package struct Keymap: Sendable {
  package var race = standardRace
  /// In the focus view; other keys work as in the race.
  package var focus = standardFocus
  /// While a start is being chosen; other keys work as in the race.
  package var crosshair = standardCrosshair
  /// While a sheet lies over the map; other keys work as in the race.
  package var sheet = standardSheet
  /// While the editor is open; other keys work as in the race.
  package var editor = standardEditor
  /// While a value is being typed there.
  package var typing = standardTyping

  /// In a lesson, while no start is chosen; other keys work as in the race.
  package var lesson = standardLesson
  /// While the lesson's question waits for votes.
  package var question = standardQuestion
  /// In a lesson whose text and map have no room beside each other.
  package var pocket = standardPocket
  /// While the list of lessons is open.
  package var lessonList = standardLessonList

  /// While the family tree is shown; other keys work as in the race.
  package var tree = standardTree

  /// In the basins and the map of settings; other keys work as in the race.
  package var lab = standardLab
  /// In the map of settings besides.
  package var map = standardMap
  /// In the terrain; other keys work as in the race.
  package var terrain = standardTerrain

  /// The keys of a user who has changed none.
  package static let standard = Keymap()

  package var all: [Binding] { Self.contexts.flatMap { self[keyPath: $0] } }

  /// Each set of keys that are in force together, by where it stands.
  package static var contexts: [any WritableKeyPath<Keymap, [Binding]> & Sendable] {
    [
      \.race, \.focus, \.crosshair, \.sheet, \.editor, \.typing, \.lesson, \.question, \.pocket,
      \.lessonList, \.tree, \.lab, \.map, \.terrain,
    ]
  }

  /// How the first key of an action is written; a dash if it has none.
  func label(of action: String) -> String {
    all.first { $0.action == action }?.keys.first?.label ?? "–"
  }

  /// The bindings in force, the nearest first.
  package func bindings(for model: Model) -> [Binding] {
    let race = own(of: model.view) + race
    if let open = model.sheet { return (open.kind == .lessons ? lessonList : sheet) + race }
    if let open = model.editor { return (open.typed.isEmpty ? [] : typing) + editor + race }
    if model.crosshair != nil { return crosshair + race }
    let layout = Layout(model)
    let tree = layout?.tree == nil ? [] : tree
    guard let lecture = model.lecture else { return tree + race }
    let choices = lecture.isAsking ? lecture.tally.count : 0
    let asked = choices == 0 ? [] : question.filter { $0.message.isVote(below: choices) }
    let isPocket = layout?.isPocketLesson ?? false
    return asked + (isPocket ? pocket : []) + tree + lesson + race
  }

  private func own(of view: MapView) -> [Binding] {
    switch view {
    case .sideBySide, .overlay: []
    case .focus: focus
    case .terrain: terrain
    case .basins: lab
    case .map: map + lab
    }
  }

  package static func message(for event: Event, in model: Model) -> Message? {
    switch event {
    case .key(let typed): model.keymap.message(for: typed.onLatinKeyboard, in: model)
    case .mouse(.press, let x, let y): model.sheet == nil ? .press(x: x, y: y) : .close
    case .mouse(.wheelUp, let x, let y): wheel(up: true, x, y, model)
    case .mouse(.wheelDown, let x, let y): wheel(up: false, x, y, model)
    case .mouse(.drag, let x, let y): model.sheet == nil ? .drag(x: x, y: y) : nil
    case .mouse(.release, _, _): .release
    case .resize, .told: nil
    case .hangUp: .quit
    }
  }

  /// ^C quits even where no action has it: there is always a way out.
  private func message(for key: Key, in model: Model) -> Message? {
    bindings(for: model).first { $0.keys.contains(key) }?.message
      ?? (key == .control("c") ? .quit : nil)
  }

  private static func wheel(up: Bool, _ x: Int, _ y: Int, _ model: Model) -> Message {
    model.sheet == nil ? .wheel(up: up, x: x, y: y) : .scroll(up ? -3 : 3)
  }
}
