import Descent
import Drawing
import Files
import Terminal
import Texts

/// A drive without the map: fog but where the player has been, and beside it what she feels.
struct FogView: RaceView {
  let name = MapView.fog
  let key: (action: String, key: Key)? = nil

  let keys = [
    KeyGroup(.helpWhileTypingStep, typingKeys), KeyGroup(.helpInFog, steeringKeys),
  ]

  private static let steeringKeys: [Binding] =
    [
      Keymap.on("go", [.character(" "), .enter], .drive(.go), .footer),
      Keymap.on("wheel-left", [.left], .drive(.turn(by: -15)), .footer),
      Keymap.on("wheel-right", [.right], .drive(.turn(by: 15))),
      Keymap.on("longer-step", [.up], .drive(.size(1)), .footer),
      Keymap.on("shorter-step", [.down], .drive(.size(-1))),
      Keymap.on("straight-down", [.character("s")], .drive(.straight), .footer),
      Keymap.on("length-or-rate", [.character("x")], .drive(.changeMeasure), .footer),
      Keymap.on("lift-fog", [.character("e")], .drive(.enough), .footer),
      Keymap.on("drive-again", [.character("r")], .drive(.again), .footer),
      Keymap.on("next-level", [.character("n")], .drive(.nextLevel), .footer),
      Keymap.on("no-way-back", [.character(","), .backspace], .drive(.back), .help),
    ] + Keymap.digits("size-digit", .help) { .drive(.type($0)) }

  private static let typingKeys: [Binding] = [
    Keymap.on("take-size", [.enter, .character(" ")], .drive(.take), .footer),
    Keymap.on("drop-size", [.escape], .drive(.drop), .footer),
    Keymap.on("erase-size", [.backspace], .drive(.erase), .help),
    Keymap.on("size-point", [.character(".")], .drive(.type(".")), .help),
    Keymap.on("size-exponent", [.character("e")], .drive(.type("e"))),
    Keymap.on("size-minus", [.character("-")], .drive(.type("-"))),
  ]

  /// What the footer has room for.
  static let footerActions = Set((steeringKeys + typingKeys).map(\.action))
    .union(["next-theme", "help", "quit"])

  var footerActions: Set<String>? { Self.footerActions }

  func sidebarColumns(in size: Drawing.Size) -> Int? { nil }

  /// The panel stands beside the map; below it where there is no room, and in a lesson.
  func place(in area: Rect, of model: Model, on layout: inout Layout) {
    var map = area
    if model.lecture == nil, area.width >= 60 {
      let columns = area.width >= 100 ? 36 : 27
      let (left, right) = area.split(left: area.width - columns - 1)
      (map, layout.drive) = (left, right.inset(left: 1))
    } else {
      let rows = min(DrivePanel.rowsBelow, max(3, area.height / 3))
      let (top, bottom) = area.split(top: area.height - rows)
      (map, layout.drive) = (top, bottom.inset(left: 1))
    }
    let nothing = Rect(x: map.x, y: map.y, width: 0, height: 0)
    layout.maps = [Layout.Map(title: nothing, rect: map, cars: model.shown)]
  }

  func draw(_ model: Model, _ layout: Layout, scenery: Scenery, on frame: inout Frame) {
    for map in layout.maps { MapPanel.draw(map, of: model, scenery: scenery, on: &frame) }
    if let panel = layout.drive { DrivePanel.draw(model, in: panel, on: &frame) }
  }

  func headerFacts(of model: Model, on layout: Layout) -> [String]? {
    guard let drive = model.blindDrive else { return nil }
    let strings = model.strings
    let asked = drive.used ?? model.timeline.tick
    let gradients = strings(
      .headerGradients, ["asked": "\(asked)", "budget": "\(drive.budget)"])
    guard let level = drive.level else { return [gradients] }
    let blanks = ["number": "\(level + 1)", "count": "\(BlindDrive.levels.count)"]
    return [strings(.headerLevel, blanks), gradients]
  }
}

extension Painter {
  /// Of a drive without the map the way straight down, in dashes, and the step about to be made.
  mutating func drawSteering() {
    guard let drive = model.blindDrive, !drive.isLifted else { return }
    let here = model.race.drivers[model.player].position
    let slope = model.surface.gradient(at: here)
    guard viewport.contains(x: here.x, y: here.y) else { return }
    let start = viewport.dot(x: here.x, y: here.y)
    if let down = Point(
      -slope.x / viewport.unitsPerDot, slope.y / viewport.unitsPerDotDown
    ).unitVector {
      let length = Double(min(2 * rect.width, 4 * rect.height)) / 5
      var arrow = Arrow(
        fromX: start.x, fromY: start.y, toX: start.x + down.x * length,
        toY: start.y + down.y * length)
      arrow.dash = Arrow.Dash(on: 2, off: 3)
      draw(arrow, model.theme.anatomy[.slope])
    }
    let move = drive.rule.move(against: slope)
    let end = Point(here.x + move.x, here.y + move.y)
    let ink = model.livery[model.player].color
    let goal = viewport.dot(x: end.x, y: end.y)
    guard goal.x.magnitude < Self.farthest, goal.y.magnitude < Self.farthest else {
      return putOrPoint("◌", ink, at: end)
    }
    draw(Arrow(fromX: start.x, fromY: start.y, toX: goal.x, toY: goal.y), ink)
    if viewport.cell(x: end.x, y: end.y).map({ [$0.x, $0.y] })
      != viewport.cell(x: here.x, y: here.y).map({ [$0.x, $0.y] })
    {
      putOrPoint("◌", ink, at: end)
    }
  }

  /// Dots from the map's corner beyond which an arrow's end tells nothing.
  private static let farthest = 1e4

  private mutating func draw(_ arrow: Arrow, _ ink: Color) {
    var canvas = Canvas(rect.size)
    arrow.draw(on: &canvas)
    canvas.draw(on: &frame, x: rect.x, y: rect.y, ink: ink, over: land.dimmed)
    sketch?.draw(arrow, ink)
  }
}
