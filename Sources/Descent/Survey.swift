/// What can be found out about a surface of which nothing is known but its formula: where its
/// critical points are, which part of the plane shows them, where to start and how fast.
///
/// The same for the same formula: every search begins at a fixed place.
struct Survey {
  private let surface: any Surface
  /// Where the places that are found come to rest, if `surface` is only like it and quicker to ask.
  private let whole: (any Surface)?
  /// How bent the first window is where it is most bent, but for a tenth of it: what is far flatter
  /// is flat.
  private let bend: Double
  private(set) var window: Window
  private(set) var points: [CriticalPoint] = []
  /// Some place is lower than every minimum found.
  private var isLowerElsewhere = false

  /// - Parameters:
  ///   - window: chosen around what is found if `nil`.
  ///   - whole: the surface itself, if this one is only like it and quicker to ask.
  init(of surface: any Surface, in given: Window? = nil, settlingOn whole: (any Surface)? = nil) {
    self.surface = surface
    self.whole = whole
    window = given ?? Self.ground(of: surface) ?? Window(half: 5)
    bend = Self.usualBend(of: surface, in: window)
    search(in: window)
    if given == nil {
      // Far ones would make the near ones small: those within reach of the first window.
      window = Self.window(around: points.map(\.position), in: window)
      search(in: window)
    }
    label()
  }

  /// Where the surface is a number, of −10…10, if that is not everywhere.
  private static func ground(of surface: any Surface) -> Window? {
    let steps = (-20...20).map { Double($0) / 2 }
    var (xs, ys): ([Double], [Double]) = ([], [])
    var isEverywhere = true
    for x in steps {
      for y in steps {
        if surface.value(at: Point(x, y)).isFinite {
          xs.append(x)
          ys.append(y)
        } else {
          isEverywhere = false
        }
      }
    }
    guard !isEverywhere, let left = xs.min(), let right = xs.max(), left < right,
      let bottom = ys.min(), let top = ys.max(), bottom < top
    else { return nil }
    // As large as the usual one, around the middle of the ground.
    let x = (left + right) / 2
    let y = (bottom + top) / 2
    return Window(
      x: max(left, x - 5)...min(right, x + 5), y: max(bottom, y - 5)...min(top, y + 5))
  }

  /// Newton's method with and without safeguards from a lattice of starts.
  private mutating func search(in window: Window) {
    var careful = Newton()
    var blind = Newton()
    (careful.safeguards, blind.safeguards) = (.on, .off)
    let parts = stride(from: 0.05, through: 0.95, by: 0.15)
    for u in parts {
      for v in parts {
        let start = window.point(u, v)
        for rule in [careful, blind] { add(end(of: rule, from: start)) }
      }
    }
    // Those a search steps over: the middle, and the origin, where formulas like to be special.
    for start in [window.point(0.5, 0.5), .zero] {
      for rule in [careful, blind] { add(end(of: rule, from: start)) }
    }
    // What is searched on a likeness is smooth.
    if whole == nil { searchByHeights(in: window) }
  }

  /// The pits of a lattice that no minimum found so far accounts for: kinks, tips and flat bottoms.
  private mutating func searchByHeights(in window: Window) {
    let field = Self.field(of: surface, in: window)
    let step = 2 * Self.reach(in: window)
    let search = MinimumByHeights(surface: surface, reach: 0.5 * step)
    var starts = field.pits.prefix(Self.pits).map { pit in
      window.point(
        Double(pit.column) / Double(field.columns - 1), 1 - Double(pit.row) / Double(field.rows - 1)
      )
    }
    starts.append(.zero)
    for start in starts {
      let isKnown = points.contains {
        $0.kind != .saddle && $0.position.offset(from: start).length < 1.5 * step
      }
      guard !isKnown, let minimum = search.minimum(from: start, distance: 0.5 * step) else {
        continue
      }
      let isNew = !points.contains {
        $0.position.offset(from: minimum.position).length < 1e-3 * step
      }
      if isNew, points.count < Self.limit { points.append(minimum) }
    }
  }

  /// Pits looked into, at most.
  private static let pits = 60

  /// Heights on a lattice of 81 × 81 places.
  private static func field(of surface: any Surface, in window: Window) -> HeightField {
    let (x, y) = (window.x, window.y)
    return HeightField(
      of: surface, columns: 81, rows: 81, topLeft: Point(x.lowerBound, y.upperBound),
      stepX: x.width / 80, stepY: y.width / 80)
  }

  private func end(of rule: Newton, from start: Point<Double>) -> Point<Double>? {
    var (place, state) = (start, Stateless())
    for _ in 0..<60 {
      var objective = Objective<Double>(surface)
      let next = rule.step(from: place, &state, on: &objective)
      guard next.isFinite, max(abs(next.x), abs(next.y)) < 1e6 else { return nil }
      if next == place { break }
      place = next
    }
    return place
  }

  /// The flat place of the whole surface that this one's flat place is near to.
  private func settled(_ place: Point<Double>) -> Point<Double> {
    guard let whole else { return place }
    var place = place
    for _ in 0..<12 {
      let jet = whole.jet(at: place)
      let next = place - jet.hessian.inverse * jet.gradient
      guard next.isFinite else { break }
      place = next
    }
    return place
  }

  /// Takes a place in if it is a critical point and a new one.
  private mutating func add(_ place: Point<Double>?) {
    guard let place, points.count < Self.limit, let point = criticalPoint(settled(place)) else {
      return
    }
    points.append(point)
  }

  private static let limit = 80

  private func isKnown(_ place: Point<Double>) -> Bool {
    points.contains {
      $0.position.offset(from: place).length < 1e-6 * max(1, abs(place.x), abs(place.y))
    }
  }

  /// What a new place is, if its slope vanishes and its bend says the rest.
  private func criticalPoint(_ place: Point<Double>) -> CriticalPoint? {
    // An exact root of what a rounded one stands for: -0 and 1e-17 are 0.
    func tidy(_ x: Double) -> Double {
      let rounded = (x * 1e6).rounded() / 1e6
      return abs(x - rounded) < 1e-9 ? rounded + 0 : x
    }
    let tidied = Point(tidy(place.x), tidy(place.y))
    for place in [tidied, place] {
      let jet = (whole ?? surface).jet(at: place)
      let (least, greatest) = jet.hessian.eigenvalues
      let size = max(abs(least), abs(greatest))
      guard jet.value.isFinite, size.isFinite, size > 1e-6 * bend,
        jet.gradient.length <= 1e-10 * max(1e-3, size)
      else { continue }
      guard greatest > 0, !isKnown(place) else { return nil }
      let isSharp = min(abs(least), abs(greatest)) > 1e-7 * size
      guard isSharp || isMinimum(place, of: jet) else { return nil }
      return CriticalPoint(
        least > 0 ? .localMinimum : .saddle, place.x, place.y, value: jet.value)
    }
    return nil
  }

  /// A bend that is far smaller than the other is one, or what rounding leaves of a valley's floor:
  /// heights tell.
  private func isMinimum(_ place: Point<Double>, of jet: Jet<Double>) -> Bool {
    guard whole == nil, !jet.hessian.isSingular, jet.hessian.eigenvalues.least > 0 else {
      return false
    }
    let rest = (jet.hessian.inverse * jet.gradient).length
    return rest <= 1e-9 * max(1, abs(place.x), abs(place.y))
      && MinimumByHeights(surface: surface, reach: Self.reach(in: window)).isIsolated(place)
  }

  /// How near to each other two minima of a window would be one: half a place of its lattice.
  private static func reach(in window: Window) -> Double {
    0.5 * max(window.x.width, window.y.width) / 80
  }

  /// Around the critical points, with room beside them; a start needs some too.
  private static func window(around points: [Point<Double>], in first: Window) -> Window {
    let chosen =
      [0, 1.0].lazy.map { margin in
        points.filter { first.contains($0, margin: margin) }
      }.first { !$0.isEmpty } ?? points
    guard !chosen.isEmpty else { return first }
    let (xs, ys) = (chosen.map(\.x), chosen.map(\.y))
    let (left, right, bottom, top) = (xs.min()!, xs.max()!, ys.min()!, ys.max()!)
    let span = max(right - left, top - bottom)
    let far = max(abs(left), abs(right), abs(bottom), abs(top))
    // A lone one is seen with the origin, unless that is far away.
    let half = max(0.7 * span, span == 0 ? min(max(2, 0.6 * far), 5) : 1.5)
    // Edges in the digits of half a width of two.
    let exponent = decimalExponent(of: half) - 1
    func edges(_ low: Double, _ high: Double) -> ClosedRange<Double> {
      let middle = (low + high) / 2
      return multiple(
        of: 1, exponent, nearestTo: middle - half)...multiple(
          of: 1, exponent, nearestTo: middle + half)
    }
    return Window(x: edges(left, right), y: edges(bottom, top))
  }

  /// The lowest minima are ★, unless somewhere in the window it is lower still.
  private mutating func label() {
    points.removeAll { !window.contains($0.position, margin: 0.5) }
    let minima = points.filter { $0.kind != .saddle }.map(\.value)
    guard let lowest = minima.min() else { return }
    let tolerance = 1e-9 * max(1, abs(lowest))
    isLowerElsewhere =
      Self.field(of: surface, in: window).lowest < lowest - 1e-6 * max(1, abs(lowest))
    for index in points.indices where points[index].kind == .localMinimum {
      if points[index].value <= lowest + tolerance, !isLowerElsewhere {
        points[index].kind = .globalMinimum
      }
    }
    // The lists of a map are short; minima come first.
    points.sort {
      ($0.kind == .saddle ? 1 : 0, $0.value) < ($1.kind == .saddle ? 1 : 0, $1.value)
    }
  }

  func about(name: String, title: String, formula: String) -> SurfaceAbout {
    let heights = Self.field(of: surface, in: window).values.filter(\.isFinite).sorted()
    func height(_ part: Double) -> Double {
      heights.isEmpty ? 0 : heights[Int(part * Double(heights.count - 1))]
    }
    let hasMinimum = points.contains { $0.kind == .globalMinimum }
    let (floor, middle, high) = (height(0), height(0.5), height(0.95))
    let isSteep = high - floor > 8 * (middle - floor)
    return SurfaceAbout(
      name: name, title: title, formula: formula, window: window, start: start(below: height(0.7)),
      contours: isSteep ? .logarithmic : .linear, rates: rates, criticalPoints: points,
      lowest: hasMinimum ? .labelled : .unknown)
  }

  /// High up, but not among the very heights, and off the axes of symmetry.
  private func start(below ceiling: Double) -> Point<Double> {
    let parts = [0.13, 0.87, 0.29, 0.71, 0.41]
    let places = parts.flatMap { u in parts.map { window.point(u, 0.93 * $0 + 0.02) } }
    let heights = places.map(surface.value)
    let fair = zip(places, heights).filter { $0.1.isFinite && $0.1 <= ceiling }
    let best = fair.max { $0.1 < $1.1 } ?? zip(places, heights).first { $0.1.isFinite }
    guard let place = best?.0 else { return window.middle }
    // Two digits of the window's size are enough to say.
    let (digit, exponent) = Self.rung(below: window.x.width / 200)
    let said = Point(
      multiple(of: digit, exponent, nearestTo: place.x),
      multiple(of: digit, exponent, nearestTo: place.y))
    return surface.value(at: said).isFinite ? said : place
  }

  /// A quarter of what the bend of most of the window allows, and a fortieth of its width.
  private var rates: SurfaceAbout.Rates {
    let width = window.x.upperBound - window.x.lowerBound
    let bend = Self.usualBend(of: surface, in: window)
    return .init(
      ofSlope: Self.round(0.5 / (bend > 0 ? bend : 1)), ofLength: Self.round(width / 40))
  }

  /// The greatest bend of either sign at a hundred places: nine tenths of them are bent less.
  private static func usualBend(of surface: any Surface, in window: Window) -> Double {
    let parts = stride(from: 0.05, through: 0.95, by: 0.1)
    let bends = parts.flatMap { u in
      parts.compactMap { v -> Double? in
        let (least, greatest) = surface.jet(at: window.point(u, v)).hessian.eigenvalues
        let bend = max(abs(least), abs(greatest))
        return bend.isFinite ? bend : nil
      }
    }.sorted()
    return bends.isEmpty ? 0 : bends[Int(0.9 * Double(bends.count - 1))]
  }

  /// One significant digit, rounded down to 1, 2 or 5: a rate that people can say.
  private static func round(_ x: Double) -> Double {
    let (digit, exponent) = rung(below: x)
    return Double("\(digit)e\(exponent)") ?? x
  }

  /// The greatest of 1, 2 and 5 times a power of ten that is no greater, between 1e-300 and 1e300.
  private static func rung(below x: Double) -> (digit: Int, exponent: Int) {
    let x = min(max(x, 1e-300), 1e300)
    let exponent = decimalExponent(of: x)
    let digit = [5, 2, 1].first { Double("\($0)e\(exponent)")! <= x } ?? 1
    return (digit, exponent)
  }
}

extension Window {
  var middle: Point<Double> { point(0.5, 0.5) }

  /// The point at parts of the width and height, from the lower left.
  func point(_ u: Double, _ v: Double) -> Point<Double> {
    Point(
      x.lowerBound + u * (x.upperBound - x.lowerBound),
      y.lowerBound + v * (y.upperBound - y.lowerBound))
  }

  /// Whether a point lies in it, or beside it by no more than a part of its size.
  fileprivate func contains(_ point: Point<Double>, margin: Double) -> Bool {
    let (a, b) = (self.point(-margin, -margin), self.point(1 + margin, 1 + margin))
    return a.x...b.x ~= point.x && a.y...b.y ~= point.y
  }
}
