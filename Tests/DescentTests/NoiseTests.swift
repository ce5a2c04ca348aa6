import Descent
import Testing

@Suite struct NoiseTests {
  @Test func `normal pairs have mean 0, deviation 1 and do not lean together`() {
    let pairs = (0..<20_000).map { Noise(seed: 5, tick: $0, car: 2).normalPair() }
    let count = Double(pairs.count)
    func mean(_ f: (Point<Double>) -> Double) -> Double { pairs.map(f).reduce(0, +) / count }
    #expect(abs(mean(\.x)) < 0.03 && abs(mean(\.y)) < 0.03)
    #expect(abs(mean { $0.x * $0.x } - 1) < 0.04 && abs(mean { $0.y * $0.y } - 1) < 0.04)
    #expect(abs(mean { $0.x * $0.y }) < 0.03)
  }

  @Test func `noise is a function of seed, tick and car`() {
    let noise = { (seed: UInt64, tick: Int, car: Int) in
      Noise(seed: seed, tick: tick, car: car).normalPair()
    }
    #expect(noise(1, 2, 3) == noise(1, 2, 3))
    #expect(Set([noise(1, 2, 3), noise(2, 2, 3), noise(1, 3, 3), noise(1, 2, 4)]).count == 4)
  }

  @Test func `random starts fill the window`() {
    let window = Window(x: -1...3, y: 10...12)
    let points = (0..<500).map { randomPoint(in: window, seed: 9, draw: $0) }
    #expect(points.allSatisfy { window.x.contains($0.x) && window.y.contains($0.y) })
    #expect(points.contains { $0.x < 0 && $0.y < 11 } && points.contains { $0.x > 2 && $0.y > 11 })
  }
}
