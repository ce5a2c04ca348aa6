import App
import Descent
import Files
import Foundation

/// Watches one car and works out by itself what the navigator may and must say.
struct Witness {
  private(set) var race: Race
  private var before: Race?
  /// Averages or sums of squared slopes, as the car's rule has them after the step to come.
  private var squares = Point(0.0, 0)

  init(_ race: Race) {
    self.race = race
    let first = race.cars[0].rule.number("initial-accumulator") ?? 0
    squares = Point(first, first)
    takeSlope()
  }

  mutating func step() {
    before = race
    race.step()
    if race.drivers[0].crash == nil { takeSlope() }
  }

  /// Beyond this, squares overflow, and so does the arithmetic here.
  var isTooFar: Bool { !(abs(here.x) < 1e120 && abs(here.y) < 1e120) }

  private var rule: any Optimizer { race.cars[0].rule }
  private var name: String { rule.about.name }
  private var here: Point<Double> { race.drivers[0].position }
  private var anatomy: [Substep] { race.anatomy(ofCar: 0) }
  private var move: Point<Double> { anatomy.last!.readings[0].value }
  private var last: Point<Double> {
    before.map { here.offset(from: $0.drivers[0].position) } ?? Point(0, 0)
  }
  /// The slope as the rule reads it.
  private var felt: Reading {
    anatomy.first { $0.part == (looksAhead ? .slopeAhead : .slope) }!.readings[0]
  }
  /// The libraries move the point ahead itself.
  private var looksAhead: Bool { name == "nesterov" && rule.dialect == .textbook }
  private var next: Race {
    var race = race
    race.step()
    return race
  }

  private mutating func takeSlope() {
    let g = felt.value
    let decay =
      switch name {
      case "rmsprop": rule.number("decay")!
      case "adam", "nadam": rule.number("beta2")!
      default: 1.0
      }
    let share = decay == 1 ? 1 : 1 - decay
    squares = Point(
      decay * squares.x + share * g.x * g.x, decay * squares.y + share * g.y * g.y)
  }

  /// What the rate is divided by, from the squares taken down here.
  private var divisors: Point<Double> {
    // Other rules divide by what they say.
    guard ["adagrad", "rmsprop", "adam", "nadam"].contains(name) else {
      return anatomy.first { $0.part == .scale }!.readings[0].value
    }
    let epsilon = rule.number("eps")!
    let words = rule.settings.map(\.valueText)
    func divisor(_ square: Double) -> Double {
      switch name {
      case "adam", "nadam":
        let steps = Double(race.tick + 1)
        let weight = words.contains("off") ? 1 : 1 - pow(rule.number("beta2")!, steps)
        return (square / weight).squareRoot() + epsilon
      default:
        let isCorrected = name == "rmsprop" && words.contains("on")
        let weight = isCorrected ? 1 - pow(rule.number("decay")!, Double(race.tick + 1)) : 1
        return words.contains("outside-sqrt")
          ? (square / weight).squareRoot() + epsilon : (square / weight + epsilon).squareRoot()
      }
    }
    return Point(divisor(squares.x), divisor(squares.y))
  }

  // What may be said.

  /// Why a remark is not true; `nil` if it is.
  func fault(in remark: Remark) -> String? {
    switch remark {
    case .crashed: return "it has not crashed"
    case .leavingNumbers: return next.drivers[0].crash == nil ? "it drives on" : nil
    case .leavingGround:
      return next.drivers[0].crash?.fate == .undefined ? nil : "the next is defined"
    case .standing: return move == Point(0, 0) ? nil : "moves by \(move)"
    case .heading(let bearing, let length): return wrong(bearing, length, of: move)
    case .slope(let steepness, let downhill, let isAhead):
      guard isAhead == looksAhead else { return "not felt there" }
      return wrong(downhill, steepness, of: opposite(felt.value))
    case .level: return felt.value == Point(0, 0) ? nil : "slope \(felt.value)"
    case .carrying(let share):
      let rounding = 1e-12 * size(last) + 1e-15 * (size(here) + size(last))
      return off(share * size(last), rule.number("momentum")! * size(last), rounding)
    case .aslant(let value):
      return 45...90 ~= value ? off(value, angle(opposite(felt.value), move), 1e-3) : "angle"
    case .uphill(let value):
      return value > 90 && dot(felt.value, move) > 0
        ? off(value, angle(opposite(felt.value), move), 1e-3) : "not uphill"
    case .recalculating(let turn):
      let cross = last.x * move.y - last.y * move.x
      if cross != 0, abs(turn) < 179.999, (cross > 0) != (turn < 0) { return "wrong side" }
      return dot(last, move) < 0 ? off(abs(turn), angle(last, move), 1e-3) : "turns on"
    case .overshot(let axes, let isFelt):
      guard isFelt == (race.cars[0].sampling.noise == 0 && !looksAhead && !asksFew) else {
        return "felt"
      }
      return axes == overshoot ? nil : "overshot \(String(describing: overshoot))"
    case .crawling(let claimed):
      let slow =
        size(move) < 0.1 * rule.rate && divisors.x > 1 && divisors.y > 1
        && abs(felt.value.x) < 0.1 * divisors.x
        && abs(felt.value.y) < 0.1 * divisors.y
      return slow ? off(claimed, divisors) : "not so slow"
    case .uneven(let slower, let ratio):
      let ratios = (divisors.x / divisors.y, divisors.y / divisors.x)
      return ratio >= 3 ? off(ratio, slower == .x ? ratios.0 : ratios.1, 1e-6 * ratio) : "even"
    default: return fault(fromMap: remark)
    }
  }

  private func fault(fromMap remark: Remark) -> String? {
    switch remark {
    case .tooFast(let rate, let limit, let curvature):
      let hessian = race.surface.jet(at: here).hessian
      let determinant =
        (hessian.xx - curvature) * (hessian.yy - curvature) - hessian.xy * hessian.xy
      // Of a bend far stronger the other way little is left to compare.
      let strongest = max(curvature, abs(hessian.xx), abs(hessian.yy), abs(hessian.xy))
      guard abs(determinant) <= 1e-9 * strongest * strongest,
        2 * curvature >= (hessian.xx + hessian.yy) * (1 - 1e-12)
      else { return "not the greatest eigenvalue" }
      guard rate == rule.rate, rate > limit else { return "not above" }
      return off(limit, self.limit(curvature), 1e-9 * limit)
    case .plateau(let slope, let step):
      let window = race.surface.about.window
      let reach = (window.x.upperBound - window.x.lowerBound) / 10
      guard abs(step - size(move)) <= 1e-12 * step, 1000 * step < reach else { return "not stuck" }
      // A ring of places that far away is as high as here, or nearly.
      let left = race.drivers[0].loss - lowest
      for turn in 0..<16 {
        let angle = Double(turn) * Double.pi / 8
        let place = Point(here.x + reach * cos(angle), here.y + reach * sin(angle))
        let change = race.surface.value(at: place) - race.drivers[0].loss
        // Beyond the second order, a little more.
        if abs(change) > 0.1 * left { return "not flat: \(change) of \(left)" }
      }
      return off(slope, size(race.surface.gradient(at: here)), 1e-12 * slope)
    case .arrived(let place, let distance, let isLowest):
      let kinds: [CriticalPoint.Kind] = [isLowest ? .globalMinimum : .localMinimum]
      guard hasArrived else { return "not there yet" }
      return wrong(place, distance, kinds, share: 0.01)
    case .near(let place, let distance, let loss, let isLowest):
      guard !hasArrived else { return "there" }
      guard loss == race.drivers[0].loss else { return "another loss" }
      return wrong(
        place, distance, [isLowest ? .globalMinimum : .localMinimum], share: 0.05)
    case .atSaddle(let place, let distance):
      return wrong(place, distance, [.saddle], share: 0.01)
    case .offMap(let bearing, let distance): return wrong(bearing, distance, of: home)
    case .climbing(let rise):
      return rise > 0 ? off(rise, next.drivers[0].loss - race.drivers[0].loss, 0) : "no rise"
    case .misled(let asked, let of, let value):
      guard asksFew, asked == min(8, of - race.tick % 19 * 8), of == 150 else { return "asked" }
      guard race.cars[0].sampling.noise == 0 else { return nil }
      return off(value, angle(race.surface.gradient(at: here), felt.value), 1e-3)
    case .noisy(let value):
      guard race.cars[0].sampling.noise > 0 else { return "no noise" }
      guard !asksFew, case .heading(let place, _) = felt.picture else { return nil }
      return off(value, angle(race.surface.gradient(at: place), felt.value), 1e-3)
    default: return "unknown"
    }
  }

  // What must be said.

  /// What should have been said and was not.
  func missing(in remarks: [Remark]) -> String? {
    func says(_ test: (Remark) -> Bool) -> Bool { remarks.contains(where: test) }
    let facts: [(name: String, isTrue: Bool, isSaid: Bool)] = [
      (
        "a turn back", dot(last, move) < -1e-9 * size(last) * size(move),
        says { if case .recalculating = $0 { true } else { false } }
      ),
      (
        "the last step", next.drivers[0].crash != nil,
        says { $0 == .leavingNumbers || $0 == .leavingGround }
      ),
      (
        // An exact search of a line ends across the slope, but for rounding.
        "an overshoot",
        overshoot != nil && dot(last, race.surface.gradient(at: here)) > 1e-9,
        says { if case .overshot = $0 { true } else { false } }
      ),
      (
        "a rate above the limit", rule.rate > limit(greatestCurvature) * (1 + 1e-9),
        says { if case .tooFast = $0 { true } else { false } }
      ),
      (
        "arrival", hasArrived, says { if case .arrived = $0 { true } else { false } }
      ),
      (
        "a minimum near", minima.contains { distance($0) < 0.05 * side },
        says {
          switch $0 {
          case .arrived, .near: true
          default: false
          }
        }
      ),
      (
        "a saddle", points([.saddle]).contains { distance($0) < 0.01 * side },
        says { if case .atSaddle = $0 { true } else { false } }
      ),
      (
        "leaving the map", home != Point(0, 0),
        says { if case .offMap = $0 { true } else { false } }
      ),
      (
        "the heading", move.isFinite,
        says {
          switch $0 {
          case .heading, .standing: true
          default: false
          }
        }
      ),
    ]
    return facts.first { $0.isTrue && !$0.isSaid }?.name
  }

  // Arithmetic.

  private var asksFew: Bool { race.cars[0].batch(on: race.surface) != nil }

  private var lowest: Double { points([.globalMinimum]).map(\.value).min() ?? 0 }

  private var greatestCurvature: Double {
    let h = race.surface.jet(at: here).hessian
    return (h.xx + h.yy) / 2 + hypot((h.xx - h.yy) / 2, h.xy)
  }

  private func limit(_ curvature: Double) -> Double {
    let momentum = rule.number("momentum") ?? 0
    // Beyond this its square overflows.
    guard curvature > 0, curvature < 1e150 else { return .infinity }
    return switch name {
    case "gd", "sgd", "momentum": 2 * (1 + momentum) / curvature
    case "nesterov": 2 * (1 + momentum) / ((1 + 2 * momentum) * curvature)
    default: .infinity
    }
  }

  private var overshoot: Remark.Axes? {
    guard let before else { return nil }
    let (old, new) = (
      race.surface.gradient(at: before.drivers[0].position), race.surface.gradient(at: here)
    )
    guard dot(last, old) < 0, dot(last, new) > 0 else { return nil }
    // By their signs: the product of two very small numbers is 0.
    func crosses(_ move: Double, _ old: Double, _ new: Double) -> Bool {
      move > 0 ? old < 0 && new > 0 : move < 0 && old > 0 && new < 0
    }
    let x = crosses(last.x, old.x, new.x)
    let y = crosses(last.y, old.y, new.y)
    return x && y ? .both : x ? .x : y ? .y : .neither
  }

  /// From the car to the window.
  private var home: Point<Double> {
    let window = race.surface.about.window
    func way(_ x: Double, _ range: ClosedRange<Double>) -> Double {
      x < range.lowerBound
        ? range.lowerBound - x : x > range.upperBound ? range.upperBound - x : 0
    }
    return Point(way(here.x, window.x), way(here.y, window.y))
  }

  private func points(_ kinds: [CriticalPoint.Kind]) -> [CriticalPoint] {
    race.surface.about.criticalPoints.filter { kinds.contains($0.kind) }
  }

  private var minima: [CriticalPoint] { points([.globalMinimum, .localMinimum]) }

  /// The window's shorter side.
  private var side: Double {
    let window = race.surface.about.window
    return min(
      window.x.upperBound - window.x.lowerBound, window.y.upperBound - window.y.lowerBound)
  }

  /// At the nearest minimum, less than a thousandth above it of what the start was.
  private var hasArrived: Bool {
    guard let nearest = minima.min(by: { distance($0) < distance($1) }),
      distance(nearest) < 0.01 * side
    else { return false }
    let (before, left) = (
      race.surface.value(at: race.start) - nearest.value, race.drivers[0].loss - nearest.value
    )
    return left <= before / 1000
  }

  private func distance(_ point: CriticalPoint) -> Double {
    size(here.offset(from: point.position))
  }

  private func size(_ p: Point<Double>) -> Double { hypot(p.x, p.y) }

  /// Of the directions, so that nothing overflows.
  private func dot(_ a: Point<Double>, _ b: Point<Double>) -> Double {
    let (a, b) = (unit(a), unit(b))
    return a.x * b.x + a.y * b.y
  }

  private func unit(_ p: Point<Double>) -> Point<Double> {
    // Of the smallest numbers few digits are left; grown they are exact.
    if size(p) > 0, size(p) < 1e-150 { return unit(Point(0x1p600 * p.x, 0x1p600 * p.y)) }
    let length = size(p)
    return length > 0 && length.isFinite ? Point(p.x / length, p.y / length) : Point(0, 0)
  }

  private func angle(_ a: Point<Double>, _ b: Point<Double>) -> Double {
    acos(max(-1, min(1, dot(a, b)))) * 180 / .pi
  }

  private func opposite(_ p: Point<Double>) -> Point<Double> { Point(-p.x, -p.y) }

  private func off(_ found: Double, _ expected: Double, _ tolerance: Double) -> String? {
    abs(found - expected) <= tolerance ? nil : "expected \(expected)"
  }

  private func off(_ found: Point<Double>, _ expected: Point<Double>) -> String? {
    off(found.x, expected.x, 1e-6 * expected.x) ?? off(found.y, expected.y, 1e-6 * expected.y)
  }

  private func wrong(_ bearing: Double, _ length: Double, of way: Point<Double>) -> String? {
    guard bearing >= 0, bearing < 360, length > 0 else { return "no bearing" }
    let (radians, unit) = (bearing * .pi / 180, unit(way))
    let smallest = 4 * Double.leastNonzeroMagnitude
    return off(length, size(way), 1e-9 * length + smallest) ?? off(sin(radians), unit.x, 1e-9)
      ?? off(cos(radians), unit.y, 1e-9)
  }

  private func wrong(
    _ place: Point<Double>, _ distance: Double, _ kinds: [CriticalPoint.Kind], share: Double
  ) -> String? {
    guard points(kinds).contains(where: { $0.position == place }) else { return "no such point" }
    return distance < share * side
      ? off(distance, size(here.offset(from: place)), 1e-12) : "far away"
  }
}
