import Descent

/// What it takes to have arrived at a labelled minimum, in a race from one start: to be as near to
/// it as the laboratory asks for (`Trial.reach`), and to have no more than a thousandth left of
/// what the start's loss was above it.
struct Arrivals {
  private let minima: [CriticalPoint]
  private let reach: Double
  private let lossAtStart: Double

  init(from start: Point<Double>, on surface: any Surface) {
    minima = surface.about.criticalPoints.filter { $0.kind != .saddle }
    reach = Trial.reach(on: surface)
    lossAtStart = surface.value(at: start)
  }

  /// The nearest minimum, if a car there has arrived at it.
  func minimum(at position: Point<Double>, _ loss: Double) -> CriticalPoint? {
    let nearest = minima.map { ($0, position.offset(from: $0.position).safeLength) }
      .min { $0.1 < $1.1 }
    guard let (minimum, distance) = nearest else { return nil }
    return holds(distance: distance, loss, at: minimum) ? minimum : nil
  }

  func holds(distance: Double, _ loss: Double, at minimum: CriticalPoint) -> Bool {
    let left = Navigator.arrivalLoss * (lossAtStart - minimum.value)
    return distance < reach && loss - minimum.value <= left
  }

  func holds(at position: Point<Double>, _ loss: Double, minimum: CriticalPoint) -> Bool {
    holds(distance: position.offset(from: minimum.position).safeLength, loss, at: minimum)
  }
}
