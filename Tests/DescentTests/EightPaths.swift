import Descent

/// The paths of eight particles driven in step, each from its start.
func eightPaths(
  of rule: any Optimizer, from starts: [Point<Double>], steps: Int, on surface: any Surface
) -> [[Point<Double>]] {
  let start = Point(Lanes(starts.map(\.x)), Lanes(starts.map(\.y)))
  var paths = starts.map { [$0] }
  var convoy = Convoy(of: [rule], from: [start], on: surface, steps: steps)
  convoy.drive { seen in
    for place in seen.page.map({ seen.place(ofGroup: 0, after: $0) }) {
      for lane in 0..<8 { paths[lane].append(Point(place.x[lane], place.y[lane])) }
    }
  }
  return paths
}
