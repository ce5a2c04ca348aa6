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
    ground.colormaps = [map.mixed(with: red, 1)]
    #expect(ground.color(x: 0, y: 0) == red)
  }

  @Test func `each half takes the colour of its band in its shade`() {
    let grid = HeightGrid(under: square) { x, _ in x }
    let scale = HeightScale(fitting: grid, kind: .linear)
    let shades = (0..<HillShade.shades).map { map.shaded($0, towards: red, red, strength: 1) }
    var ground = HalfBlocks(grid, scale: scale, colormap: map, isShaded: true)
    #expect(ground.color(x: 0, y: 0) == map[0])
    ground.colormaps = shades
    // All slopes rise to the right, away from the dark: they face the light.
    let shade = HillShade.shade(of: HillShade.amount(dx: HillShade.rise, dy: 0))
    #expect(shade > HillShade.flat)
    #expect(ground.color(x: 0, y: 0) == shades[shade][0])
    #expect(ground.color(x: 11, y: 5) == shades[shade][3])
    let flat = HalfBlocks(grid, scale: scale, colormap: map)
    #expect(flat.color(x: 11, y: 5) == map[3])
  }

  @Test func `a filled ground has one colour between two levels, with edges of quarters`() {
    let grid = HeightGrid(under: square) { x, y in x + y }
    let ground = HalfBlocks(
      grid, between: [-1, 1.1], colormap: Colormap(stops: [black, red, white], levels: 3))
    var frame = Frame(square.size)
    ground.paint(on: &frame, x: 0, y: 0)
    #expect(
      Set(frame.cells.flatMap { [$0.paper, $0.glyph == " " ? nil : $0.ink] }) == [
        black, red, white, nil,
      ])
    #expect(
      picture(frame) == """
            ▄
        ▖     ▄
         ▝▖     ▄
           ▝▖     ▄
             ▝▖
               ▝▖
        """)
  }

  @Test func `painting beyond the frame is cut`() {
    var frame = Frame(Size(3, 2))
    ground { x, _ in x }.paint(on: &frame, x: -2, y: 1)
    #expect(frame[0, 0] == Cell())
    #expect(frame[0, 1].paper != nil)
  }
}
