import Drawing
import Room

// Where the wall of a class has its parts.
extension Layout {
  /// The wall in place of everything but the footer; a map where its page has one.
  mutating func placeWall(_ wall: ClassWall, of model: Model) {
    let whole = Rect(model.size).inset(bottom: 1)
    self.wall = whole
    let body = whole.inset(top: whole.height > 16 ? 2 : 1)
    guard wall.hasMap else {
      wallColumn = body.inset(left: 1, right: 1)
      return
    }
    let (map, column): (Rect, Rect)
    if body.width >= 60 {
      let columns = body.width >= 110 ? 46 : max(30, body.width * 9 / 20)
      let (left, right) = body.split(left: body.width - columns)
      (map, column) = (left, right.inset(left: 2, right: 1))
    } else {
      let (upper, lower) = body.split(top: body.height / 2)
      (map, column) = (upper, lower.inset(left: 1, right: 1))
    }
    let nothing = Rect(x: map.x, y: map.y, width: 0, height: 0)
    maps = [Map(title: nothing, rect: map, cars: model.shown)]
    wallColumn = column
  }
}

extension ClassWall {
  /// Its page shows the map: never before the fog has lifted.
  var hasMap: Bool {
    switch page {
    case .race: true
    case .choosing: !(round?.isFog ?? false)
    case .result: race != nil
    case .lobby, .fog, .podium, .list: false
    }
  }
}
