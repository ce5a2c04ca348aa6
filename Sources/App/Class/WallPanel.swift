import Drawing
import Files
import Room
import Texts

/// The wall of a class: what the projector shows of it.
enum WallPanel {
  static func draw(_ model: Model, _ layout: Layout, scenery: Scenery, on frame: inout Frame) {
    guard let wall = model.classroom, let rect = layout.wall, let column = layout.wallColumn else {
      return
    }
    // The lesson's page has nothing to say of this map.
    var model = model
    model.lecture = nil
    // Two hundred badges would hide the map.
    model.isPresentation = false
    drawHead(wall, model, in: rect.split(top: 1).top, on: &frame)
    for map in layout.maps { MapPanel.draw(map, of: model, scenery: scenery, on: &frame) }
    switch wall.page {
    case .lobby: LobbyPage.draw(wall, model, in: column, on: &frame)
    case .choosing: ChoosingPage.draw(wall, model, in: column, on: &frame)
    case .race: RacePage.draw(wall, model, in: column, on: &frame)
    case .fog: FogPage.draw(wall, model, in: column, on: &frame)
    case .result: ResultPage.draw(wall, model, in: column, on: &frame)
    case .podium: PodiumPage.draw(wall, model, in: column, on: &frame)
    case .list: SeatListPage.draw(wall, model, in: column, on: &frame)
    }
  }

  /// Where the class is found, on every page: who comes late looks up there.
  private static func drawHead(
    _ wall: ClassWall, _ model: Model, in rect: Rect, on frame: inout Frame
  ) {
    let (theme, strings) = (model.theme, model.strings)
    var facts = StyledLine()
    facts.add("\(wall.door.site)  ", theme.ink)
    facts.add("\(wall.room.code)", theme.accent, .bold)
    facts.add("  " + strings(.wallHere, ["count": "\(wall.room.seats.count)"]), theme.ink)
    if wall.room.isLocked { facts.add("  " + strings[.wallLocked], theme.warning, .bold) }
    if wall.room.hidesNames { facts.add("  " + strings[.wallNamesHidden], theme.dim) }
    var x = rect.x
    x += frame.write(
      " \(strings[.wallTitle]) ", x: x, y: rect.y, ink: theme.accentInk, paper: theme.accent,
      style: .bold)
    let left = rect.maxX - 1 - facts.width
    if left > x + 1 {
      frame.write(
        title(of: wall, strings).cut(to: left - x - 2), x: x + 1, y: rect.y, ink: theme.ink,
        style: .bold)
    }
    frame.write(facts, x: max(x + 1, left), y: rect.y)
  }

  private static func title(of wall: ClassWall, _ strings: Strings) -> String {
    func round(_ number: Int, _ ground: Ground) -> String {
      strings(.wallRound, ["number": "\(number)", "title": ground.title])
    }
    switch wall.room.phase {
    case .choosing(let open), .driving(let open):
      return open.isFog ? strings[.wallFogTitle] : round(open.number, open.ground)
    case .result(let result): return round(result.number, result.ground)
    case .podium: return strings[.wallPodium]
    case .lobby, .question, .closed: return ""
    }
  }
}

/// What the wall's pages have in common.
extension ClassWall {
  /// A name as the wall may show it.
  func name(of seat: Seat.ID) -> String { room.shownName(of: seat) }

  /// Names in columns, as many as there is room for; the last cell says how many more there are.
  static func draw(_ names: [String], in rect: Rect, ink: Color, on frame: inout Frame) {
    let columns = max(1, (rect.width + 2) / (SeatName.widest + 2))
    let pitch = rect.width / columns
    let room = columns * rect.height
    guard room > 0 else { return }
    let shown = names.count > room ? Array(names.prefix(room - 1)) : names
    let cells = shown + (names.count > room ? ["+\(names.count - shown.count)"] : [])
    // Down the columns, as lists are read.
    let rows = min(rect.height, max(1, (cells.count + columns - 1) / columns))
    for (place, name) in cells.enumerated() {
      frame.write(
        name, x: rect.x + place / rows * pitch, y: rect.y + place % rows, ink: ink,
        maxWidth: pitch - 1)
    }
  }
}
