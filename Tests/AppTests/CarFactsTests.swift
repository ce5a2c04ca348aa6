import App
import Descent
import Files
import Testing
import Texts

struct CarFactsTests {
  private func crash(_ car: String, on surface: String, start: String? = nil) throws -> Crash {
    let model = try model(surface: surface, cars: [car], start: start).after(.step(by: 3000))
    return try #require(model.race.drivers[0].crash)
  }

  @Test func `a crash says its step, the limit that the rate broke, and the last loss`() throws {
    // λmax of x² + y² is 2, so that gd is stable up to 2 / 2.
    let crash = try crash("gd:lr=1e100", on: "bowl")
    #expect(crash.step == 2)
    #expect(
      Strings("en").describe(crash) == """
        Crashed at step 2: it leaves, for rate 1e100 is above the limit 1 there. \
        Last finite loss 6.4e201.
        """)
    #expect(
      Strings("ko").describe(crash)
        == "2걸음째에 사고: 길 밖으로 나가요. 학습률(1e100)이 그곳의 한계(1)보다 커요. 마지막 유한한 손실은 6.4e201.")
  }

  @Test func `a zero slope over a zero average is named`() throws {
    let crash = try crash("rmsprop:eps=0", on: "bowl", start: "0,1")
    #expect(
      Strings("en").describe(crash) == """
        Crashed at step 1: a slope of zero was divided by zero (eps is 0). \
        Last finite loss 1.
        """)
  }

  @Test func `every reason has its words`() throws {
    let base = try crash("gd:lr=1e100", on: "bowl")
    for language in Strings.languages {
      let strings = Strings(language)
      let reasons: [Crash.Reason] = [
        .rateAbove(limit: 0.5, rate: 1), .zeroByZero, .bottomless, .offTheNumbers,
        .offTheGrid(Window(x: -1...1, y: -2...2)), .undefined(at: Point(-1, 2)), .intoHole,
      ]
      let texts = reasons.map { reason in
        var crash = base
        crash.reason = reason
        return strings.describe(crash)
      }
      #expect(Set(texts).count == reasons.count)
      #expect(texts.allSatisfy { !$0.contains("{") })
    }
  }
}
