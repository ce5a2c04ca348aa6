import Files
import Terminal
import Texts

/// The keys that come with the program: mpv's where mpv has one.
extension Keymap {
  static let standardRace: [Binding] = raceGroups.flatMap(\.bindings)

  /// The keys of the race by what they are for, in the order of help and footer.
  static let raceGroups = [
    KeyGroup(.helpDrive, drivingKeys), KeyGroup(.helpLook, lookingKeys),
    KeyGroup(.helpChange, changingKeys), KeyGroup(.helpLaboratory, laboratoryKeys),
    KeyGroup(.helpLessons, learningKeys), KeyGroup(.helpProgram, programKeys),
  ]

  private static let drivingKeys: [Binding] = [
    on("play", [.character(" ")], .togglePlay, .footer),
    on("step-on", [.character(".")], .step(by: 1), .footer),
    on("step-back", [.character(",")], .step(by: -1)),
    on("ten-back", [.left], .step(by: -10), .help),
    on("ten-on", [.right], .step(by: 10)),
    on("hundred-back", [.shiftLeft], .step(by: -100), .help),
    on("hundred-on", [.shiftRight], .step(by: 100)),
    on("to-start", [.home], .toStart, .help),
    on("to-end", [.end], .toEnd),
    on("slower", [.character("[")], .slower, .footer),
    on("faster", [.character("]")], .faster),
    on("normal-speed", [.backspace], .normalSpeed, .help),
    on("restart", [.character("r")], .restart, .help),
    on("random-start", [.character("R")], .randomStart, .footer),
    on("choose-start", [.character("X"), .enter], .beginCrosshair, .help),
  ]

  private static let lookingKeys: [Binding] =
    [on("next-view", [.character("v")], .nextView, .footer)] + viewKeys + [
      on("next-car", [.tab], .focusNext, .footer),
      on("previous-car", [.shiftTab], .focusPrevious, .help),
      on("card", [.character("c")], .toggleCards, .footer),
      on("pan-left", [.character("h")], .pan(x: -1, y: 0), .help),
      on("pan-down", [.character("j")], .pan(x: 0, y: -1)),
      on("pan-up", [.character("k")], .pan(x: 0, y: 1)),
      on("pan-right", [.character("l")], .pan(x: 1, y: 0)),
      on("zoom-in", [.character("+")], .zoomIn, .help),
      on("zoom-out", [.character("-")], .zoomOut),
      on("fit", [.character("=")], .fit, .help),
      on("contour-labels", [.character("g")], .toggleContourLabels, .help),
      on("shading", [.character("H")], .toggleShading, .help),
      on("batch-contours", [.character("B")], .toggleBatchContours, .help),
      on("yardstick", [.character("x")], .nextYardstick, .help),
    ]

  private static let changingKeys: [Binding] = [
    on("next-surface", [.character("s")], .nextSurface, .footer),
    on("previous-surface", [.character("S")], .previousSurface, .help),
    on("turn", [.character("a")], .turnSurface(by: 15), .help),
    on("turn-back", [.character("A")], .turnSurface(by: -15)),
    on("standardise", [.character("z")], .toggleStandardised, .help),
    on("car-1", [.character("1")], .toggleCar(0), .footer),
    on("car-2", [.character("2")], .toggleCar(1)), on("car-3", [.character("3")], .toggleCar(2)),
    on("car-4", [.character("4")], .toggleCar(3)), on("car-5", [.character("5")], .toggleCar(4)),
    on("car-6", [.character("6")], .toggleCar(5)), on("car-7", [.character("7")], .toggleCar(6)),
    on("car-8", [.character("8")], .toggleCar(7)), on("car-9", [.character("9")], .toggleCar(8)),
    on("all-cars", [.character("0")], .showAllCars, .help),
    on("edit", [.character("e")], .edit(.toggle), .footer),
    on("fork", [.character("f")], .fork, .footer),
  ]

  private static let laboratoryKeys: [Binding] = [
    on("basins", [.character("b")], .lab(.toggleBasins), .footer),
    on("best-rates", [.character("F")], .lab(.race(.best)), .footer),
    on("same-rate", [.character("E")], .lab(.race(.same)), .footer),
  ]

  private static let learningKeys: [Binding] = [
    on("lessons", [.character("L")], .lesson(.toggleList), .footer),
    on("tour", [.character("u")], .toggleTour, .footer),
    on("drive", [.character("d")], .drive(.toggle), .footer),
    on("class", [.character("J")], .classroom(.toggle), .footer),
    on("family-tree", [.character("T")], .tree(.toggle), .help),
  ]

  private static let programKeys: [Binding] = [
    on("next-theme", [.character("t")], .nextTheme, .footer),
    on("presentation", [.character("P")], .togglePresentation, .help),
    on("mouse", [.character("m")], .toggleMouse, .help),
    on("write", [.character("w")], .writeRace, .help),
    on("picture", [.character("W")], .printPage, .help),
    on("film", [.character("C")], .toggleFilm, .help),
    on("redraw", [.control("l")], .redraw, .help),
    on("suspend", [.control("z")], .suspend, .help),
    on("close", [.escape], .close, .help),
    on("help", [.character("?"), .function(1)], .toggleHelp, .footer),
    on("quit", [.character("q"), .control("c")], .leave, .footer),
  ]

  /// The keys that show a view each.
  private static let viewKeys: [Binding] = MapView.all.compactMap { view in
    guard let (action, key) = view.key else { return nil }
    let isFirst = view.name == MapView.all[0].name
    return on(action, [key], .show(view.name), isFirst ? .help : .joined, words: "views")
  }

  /// The keys of every view, once each.
  static let standardViews: [KeyGroup] = MapView.all.flatMap(\.keys).reduce(into: []) {
    groups, group in
    if !groups.contains(where: { $0.title == group.title }) { groups.append(group) }
  }

  static let standardCrosshair: [Binding] = [
    on(
      "start-left", [.left], .moveCrosshair(x: -1, y: 0), .footer),
    on("start-down", [.down], .moveCrosshair(x: 0, y: 1)),
    on("start-up", [.up], .moveCrosshair(x: 0, y: -1)),
    on("start-right", [.right], .moveCrosshair(x: 1, y: 0)),
    on("start-far-left", [.shiftLeft], .moveCrosshair(x: -8, y: 0), .help),
    on("start-far-right", [.shiftRight], .moveCrosshair(x: 8, y: 0)),
    on("start-here", [.enter], .startAtCrosshair, .footer),
    on("cancel-start", [.escape], .close, .footer, words: "close"),
  ]

  static let standardSheet: [Binding] = [
    on("scroll-down", [.down, .character("j")], .scroll(1), .footer),
    on("scroll-up", [.up, .character("k")], .scroll(-1)),
    on("page-down", [.pageDown], .scroll(10), .help),
    on("page-up", [.pageUp], .scroll(-10)),
    on("close-sheet", [.escape, .enter], .close, .footer, words: "close"),
  ]

  static let standardEditor: [Binding] =
    [
      on(
        "previous-setting", [.up], .edit(.choose(-1)), .footer),
      on("next-setting", [.down], .edit(.choose(1))),
      on(
        "less", [.left], .edit(.adjust(up: false, isWide: false)), .footer),
      on("more", [.right], .edit(.adjust(up: true, isWide: false))),
      on(
        "much-less", [.shiftLeft], .edit(.adjust(up: false, isWide: true)), .help),
      on("much-more", [.shiftRight], .edit(.adjust(up: true, isWide: true))),
    ] + digits("digit", .footer) { .edit(.type($0)) } + [
      on("erase", [.backspace], .edit(.erase), .help),
      on("close-editor", [.escape, .enter], .close, .footer, words: "close"),
    ]

  /// A digit comes first; after it these go on with the number instead of what they do elsewhere.
  static let standardTyping: [Binding] = [
    on("take-value", [.enter], .edit(.take), .footer),
    on("drop-value", [.escape], .edit(.drop), .footer),
    on("type-point", [.character(".")], .edit(.type(".")), .help),
    on("type-exponent", [.character("e")], .edit(.type("e"))),
    on("type-minus", [.character("-")], .edit(.type("-"))),
    on("type-plus", [.character("+")], .edit(.type("+"))),
  ]

  static let standardLesson: [Binding] = [
    // The keys of remote controls are among them.
    on("go-on", [.enter, .pageDown], .lesson(.goOn), .footer),
    on("next-page", [.character("n")], .lesson(.turn(pages: 1)), .footer),
    on("previous-page", [.character("p"), .pageUp], .lesson(.turn(pages: -1))),
    on("text-down", [.down], .lesson(.scroll(1)), .help),
    on("text-up", [.up], .lesson(.scroll(-1))),
    on("pages", [.character("O")], .lesson(.togglePages), .help),
  ]

  static let standardQuestion: [Binding] =
    [on("vote-1", [.character("1")], .lesson(.vote(0)), .footer)]
    + (1..<Lesson.choiceLimit).map {
      on("vote-\($0 + 1)", [.character(Character("\($0 + 1)"))], .lesson(.vote($0)))
    } + [
      on("take-vote-back", [.backspace], .lesson(.takeVoteBack), .help)
    ]

  static let standardPocket: [Binding] = [
    on("text-or-map", [.tab], .lesson(.toggleMap), .footer)
  ]

  static let standardDesk: [Binding] =
    [
      on("desk-go-on", [.enter, .pageDown], .desk(.enter), .footer),
      on(
        "desk-next", [.character("n")], .desk(.turn(pages: 1)), .footer,
        words: "next-page"),
      on("desk-back", [.character("p"), .pageUp], .desk(.turn(pages: -1))),
      on("desk-play", [.character(" ")], .desk(.play), .footer),
    ] + digits("desk-digit", .footer) { .desk(.type($0)) } + [
      on("desk-erase", [.backspace], .desk(.erase), .help),
      on("desk-up", [.up, .character("k")], .desk(.move(-1)), .help),
      on("desk-down", [.down, .character("j")], .desk(.move(1))),
    ]

  static let standardLessonList: [Binding] = [
    on(
      "next-lesson", [.down, .character("j")], .lesson(.moveChoice(1)), .footer),
    on("previous-lesson", [.up, .character("k")], .lesson(.moveChoice(-1))),
    on("open-lesson", [.enter], .lesson(.openChosen), .footer),
    on("close-lessons", [.escape], .close, .footer, words: "close"),
  ]

  /// The keys 0 to 9, in one line of the help.
  static func digits(
    _ action: String, _ place: Binding.Place, _ message: (Character) -> Message
  ) -> [Binding] {
    (0...9).map { digit in
      let character = Character("\(digit)")
      return on(
        "\(action)-\(digit)", [.character(character)], message(character),
        digit == 0 ? place : .joined)
    }
  }

  static func on(
    _ action: String, _ keys: [Key], _ message: Message, _ place: Binding.Place = .joined,
    words: String? = nil
  ) -> Binding {
    Binding(action: action, keys: keys, message: message, place: place, words: words ?? action)
  }
}

extension Message {
  /// Whether it leads from a page of a lesson to another.
  var turnsPages: Bool {
    switch self {
    case .lesson(.goOn), .lesson(.turn): true
    default: false
    }
  }

  /// A key of a question with so many choices.
  func isVote(below choices: Int) -> Bool {
    if case .lesson(.vote(let choice)) = self { choice < choices } else { true }
  }
}
