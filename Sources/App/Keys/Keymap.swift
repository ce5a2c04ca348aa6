import Files
package import Terminal

/// What every key means: in the race, and before that in a lesson, while a start is chosen, a sheet
/// is read or a setting is edited.
package struct Keymap: Sendable {
  package var race = standardRace
  /// The keys of each view; other keys work as in the race.
  package var views = standardViews
  /// While a start is being chosen; other keys work as in the race.
  package var crosshair = standardCrosshair
  /// While a sheet lies over the map; other keys work as in the race.
  package var sheet = standardSheet
  /// While the editor is open; other keys work as in the race.
  package var editor = standardEditor
  /// While a value is being typed there.
  package var typing = standardTyping

  /// The keys of a lesson; other keys work as in the race.
  package var lesson = standardLesson
  /// While the lesson's question waits for votes.
  package var question = standardQuestion
  /// The keys of a lesson whose text and map have no room beside each other.
  package var pocket = standardPocket
  /// While the list of lessons is open, or that of a lesson's pages.
  package var lessonList = standardLessonList

  /// The keys of the wall of a class, by what it shows.
  package var wall = standardWall

  /// The keys of the lecturer's notes; those of the race but for a few have no meaning there.
  package var desk = standardDesk

  /// The keys of a user who has changed none.
  package static let standard = Keymap()

  package var all: [Binding] { Self.contexts.flatMap { self[keyPath: $0] } }

  /// Each set of keys that are in force together, by where it stands.
  package static var contexts: [any WritableKeyPath<Keymap, [Binding]> & Sendable] {
    [\.race] + standardViews.indices.map { \.views[$0].bindings } + [
      \.crosshair, \.sheet, \.editor, \.typing, \.lesson, \.question, \.pocket, \.lessonList,
      \.desk,
    ] + standardWall.indices.map { \.wall[$0].bindings }
  }

  /// How the first key of an action is written; a dash if it has none.
  func label(of action: String) -> String {
    all.first { $0.action == action }?.keys.first?.label ?? "–"
  }

  /// The same; where that action has no key, of another one.
  func label(of action: String, or other: String) -> String {
    let hasKey = all.contains { $0.action == action && !$0.keys.isEmpty }
    return label(of: hasKey ? action : other)
  }

  /// The bindings in force, the nearest first.
  package func bindings(for model: Model) -> [Binding] {
    if model.desk != nil {
      return (model.topLayer?.bindings(in: self) ?? desk)
        + race.filter(\.isAtDesk)
    }
    if let wall = model.classroom, wall.isShown {
      guard let layer = model.topLayer else { return bindings(onWall: wall) }
      return layer.bindings(in: self) + self.race.filter(\.isAtDesk)
    }
    let own = model.groupsInForce.flatMap(bindings)
    let race = model.blindDrive == nil ? race : race.filter { $0.message.isForDrivers }
    if let layer = model.topLayer {
      // A start is chosen beside the text: its pages turn meanwhile, and Enter is the start's.
      let ofText =
        model.lecture != nil && layer.isOnMap
        ? lesson.filter { $0.message != .lesson(.goOn) } : []
      return layer.bindings(in: self) + ofText + own + race
    }
    guard let lecture = model.lecture else { return own + race }
    let choices = lecture.isAsking ? lecture.tally.count : 0
    let asked = choices == 0 ? [] : question.filter { $0.message.isVote(below: choices) }
    let isPocket = model.size.lessonColumns == nil
    let ofPage = asked + (isPocket ? pocket : [])
    if model.blindDrive != nil {
      let steering = isPocket && !lecture.showsMap ? own.filter { $0.message == .drive(.go) } : own
      return ofPage + withoutKeysOfPages(steering) + lesson + race
    }
    guard model.view == .tree else { return ofPage + lesson + own + race }
    // The arrow keys walk through the tree where it is seen, and scroll the text elsewhere. Enter
    // goes on in every lesson, and drives no rule.
    let walking = own.filter { $0.message != .tree(.drive) }
    let isSeen = !isPocket || lecture.showsMap
    return ofPage + (isSeen ? walking : []) + lesson + race
  }

  /// The keys of a drive that a page of a lesson is. Those that go on from it turn the page, but
  /// while a value is being typed.
  private func withoutKeysOfPages(_ steering: [Binding]) -> [Binding] {
    let turning = lesson.filter { $0.message.turnsPages }.flatMap(\.keys)
    return steering.map { binding in
      guard binding.message != .drive(.take) else { return binding }
      var binding = binding
      binding.keys.removeAll(where: turning.contains)
      return binding
    }
  }

  /// A group of keys as this keymap has it.
  private func bindings(of group: KeyGroup) -> [Binding] {
    views.first { $0.title == group.title }?.bindings ?? []
  }

  package static func message(for event: Event, in model: Model) -> Message? {
    switch event {
    case .key(.character(let letter)) where model.classroom?.isTyping == true:
      .classroom(.type(String(letter)))
    case .mouse where model.classroom?.isShown == true: nil
    case .key(let typed): model.keymap.message(for: typed.onLatinKeyboard, in: model)
    case .mouse(.press, let x, let y): model.sheet == nil ? .press(x: x, y: y) : .close
    case .mouse(.wheelUp, let x, let y): wheel(up: true, x, y, model)
    case .mouse(.wheelDown, let x, let y): wheel(up: false, x, y, model)
    case .mouse(.drag, let x, let y): model.sheet == nil ? .drag(x: x, y: y) : nil
    case .mouse(.release, _, _): .release
    case .paste(let text): .paste(text)
    case .resize, .told, .called: nil
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
