import Drawing
import Testing

struct CanvasTests {
  @Test func `a cell has two dots across and four down`() {
    var canvas = Canvas(Size(4, 1))
    canvas.set(0, 0)
    canvas.set(2, 3)
    canvas.set(5, 1)
    for row in 0..<4 { canvas.set(6, row) }
    #expect(canvas.description == "⠁⡀⠐⡇")
    #expect(canvas.dotCount(x: 3, y: 0) == 4)
  }

  @Test func `dots outside are ignored`() {
    var canvas = Canvas(Size(1, 1))
    for (x, y) in [(-1, 0), (0, -1), (2, 0), (0, 4), (.max, .min)] { canvas.set(x, y) }
    #expect(canvas.description == "⠀")
    #expect(canvas.isEmpty(x: 0, y: 0))
    #expect(canvas.isEmpty(x: 9, y: -9))
  }

  struct Line {
    let from: (Double, Double)
    let to: (Double, Double)
    let picture: String
  }

  @Test(arguments: [
    Line(
      from: (0, 0), to: (12, 12),
      picture: """
        ⠑⢄⠀⠀⠀⠀
        ⠀⠀⠑⢄⠀⠀
        ⠀⠀⠀⠀⠑⢄
        """),
    Line(
      from: (0.5, 11.5), to: (11.5, 5.5),
      picture: """
        ⠀⠀⠀⠀⠀⠀
        ⠀⠀⠀⢀⡠⠔
        ⡠⠔⠊⠁⠀⠀
        """),
    Line(
      from: (-5, 6), to: (20, 6),
      picture: """
        ⠀⠀⠀⠀⠀⠀
        ⠤⠤⠤⠤⠤⠤
        ⠀⠀⠀⠀⠀⠀
        """),
    Line(
      from: (8, -4), to: (-4, 8),
      picture: """
        ⢀⠔⠁⠀⠀⠀
        ⠁⠀⠀⠀⠀⠀
        ⠀⠀⠀⠀⠀⠀
        """),
    Line(
      from: (1e300, 2), to: (3, 2),
      picture: """
        ⠀⠠⠤⠤⠤⠤
        ⠀⠀⠀⠀⠀⠀
        ⠀⠀⠀⠀⠀⠀
        """),
    Line(
      from: (3, 2), to: (1e300, 1e300),
      picture: """
        ⠀⠠⡀⠀⠀⠀
        ⠀⠀⠈⢢⠀⠀
        ⠀⠀⠀⠀⠑⢄
        """),
    Line(
      from: (-1e300, 6), to: (1e300, 6),
      picture: """
        ⠀⠀⠀⠀⠀⠀
        ⠤⠤⠤⠤⠤⠤
        ⠀⠀⠀⠀⠀⠀
        """),
    Line(
      from: (.nan, 2), to: (3, 2),
      picture: """
        ⠀⠀⠀⠀⠀⠀
        ⠀⠀⠀⠀⠀⠀
        ⠀⠀⠀⠀⠀⠀
        """),
  ])
  func `a line is one dot wide and cut at the border`(_ line: Line) {
    var canvas = Canvas(Size(6, 3))
    canvas.line(from: line.from.0, line.from.1, to: line.to.0, line.to.1)
    #expect(canvas.description == line.picture)
  }

  @Test func `a line beyond the border draws nothing`() {
    var canvas = Canvas(Size(6, 3))
    canvas.line(from: -5, -1, to: 20, -1)
    canvas.line(from: 13, 0, to: 13, 12)
    canvas.line(from: -9, 5, to: 5, -9)
    canvas.line(from: 0, 0, to: .infinity, 3)
    #expect(canvas.patterns.dropFirst().allSatisfy { $0 == 0 })
  }

  @Test func `a line is the same in both directions, give or take a dot beside it`() {
    var dice = Dice()
    for _ in 0..<500 {
      let ends = (0..<4).map { _ in Double.random(in: -30...60, using: &dice) }
      var (there, back) = (Canvas(Size(16, 8)), Canvas(Size(16, 8)))
      there.line(from: ends[0], ends[1], to: ends[2], ends[3])
      back.line(from: ends[2], ends[3], to: ends[0], ends[1])
      for y in 0..<there.dotHeight {
        for x in 0..<there.dotWidth where there[dotX: x, dotY: y] {
          let near = (-1...1).contains { dy in
            (-1...1).contains { dx in back[dotX: x + dx, dotY: y + dy] }
          }
          #expect(near, "\(ends) at \(x), \(y)")
        }
      }
    }
  }

  @Test func `drawing on a frame gives ink to cells with dots and leaves the others`() {
    var canvas = Canvas(Size(2, 1))
    canvas.set(2, 0)
    var frame = Frame(Size(4, 2), filledWith: Cell("x", paper: black))
    canvas.draw(on: &frame, x: 1, y: 1, ink: red)
    #expect(picture(frame) == "xxxx\nxx⠁x")
    #expect(frame[2, 1] == Cell("⠁", ink: red, paper: black))
    canvas.draw(on: &frame, x: -1, y: 5, ink: red)
  }

  @Test func `a half block under dots becomes the mean of its colours`() {
    var canvas = Canvas(Size(1, 1))
    canvas.set(0, 0)
    var frame = Frame(
      Size(1, 1), filledWith: Cell(HalfBlocks.lowerHalf, ink: black, paper: white))
    canvas.draw(on: &frame, x: 0, y: 0, ink: red)
    #expect(frame[0, 0] == Cell("⠁", ink: red, paper: black.mixed(with: white, 0.5)))
  }

  @Test func `clearing leaves nothing`() {
    var canvas = Canvas(Size(3, 1))
    canvas.line(from: 0, 0, to: 6, 4)
    canvas.clear()
    #expect(canvas == Canvas(Size(3, 1)))
  }
}
