import Drawing
import Testing

struct HalfBlocksTests {
  private let map = Colormap(stops: [black, white], levels: 4)

  /// The band (0…3) of every half cell: the paper of blanks, ink over paper of half blocks.
  private func bands(_ frame: Frame) -> String {
    func band(_ color: Color?) -> String { map.colors.firstIndex { $0 == color }.map(String.init)! }
    return (0..<frame.size.height).flatMap { y in
      [
        (0..<frame.size.width).map { x in band(frame[x, y].paper) }.joined(),
        (0..<frame.size.width).map { x in
          band(frame[x, y].glyph == "▄" ? frame[x, y].ink : frame[x, y].paper)
        }.joined(),
      ]
    }.joined(separator: "\n")
  }

  private func ground(_ height: (Double, Double) -> Double) -> HalfBlocks {
    let grid = HeightGrid(under: square, height: height)
    return HalfBlocks(grid, scale: HeightScale(fitting: grid, kind: .linear), colormap: map)
  }

  @Test func `a bowl is dark in the middle`() {
    var frame = Frame(square.size)
    ground { x, y in x * x + y * y }.paint(on: &frame, x: 0, y: 0)
    #expect(
      bands(frame) == """
        322211112223
        221111111122
        211100001112
        211000000112
        110000000011
        110000000011
        110000000011
        110000000011
        211000000112
        211100001112
        221111111122
        322211112223
        """)
  }

  @Test func `glyphs stand only where two bands meet`() {
    var frame = Frame(Size(12, 6))
    ground { x, y in x + 2 * y }.paint(on: &frame, x: 0, y: 0)
    for cell in frame.cells {
      #expect(cell.glyph == " " ? cell.ink == nil : cell.glyph == "▄" && cell.ink != cell.paper)
    }
    #expect(
      picture(frame) == """
            ▄▄
        ▄       ▄▄
           ▄▄
               ▄▄
          ▄▄       ▄
              ▄▄
        """)
  }

  @Test func `a hole looks like no ground, the highest and the lowest like ground`() {
    var holed = ground { x, y in x > 0.1 ? .nan : x }
    holed.void = .init(paper: red, ink: white, glyph: "/")
    #expect(holed.color(x: 11, y: 3) == red && holed.isVoid(11, 3))
    #expect(holed.color(x: 0, y: 3) == black && !holed.isVoid(0, 3))
    var frame = Frame(holed.size)
    holed.paint(on: &frame, x: 0, y: 0)
    #expect(frame[11, 3] == Cell("/", ink: white, paper: red))
    #expect(frame[0, 3].glyph == " " && frame[0, 3].paper == black)
    let endless = ground { x, y in x > 0.1 ? .infinity : x < -0.1 ? -.infinity : 0 }
    #expect(endless.color(x: 11, y: 3) == white && endless.color(x: 0, y: 3) == black)
  }

  @Test func `the colour of a cell lies between its halves`() {
    let grid = HeightGrid(columns: 2, rows: 3, heights: [0, 0, 0, 0, 4, 4])
    let scale = HeightScale(.linear, low: 0, high: 3)
    var ground = HalfBlocks(grid, scale: scale, colormap: map)
    #expect(ground.color(x: 0, y: 0) == map[1])
    #expect(ground.color(x: -9, y: 99) == map[1])
    ground.colormap = map.mixed(with: red, 1)
    #expect(ground.color(x: 0, y: 0) == red)
  }

  @Test func `a rim is painted around dots and leaves glyphs`() {
    var ground = ground { _, _ in 0 }
    var canvas = Canvas(square.size)
    canvas.set(6, 9)  // in cell (3, 2)
    var frame = Frame(square.size)
    ground.paint(on: &frame, x: 0, y: 0)
    frame.draw("⠉", ink: red, x: 2, y: 1)
    ground.colormap = map.mixed(with: white, 1)
    ground.paint(around: canvas, on: &frame, x: 0, y: 0)
    // The dot is in an upper half; the glyph's cell has one paper for both of its halves.
    #expect(
      bands(frame) == """
        000000000000
        000000000000
        003000000000
        003330000000
        003030000000
        003030000000
        000000000000
        000000000000
        000000000000
        000000000000
        000000000000
        000000000000
        """)
    #expect(frame[2, 1] == Cell("⠉", ink: red, paper: white))
  }

  @Test func `painting beyond the frame is cut`() {
    var frame = Frame(Size(3, 2))
    ground { x, _ in x }.paint(on: &frame, x: -2, y: 1)
    #expect(frame[0, 0] == Cell())
    #expect(frame[0, 1].paper != nil)
  }
}
