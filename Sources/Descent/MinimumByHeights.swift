/// Minima found by heights alone: kinks, tips and flat bottoms, where slopes and bends say nothing
/// or are none.
struct MinimumByHeights {
  let surface: any Surface
  /// Distances below this do not count, plane units.
  let reach: Double

  /// A search with a compass: the first lower place at a distance in one of many directions is gone
  /// to; where there is none the distance is halved.
  ///
  /// Source: Hooke and Jeeves, "'Direct search' solution of numerical and statistical problems",
  /// J. ACM 8 (1961); the compass turns, so that a kink across the axes holds nothing up.
  ///
  /// - Parameter distance: the first one, plane units.
  /// - Returns: the lowest place that was reached; at most 6,000 heights are asked for.
  func lowest(from start: Point<Double>, distance: Double) -> Point<Double> {
    var (place, height, length) = (start, surface.value(at: start), distance)
    var asked = 0
    while length > 1e-13 * max(1, abs(place.x), abs(place.y)), asked < 6000 {
      var found = false
      search: for turn in 0..<8 {
        let east = Self.compass[turn]
        for direction in [east, Point(-east.y, east.x), -east, Point(east.y, -east.x)] {
          let next = place + length * direction
          let there = surface.value(at: next)
          asked += 1
          if there < height {
            (place, height, found) = (next, there, true)
            break search
          }
        }
      }
      if !found { length /= 2 }
    }
    return place
  }

  /// The first one lies along the axes, where kinks like to be.
  private static let compass: [Point<Double>] = (0..<8).map { turn in
    let angle = Double(turn) * 2.399963229728653
    return turn == 0 ? Point(1, 0) : Point(.cos(angle), .sin(angle))
  }

  /// The place in the fewest decimals that is no higher: what rounding has kept from being round.
  func tidied(_ place: Point<Double>) -> Point<Double> {
    let height = surface.value(at: place)
    for decimals in [0, 1, 2, 3, 4, 6, 8] {
      func rounded(_ x: Double) -> Double {
        let near = multiple(of: 1, -decimals, nearestTo: x)
        return abs(near - x) < 1e-3 * reach ? near : x
      }
      for near in [
        Point(rounded(place.x), rounded(place.y)), Point(place.x, rounded(place.y)),
        Point(rounded(place.x), place.y),
      ] where near != place && surface.value(at: near) <= height { return near }
    }
    return place
  }

  /// The minimum that a place is near to, if it is one.
  func minimum(from start: Point<Double>, distance: Double) -> CriticalPoint? {
    var place = settled(tidied(lowest(from: start, distance: distance)))
    place = tidied(place)
    guard isIsolated(place) else { return nil }
    return CriticalPoint(
      .localMinimum, place.x, place.y, value: surface.value(at: place),
      isKink(place) ? .tip : .flat)
  }

  /// Whether the ground rises on every side of a place: it lies neither on a floor nor in a valley,
  /// along which another place is as low.
  func isIsolated(_ place: Point<Double>) -> Bool {
    let height = surface.value(at: place)
    guard height.isFinite, rises(around: place, height, at: 1e-3),
      rises(around: place, height, at: 0.1 * reach)
    else { return false }
    // A valley, however it winds, leaves the circle as low as it came; rounding aside.
    let (lowest, highest) = extremes(around: place)
    return lowest - height > 1e-11 * (highest - height)
  }

  /// The lowest and the highest of the heights on the circle of `reach` around a place.
  private func extremes(around place: Point<Double>) -> (lowest: Double, highest: Double) {
    let count = 64
    func height(_ turn: Double) -> Double {
      let angle = turn / Double(count) * .pi2
      return surface.value(at: place + reach * Point(.cos(angle), .sin(angle)))
    }
    let heights = (0..<count).map { height(Double($0)) }
    var lowest = heights.min() ?? .nan
    for turn in 0..<count
    where heights[turn] <= heights[(turn + 1) % count]
      && heights[turn] <= heights[(turn + count - 1) % count]
    {
      lowest = min(lowest, leastHeight(from: Double(turn) - 1, to: Double(turn) + 1, height))
    }
    return (lowest, heights.max() ?? .nan)
  }

  /// The least height between two turns of a circle, by the golden section.
  private func leastHeight(
    from first: Double, to last: Double, _ height: (Double) -> Double
  ) -> Double {
    let section = 0.6180339887498949
    var (low, high) = (first, last)
    var (a, b) = (high - section * (high - low), low + section * (high - low))
    var (atA, atB) = (height(a), height(b))
    for _ in 0..<75 {
      if atA <= atB {
        (high, b, atB) = (b, a, atA)
        a = high - section * (high - low)
        atA = height(a)
      } else {
        (low, a, atA) = (a, b, atB)
        b = low + section * (high - low)
        atB = height(b)
      }
    }
    return min(atA, atB)
  }

  /// Newton's method has the last word where the ground is smooth along a kink, or very flat.
  private func settled(_ place: Point<Double>) -> Point<Double> {
    var (best, state) = (place, Stateless())
    for _ in 0..<100 {
      var objective = Objective<Double>(surface)
      let next = Newton().step(from: best, &state, on: &objective)
      guard next.isFinite, next != best, next.offset(from: place).length < reach,
        surface.value(at: next) <= surface.value(at: best)
      else { break }
      best = next
    }
    return best
  }

  private func circle(around place: Point<Double>, _ radius: Double) -> [Point<Double>] {
    (0..<64).map { part in
      let angle = Double(part) / 64 * .pi2
      return place + radius * Point(.cos(angle), .sin(angle))
    }
  }

  private func rises(around place: Point<Double>, _ height: Double, at radius: Double) -> Bool {
    circle(around: place, radius).allSatisfy { surface.value(at: $0) > height }
  }

  /// The slope is as large near the place as further off: it does not vanish there.
  private func isKink(_ place: Point<Double>) -> Bool {
    func steepest(_ radius: Double) -> Double {
      circle(around: place, radius).map { surface.gradient(at: $0).length }
        .filter(\.isFinite).max() ?? 0
    }
    return steepest(1e-5 * reach) > 0.5 * steepest(0.1 * reach)
  }
}

extension HeightField {
  /// The places within the edge that no neighbour lies below and some lies above, the deepest
  /// first.
  var pits: [(column: Int, row: Int)] {
    let around = [-columns - 1, -columns, -columns + 1, -1, 1, columns - 1, columns, columns + 1]
    let pits = values.indices.filter { index in
      let (row, column) = index.quotientAndRemainder(dividingBy: columns)
      guard row > 0, row < rows - 1, column > 0, column < columns - 1, values[index].isFinite else {
        return false
      }
      return around.allSatisfy { !(values[index + $0] < values[index]) }
        && around.contains { values[index + $0] > values[index] }
    }
    return pits.sorted { values[$0] < values[$1] }.map { ($0 % columns, $0 / columns) }
  }

  /// The lowest height: −∞ below all others, places without one left out; ∞ if there is none at
  /// all.
  package var lowest: Double {
    values.reduce(.infinity) { $1 < $0 ? $1 : $0 }
  }
}
