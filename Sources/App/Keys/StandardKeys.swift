import Files
import Terminal
import Texts

/// The keys that come with the program: mpv's where mpv has one.
extension Keymap {
  static let standardRace: [Binding] = drivingKeys + viewKeys + lookingKeys

  private static let drivingKeys: [Binding] = [
    on("play", [.character(" ")], .togglePlay, .helpPlay, .footerPlay),
    on("step-on", [.character(".")], .step(by: 1), .helpStep, .footerStep),
    on("step-back", [.character(",")], .step(by: -1)),
    on("ten-back", [.left], .step(by: -10), .helpTenSteps),
    on("ten-on", [.right], .step(by: 10)),
    on("hundred-back", [.shiftLeft], .step(by: -100), .helpHundredSteps),
    on("hundred-on", [.shiftRight], .step(by: 100)),
    on("to-start", [.home], .toStart, .helpStartEnd),
    on("to-end", [.end], .toEnd),
    on("slower", [.character("[")], .slower, .helpSpeed, .footerSpeed),
    on("faster", [.character("]")], .faster),
    on("normal-speed", [.backspace], .normalSpeed, .helpNormalSpeed),
    on("restart", [.character("r")], .restart, .helpRestart),
    on("random-start", [.character("R")], .randomStart, .helpRandomStart, .footerRandomStart),
    on("choose-start", [.enter], .beginCrosshair, .helpCrosshair),
    on("next-surface", [.character("s")], .nextSurface, .helpSurface, .footerSurface),
    on("previous-surface", [.character("S")], .previousSurface, .helpPreviousSurface),
    on("turn", [.character("a")], .turnSurface(by: 15), .helpTurn),
    on("turn-back", [.character("A")], .turnSurface(by: -15)),
    on("standardise", [.character("z")], .toggleStandardised, .helpStandardise),
    on("car-1", [.character("1")], .toggleCar(0), .helpToggleCar, .footerToggleCar),
    on("car-2", [.character("2")], .toggleCar(1)), on("car-3", [.character("3")], .toggleCar(2)),
    on("car-4", [.character("4")], .toggleCar(3)), on("car-5", [.character("5")], .toggleCar(4)),
    on("car-6", [.character("6")], .toggleCar(5)), on("car-7", [.character("7")], .toggleCar(6)),
    on("car-8", [.character("8")], .toggleCar(7)), on("car-9", [.character("9")], .toggleCar(8)),
    on("all-cars", [.character("0")], .showAllCars, .helpAllCars),
    on("next-car", [.tab], .focusNext, .helpFocus, .footerFocus),
    on("previous-car", [.shiftTab], .focusPrevious, .helpPreviousFocus),
    on("edit", [.character("e")], .edit(.toggle), .helpEdit, .footerEdit),
    on("fork", [.character("f")], .fork, .helpFork, .footerFork),
    on("next-view", [.character("v")], .nextView, .helpView, .footerView),
  ]

  private static let lookingKeys: [Binding] = [
    on("basins", [.character("b")], .lab(.toggleBasins), .helpBasins, .footerBasins),
    on("best-rates", [.character("F")], .lab(.race(.best)), .helpBestRates, .footerBestRates),
    on("same-rate", [.character("E")], .lab(.race(.same)), .helpSameRate, .footerSameRate),
    on("pan-left", [.character("h")], .pan(x: -1, y: 0), .helpPan),
    on("pan-down", [.character("j")], .pan(x: 0, y: -1)),
    on("pan-up", [.character("k")], .pan(x: 0, y: 1)),
    on("pan-right", [.character("l")], .pan(x: 1, y: 0)),
    on("zoom-in", [.character("+")], .zoomIn, .helpZoom),
    on("zoom-out", [.character("-")], .zoomOut),
    on("fit", [.character("=")], .fit, .helpFit),
    on("card", [.character("c")], .toggleCards, .helpCards, .footerCards),
    on("contour-labels", [.character("g")], .toggleContourLabels, .helpContourLabels),
    on("yardstick", [.character("x")], .nextYardstick, .helpYardstick),
    on("batch-contours", [.character("B")], .toggleBatchContours, .helpBatchContours),
    on("next-theme", [.character("t")], .nextTheme, .helpTheme, .footerTheme),
    on("family-tree", [.character("T")], .tree(.toggle), .helpTree),
    on("presentation", [.character("P")], .togglePresentation, .helpPresentation),
    on("mouse", [.character("m")], .toggleMouse, .helpMouse),
    on("lessons", [.character("L")], .lesson(.toggleList), .helpLessons, .footerLessons),
    on("write", [.character("w")], .writeRace, .helpWrite),
    on("redraw", [.control("l")], .redraw, .helpRedraw),
    on("suspend", [.control("z")], .suspend, .helpSuspend),
    on("close", [.escape], .close, .helpClose),
    on("help", [.character("?"), .function(1)], .toggleHelp, .helpHelp, .footerHelp),
    on("quit", [.character("q"), .control("c")], .quit, .helpQuit, .footerQuit),
  ]

  /// The keys that show a view each.
  private static let viewKeys: [Binding] = MapView.all.compactMap { view in
    guard let (action, key) = view.key else { return nil }
    return on(action, [key], .show(view.name), view.name == MapView.all[0].name ? .helpViews : nil)
  }

  /// The keys of every view, once each.
  static let standardViews: [KeyGroup] = MapView.all.flatMap(\.keys).reduce(into: []) {
    groups, group in
    if !groups.contains(where: { $0.title == group.title }) { groups.append(group) }
  }

  static let standardCrosshair: [Binding] = [
    on(
      "start-left", [.left], .moveCrosshair(x: -1, y: 0), .helpMoveCrosshair, .footerMoveCrosshair),
    on("start-down", [.down], .moveCrosshair(x: 0, y: 1)),
    on("start-up", [.up], .moveCrosshair(x: 0, y: -1)),
    on("start-right", [.right], .moveCrosshair(x: 1, y: 0)),
    on("start-far-left", [.shiftLeft], .moveCrosshair(x: -8, y: 0), .helpMoveCrosshairFar),
    on("start-far-right", [.shiftRight], .moveCrosshair(x: 8, y: 0)),
    on("start-here", [.enter], .startAtCrosshair, .helpStartHere, .footerStartHere),
    on("cancel-start", [.escape], .close, .helpClose, .footerClose),
  ]

  static let standardSheet: [Binding] = [
    on("scroll-down", [.down, .character("j")], .scroll(1), .helpScroll, .footerScroll),
    on("scroll-up", [.up, .character("k")], .scroll(-1)),
    on("page-down", [.pageDown], .scroll(10), .helpScrollPage),
    on("page-up", [.pageUp], .scroll(-10)),
    on("close-sheet", [.escape, .enter], .close, .helpClose, .footerClose),
  ]

  static let standardEditor: [Binding] =
    [
      on(
        "previous-setting", [.up], .edit(.choose(-1)), .helpChooseSetting, .footerChooseSetting),
      on("next-setting", [.down], .edit(.choose(1))),
      on(
        "less", [.left], .edit(.adjust(up: false, isWide: false)), .helpAdjust, .footerAdjust),
      on("more", [.right], .edit(.adjust(up: true, isWide: false))),
      on(
        "much-less", [.shiftLeft], .edit(.adjust(up: false, isWide: true)), .helpAdjustWide),
      on("much-more", [.shiftRight], .edit(.adjust(up: true, isWide: true))),
      on("digit-0", [.character("0")], .edit(.type("0")), .helpType, .footerType),
    ]
    + (1...9).map { digit in
      let character = Character("\(digit)")
      return on("digit-\(digit)", [.character(character)], .edit(.type(character)))
    } + [
      on("erase", [.backspace], .edit(.erase), .helpErase),
      on("close-editor", [.escape, .enter], .close, .helpClose, .footerClose),
    ]

  /// A digit comes first; after it these go on with the number instead of what they do elsewhere.
  static let standardTyping: [Binding] = [
    on("take-value", [.enter], .edit(.take), .helpTake, .footerTake),
    on("drop-value", [.escape], .edit(.drop), .helpDrop, .footerDrop),
    on("type-point", [.character(".")], .edit(.type(".")), .helpTypeMore),
    on("type-exponent", [.character("e")], .edit(.type("e"))),
    on("type-minus", [.character("-")], .edit(.type("-"))),
    on("type-plus", [.character("+")], .edit(.type("+"))),
  ]

  static let standardLesson: [Binding] = [
    on(
      "next-page", [.character("n"), .pageDown], .lesson(.turn(pages: 1)), .helpPages,
      .footerPages),
    on("previous-page", [.character("p"), .pageUp], .lesson(.turn(pages: -1))),
    on("text-down", [.down], .lesson(.scroll(1)), .helpScrollText),
    on("text-up", [.up], .lesson(.scroll(-1))),
  ]

  static let standardQuestion: [Binding] =
    [on("vote-1", [.character("1")], .lesson(.vote(0)), .helpVote, .footerVote)]
    + (1..<Lesson.choiceLimit).map {
      on("vote-\($0 + 1)", [.character(Character("\($0 + 1)"))], .lesson(.vote($0)))
    } + [
      on("take-vote-back", [.backspace], .lesson(.takeVoteBack), .helpTakeVoteBack),
      on("reveal", [.enter], .lesson(.reveal), .helpReveal, .footerReveal),
    ]

  static let standardPocket: [Binding] = [
    on("text-or-map", [.tab], .lesson(.toggleMap), .helpTextOrMap, .footerTextOrMap)
  ]

  static let standardLessonList: [Binding] = [
    on(
      "next-lesson", [.down, .character("j")], .lesson(.moveChoice(1)), .helpChooseLesson,
      .footerChooseLesson),
    on("previous-lesson", [.up, .character("k")], .lesson(.moveChoice(-1))),
    on("open-lesson", [.enter], .lesson(.openChosen), .helpOpenLesson, .footerOpenLesson),
    on("close-lessons", [.escape], .close, .helpClose, .footerClose),
  ]

  static func on(
    _ action: String, _ keys: [Key], _ message: Message, _ help: Text? = nil,
    _ footer: Text? = nil
  ) -> Binding {
    Binding(action: action, keys: keys, message: message, help: help, footer: footer)
  }
}

extension Message {
  /// A key of a question with so many choices.
  func isVote(below choices: Int) -> Bool {
    if case .lesson(.vote(let choice)) = self { choice < choices } else { true }
  }
}
