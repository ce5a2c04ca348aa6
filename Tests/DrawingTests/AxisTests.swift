import Drawing
import Testing

struct AxisTests {
  @Test func `a linear axis fits its numbers`() {
    let axis = Axis(.linear, fitting: [3, .nan, -1, .infinity, 7])
    #expect(axis.low == -1 && axis.high == 7)
    #expect([-1.0, 1, 7, 15].map(axis.position) == [0, 0.25, 1, 2])
  }

  @Test func `a logarithmic axis fits whole powers of ten and ignores zero`() {
    let axis = Axis(.logarithmic, fitting: [0, 1000, -5, .nan, 0.02])
    #expect(axis.low == 0.01 && axis.high == 1000)
    #expect(isClose(axis.position(of: 1), 0.4))
    #expect(!axis.shows(0) && !axis.shows(-1) && !axis.shows(.infinity) && axis.shows(1e-300))
  }

  @Test func `every power of ten is its own end`() {
    for power in -300...300 {
      let number = Double("1e\(power)")!
      let axis = Axis(.logarithmic, fitting: [number, number * 20])
      #expect(axis.low == number, "\(power)")
    }
  }

  @Test func `an axis of nothing or of one number is still an axis`() {
    for kind in [Axis.Kind.linear, .logarithmic] {
      for numbers in [[], [5.0], [0], [-3], [.nan], [Double.leastNonzeroMagnitude], [1.7e308]] {
        let axis = Axis(kind, fitting: numbers)
        #expect(axis.low < axis.high)
        #expect(axis.low.isFinite && axis.high.isFinite)
        #expect(kind == .linear || axis.low > 0)
      }
    }
  }

  @Test func `ticks are round, inside and few`() {
    #expect(Axis(.linear, low: 0, high: 10).ticks(atMost: 6) == [0, 2, 4, 6, 8, 10])
    #expect(Axis(.linear, low: -0.13, high: 0.27).ticks(atMost: 3) == [0, 0.2])
    #expect(
      Axis(.logarithmic, low: 1e-12, high: 1000).ticks(atMost: 4) == [1e-12, 1e-7, 1e-2, 1e3])
    for count in 1...9 {
      #expect(Axis(.logarithmic, low: 1e-300, high: 1e300).ticks(atMost: count).count <= count)
      #expect(Axis(.linear, low: -7, high: 90).ticks(atMost: count).count <= count)
    }
    #expect(Axis(.linear, low: 0, high: 1).ticks(atMost: 0).isEmpty)
  }

  @Test func `labels have as many decimals as they need`() {
    func labels(_ axis: Axis) -> [String] { axis.labels(for: axis.ticks(atMost: 5)) }
    #expect(labels(Axis(.linear, low: 0, high: 1)) == ["0.0", "0.5", "1.0"])
    #expect(labels(Axis(.linear, low: 0, high: 100)) == ["0", "50", "100"])
    #expect(labels(Axis(.linear, low: 0, high: 4e9)) == ["0", "1e9", "2e9", "3e9", "4e9"])
    #expect(labels(Axis(.linear, low: 0, high: 2e4)) == ["0", "5000", "1e4", "1.5e4", "2e4"])
    #expect(labels(Axis(.linear, low: 0, high: 9e-4)) == ["0", "5e-4"])
    // Far from 0 they are no three digits long.
    #expect(
      labels(Axis(.linear, low: 3.58412, high: 3.58418)) == ["3.58412", "3.58414", "3.58416"])
    #expect(
      labels(Axis(.linear, low: 20_000, high: 20_003)) == ["20000", "20001", "20002", "20003"])
    #expect(labels(Axis(.logarithmic, low: 0.1, high: 100)) == ["0.1", "1", "10", "100"])
  }
}
