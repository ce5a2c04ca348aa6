import Descent
import Drawing
import Files

/// A small map in a corner of the focus view: the whole of what the other views show, with the part
/// that is seen large.
enum OverviewInset {
  /// A corner that the step leaves free, in cells of the map; `nil` on a map without room to spare.
  static func place(in size: Size, of model: Model, avoiding labels: LabelPlacement) -> Rect? {
    guard size.width >= 56, size.height >= 18 else { return nil }
    let width = min(28, size.width / 4)
    let shape = model.window.height / model.window.width / model.cellAspect
    let height = 1 + min(size.height / 3, max(4, Int((Double(width - 2) * shape).rounded())))
    let (right, bottom) = (size.width - width, size.height - height)
    let corners = [(right, bottom), (right, 0), (0, bottom), (0, 0)]
    return corners.map { Rect(x: $0, y: $1, width: width, height: height) }
      .first { labels.isFree($0) }
  }

  static func draw(
    _ model: Model, in rect: Rect, of map: Rect, showing part: PlaneRect, scenery: Scenery,
    on frame: inout Frame
  ) {
    // A line of paper between the two maps, on the sides that lie inside the large one.
    frame.fill(rect, with: Cell(" ", ink: model.theme.ink, paper: model.theme.paper))
    let rect = Rect(
      x: rect.x == map.x ? rect.x : rect.x + 2, y: rect.y == map.y ? rect.y : rect.y + 1,
      width: rect.width - 2, height: rect.height - 1)
    let viewport = Viewport(window: model.window, in: rect.size, cellAspect: model.cellAspect)
    var painter = Painter(model, rect, viewport, scenery)
    swap(&painter.frame, &frame)
    painter.drawLand(withLabels: false)
    painter.drawTrails(of: [model.focus], scenery)
    painter.drawLandmarks()
    painter.drawPart(part)
    painter.drawHead(of: model.focus)
    painter.finishPicture(scenery)
    swap(&painter.frame, &frame)
  }
}

extension Painter {
  /// The outline of a part of the plane; a mark where it is too small for one.
  fileprivate mutating func drawPart(_ part: PlaneRect) {
    let (one, other) = (
      viewport.dot(x: part.minX, y: part.maxY), viewport.dot(x: part.maxX, y: part.minY)
    )
    // Never so small that the car hides it.
    let middle = (x: (one.x + other.x) / 2, y: (one.y + other.y) / 2)
    let (right, down) = (
      max(3, (other.x - one.x) / 2), max(5, (other.y - one.y) / 2)
    )
    let (topLeft, bottomRight) = (
      (x: middle.x - right, y: middle.y - down), (x: middle.x + right, y: middle.y + down)
    )
    var canvas = Canvas(rect.size)
    let ink = model.theme.accent
    let corners = [
      topLeft, (bottomRight.x, topLeft.y), bottomRight, (topLeft.x, bottomRight.y), topLeft,
    ]
    for (from, to) in zip(corners, corners.dropFirst()) {
      canvas.line(from: from.0, from.1, to: to.0, to.1)
      sketch?.line(fromDot: from, to, width: 1.4, ink)
    }
    canvas.draw(on: &frame, x: rect.x, y: rect.y, ink: ink, over: land.dimmed)
  }
}
