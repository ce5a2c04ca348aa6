import App
import Descent
import Drawing
import Testing

struct LadderTests {
  private func climb(
    _ start: Double, up: Bool = true, isWide: Bool = false, in domain: Domain, least: Double = 0.01,
    steps: Int = 30
  ) -> [Double] {
    var values = [start]
    for _ in 0..<steps {
      guard
        let next = Ladder.step(
          from: values[values.count - 1], up: up, isWide: isWide, in: domain, least: least)
      else { break }
      values.append(next)
    }
    return values
  }

  @Test func `a rate climbs by about a tenth, on round numbers`() {
    let rungs = climb(0.01, in: .positive, steps: 25)
    #expect(
      rungs == [
        0.01, 0.011, 0.012, 0.013, 0.014, 0.015, 0.016, 0.018, 0.02, 0.022, 0.024, 0.026, 0.028,
        0.03, 0.033, 0.036, 0.04, 0.045, 0.05, 0.055, 0.06, 0.065, 0.07, 0.08, 0.09, 0.1,
      ])
    #expect(climb(0.1, up: false, in: .positive, steps: 25) == rungs.reversed())
    #expect(
      climb(0.003, isWide: true, in: .positive, steps: 4) == [0.003, 0.005, 0.01, 0.02, 0.05])
  }

  @Test(arguments: [1e-90, 3.3e-9, 0.0138530727, 0.9999999, 1, 47.11, 9.95e17, 1e90])
  func `from any rate the next rung is near and round, both ways`(rate: Double) throws {
    for (isWide, most) in [(false, 1.15), (true, 2.51)] {
      let up = try #require(Ladder.step(from: rate, up: true, isWide: isWide, in: .positive))
      let down = try #require(Ladder.step(from: rate, up: false, isWide: isWide, in: .positive))
      #expect(down < rate && rate < up && up / rate < most && rate / down < most)
      for rung in [up, down] {
        #expect(NumberText.compact(rung).filter(\.isNumber).count <= 20)
        #expect(Double(NumberText.plain(rung, digits: 2, width: .max)) == rung, "\(rung)")
      }
    }
  }

  @Test func `what may be 0 gets there, and leaves it by its least rung`() {
    #expect(
      climb(1e-11, up: false, isWide: true, in: .nonNegative, least: 1e-12)
        == [1e-11, 5e-12, 2e-12, 1e-12, 0])
    #expect(climb(0, isWide: true, in: .nonNegative, steps: 3) == [0, 0.01, 0.02, 0.05])
    #expect(climb(0.0123, up: false, in: .nonNegative) == [0.0123, 0.012, 0.011, 0.01, 0])
    #expect(climb(1e-8, up: false, in: .nonNegative) == [1e-8, 0])
  }

  @Test func `a fraction comes ever nearer to 1 and never there`() {
    #expect(
      climb(0.85, in: .fraction) == [
        0.85, 0.9, 0.95, 0.98, 0.99, 0.995, 0.998, 0.999, 0.9995, 0.9998, 0.9999, 0.99995,
        0.99998, 0.99999,
      ])
    #expect(climb(0.3, isWide: true, in: .fraction, steps: 4) == [0.3, 0.5, 0.9, 0.99, 0.999])
    #expect(climb(0.12, up: false, in: .fraction) == [0.12, 0.1, 0.05, 0])
    #expect(climb(0.9, isWide: false, in: .unit) == [0.9, 0.95, 0.99, 1])
    #expect(climb(1, up: false, isWide: true, in: .unit) == [1, 0.75, 0.5, 0.25, 0])
  }

  @Test func `a batch grows by one, or to a power of two, up to all the data`() {
    func climb(_ size: Int, _ up: Bool, _ isWide: Bool) -> [Int] {
      var sizes = [size]
      while sizes.count < 12,
        let next = Ladder.step(from: sizes[sizes.count - 1], up: up, isWide: isWide, of: 150)
      { sizes.append(next) }
      return sizes
    }
    #expect(climb(148, true, false) == [148, 149, 150])
    #expect(climb(3, false, false) == [3, 2, 1])
    #expect(climb(1, true, true) == [1, 2, 4, 8, 16, 32, 64, 128, 150])
    #expect(climb(150, false, true) == [150, 128, 64, 32, 16, 8, 4, 2, 1])
    #expect(climb(100, true, true) == [100, 128, 150] && climb(9, false, true) == [9, 8, 4, 2, 1])
    #expect(Ladder.step(from: 1, up: true, isWide: false, of: 1) == nil)
  }

  @Test(arguments: Catalog.optimizers.map(\.about.name))
  func `every rung of every setting is a value that the rule takes`(name: String) throws {
    let rule = try #require(Catalog.optimizer(named: name))
    for setting in rule.settings {
      for (up, isWide) in [(true, false), (false, false), (true, true), (false, true)] {
        var changed = rule
        for _ in 0..<400 {
          let now = try #require(changed.settings.first { $0.name == setting.name })
          guard let text = EditedSetting.ofRule(now).stepped(up: up, isWide: isWide) else { break }
          try changed.set(setting.name, to: text)
          let next = try #require(changed.settings.first { $0.name == setting.name })
          #expect(next.value != now.value, "\(setting.name) \(text)")
        }
      }
    }
  }
}
