package import Descent
import Drawing
import Files
import Texts

/// Something that is true of the step a car is about to take, with the numbers that it claims.
///
/// Angles are in degrees, bearings clockwise from north (+y), lengths in plane units.
package enum Remark: Hashable, Sendable {
  // What can be told without the map: from slopes felt, memory and moves.

  case crashed(Crash)
  /// The next step ends where x, y or the loss is no finite number.
  case leavingNumbers
  /// The next step ends where nothing is defined.
  case leavingGround
  /// The next step ends where the surface is not known.
  case leavingGrid
  /// The next move is zero.
  case standing
  /// The next move.
  case heading(bearing: Double, length: Double)
  /// The slope that the rule is shown, under the wheels or ahead.
  case slope(steepness: Double, downhill: Double, isAhead: Bool)
  /// The slope that the rule is shown is zero.
  case level(isAhead: Bool)
  /// The velocity that is carried over, as a share of the last move.
  case carrying(share: Double)
  /// The move points that far from straight down the slope felt under the wheels, not uphill.
  case aslant(angle: Double)
  /// The move points up the slope felt under the wheels.
  case uphill(angle: Double)
  /// The move turns back from the last one: to the right where positive.
  case recalculating(turn: Double)
  /// The last move began downhill along its way and ended uphill along it.
  case overshot(Axes, isFelt: Bool)
  /// Past slopes divide the rate so much that hardly a step is left of it.
  case crawling(divisors: Point<Double>)
  /// Past slopes divide the rate on one axis that many times more than on the other.
  case uneven(slower: Axis, ratio: Double)

  // What only who sees the map can tell.

  /// The rate is above the largest that is stable where the ground bends like this.
  case tooFast(rate: Double, limit: Double, curvature: Double)
  /// Flat ground, and steps too short to leave it.
  case plateau(slope: Double, step: Double)
  /// On its way to a labelled minimum, and near it.
  case near(Point<Double>, distance: Double, loss: Double, isLowest: Bool)
  /// At a labelled minimum, but for a thousandth of the height that it came down from.
  case arrived(at: Point<Double>, distance: Double, isLowest: Bool)
  /// Near a labelled saddle.
  case atSaddle(Point<Double>, distance: Double)
  /// Outside the surface's window, whose nearest point lies there.
  case offMap(bearing: Double, distance: Double)
  /// The next step ends higher than it begins.
  case climbing(rise: Double)
  /// The slope of the samples asked points that far from the slope of all.
  case misled(asked: Int, of: Int, angle: Double)
  /// Noise turns the slope that the rule is shown by so much.
  case noisy(angle: Double)

  package enum Axis: String, Hashable, Sendable { case x, y }

  /// The axes on which the slope changed sides.
  package enum Axes: Hashable, Sendable { case x, y, both, neither }

  /// Nobody in the car can know it: it takes the map.
  package var needsMap: Bool {
    switch self {
    case .tooFast, .plateau, .near, .arrived, .atSaddle, .offMap, .climbing, .misled, .noisy: true
    case .overshot(_, let isFelt): !isFelt
    default: false
    }
  }

  /// Its place among others that are shown, so that none changes places with another: what is
  /// said of nearly every step comes first.
  var row: Int {
    switch self {
    case .crashed, .standing, .heading: 0
    case .slope, .level: 1
    case .carrying: 2
    case .uneven: 3
    case .aslant, .uphill: 4
    case .crawling: 5
    case .overshot(_, let isFelt): isFelt ? 6 : 15
    case .recalculating: 7
    case .leavingNumbers, .leavingGround, .leavingGrid: 8
    case .misled: 9
    case .noisy: 10
    case .near, .arrived: 11
    case .atSaddle: 12
    case .offMap: 13
    case .plateau: 14
    case .tooFast: 16
    case .climbing: 17
    }
  }

  /// Something is going wrong.
  var isWarning: Bool {
    switch self {
    case .crashed, .leavingNumbers, .leavingGround, .leavingGrid, .tooFast: true
    default: false
    }
  }
}

extension Strings {
  /// The remark as the navigator says it: one sentence or two.
  package func sentence(_ remark: Remark) -> String {
    func number(_ value: Double) -> String { NumberText.plain(value) }
    switch remark {
    case .crashed(let crash): return describe(crash)
    case .leavingNumbers: return self[.remarkLeavingNumbers]
    case .leavingGround: return self[.remarkLeavingGround]
    case .leavingGrid: return self[.remarkLeavingGrid]
    case .standing: return self[.remarkStanding]
    case .heading(let bearing, let length):
      return self(.remarkHeading, ["bearing": compass(bearing), "length": number(length)])
    case .slope(let steepness, let downhill, let isAhead):
      return self(
        isAhead ? .remarkSlopeAhead : .remarkSlope,
        ["bearing": compass(downhill), "slope": number(steepness)])
    case .level(let isAhead): return self[isAhead ? .remarkLevelAhead : .remarkLevel]
    case .carrying(let share):
      return self(.remarkCarrying, ["share": NumberText.brief(100 * share)])
    case .aslant(let angle): return self(.remarkAslant, ["angle": degrees(angle)])
    case .uphill(let angle): return self(.remarkUphill, ["angle": degrees(angle)])
    case .recalculating(let turn):
      return self(
        turn < 0 ? .remarkRecalculatingLeft : .remarkRecalculatingRight,
        ["angle": degrees(abs(turn))])
    case .overshot(let axes, _):
      return switch axes {
      case .x: self(.remarkOvershotAxis, ["axis": "x"])
      case .y: self(.remarkOvershotAxis, ["axis": "y"])
      case .both: self[.remarkOvershotBoth]
      case .neither: self[.remarkOvershot]
      }
    case .crawling(let divisors):
      return self(.remarkCrawling, ["x": number(divisors.x), "y": number(divisors.y)])
    case .uneven(let slower, let ratio):
      return self(
        .remarkUneven,
        [
          "slow": slower.rawValue, "fast": slower == .x ? "y" : "x", "ratio": number(ratio),
        ])
    default: return sentence(fromMap: remark)
    }
  }

  private func sentence(fromMap remark: Remark) -> String {
    func number(_ value: Double) -> String { NumberText.plain(value) }
    func place(_ point: Point<Double>, _ distance: Double) -> [String: String] {
      [
        "x": NumberText.fixed(point.x, decimals: 2), "y": NumberText.fixed(point.y, decimals: 2),
        "distance": number(distance),
      ]
    }
    switch remark {
    case .tooFast(let rate, let limit, let curvature):
      return self(
        .remarkTooFast,
        [
          "rate": NumberText.said(rate), "limit": number(limit), "curvature": number(curvature),
        ])
    case .plateau(let slope, let step):
      return self(.remarkPlateau, ["slope": number(slope), "step": number(step)])
    case .near(let minimum, let distance, let loss, let isLowest):
      return self(
        isLowest ? .remarkNear : .remarkNearLocal,
        place(minimum, distance).merging(["loss": number(loss)]) { $1 })
    case .arrived(let minimum, let distance, let isLowest):
      return self(isLowest ? .remarkArrived : .remarkArrivedLocal, place(minimum, distance))
    case .atSaddle(let saddle, let distance): return self(.remarkSaddle, place(saddle, distance))
    case .offMap(let bearing, let distance):
      return self(.remarkOffMap, ["bearing": compass(bearing), "distance": number(distance)])
    case .climbing(let rise): return self(.remarkClimbing, ["rise": number(rise)])
    case .misled(let asked, let count, let angle):
      return self(
        .remarkMisled, ["asked": "\(asked)", "count": "\(count)", "angle": degrees(angle)])
    case .noisy(let angle): return self(.remarkNoisy, ["angle": degrees(angle)])
    default: return ""
    }
  }

  /// `007`, `360` being `000`.
  private func compass(_ bearing: Double) -> String {
    let text = degrees(bearing) == "360" ? "0" : degrees(bearing)
    return String(repeating: "0", count: 3 - text.count) + text
  }

  private func degrees(_ angle: Double) -> String { NumberText.fixed(angle, decimals: 0) }
}
