import Class
import Testing

/// Which news go to a phone, and when.
struct PhoneLineTests {
  private let limits = ClassSettings.Limits()

  @Test func `the first news go at once, later ones with a pause`() {
    var line = PhoneLine()
    #expect(line.step(now: 1000, hasRoom: true, limits: limits) { "a" } == .send("a"))
    #expect(line.step(now: 1001, hasRoom: true, limits: limits) { "b" } == .nothing)
    line.mark()
    #expect(line.step(now: 1050, hasRoom: true, limits: limits) { "b" } == .wait(150))
    #expect(line.step(now: 1200, hasRoom: true, limits: limits) { "b" } == .send("b"))
  }

  @Test func `what a phone knows is not sent again`() {
    var line = PhoneLine()
    _ = line.step(now: 0, hasRoom: true, limits: limits) { "a" }
    line.mark()
    #expect(line.step(now: 500, hasRoom: true, limits: limits) { "a" } == .nothing)
    #expect(!line.isDirty)
  }

  @Test func `who reads slowly gets the newest`() {
    var line = PhoneLine()
    _ = line.step(now: 0, hasRoom: true, limits: limits) { "a" }
    line.mark()
    #expect(line.step(now: 300, hasRoom: false, limits: limits) { "b" } == .wait(20_000))
    #expect(line.step(now: 5300, hasRoom: true, limits: limits) { "c" } == .send("c"))
    // Having read, she has all her time again.
    line.mark()
    #expect(line.step(now: 9000, hasRoom: false, limits: limits) { "d" } == .wait(20_000))
  }

  @Test func `who does not read is left`() {
    var line = PhoneLine()
    #expect(line.step(now: 0, hasRoom: false, limits: limits) { "a" } == .wait(20_000))
    #expect(line.step(now: 19_999, hasRoom: false, limits: limits) { "a" } == .wait(1))
    #expect(line.step(now: 20_000, hasRoom: false, limits: limits) { "a" } == .drop)
  }

  @Test func `a race at thirty frames a second is told five times`() {
    var line = PhoneLine()
    var sent = 0
    for frame in 0..<300 {
      line.mark()
      if case .send = line.step(
        now: frame * 33, hasRoom: true, limits: limits, news: { "\(frame)" })
      {
        sent += 1
      }
    }
    #expect(sent > 40 && sent <= 50)
  }
}
