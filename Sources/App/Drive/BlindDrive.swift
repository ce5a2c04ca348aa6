package import Descent
import Drawing
package import Files
import Texts

/// A drive without the map, as an optimizer drives: the player feels height and slope where she is,
/// and says how far and which way to go. It is a car of the model's race like any other, the last
/// one; the rules that she drives against are the others, and hidden until the fog lifts.
package struct BlindDrive: Sendable {
  /// What a step is measured by.
  package enum Measure: Hashable, Sendable {
    /// s, plane units: as far as she says.
    case length
    /// η: so many times the slope, as GD goes.
    case rate
  }

  /// A size that keys change by √2, back to the very number that it was.
  package struct Size: Hashable, Sendable {
    private var base: Double
    private var notches = 0

    init(_ base: Double) { self.base = base }

    package var value: Double {
      let whole = Double(sign: .plus, exponent: notches >> 1, significand: base)
      return notches & 1 == 0 ? whole : whole * 2.0.squareRoot()
    }

    mutating func change(by notches: Int) {
      self.notches = min(max(self.notches + notches, -Self.mostNotches), Self.mostNotches)
    }

    private static let mostNotches = 40
  }

  /// How many gradients each of them may ask for.
  package let budget: Int
  /// The place of its ground in `levels`; `nil` for any other.
  package let level: Int?
  /// Degrees to the right of straight down, −180 < turn ≤ 180.
  package internal(set) var turn = 0
  package internal(set) var measure = Measure.length
  package internal(set) var length: Size
  package internal(set) var rate: Size
  /// The map is seen: the budget is spent, the car has crashed, or the player has had enough.
  package internal(set) var isLifted = false
  /// The gradients that she has asked for, once the fog has lifted.
  package internal(set) var used: Int?
  /// A size being typed.
  package internal(set) var typed = ""
  /// What it leads back to; `nil` on a page of a lesson.
  let before: RaceBefore?

  package static let budgets = 1...1000
  package static let standardBudget = 40
  /// The most letters of a typed size.
  static let typedLimit = 12

  /// - Parameter rivals: the length and the rate that the player begins with suit them and the
  ///   surface.
  init(
    on surface: any Surface, against rivals: [Car], budget: Int, level: Int?, before: RaceBefore?
  ) {
    (self.budget, self.level, self.before) = (budget, level, before)
    let window = PlaneRect(surface.about.window)
    length = Size(said(min(window.width, window.height) / 16, digits: 1))
    let descent = rivals.first { $0.rule.about.name == "gd" }
    rate = Size(descent?.rule.rate ?? surface.about.rates.ofSlope)
  }

  package var size: Size { measure == .length ? length : rate }

  /// The rule of the step about to be made.
  package var rule: Steered {
    let turn = Double(turn)
    return measure == .length
      ? Steered(length: length.value, turn: turn) : Steered(rate: rate.value, turn: turn)
  }

  mutating func changeMeasure() { measure = measure == .length ? .rate : .length }

  mutating func changeSize(_ change: (inout Size) -> Void) {
    if measure == .length { change(&length) } else { change(&rate) }
  }
}

extension BlindDrive {
  /// Grounds by name, from a bowl to very many minima.
  package static let levels = [
    "bowl", "ravine", "rosenbrock", "saddle-with-two-wells", "himmelblau", "rastrigin",
  ]

  /// The surface that a level's number or a surface's name asks for; the first level's if nobody
  /// does.
  package static func ground(
    _ word: String?
  ) throws(Fault) -> (surface: String, level: Int?) {
    guard let word else { return (levels[0], 0) }
    if let number = Int(word), levels.indices.contains(number - 1) {
      return (levels[number - 1], number - 1)
    }
    guard let surface = Catalog.surface(named: word) else {
      let numbers = levels.indices.map { "\($0 + 1)" }
      throw Fault(
        .standard,
        .unknown(
          .errorUnknownLevel, found: word, names: numbers + Catalog.surfaces.map(\.about.name)))
    }
    return (surface.about.name, levels.firstIndex(of: surface.about.name))
  }

  /// Whom one drives against where nobody says: GD and Adam at the rates that suit the surface.
  package static func rivals(on surface: any Surface) -> [Car] {
    ["gd", "adam"].compactMap { name in
      Catalog.optimizer(named: name).map { rule in
        Car(name: name, rule: Lineup.suited(rule, to: surface))
      }
    }
  }

  /// The car of the player.
  static func car(_ rule: Steered) -> Car { Car(name: Steered.about.name, rule: rule) }
}

/// The race that a drive in the fog leads back to.
struct RaceBefore: Sendable {
  var timeline: Timeline
  var view: MapView
  var hidden: Set<Int>
  var focus: Int
  var window: PlaneRect
}
