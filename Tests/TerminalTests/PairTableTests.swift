import Terminal
import Testing

struct PairTableTests {
  @Test func `a combination keeps its number and is new once`() {
    var table = PairTable(capacity: 10)
    #expect(table.number(ink: 3, paper: -1) == (1, true))
    #expect(table.number(ink: -1, paper: 3) == (2, true))
    #expect(table.number(ink: 3, paper: -1) == (1, false))
  }

  @Test func `default on default is number 0`() {
    var table = PairTable(capacity: 10)
    #expect(table.number(ink: -1, paper: -1) == (0, false))
    #expect(table.count == 0)
  }

  @Test func `a full table falls back to the default and can start again`() {
    var table = PairTable(capacity: 60_000)
    for ink in 0..<70_000 {
      let number = table.number(ink: Int32(ink), paper: 0).number
      #expect(number == (ink < 60_000 ? ink + 1 : 0))
    }
    #expect(!table.hasRoom(for: 1))
    table.removeAll()
    #expect(table.hasRoom(for: 1_000_000))
    #expect(table.number(ink: 69_999, paper: 0) == (1, true))
  }

  @Test func `a terminal without numbers gets 0`() {
    var table = PairTable(capacity: -1)
    #expect(table.number(ink: 1, paper: 2) == (0, false))
  }
}
