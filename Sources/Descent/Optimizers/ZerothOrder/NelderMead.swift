/// Nelder–Mead: a triangle that feels its way down by heights alone, turning its worst corner over.
///
///     c′ = a + b − c        reflected; twice as far if that is the lowest yet
///     c′ = between          if that is no better: half way, outside or inside
///     b, c towards a        if nothing helps: the triangle shrinks to half
///
/// a, b, c are its corners, the lowest first; the car stands at a. The rate is the first triangle's
/// size. It asks for no slope.
/// Source: Nelder and Mead, "A simplex method for function minimization", Computer J. 7 (1965).
struct NelderMead: Lanewise {
  var learningRate = 0.5

  static let hyperparameters = [Hyperparameter<Self>("lr", "s₀", \.learningRate, .positive)]

  struct Corner: Sendable {
    var place: Point<Double>
    var height: Double
  }

  struct State: Sendable {
    var a, b, c: Corner
    /// The heights have been asked for.
    var isMeasured = false
  }

  typealias One = State
  typealias Eight = EightStates<State>

  func start(at theta: Point<Double>) -> State {
    func corner(_ x: Double, _ y: Double) -> Corner {
      Corner(place: theta + Point(x, y), height: .nan)
    }
    return State(a: corner(0, 0), b: corner(learningRate, 0), c: corner(0, learningRate))
  }

  func step(
    from theta: Point<Double>, _ state: inout State, on f: inout Objective<Double>
  ) -> Point<Double> {
    func corner(_ place: Point<Double>) -> Corner {
      let height = f.value(at: place)
      // Where there is no height it is no way to go.
      return Corner(place: place, height: height.isNaN ? .infinity : height)
    }
    if !state.isMeasured {
      state.a = corner(state.a.place)
      (state.b, state.c) = (corner(state.b.place), corner(state.c.place))
      state.isMeasured = true
      state.sort()
    }
    let middle = 0.5 * (state.a.place + state.b.place)
    let outwards = middle - state.c.place
    let reflected = corner(middle + outwards)
    if reflected.height < state.a.height {
      let further = corner(middle + 2 * outwards)
      state.c = further.height < reflected.height ? further : reflected
    } else if reflected.height < state.b.height {
      state.c = reflected
    } else {
      let isOutside = reflected.height < state.c.height
      let halfway = corner(isOutside ? middle + 0.5 * outwards : middle - 0.5 * outwards)
      if halfway.height < min(reflected.height, state.c.height) {
        state.c = halfway
      } else {
        state.b = corner(state.a.place + 0.5 * (state.b.place - state.a.place))
        state.c = corner(state.a.place + 0.5 * (state.c.place - state.a.place))
      }
    }
    state.sort()
    return state.a.place
  }

  func anatomy(
    from theta: Point<Double>, _ state: State, on f: inout Objective<Double>
  ) -> [Substep] {
    var after = state
    let next = step(from: theta, &after, on: &f)
    return [
      Substep(
        .memory, .place("aₜ", state.a.place), .place("bₜ", state.b.place),
        .place("cₜ", state.c.place)),
      Substep(.update, .place("lowest(aₜ, bₜ, cₜ, c′)", next)),
      .move(to: next, from: theta),
    ]
  }

  static let about = About(
    name: "nelder-mead", title: "Nelder–Mead", authors: "Nelder, Mead", year: 1965,
    source: "The Computer Journal 7", link: "https://doi.org/10.1093/comjnl/7.4.308",
    formula: ["θₜ₊₁ = lowest(aₜ, bₜ, cₜ, c′)"],
    rate: .start, branch: .both, order: .zeroth)
}

extension NelderMead.State {
  /// The lowest corner first; of two alike the earlier.
  fileprivate mutating func sort() {
    if b.height < a.height { swap(&a, &b) }
    if c.height < b.height { swap(&b, &c) }
    if b.height < a.height { swap(&a, &b) }
  }
}
