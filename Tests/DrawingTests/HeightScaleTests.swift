import Drawing
import Testing

struct HeightScaleTests {
  @Test func `a linear scale is a straight line`() {
    let scale = HeightScale(.linear, low: -10, high: 30)
    #expect([-10, 0, 10, 30].map(scale.brightness) == [0, 0.25, 0.5, 1])
  }

  @Test func `a logarithmic scale opens the valleys`() {
    let scale = HeightScale(.logarithmic, low: 0, high: 999, decades: 3)
    // log10(1 + h) / 3
    for (height, brightness) in [(0.0, 0.0), (9, 1.0 / 3), (99, 2.0 / 3), (999, 1)] {
      #expect(isClose(scale.brightness(of: height), brightness, within: 1e-14))
    }
  }

  @Test func `brightness never falls as heights rise`() {
    for kind in [HeightScale.Kind.linear, .logarithmic] {
      let scale = HeightScale(kind, low: -7.5, high: 2500)
      let shades = (-1000...30_000).map { scale.brightness(of: Double($0) / 10) }
      #expect(zip(shades, shades.dropFirst()).allSatisfy { $0 <= $1 })
      #expect(shades.first == 0 && shades.last == 1)
    }
  }

  @Test func `the lowest of all is dark, the highest bright, and no height is neither`() {
    for kind in [HeightScale.Kind.linear, .logarithmic] {
      let scale = HeightScale(kind, low: 0, high: 1)
      #expect(scale.brightness(of: .infinity) == 1 && scale.band(of: .infinity, among: 16) == 15)
      #expect(scale.brightness(of: -.infinity) == 0 && scale.band(of: -.infinity, among: 16) == 0)
      #expect(scale.brightness(of: .nan).isNaN && scale.band(of: .nan, among: 16) == nil)
    }
  }

  @Test func `bands share the brightness evenly`() {
    let scale = HeightScale(.linear, low: 0, high: 4)
    #expect(
      [0, 0.99, 1, 2.5, 3.99, 4, 5].map { scale.band(of: $0, among: 4) } == [0, 0, 1, 2, 3, 3, 3])
    #expect(scale.band(of: 3, among: 1) == 0)
    #expect(scale.band(of: 4) == 63)
  }

  @Test func `a plain is all low, and huge ranges do not overflow`() {
    #expect(HeightScale(.linear, low: 3, high: 3).brightness(of: 3) == 0)
    let huge = HeightScale(.linear, low: -1.5e308, high: 1.5e308)
    #expect(isClose(huge.brightness(of: 0), 0.5))
    #expect(huge.brightness(of: 1.5e308) == 1)
  }

  @Test func `the loss asks for its scale`() {
    func suited(_ height: (Double, Double) -> Double) -> HeightScale.Kind {
      HeightScale(fitting: HeightGrid(under: square, height: height)).kind
    }
    let rosenbrock = suited { x, y in (1 - x) * (1 - x) + 100 * (y - x * x) * (y - x * x) }
    #expect(rosenbrock == .logarithmic)
    #expect(suited { x, y in x * x + y * y } == .linear)
    #expect(suited { _, _ in 1 } == .linear)
    #expect(suited { _, _ in .nan } == .linear)
  }

  @Test(arguments: [HeightScale.Kind.linear, .logarithmic])
  func `every brightness has its height`(kind: HeightScale.Kind) {
    let scale = HeightScale(kind, low: -3, high: 250)
    for step in 0...100 {
      let brightness = Double(step) / 100
      #expect(isClose(scale.brightness(of: scale.height(ofBrightness: brightness)), brightness))
    }
    #expect(scale.height(ofBrightness: -1) == -3 && scale.height(ofBrightness: 2) == 250)
    #expect(HeightScale(kind, low: 5, high: 5).height(ofBrightness: 0.5) == 5)
  }
}
