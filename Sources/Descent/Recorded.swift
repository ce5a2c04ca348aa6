/// The rule of a car that drives along a recorded path: in each step it goes where the path was
/// then, and after the last one it rests there. It asks the surface for nothing.
///
/// It begins where its path does, wherever the race begins. On a turned surface it drives along the
/// path turned with it. It is no rule of the catalogue: only a path makes one.
package struct Recorded: Lanewise, Hashable {
  package let path: RecordedPath
  /// How far the losses of the path lie from the landscape, found out once; `nil` if it has none.
  package let difference: RecordedPath.Difference?

  package init() { (path, difference) = (RecordedPath("", points: [.zero]), nil) }

  /// - Parameter surface: the landscape of the path.
  package init(_ path: RecordedPath, on surface: any Surface) {
    (self.path, difference) = (path, path.difference(from: surface))
  }

  /// It has none.
  package var learningRate: Double {
    get { 0 }
    set {}
  }

  package static let hyperparameters: [Hyperparameter<Self>] = []

  /// Updates made so far.
  package typealias One = Int
  package typealias Eight = EightStates<Int>

  package func start(at theta: Point<Double>) -> Int { 0 }

  package func step(
    from theta: Point<Double>, _ steps: inout Int, on f: inout Objective<Double>
  ) -> Point<Double> {
    steps += 1
    return place(after: steps, on: f.surface)
  }

  package func anatomy(
    from theta: Point<Double>, _ steps: Int, on f: inout Objective<Double>
  ) -> [Substep] {
    [.move(to: place(after: steps + 1, on: f.surface), from: theta)]
  }

  package func ownStart(on surface: any Surface) -> Point<Double>? { place(after: 0, on: surface) }

  /// Where the path was after so many steps, as the surface lies.
  private func place(after steps: Int, on surface: any Surface) -> Point<Double> {
    surface.image(of: path.points[path.index(at: steps)])
  }

  package static let about = About(
    name: "recorded", title: "Recorded", authors: "", year: 0, source: "", link: "",
    formula: [], rate: .absent, branch: .direction, order: .zeroth)
}

extension Car {
  /// A car that drives along a recorded path of a surface, under its name.
  package init(_ path: RecordedPath, on surface: any Surface) {
    self.init(name: path.name, rule: Recorded(path, on: surface))
  }

  /// The path that it drives along; `nil` for a car with a rule.
  package var path: RecordedPath? { (rule as? Recorded)?.path }
}
