/// A rule that drives downhill: a value of hyper-parameters, apart from the state of any drive.
///
/// A rule writes `start` and `step` once, generic over the lane; that one pair answers both
/// pairs of requirements below, so the compiler makes a specialised function for one particle
/// and one for eight. Most rules ask for one slope a step and write the `step` of `Slopewise`.
package protocol Optimizer: Sendable {
  /// The state of one particle mid-drive.
  associatedtype One: Sendable
  /// The state of eight.
  associatedtype Eight: Sendable

  static var about: About { get }
  static var hyperparameters: [Hyperparameter<Self>] { get }

  /// The rule at its defaults.
  init()

  /// The rate as the rule takes it, η in its formula.
  var learningRate: Double { get set }

  /// The momentum, or β₁, that a one-cycle schedule may move; `nil` for rules without one.
  var cycledMomentum: Double? { get set }

  /// Whose convention it follows.
  var dialect: Dialect { get }

  /// The conventions that there are of it, the textbook's first.
  static var dialects: [Dialect] { get }

  /// Where it begins on a surface, wherever the race does; `nil` to begin with the race.
  func ownStart(on surface: any Surface) -> Point<Double>?

  func start(at point: Point<Double>) -> One
  func start(at point: Point<Lanes>) -> Eight

  /// One update: from θₜ to θₜ₊₁, with the state moved on in place.
  func step(
    from point: Point<Double>, _ state: inout One, on f: inout Objective<Double>
  ) -> Point<Double>
  func step(
    from point: Point<Lanes>, _ state: inout Eight, on f: inout Objective<Lanes>
  ) -> Point<Lanes>

  /// Steps along a leg of a race and returns where that leads. A requirement, though every rule
  /// does the same, so that each has it compiled for itself.
  func drive(
    from point: Point<Double>, _ state: inout One, along leg: inout Leg
  ) -> Point<Double>

  /// Drives a convoy of this type of rule. A requirement for the same reason.
  func lead(_ convoy: inout Convoy<Double>, seenBy visit: (Convoy<Double>) -> Void)
  func lead(_ convoy: inout Convoy<Lanes>, seenBy visit: (Convoy<Lanes>) -> Void)

  /// What `step` would do from here, moment by moment; the last moment is the same move to the
  /// last bit.
  func anatomy(
    from point: Point<Double>, _ state: One, on f: inout Objective<Double>
  ) -> [Substep]

  /// The update in Unicode mathematics as these settings have it, a line each.
  var formula: [String] { get }

  /// Tells rules apart that store what they remember in different units.
  var memoryForm: String { get }

  /// The largest learning rate that is stable on a parabola whose Hessian has this greatest
  /// eigenvalue λ > 0; `nil` for rules that divide the slope by its own size.
  func stableRate(onParabola greatest: Double) -> Double?
}

extension Optimizer {
  package var cycledMomentum: Double? {
    get { nil }
    set {}
  }

  package var dialect: Dialect { .textbook }

  package static var dialects: [Dialect] { [.textbook] }

  package var dialects: [Dialect] { Self.dialects }

  package func ownStart(on surface: any Surface) -> Point<Double>? { nil }

  package var formula: [String] { about.formula }

  package var memoryForm: String { "" }

  package func stableRate(onParabola greatest: Double) -> Double? { nil }

  /// The speed limit at a place of that curvature; `nil` also where nothing bends upwards.
  package func stableRate(atCurvature greatest: Double) -> Double? {
    greatest > 0 ? stableRate(onParabola: greatest) : nil
  }
}

/// The facts about a rule that are the same in every language. What it is about in words (the
/// idea, the route it stands for, what to watch) stands in the language tables under its name.
package struct About: Sendable {
  /// As on the command line; also the key of its texts in the language tables.
  package var name: String
  /// As on the map.
  package var title: String
  package var authors: String
  package var year: Int
  package var source: String
  package var link: String
  /// The update at the default settings in Unicode mathematics, a line each.
  package var formula: [String]
  package var rate: Rate
  /// What it changes about the rules it grew from.
  package var branch: Branch
  /// The rules it grew from, by name.
  package var parents: [String] = []
  /// Draws mini-batches on data surfaces unless told otherwise.
  package var samplesByDefault = false
  package var order = Order.first

  /// What it asks the surface for.
  package enum Order: Sendable {
    /// Heights alone.
    case zeroth
    /// Slopes.
    case first
    /// Bends too, asked for or learnt, and heights to find out how far to go.
    case second
  }

  /// What the learning rate multiplies, and so its unit.
  package enum Rate: Sendable {
    /// The gradient: plane units² per unit of loss.
    case slope
    /// A gradient divided by its own size: plane units a step.
    case length
    /// A step that the rule sizes by itself: a bare number, 1 in the paper.
    case factor
    /// Nothing after the start: the size of the first step, plane units.
    case start
    /// There is no rate.
    case absent
  }
}

extension About {
  /// The two questions that the family of rules answers.
  package enum Branch: String, CaseIterable, Sendable {
    /// Neither: straight down the slope, in proportion to it.
    case slope
    /// Which way to go.
    case direction
    /// How long a step to take, on each axis.
    case length
    /// Both.
    case both
  }
}

/// What a rule remembers that remembers nothing.
package struct Stateless: Sendable {}
