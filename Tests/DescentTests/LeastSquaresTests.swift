import Descent
import Testing

@Suite struct LeastSquaresTests {
  @Test func `Anscombe's first line is the published one`() throws {
    let surface = try SurfaceTests.anscombe()
    let minimum = surface.about.criticalPoints[0]
    #expect(abs(minimum.position.x - 0.500091) < 1e-6)
    #expect(abs(minimum.position.y - 3.000091) < 1e-6)
    #expect(abs(minimum.value - 1.251154) < 1e-6)
  }

  @Test func `standardising the inputs makes the ravine round`() throws {
    func condition(_ surface: LeastSquares) -> Double {
      let (least, greatest) = surface.jet(at: Point(0, 0)).hessian.eigenvalues
      return greatest / least
    }
    #expect(abs(condition(try SurfaceTests.anscombe()) - 844) < 1)
    #expect(abs(condition(try SurfaceTests.anscombe(standardised: true)) - 1) < 1e-9)
  }

  @Test func `a line needs two samples that differ`() {
    #expect(throws: SamplesError.tooFew(found: 1)) {
      try LeastSquares(Samples(inputs: [1], targets: [2]))
    }
    #expect(throws: SamplesError.constantInputs(found: 3)) {
      try LeastSquares(Samples(inputs: [3, 3], targets: [1, 2]))
    }
    #expect(throws: SamplesError.overflow) {
      try LeastSquares(Samples(inputs: [1e200, -1e200], targets: [1, 2]))
    }
  }
}
