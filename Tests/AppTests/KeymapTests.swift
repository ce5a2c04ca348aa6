import App
import Drawing
import Files
import Terminal
import Testing

struct KeymapTests {
  private static let contexts = Keymap.contexts.map { Keymap.standard[keyPath: $0] }

  private static let race: [(key: Key, message: Message)] = [
    (.character(" "), .togglePlay),
    (.character("."), .step(by: 1)), (.character(","), .step(by: -1)),
    (.right, .step(by: 10)), (.left, .step(by: -10)),
    (.shiftRight, .step(by: 100)), (.shiftLeft, .step(by: -100)),
    (.home, .toStart), (.end, .toEnd),
    (.character("["), .slower), (.character("]"), .faster), (.backspace, .normalSpeed),
    (.character("1"), .toggleCar(0)), (.character("2"), .toggleCar(1)),
    (.character("3"), .toggleCar(2)), (.character("4"), .toggleCar(3)),
    (.character("5"), .toggleCar(4)), (.character("6"), .toggleCar(5)),
    (.character("7"), .toggleCar(6)), (.character("8"), .toggleCar(7)),
    (.character("9"), .toggleCar(8)), (.character("0"), .showAllCars),
    (.tab, .focusNext), (.shiftTab, .focusPrevious),
    (.character("e"), .edit(.toggle)), (.character("f"), .fork),
    (.character("v"), .nextView),
    (.function(2), .show(.sideBySide)), (.function(3), .show(.overlay)),
    (.function(4), .show(.focus)), (.function(5), .show(.chart)), (.function(6), .show(.terrain)),
    (.function(7), .show(.basins)),
    (.function(8), .show(.map)), (.function(9), .show(.data)),
    (.character("b"), .lab(.toggleBasins)),
    (.character("F"), .lab(.race(.best))), (.character("E"), .lab(.race(.same))),
    (.character("h"), .pan(x: -1, y: 0)), (.character("l"), .pan(x: 1, y: 0)),
    (.character("j"), .pan(x: 0, y: -1)), (.character("k"), .pan(x: 0, y: 1)),
    (.character("+"), .zoomIn), (.character("-"), .zoomOut), (.character("="), .fit),
    (.character("s"), .nextSurface), (.character("S"), .previousSurface),
    (.character("r"), .restart), (.character("R"), .randomStart), (.enter, .beginCrosshair),
    (.character("X"), .beginCrosshair),
    (.character("g"), .toggleContourLabels), (.character("c"), .toggleCards),
    (.character("t"), .nextTheme), (.character("m"), .toggleMouse),
    (.character("L"), .lesson(.toggleList)), (.character("T"), .tree(.toggle)),
    (.character("J"), .classroom(.toggle)),
    (.character("u"), .toggleTour), (.character("d"), .drive(.toggle)),
    (.character("P"), .togglePresentation), (.character("x"), .nextYardstick),
    (.character("a"), .turnSurface(by: 15)), (.character("A"), .turnSurface(by: -15)),
    (.character("w"), .writeRace), (.character("W"), .printPage), (.character("C"), .toggleFilm),
    (.character("z"), .toggleStandardised),
    (.character("B"), .toggleBatchContours), (.character("H"), .toggleShading),
    (.control("l"), .redraw), (.control("z"), .suspend),
    (.character("?"), .toggleHelp), (.function(1), .toggleHelp),
    (.character("q"), .leave), (.control("c"), .leave), (.escape, .close),
  ]

  @Test(arguments: contexts)
  func `no key is bound twice within a context`(bindings: [Binding]) {
    let keys = bindings.flatMap(\.keys)
    #expect(Set(keys).count == keys.count)
  }

  @Test(arguments: contexts)
  func `a line of help is of the bindings that follow it`(
    bindings: [Binding]
  ) {
    #expect(bindings.first?.place != .joined)
    #expect(
      HelpLine.lines(of: bindings).flatMap(\.bindings).map(\.action) == bindings.map(\.action))
  }

  @Test func `every action has a name of its own, of small letters and hyphens`() {
    let actions = Keymap.standard.all.map(\.action)
    #expect(Set(actions).count == actions.count)
    for action in actions {
      #expect(action.wholeMatch(of: /[a-z]+(-[a-z]+|-[0-9])*/) != nil, "\(action)")
    }
  }

  @Test func `the keys of a line of help are written together`() {
    let labels = Self.contexts.flatMap(HelpLine.lines).map(\.label)
    for label in [
      "0–9", ". e - +", "Shift ← →", "↑ ↓",
      "Space", ". ,", "← →", "Shift ← →", "Home End", "[ ]", "1–9", "h j k l",
      "F2–F9",
      "; '",
      "G", "? F1",
      "q ^C", "← ↓ ↑ →", "↓ ↑ j k", "Esc Enter", "PgDn PgUp", "Shift Tab",
    ] {
      #expect(labels.contains(label), "\(label)")
    }
    let short = Self.contexts.flatMap(HelpLine.lines).compactMap(\.shortLabel)
    #expect(short.contains("?") && short.contains("q") && short.contains("↓ ↑"))
  }

  @Test(arguments: Self.race)
  func `in the race each key means this`(key: Key, message: Message) throws {
    #expect(Keymap.message(for: .key(key), in: try model()) == message)
  }

  @Test func `in the focus view three keys more, and all of the race's`() throws {
    let model = try model().after(.show(.focus))
    for (key, message): (Key, Message) in [
      (.character(";"), .nextSubstep), (.character("'"), .previousSubstep),
      (.character("G"), .nextGhost),
    ] {
      #expect(Keymap.message(for: .key(key), in: model) == message)
      #expect(Keymap.message(for: .key(key), in: try AppTests.model()) == nil)
    }
    for (key, message) in Self.race {
      #expect(Keymap.message(for: .key(key), in: model) == message)
    }
  }

  @Test func `other keys mean nothing`() throws {
    #expect(Set(Keymap.standard.race.flatMap(\.keys)) == Set(Self.race.map(\.key)))
    #expect(Keymap.message(for: .key(.character("Z")), in: try model()) == nil)
    #expect(Keymap.message(for: .key(.function(12)), in: try model()) == nil)
  }

  @Test(arguments: [
    (Key.left, Message.moveCrosshair(x: -1, y: 0)), (.right, .moveCrosshair(x: 1, y: 0)),
    (.up, .moveCrosshair(x: 0, y: -1)), (.down, .moveCrosshair(x: 0, y: 1)),
    (.shiftLeft, .moveCrosshair(x: -8, y: 0)), (.shiftRight, .moveCrosshair(x: 8, y: 0)),
    (.enter, .startAtCrosshair), (.escape, .close), (.character(" "), .togglePlay),
    (.character("q"), .leave),
  ])
  func `while a start is chosen`(key: Key, message: Message) throws {
    let model = try model().after(.beginCrosshair)
    #expect(Keymap.message(for: .key(key), in: model) == message)
  }

  @Test(arguments: [Message.toggleHelp, .toggleCards])
  func `while a sheet is open its keys come first, even over a crosshair`(open: Message) throws {
    for model in [try model().after(open), try model().after(.beginCrosshair, open)] {
      let table: [(Key, Message)] = [
        (.down, .scroll(1)), (.up, .scroll(-1)), (.character("j"), .scroll(1)),
        (.character("k"), .scroll(-1)), (.pageDown, .scroll(10)), (.pageUp, .scroll(-10)),
        (.enter, .close), (.escape, .close), (.character("."), .step(by: 1)),
        (.character("?"), .toggleHelp), (.character("c"), .toggleCards),
        (.character("q"), .leave),
      ]
      for (key, message) in table {
        #expect(Keymap.message(for: .key(key), in: model) == message, "\(key)")
      }
    }
  }

  @Test func `while settings are edited`() throws {
    let model = try model().after(.edit(.toggle))
    let table: [(Key, Message)] = [
      (.up, .edit(.choose(-1))), (.down, .edit(.choose(1))),
      (.left, .edit(.adjust(up: false, isWide: false))),
      (.right, .edit(.adjust(up: true, isWide: false))),
      (.shiftLeft, .edit(.adjust(up: false, isWide: true))),
      (.shiftRight, .edit(.adjust(up: true, isWide: true))),
      (.character("0"), .edit(.type("0"))), (.character("7"), .edit(.type("7"))),
      (.backspace, .edit(.erase)), (.enter, .close), (.escape, .close),
      (.character("e"), .edit(.toggle)), (.character("."), .step(by: 1)),
      (.character("-"), .zoomOut), (.character(" "), .togglePlay), (.tab, .focusNext),
    ]
    for (key, message) in table {
      #expect(Keymap.message(for: .key(key), in: model) == message, "\(key)")
    }
  }

  @Test func `while a value is typed it takes the keys that numbers have`() throws {
    let model = try model().after(.edit(.toggle), .edit(.type("1")))
    let table: [(Key, Message)] = [
      (.character("e"), .edit(.type("e"))), (.character("."), .edit(.type("."))),
      (.character("-"), .edit(.type("-"))), (.character("+"), .edit(.type("+"))),
      (.character("3"), .edit(.type("3"))), (.backspace, .edit(.erase)),
      (.enter, .edit(.take)), (.escape, .edit(.drop)), (.character(","), .step(by: -1)),
      (.character(" "), .togglePlay), (.character("q"), .leave),
    ]
    for (key, message) in table {
      #expect(Keymap.message(for: .key(key), in: model) == message, "\(key)")
    }
  }

  @Test func `Esc never quits`() throws {
    let race = try model()
    let models = [
      race, race.after(.beginCrosshair), race.after(.toggleHelp), race.after(.toggleCards),
      race.after(.edit(.toggle)),
    ]
    for model in models {
      #expect(Keymap.message(for: .key(.escape), in: model) == .close)
    }
    var model = race
    #expect(update(&model, .close) == [])
  }

  @Test func `the mouse works on the map, and on the sheet while one is open`() throws {
    let (race, sheet) = (try model(), try model().after(.toggleHelp))
    let table: [(MouseAction, Message?, Message?)] = [
      (.press, .press(x: 4, y: 5), .close),
      (.wheelUp, .wheel(up: true, x: 4, y: 5), .scroll(-3)),
      (.wheelDown, .wheel(up: false, x: 4, y: 5), .scroll(3)),
      (.drag, .drag(x: 4, y: 5), nil), (.release, .release, .release),
    ]
    for (action, inRace, onSheet) in table {
      #expect(Keymap.message(for: .mouse(action, x: 4, y: 5), in: race) == inRace)
      #expect(Keymap.message(for: .mouse(action, x: 4, y: 5), in: sheet) == onSheet)
    }
  }

  @Test func `a hang-up quits and a resize is not a key`() throws {
    #expect(Keymap.message(for: .hangUp, in: try model()) == .quit)
    #expect(Keymap.message(for: .resize, in: try model()) == nil)
  }
}
