import Descent
import Drawing
import Files

/// A quantity at every point of a car's path. Paths grow and thin out; what is known of their
/// points is kept, since a slope of many samples costs more than a frame.
struct CurveValues {
  let quantity: ChartQuantity
  let surface: SurfaceAbout.Identity
  private var (xs, ys): ([Double], [Double]) = ([], [])
  private var stride = 0
  private(set) var values: [Double] = []

  init(_ quantity: ChartQuantity, on surface: any Surface) {
    self.quantity = quantity
    self.surface = surface.about.identity
  }

  /// Follows a path that may have grown, or be another one.
  mutating func follow(_ path: Trajectory, on surface: any Surface) {
    let count = min(xs.count, path.x.count)
    let isKnown =
      stride == path.stride && xs.prefix(count) == path.x.prefix(count)
      && ys.prefix(count) == path.y.prefix(count)
    let kept = isKnown ? count : 0
    stride = path.stride
    for list in [\CurveValues.xs, \.ys, \.values] {
      self[keyPath: list].removeLast(self[keyPath: list].count - kept)
    }
    let about = surface.about
    let goals = about.criticalPoints.filter { $0.kind == .globalMinimum }
    let lowest = goals.map(\.value).min() ?? 0
    for index in kept..<path.x.count {
      let point = Point(path.x[index], path.y[index])
      xs.append(point.x)
      ys.append(point.y)
      switch quantity {
      case .loss: values.append(path.loss[index] - lowest)
      case .distance:
        values.append(
          goals.map { point.offset(from: $0.position).safeLength }.min() ?? .nan)
      case .slope: values.append(surface.gradient(at: point).safeLength)
      case .rate:
        let move = Point(path.moveX[index], path.moveY[index])
        let slope = surface.gradient(at: point.offset(from: move)).safeLength
        // The start is not the end of a step.
        values.append(index == 0 ? .nan : move.safeLength / slope)
      }
    }
  }
}

extension Scenery {
  /// A quantity at every point of a car's path.
  func values(of quantity: ChartQuantity, ofCar car: Int, in model: Model) -> [Double] {
    let surface = model.surface.about.identity
    let known = curves.firstIndex {
      $0.car == car && $0.values.quantity == quantity && $0.values.surface == surface
    }
    // All quantities of all cars, and those of the surface before.
    if known == nil, curves.count >= 2 * ChartQuantity.allCases.count * model.race.cars.count {
      curves = []
    }
    let place = known.flatMap { curves.indices.contains($0) ? $0 : nil } ?? curves.count
    if place == curves.count { curves.append((car, CurveValues(quantity, on: model.surface))) }
    curves[place].values.follow(model.timeline.trajectories[car], on: model.surface)
    return curves[place].values.values
  }
}
