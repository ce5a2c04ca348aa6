import CZlib
import Drawing
import Testing

struct PixelPictureTests {
  private static let cell = CellPixels(width: 9, height: 18)!

  private func bowl(_ size: Size) -> HeightGrid {
    let (columns, rows) = (
      GroundImage.nodesAcross * size.width + 1, GroundImage.nodesDown * size.height + 1
    )
    return HeightGrid(
      columns: columns, rows: rows,
      heights: (0..<rows).flatMap { row in
        (0..<columns).map { column in
          let x = 2 * Double(column) / Double(columns - 1) - 1
          let y = 2 * Double(row) / Double(rows - 1) - 1
          return x * x + y * y
        }
      })
  }

  private let inks = GroundInks(
    ground: [Colormap(stops: [Color(0x000040), Color(0xa0a040)], levels: 64)],
    lines: [Colormap(stops: [Color(0xffffff)], levels: 64)],
    majorLines: [Colormap(stops: [Color(0xff0000)], levels: 64)],
    void: HalfBlocks.Void(paper: Color(0x123456), ink: Color(0x654321), glyph: "/"))

  @Test func `every pixel of the ground has the colour of its height`() {
    let size = Size(20, 10)
    let grid = bowl(size)
    let scale = HeightScale(.linear, low: 0, high: 2)
    let image = GroundImage(grid, scale: scale, size, of: Self.cell, inks).drawn([])
    #expect((image.width, image.height) == (180, 180))
    for y in 0..<180 {
      for x in 0..<180 {
        let (u, v) = ((Double(x) + 0.5) / 90 - 1, (Double(y) + 0.5) / 90 - 1)
        let band = (u * u + v * v) / 2 * 64
        let near = [band - 0.1, band + 0.1].map { inks.ground[0][Int($0)] }
        #expect(near.contains(image[x, y]))
      }
    }
  }

  @Test func `a contour line lies where its level is, one pixel wide, a louder one wider`() {
    let size = Size(20, 10)
    let grid = bowl(size)
    let ground = GroundImage(
      grid, scale: HeightScale(.linear, low: 0, high: 2), size, of: Self.cell, inks)
    let lines = Contour.lines(over: grid, at: [0.25])
    let (thin, wide) = (
      ground.drawn(lines.map { ($0, false) }), ground.drawn(lines.map { ($0, true) })
    )
    let plain = ground.drawn([])
    // A circle of half the picture's half side.
    for image in [thin, wide] {
      let touched = (90..<180).filter { image[$0, 90] != plain[$0, 90] }
      #expect(touched.allSatisfy { abs(Double($0) + 0.5 - 135) < 2 })
      #expect(!touched.isEmpty)
    }
    func ink(_ image: PixelImage) -> Int {
      image.pixels.indices.count { image.pixels[$0] != plain.pixels[$0] }
    }
    #expect(ink(wide) > ink(thin) * 5 / 4)
  }

  @Test func `ground without a height is hatched, and no line crosses it`() {
    let size = Size(6, 3)
    var heights = bowl(size).heights
    for index in heights.indices where index % 19 > 9 { heights[index] = .nan }
    let grid = HeightGrid(columns: 19, rows: 19, heights: heights)
    let image = GroundImage(
      grid, scale: HeightScale(.linear, low: 0, high: 2), size, of: Self.cell, inks
    )
    .drawn(Contour.lines(over: grid, at: [0.5]).map { ($0, false) })
    for y in 0..<54 {
      for x in 32..<54 {
        #expect([inks.void.paper, inks.void.ink].contains(image[x, y]))
      }
    }
  }

  @Test func `regions keep to their places, and a line parts them`() {
    let size = Size(10, 4)
    let grid = RegionGrid(size, seam: Color(0)) { column, row in
      RegionGrid.Region(
        kind: column < 5 ? 1 : 2, color: column < 5 ? Color(0xff0000) : Color(0x0000ff))
    }
    let image = PixelImage(grid, of: Self.cell)
    for y in 0..<image.height {
      #expect(image[10, y] == Color(0xff0000))
      #expect(image[80, y] == Color(0x0000ff))
      #expect(image[43, y].red < 0xff || image[44, y].red < 0xff)
      for x in 0..<42 { #expect(image[x, y].blue == 0) }
      for x in 48..<90 { #expect(image[x, y].red == 0) }
    }
  }

  private static let signs = "●○◉◍◐◑◒◓■□▣▤▥▦▧▨◧◨◩◪⬒⬓⬔◆◇◈▲△◭◮▶▼▽◀◢◣◤◥⬟⬢✚✖✗✕┼★☆"

  @Test(arguments: signs.unicodeScalars.map(String.init))
  func `a sign is inside its circle, and has ink`(glyph: String) throws {
    let shape = try #require(PixelShape(glyph.unicodeScalars.first!))
    var inside = 0
    for y in -30...30 {
      for x in -30...30 {
        let (u, v) = (Double(x) / 20, Double(y) / 20)
        let depth = shape.depth(u, v)
        if depth > 0 {
          inside += 1
          #expect(u * u + v * v < 1.5)
        }
      }
    }
    #expect(inside > 40)
  }

  @Test func `signs with different glyphs look different`() {
    let glyphs = "●◉◍◐◑◒◓■▣▤▥▦▧▨◧◨◩◪⬒⬓⬔◆◈▲◭◮▶▼◀◢◣◤◥⬟⬢✚✖★".unicodeScalars.map { $0 }
    let looks = glyphs.map { glyph in
      (0..<400).map {
        PixelShape(glyph)!.depth(Double($0 % 20) / 10 - 1, Double($0 / 20) / 10 - 1) > 0
      }
    }
    #expect(Set(looks).count == glyphs.count)
  }

  @Test(arguments: [Deflate.Effort.quick, .thorough])
  func `what is packed comes out again`(effort: Deflate.Effort) {
    for count in [0, 1, 100, 70_000] {
      let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* $0 >> 3) }
      let packed = Deflate.packed(bytes, effort)
      var out = [UInt8](repeating: 0, count: count + 1)
      var length = uLongf(count + 1)
      #expect(uncompress(&out, &length, packed, uLong(packed.count)) == Z_OK)
      #expect(Array(out.prefix(Int(length))) == bytes)
    }
  }

  @Test func `colours laid over each other hide what is under them by their strength`() {
    var pixel = Translucent()
    #expect(pixel.seen(on: 0x102030) == 0x102030)
    pixel.cover(with: 0xff0000, 128)
    #expect(Color(pixel.seen(on: 0x0000ff)).distance(to: Color(0x80007f)) <= 2)
    pixel.cover(with: 0x00ff00, 255)
    #expect(pixel.seen(on: 0x0000ff) == 0x00ff00)
  }

  @Test func `no cell is too small to read or too large to be`() {
    #expect(CellPixels(width: 0, height: 18) == nil)
    #expect(CellPixels(width: 9, height: 2000) == nil)
    #expect(CellPixels(width: 18, height: 36)?.unit == 2)
  }
}

extension Color {
  fileprivate func distance(to other: Color) -> Int {
    abs(Int(red) - Int(other.red)) + abs(Int(green) - Int(other.green))
      + abs(Int(blue) - Int(other.blue))
  }
}
