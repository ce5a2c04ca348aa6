import Drawing
import Files
import Room
import Texts

/// The seats for the teacher, one of them under the cursor.
enum SeatListPage {
  static func draw(_ wall: ClassWall, _ model: Model, in rect: Rect, on frame: inout Frame) {
    guard let list = wall.list else { return }
    let (theme, strings, seats) = (model.theme, model.strings, wall.room.seats)
    guard !seats.isEmpty else {
      frame.write(
        strings[.wallNobody], x: rect.x, y: rect.y, ink: theme.dim, maxWidth: rect.width)
      return
    }
    let first = max(0, min(list.row - rect.height / 2, seats.count - rect.height))
    for (place, seat) in seats.enumerated().dropFirst(first).prefix(rect.height) {
      let (y, isChosen) = (rect.y + place - first, place == list.row)
      let (ink, paper) = isChosen ? (theme.accentInk, theme.accent) : (theme.ink, theme.paper)
      var line = StyledLine("#\(seat.id)".padded(to: 5, .right) + "  ", ink)
      if isChosen, let typed = list.typed {
        line.add("\(typed)▏", ink, .bold)
      } else {
        line.add(wall.name(of: seat.id).padded(to: SeatName.widest + 2), ink, .bold)
        line.add(strings(.phonePoints, ["points": "\(seat.points)"]), ink)
        if !seat.isConnected {
          line.add("  " + strings[.wallAway], isChosen ? ink : theme.warning)
        }
      }
      line.pad(to: rect.width, ink)
      frame.write(line, x: rect.x, y: y, paper: paper, width: rect.width)
    }
  }
}
