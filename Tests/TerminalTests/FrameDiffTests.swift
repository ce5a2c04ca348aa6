import Drawing
import Terminal
import Testing

struct FrameDiffTests {
  @Test func `equal frames have no difference`() {
    let frame = Frame(Size(7, 3), filledWith: Cell("x", ink: Color(0x123456)))
    #expect(FrameDiff(from: frame, to: frame).runs.isEmpty)
  }

  @Test func `a first frame, or one of another size, is all new`() {
    let frame = Frame(Size(4, 2))
    let all = [Run(row: 0, columns: 0..<4), Run(row: 1, columns: 0..<4)]
    #expect(FrameDiff(from: nil, to: frame).runs == all)
    #expect(FrameDiff(from: Frame(Size(5, 2)), to: frame).runs == all)
    #expect(FrameDiff(from: nil, to: Frame(Size(0, 9))).runs.isEmpty)
    #expect(FrameDiff(from: Frame(Size(0, 9)), to: Frame(Size(0, 9))).runs.isEmpty)
  }

  @Test func `neighbouring changes are one run, and a gap makes two`() {
    let old = Frame(Size(8, 2))
    var new = old
    for x in [1, 2, 5] { new[x, 1].paper = Color(0xFF0000) }
    #expect(
      FrameDiff(from: old, to: new).runs == [
        Run(row: 1, columns: 1..<3), Run(row: 1, columns: 5..<6),
      ])
  }

  @Test func `ink, paper, glyph and style each count`() {
    let old = Frame(Size(4, 1))
    var new = old
    new[0, 0].ink = Color(0)
    new[1, 0].paper = Color(0)
    new[2, 0].glyph = "x"
    new[3, 0].style = .bold
    #expect(FrameDiff(from: old, to: new).runs == [Run(row: 0, columns: 0..<4)])
  }

  @Test func `a change in either half of a wide glyph takes in both`() {
    let old = row("a한b한c")
    #expect(runs(old, row("a글b한c")) == [1..<3])
    var halves = old
    halves[5, 0].paper = Color(0x00FF00)
    #expect(runs(old, halves) == [4..<6])
  }

  @Test func `a wide glyph that goes leaves nothing of itself`() {
    #expect(runs(row("a한b"), row("axyb")) == [1..<3])
    #expect(runs(row("a한b"), row("a한b")) == [])
    var half = row("a한b")
    half.draw("x", x: 2, y: 0)
    #expect(runs(row("a한b"), half) == [1..<3])
  }

  @Test(arguments: 0..<200)
  func `what changed, put on the old frame, gives the new one`(seed: UInt64) {
    var random = SplitMix(state: seed)
    let size = Size(Int.random(in: 1...30, using: &random), Int.random(in: 1...8, using: &random))
    let old = randomFrame(size, &random)
    var new = seed.isMultiple(of: 2) ? old : randomFrame(size, &random)
    for _ in 0..<Int.random(in: 0...6, using: &random) {
      let (x, y) = (Int.random(in: 0..<size.width, using: &random), 0)
      new.draw("z", ink: Color(0xABCDEF), x: x, y: y)
    }
    var painted = old
    let runs = FrameDiff(from: old, to: new).runs
    for run in runs { for x in run.columns { painted[x, run.row] = new[x, run.row] } }
    #expect(painted == new)

    for (run, next) in zip(runs, runs.dropFirst()) {
      #expect(run.row < next.row || run.columns.upperBound < next.columns.lowerBound)
    }
    for run in runs {
      #expect(run.columns.lowerBound == 0 || new[run.columns.lowerBound, run.row].glyph != "\0")
      #expect(new[run.columns.upperBound, run.row].glyph != "\0")
    }
  }

  private func runs(_ old: Frame, _ new: Frame) -> [Range<Int>] {
    FrameDiff(from: old, to: new).runs.map(\.columns)
  }
}
