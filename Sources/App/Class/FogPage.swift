import Drawing
import Files
import Room
import Texts

/// A drive without the map under way: who has used how many steps, and nothing else.
enum FogPage {
  static func draw(_ wall: ClassWall, _ model: Model, in rect: Rect, on frame: inout Frame) {
    guard let round = wall.round, case .fog(let offer) = round.kind else { return }
    let (theme, strings) = (model.theme, model.strings)
    let done = round.drives.values.count { $0.crash != nil || $0.used >= offer.budget }
    frame.write(
      strings(.wallFogDone, ["count": "\(done)", "all": "\(round.drives.count)"]), x: rect.x,
      y: rect.y, ink: theme.ink, style: .bold, maxWidth: rect.width)
    let rows = rect.inset(top: min(rect.height, 2))
    let columns = max(1, rows.width / columnWidth)
    let pitch = rows.width / columns
    let bar = max(1, pitch - nameWidth - 7)
    let seats = wall.room.seats.filter { round.drives[$0.id] != nil }
    for (place, seat) in seats.enumerated() where place / columns < rows.height {
      guard let drive = round.drives[seat.id] else { continue }
      let (x, y) = (rows.x + place % columns * pitch, rows.y + place / columns)
      frame.write(
        wall.name(of: seat.id), x: x, y: y, ink: theme.ink, maxWidth: nameWidth)
      let used = bar * drive.used / offer.budget
      let ink = drive.crash == nil ? theme.accent : theme.warning
      // Half a row each, so that bars under one another stay apart.
      func draw(_ length: Int, _ ink: Color) {
        frame.write(
          String(repeating: "▄", count: length), x: x + nameWidth + 1, y: y, ink: ink)
      }
      draw(bar, theme.paper.mixed(with: theme.dim, 0.3))
      draw(used, ink)
      frame.write("\(drive.used)", x: x + nameWidth + bar + 2, y: y, ink: theme.dim)
    }
  }

  private static let nameWidth = 14
  private static let columnWidth = 36
}
