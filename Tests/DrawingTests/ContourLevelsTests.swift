import Drawing
import Testing

struct ContourLevelsTests {
  private func levels(
    _ low: Double, _ high: Double, _ count: Int, _ scale: HeightScale.Kind
  ) -> [Double] {
    Contour.levels(min: low, max: high, count: count, scale: scale)
  }

  @Test func `Rosenbrock asks for powers of ten`() {
    #expect(levels(0, 2500, 4, .logarithmic) == [1, 10, 100, 1000])
    #expect(levels(0, 2500, 8, .logarithmic) == [0.3, 1, 3, 10, 30, 100, 300, 1000])
    #expect(
      levels(0, 2500, 12, .logarithmic)
        == [0.5, 1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000])
  }

  @Test func `Rastrigin asks for even steps`() {
    #expect(levels(0, 80, 4, .linear) == [20, 40, 60])
    #expect(levels(0, 80, 8, .linear) == [10, 20, 30, 40, 50, 60, 70])
  }

  @Test func `a minimum near zero counts as zero`() {
    #expect(levels(0.113, 2864, 8, .logarithmic) == levels(0, 2864, 8, .logarithmic))
    #expect(levels(-1e-17, 2864, 8, .logarithmic) == levels(0, 2864, 8, .logarithmic))
  }

  @Test func `a negative minimum is where logarithmic levels start from`() {
    let found = levels(-78, 250, 4, .logarithmic)
    for (level, above) in zip(found, [0.1, 1, 10, 100]) {
      #expect(isClose(level + 78, above, within: 1e-9))
    }
    #expect(found.count == 4)
    #expect(levels(-78, 250, 4, .linear) == [0, 100, 200])
  }

  @Test func `levels rise strictly inside the range, near the count`() {
    var dice = Dice()
    for _ in 0..<2000 {
      let low = Double.random(in: -1000...1000, using: &dice)
      let high = low + Double.random(in: 0.001...5000, using: &dice)
      for kind in [HeightScale.Kind.linear, .logarithmic] {
        let found = levels(low, high, 10, kind)
        #expect((4...11).contains(found.count), "\(low) \(high) \(kind) \(found)")
        #expect(zip(found, found.dropFirst()).allSatisfy { $0 < $1 })
        #expect(found.allSatisfy { $0 > low && $0 < high })
      }
    }
  }

  private func majors(
    _ low: Double, _ high: Double, _ count: Int, _ scale: HeightScale.Kind
  ) -> [Double] {
    Contour.rankedLevels(min: low, max: high, count: count, scale: scale).filter(\.isMajor)
      .map(\.height)
  }

  @Test func `powers of ten are major where others stand between them`() {
    #expect(majors(0, 2500, 8, .logarithmic) == [1, 10, 100, 1000])
    #expect(majors(0.113, 2864, 12, .logarithmic) == [1, 10, 100, 1000])
    #expect(majors(0, 2500, 4, .logarithmic) == [])
    // Measured from where the levels start.
    let above = majors(-78, 250, 8, .logarithmic)
    for (level, power) in zip(above, [0.1, 1, 10, 100]) { #expect(isClose(level + 78, power)) }
    #expect(above.count == 4)
  }

  @Test func `of even steps every fifth is major, counted from zero`() {
    #expect(majors(0, 80, 8, .linear) == [50])
    #expect(majors(-60, 62, 12, .linear) == [-50, 0, 50])
    #expect(majors(0.1, 1.9, 9, .linear) == [1])
  }

  @Test func `no range, no levels`() {
    #expect(levels(1, 1, 8, .linear).isEmpty)
    #expect(levels(0, .infinity, 8, .logarithmic).isEmpty)
    #expect(levels(.nan, 1, 8, .linear).isEmpty)
    #expect(levels(0, 1, 0, .linear).isEmpty)
  }
}
