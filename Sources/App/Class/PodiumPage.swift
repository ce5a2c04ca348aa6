import Drawing
import Files
import Room
import Texts

/// The best of all rounds: three steps, large, and who comes after them.
enum PodiumPage {
  static func draw(_ wall: ClassWall, _ model: Model, in rect: Rect, on frame: inout Frame) {
    let ranking = wall.room.ranking.filter { $0.seat.points > 0 }
    guard !ranking.isEmpty else {
      frame.write(
        model.strings[.wallNoPoints], x: rect.x, y: rect.y, ink: model.theme.ink,
        maxWidth: rect.width)
      return
    }
    let listed = rect.height >= 20 && ranking.count > 3 ? min(5, (rect.height - 14) / 2) : 0
    let (top, rest) = rect.split(top: rect.height - listed - (listed > 0 ? 1 : 0))
    // The second on the left, the first in the middle, the third on the right.
    let width = min(32, top.width / 3)
    let left = top.x + (top.width - 3 * width) / 2
    for (place, column) in zip(0..., [1, 0, 2]) where ranking.indices.contains(place) {
      let box = Rect(x: left + column * width, y: top.y, width: width, height: top.height)
      drawStep(place, ranking[place], wall, model, in: box, on: &frame)
    }
    let others = ranking.dropFirst(3).prefix(2 * listed)
    for (number, (place, seat)) in others.enumerated() {
      let x = left + (number / max(1, listed)) * (3 * width / 2)
      let points = model.strings(.phonePoints, ["points": "\(seat.points)"])
      frame.write(
        "\(place)".padded(to: 3, .right) + "  \(wall.name(of: seat.id))  \(points)", x: x,
        y: rest.y + 1 + number % max(1, listed), ink: model.theme.ink, maxWidth: 3 * width / 2 - 1)
    }
  }

  /// - Parameter rank: 0, 1 or 2: how high the step is.
  private static func drawStep(
    _ rank: Int, _ entry: (place: Int, seat: Seat), _ wall: ClassWall, _ model: Model,
    in rect: Rect, on frame: inout Frame
  ) {
    let theme = model.theme
    let heights = [10, 7, 4].map { max(3, $0 * (rect.height - 3) / 11) }
    let height = min(heights[rank], rect.height - 2)
    let paper = [theme.accent, theme.paper.mixed(with: theme.accent, 0.7), theme.dim][rank]
    let step = Rect(
      x: rect.x + 1, y: rect.maxY - height, width: rect.width - 2, height: height)
    frame.fill(step, with: Cell(" ", ink: theme.accentInk, paper: paper))
    let name = wall.name(of: entry.seat.id).cut(to: rect.width - 1)
    frame.write(
      name, x: rect.x + (rect.width - name.cellWidth) / 2, y: step.y - 2, ink: theme.ink,
      style: .bold)
    let points = model.strings(.phonePoints, ["points": "\(entry.seat.points)"])
    frame.write(
      points, x: rect.x + (rect.width - points.cellWidth) / 2, y: step.y - 1, ink: theme.dim)
    let number = "\(entry.place)"
    if let width = BlockDigits.width(of: number), height >= BlockDigits.height {
      BlockDigits.draw(
        number, x: rect.x + (rect.width - width) / 2, y: step.y + (height > 4 ? 1 : 0),
        ink: theme.accentInk, on: &frame)
    }
  }
}
