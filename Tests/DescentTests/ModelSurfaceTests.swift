import Descent
import Testing

/// The models that are fitted to data, beside the line.
@Suite struct ModelSurfaceTests {
  private let inputs = (0..<40).map { 0.1 * Double($0) - 1.5 }

  private func logistic(_ parted: Bool = false, standardised: Bool = false) throws
    -> LogisticRegression
  {
    let classes = inputs.enumerated().map { index, x in
      !parted && index % 7 == 3 ? (x > 0.4 ? 0.0 : 1) : (x > 0.4 ? 1 : 0)
    }
    return try LogisticRegression(
      Samples(inputs: inputs, targets: classes), standardised: standardised)
  }

  private func neuron(standardised: Bool = true) throws -> Neuron {
    let targets = inputs.map { 2 * $0 - 0.3 * $0 * $0 * $0 + 0.4 }
    return try Neuron(Samples(inputs: inputs, targets: targets), standardised: standardised)
  }

  @Test func `cross-entropy is what the two classes cost, and its minimum is verified`() throws {
    let surface = try logistic()
    var cost = 0.0
    for (x, y) in zip(inputs, surface.samples.targets) {
      let z = 0.7 * x - 0.2
      let p = 1 / (1 + Double.exp(-z))
      cost -= y * Double.log(p) + (1 - y) * Double.log(1 - p)
    }
    #expect(abs(surface.value(at: Point(0.7, -0.2)) - cost / 40) < 1e-12)
    #expect(surface.about.criticalPoints.count == 1)
    let minimum = try #require(surface.about.criticalPoints.first)
    #expect(surface.gradient(at: minimum.position).length < 1e-10)
    #expect(surface.about.window.x.contains(minimum.position.x))
    // Convex: nothing is lower.
    for draw in 1...50 {
      let place = randomPoint(in: surface.about.window, seed: 5, draw: draw)
      #expect(surface.value(at: place) >= minimum.value)
    }
  }

  @Test func `classes that one number parts have no minimum, and it falls for ever`() throws {
    let surface = try logistic(true)
    #expect(surface.about.lowest == .nowhere && surface.about.criticalPoints.isEmpty)
    #expect(surface.value(at: Point(500, -200)) < surface.value(at: Point(50, -20)))
    #expect(surface.conditionNumber == nil)
  }

  @Test func `far from zero a minimum is found all the same, and never said not to exist`() throws {
    let years = (0..<40).map { 1980 + Double($0) }
    let classes = years.map { Int($0) % 7 == 3 ? ($0 > 2000 ? 0.0 : 1) : ($0 > 2000 ? 1 : 0) }
    let surface = try LogisticRegression(
      Samples(inputs: years, targets: classes), standardised: false)
    #expect(surface.about.lowest != .nowhere)
    let even = try LogisticRegression(
      Samples(inputs: years, targets: classes), standardised: true)
    #expect(even.about.lowest == .labelled)
  }

  @Test func `a class alone is refused`() {
    #expect(throws: SamplesError.oneClass(found: 1)) {
      try LogisticRegression(Samples(inputs: [1, 2], targets: [1, 1]), standardised: false)
    }
  }

  @Test func `the neuron has twin minima and a saddle between them, all verified`() throws {
    let surface = try neuron()
    let minima = surface.about.criticalPoints.filter { $0.kind == .globalMinimum }
    #expect(minima.count == 2)
    #expect(
      minima[0].position.offset(from: Point(-minima[1].position.x, -minima[1].position.y)).length
        < 1e-9)
    #expect(
      surface.about.criticalPoints.contains { $0.kind == .saddle && $0.position == Point(0, 0) })
    for point in surface.about.criticalPoints {
      #expect(CriticalPointCheck(point, on: surface).faults.isEmpty, "\(point)")
    }
  }

  @Test func `standardised columns are better conditioned, and both numbers are told`() throws {
    let targets = inputs.map { 3 * $0 + 1 }
    let far = try LeastSquares(Samples(inputs: inputs.map { $0 + 20 }, targets: targets))
    let numbers = try #require(far.conditionNumbers)
    #expect(abs(try #require(numbers.standardised) - 1) < 1e-9)
    #expect(try #require(numbers.plain) > 1000)
    let other = try #require(far.standardised(true).conditionNumbers)
    #expect(other.plain == numbers.plain && other.standardised == numbers.standardised)
    #expect(try logistic().conditionNumbers != nil)
    #expect(Catalog.surfaces[0].conditionNumbers == nil)
  }

  @Test func `lanes, batches and jets agree with single samples`() throws {
    for surface in [try logistic(), try logistic(standardised: true), try neuron()] as [any Surface]
    {
      let batch = Batch(size: 7, of: 40, seed: 3, tick: 4, car: 1)
      for draw in 1...20 {
        let point = randomPoint(in: surface.about.window, seed: 9, draw: draw)
        let lanes = Point(Lanes(repeating: point.x), Lanes(repeating: point.y))
        #expect(surface.value(at: lanes)[5] == surface.value(at: point))
        #expect(surface.gradient(at: lanes).x[2] == surface.gradient(at: point).x)
        #expect(
          surface.gradient(at: lanes, over: batch).y[7]
            == surface.gradient(at: point, over: batch).y)
        let jet = surface.jet(at: point, over: batch)
        #expect(abs(jet.value - surface.value(at: point, over: batch)) < 1e-14 * max(1, jet.value))
        #expect(
          jet.gradient.offset(from: surface.gradient(at: point, over: batch)).length
            < 1e-13 * max(1, jet.gradient.length))
      }
    }
  }

  @Test func `the loss is that of what the model says`() throws {
    let inputs = [0.5, 1, 2, 3.5, 4], numbers = [0.1, 1.2, 1.9, 2.2, 4.1]
    let place = Point(0.7, -0.3)
    for surface in [
      try LeastSquares(Samples(inputs: inputs, targets: numbers)) as any ModelSurface,
      try LeastSquares(Samples(inputs: inputs, targets: numbers), standardised: true),
      try Neuron(Samples(inputs: inputs, targets: numbers), standardised: true),
    ] {
      let squares = zip(surface.inputs, surface.targets).map { input, target in
        let error = surface.prediction(of: input, at: place) - target
        return error * error
      }
      let mean = squares.reduce(0, +) / 5
      #expect((surface.value(at: place) / mean - 1).magnitude < 1e-12, "\(surface.about.name)")
    }
    let classes = [0.0, 0, 1, 0, 1]
    let logistic = try LogisticRegression(
      Samples(inputs: inputs, targets: classes), standardised: false)
    let entropies = zip(inputs, classes).map { (input: Double, target: Double) -> Double in
      let p = logistic.prediction(of: input, at: place)
      return -Double.log(target == 1 ? p : 1 - p)
    }
    let mean = entropies.reduce(0, +) / 5
    #expect((logistic.value(at: place) / mean - 1).magnitude < 1e-12)
    let boundary = try #require(logistic.boundary(at: place))
    #expect((logistic.prediction(of: boundary, at: place) - 0.5).magnitude < 1e-15)
    #expect(logistic.boundary(at: Point(0, 1)) == nil)
  }
}
