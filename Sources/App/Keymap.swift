package import Terminal

/// What a key does: one line holds its keys, its message and its help. The footer, the help page
/// and the README's table come from here.
package struct Binding: Sendable {
  package var keys: [Key]
  package var message: Message
  /// How the key is written in the help; several bindings may share a line there.
  package var label: String
  /// What it does; `nil` for the second half of a pair that the first has explained.
  package var help: Text?
  /// The short word in the footer, if it stands there.
  package var footer: Text?
}

package enum Keymap {
  package static let race: [Binding] = [
    on([.character(" ")], .togglePlay, "Space", .helpPlay, .footerPlay),
    on([.character(".")], .step(by: 1), ". ,", .helpStep, .footerStep),
    on([.character(",")], .step(by: -1)),
    on([.right], .step(by: 10), "← →", .helpTenSteps),
    on([.left], .step(by: -10)),
    on([.shiftRight], .step(by: 100), "Shift ← →", .helpHundredSteps),
    on([.shiftLeft], .step(by: -100)),
    on([.home], .toStart, "Home End", .helpStartEnd),
    on([.end], .toEnd),
    on([.character("[")], .slower, "[ ]", .helpSpeed, .footerSpeed),
    on([.character("]")], .faster),
    on([.backspace], .normalSpeed, "Backspace", .helpNormalSpeed),
    on([.character("r")], .restart, "r", .helpRestart),
    on([.character("R")], .randomStart, "R", .helpRandomStart, .footerRandomStart),
    on([.enter], .beginCrosshair, "Enter", .helpCrosshair),
    on([.character("s")], .nextSurface, "s", .helpSurface, .footerSurface),
    on([.character("S")], .previousSurface),
    on([.character("1")], .toggleCar(0), "1–9", .helpToggleCar, .footerToggleCar),
    on([.character("2")], .toggleCar(1)), on([.character("3")], .toggleCar(2)),
    on([.character("4")], .toggleCar(3)), on([.character("5")], .toggleCar(4)),
    on([.character("6")], .toggleCar(5)), on([.character("7")], .toggleCar(6)),
    on([.character("8")], .toggleCar(7)), on([.character("9")], .toggleCar(8)),
    on([.character("0")], .showAllCars, "0", .helpAllCars),
    on([.tab], .focusNext, "Tab", .helpFocus, .footerFocus),
    on([.shiftTab], .focusPrevious),
    on([.character("v")], .nextView, "v", .helpView, .footerView),
    on([.function(2)], .show(.sideBySide), "F2 F3", .helpViews),
    on([.function(3)], .show(.overlay)),
    on([.character("h")], .pan(x: -1, y: 0), "h j k l", .helpPan),
    on([.character("j")], .pan(x: 0, y: -1)), on([.character("k")], .pan(x: 0, y: 1)),
    on([.character("l")], .pan(x: 1, y: 0)),
    on([.character("+")], .zoomIn, "+ -", .helpZoom),
    on([.character("-")], .zoomOut),
    on([.character("=")], .fit, "=", .helpFit),
    on([.character("c")], .toggleCards, "c", .helpCards, .footerCards),
    on([.character("g")], .toggleContourLabels, "g", .helpContourLabels),
    on([.character("t")], .nextTheme, "t", .helpTheme, .footerTheme),
    on([.character("m")], .toggleMouse, "m", .helpMouse),
    on([.control("l")], .redraw, "^L", .helpRedraw),
    on([.control("z")], .suspend, "^Z", .helpSuspend),
    on([.escape], .close, "Esc", .helpClose),
    on([.character("?"), .function(1)], .toggleHelp, "?", .helpHelp, .footerHelp),
    on([.character("q"), .control("c")], .quit, "q", .helpQuit, .footerQuit),
  ]

  /// While a start is being chosen; other keys work as in the race.
  package static let crosshair: [Binding] = [
    on([.left], .moveCrosshair(x: -1, y: 0), "← ↓ ↑ →", .helpMoveCrosshair, .footerMoveCrosshair),
    on([.right], .moveCrosshair(x: 1, y: 0)),
    on([.up], .moveCrosshair(x: 0, y: -1)), on([.down], .moveCrosshair(x: 0, y: 1)),
    on([.shiftLeft], .moveCrosshair(x: -8, y: 0)), on([.shiftRight], .moveCrosshair(x: 8, y: 0)),
    on([.enter], .startAtCrosshair, "Enter", .helpStartHere, .footerStartHere),
    on([.escape], .close, "Esc", .helpClose, .footerClose),
  ]

  /// While a sheet lies over the map; other keys work as in the race.
  package static let sheet: [Binding] = [
    on([.down, .character("j")], .scroll(1), "↓ ↑", .helpScroll, .footerScroll),
    on([.up, .character("k")], .scroll(-1)),
    on([.pageDown], .scroll(10)), on([.pageUp], .scroll(-10)),
    on([.escape, .enter], .close, "Esc", .helpClose, .footerClose),
  ]

  /// The bindings in force, the nearest first.
  package static func bindings(for model: Model) -> [Binding] {
    if model.sheet != nil { return sheet + race }
    if model.crosshair != nil { return crosshair + race }
    return race
  }

  package static func message(for event: Event, in model: Model) -> Message? {
    switch event {
    case .key(let typed):
      bindings(for: model).first { $0.keys.contains(typed.onLatinKeyboard) }?.message
    case .mouse(.press, let x, let y): model.sheet == nil ? .press(x: x, y: y) : .close
    case .mouse(.wheelUp, let x, let y): wheel(up: true, x, y, model)
    case .mouse(.wheelDown, let x, let y): wheel(up: false, x, y, model)
    case .mouse(.drag, let x, let y): model.sheet == nil ? .drag(x: x, y: y) : nil
    case .mouse(.release, _, _): .release
    case .resize: nil
    case .hangUp: .quit
    }
  }

  private static func wheel(up: Bool, _ x: Int, _ y: Int, _ model: Model) -> Message {
    model.sheet == nil ? .wheel(up: up, x: x, y: y) : .scroll(up ? -3 : 3)
  }

  private static func on(
    _ keys: [Key], _ message: Message, _ label: String = "", _ help: Text? = nil,
    _ footer: Text? = nil
  ) -> Binding {
    Binding(keys: keys, message: message, label: label, help: help, footer: footer)
  }
}
