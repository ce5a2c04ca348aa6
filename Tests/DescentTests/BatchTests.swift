import Descent
import Testing

@Suite struct BatchTests {
  @Test(arguments: [(11, 8), (150, 8), (7, 1), (5, 9), (64, 16)])
  func `an epoch visits every sample once`(count: Int, size: Int) {
    let perEpoch = (count + size - 1) / size
    for epoch in 0..<3 {
      let visited = (0..<perEpoch).flatMap { part -> [Int] in
        let batch = Batch(size: size, of: count, seed: 7, tick: epoch * perEpoch + part, car: 1)
        return batch.positions.map(batch.sample)
      }
      #expect(visited.sorted() == Array(0..<count))
    }
  }

  @Test func `order depends on epoch, car and seed, and on nothing else`() {
    func order(seed: UInt64, tick: Int, car: Int) -> [Int] {
      let batch = Batch(size: 50, of: 50, seed: seed, tick: tick, car: car)
      return batch.positions.map(batch.sample)
    }
    let first = order(seed: 1, tick: 0, car: 0)
    #expect(first == order(seed: 1, tick: 0, car: 0))
    #expect(first != order(seed: 1, tick: 1, car: 0))
    #expect(first != order(seed: 1, tick: 0, car: 1))
    #expect(first != order(seed: 2, tick: 0, car: 0))
  }

  @Test func `every sample is as likely as any other to come first`() {
    var counts = Array(repeating: 0, count: 11)
    for seed in 0..<11_000 as Range<UInt64> {
      let batch = Batch(size: 1, of: 11, seed: seed, tick: 0, car: 0)
      counts[batch.sample(at: 0)] += 1
    }
    // χ² with 10 degrees of freedom exceeds 29.6 once in a thousand.
    let chiSquared = counts.reduce(0) { $0 + Double(($1 - 1000) * ($1 - 1000)) / 1000 }
    #expect(chiSquared < 29.6)
  }

  @Test func `batch gradients of an epoch average to the full gradient`() throws {
    let surface = try SurfaceTests.anscombe()
    let point = Point(0.3, 1.0)
    var sum = (x: 0.0, y: 0.0)
    for tick in 0..<11 {
      let slope = surface.gradient(
        at: point, over: Batch(size: 1, of: 11, seed: 3, tick: tick, car: 0))
      sum = (sum.x + slope.x / 11, sum.y + slope.y / 11)
    }
    let full = surface.gradient(at: point)
    #expect(abs(sum.x - full.x) < 1e-10 && abs(sum.y - full.y) < 1e-10)
  }
}
