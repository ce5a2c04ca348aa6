import Descent
import Drawing
import Files

// Many cars on one map, as a class has them: the ends of their ways, their heads, and the names of
// the first three.
extension Painter {
  mutating func drawCrowd(_ cars: [Int]) {
    let ranking = model.classroom?.race?.ranking(of: model.race) ?? []
    drawTails(of: cars)
    drawLandmarks()
    // The first lies on top.
    let shown = Set(cars)
    let order = ranking.isEmpty ? cars : ranking.map(\.car).filter(shown.contains)
    for car in order.reversed() { drawHead(of: car) }
    // Of two names that lie over each other, the first one's is shown.
    for (car, _) in ranking.prefix(Self.named) { drawName(of: car) }
  }

  /// How many of the first are named.
  private static let named = 3
  /// Points of all ways that a map draws: with more of them nobody finds the cars.
  private static let mostPoints = 2000
  /// Of one way, at least and at most.
  private static let points = (least: 12, most: 60)

  /// One canvas for each colour: two hundred would take too long, and tell no more.
  private mutating func drawTails(of cars: [Int]) {
    // Who has driven without the map sees her whole way.
    let isWhole = cars.first.map { model.race.cars[$0].path != nil } ?? false
    let share = min(Self.points.most, Self.mostPoints / max(1, cars.count))
    let length = isWhole ? Int.max : max(Self.points.least, share)
    var tails: [(canvas: Canvas, ink: Color)] = []
    for (ink, own) in Dictionary(grouping: cars, by: { model.livery[$0].color })
      .sorted(by: { $0.value[0] < $1.value[0] })
    {
      var canvas = Canvas(rect.size)
      for car in own {
        let path = model.timeline.trajectories[car]
        let count = path.count(through: model.timeline.tick)
        let range = max(0, count - min(length, count))..<count
        Polyline(xs: path.x, ys: path.y, range: range).draw(on: &canvas, through: viewport)
        if let cell = sketch?.cell { drawPixels(of: path, range, ink, cell) }
      }
      tails.append((canvas, ink))
    }
    surround(tails.map(\.canvas))
    for (canvas, ink) in tails {
      canvas.draw(on: &frame, x: rect.x, y: rect.y, ink: ink, over: land.dimmed)
    }
  }

  private mutating func drawPixels(
    of path: Trajectory, _ range: Range<Int>, _ ink: Color, _ cell: CellPixels
  ) {
    var last: (x: Double, y: Double)?
    for index in range.suffix(Self.mostPixelLines) {
      let place = viewport.dot(x: path.x[index], y: path.y[index])
      guard place.x.magnitude < 1e4, place.y.magnitude < 1e4 else {
        last = nil
        continue
      }
      if let from = last, from.x != place.x || from.y != place.y {
        sketch?.line(fromDot: from, place, width: 1.4, ink, hasRim: false)
      }
      last = place
    }
  }

  /// Of one way.
  private static let mostPixelLines = 24

  private mutating func drawName(of car: Int) {
    guard let wall = model.classroom, let race = wall.race,
      let cell = viewport.cell(
        x: model.race.drivers[car].position.x, y: model.race.drivers[car].position.y)
    else { return }
    let name = " \(wall.name(of: race.seats[car])) "
    let width = name.cellWidth
    guard width + 4 < rect.width else { return }
    let isRight = cell.x + 2 + width <= rect.width
    let x = isRight ? cell.x + 2 : cell.x - 1 - width
    // Letters do not lie over each other.
    let cells = (0..<width).map { [x + $0, cell.y] }
    guard x >= 0, taken.isDisjoint(with: cells) else { return }
    taken.formUnion(cells)
    let (left, y, ink) = (rect.x + x, rect.y + cell.y, model.livery[car].color)
    func letters(_ painter: inout Painter) {
      painter.frame.write(
        name, x: left, y: y, ink: ink, paper: painter.model.theme.paper, style: .bold)
    }
    if sketch == nil { letters(&self) } else { sketch?.letters.append(letters) }
  }
}
