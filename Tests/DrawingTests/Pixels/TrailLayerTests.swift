import Drawing
import Testing

/// Trails in pixels: what is seen is what was driven, in whatever order it was drawn.
struct TrailLayerTests {
  private static let cell = CellPixels(width: 9, height: 18)!
  private static let pen = TrailLayer.Pen(core: 1.25, halo: 3.5)

  private struct Stretch {
    var from, to: (x: Double, y: Double)
    var rank: UInt8
  }

  private static let stretches: [Stretch] = [
    Stretch(from: (5, 10), to: (150, 80), rank: 0),
    Stretch(from: (150, 80), to: (60, 120), rank: 0),
    Stretch(from: (20, 120), to: (160, 10), rank: 1),
    Stretch(from: (-40, 60), to: (400, 70), rank: 2),
  ]

  private func layer(_ stretches: [Stretch]) -> TrailLayer {
    var layer = TrailLayer(Size(20, 8), of: Self.cell)
    for stretch in stretches {
      layer.draw(from: stretch.from, to: stretch.to, rank: stretch.rank, Self.pen)
    }
    return layer
  }

  private func mark(_ layer: TrailLayer, _ x: Int, _ y: Int) -> TrailLayer.Mark {
    let (width, height) = Self.cell.pixels(of: TrailLayer.tile)
    let tile = layer.tiles[y / height * layer.columns + x / width]
    return tile.isEmpty ? TrailLayer.Mark() : tile[y % height * width + x % width]
  }

  @Test func `the middle of a trail is its car's, and a halo surrounds it`() {
    let layer = layer([Stretch(from: (10.5, 60.5), to: (150.5, 60.5), rank: 3)])
    for x in 12..<150 {
      #expect(mark(layer, x, 60) == TrailLayer.Mark(coreRank: 3, core: 255, haloRank: 3, halo: 255))
      #expect(mark(layer, x, 63).core == 0)
      #expect(mark(layer, x, 63).halo > 0)
      #expect(mark(layer, x, 65) == TrailLayer.Mark())
    }
  }

  @Test func `drawing a stretch twice changes nothing`() {
    #expect(layer(Self.stretches).tiles == layer(Self.stretches + Self.stretches).tiles)
  }

  @Test func `the cores are the same in whatever order the cars were drawn`() {
    let forward = layer(Self.stretches)
    let backward = layer(Self.stretches.reversed())
    for y in 0..<144 {
      for x in 0..<180 {
        let (one, other) = (mark(forward, x, y), mark(backward, x, y))
        // Where soft edges of two trails meet, which one was first may show in a pixel.
        if max(one.core, other.core) > 200, min(one.core, other.core) > 200 {
          #expect(one.coreRank == other.coreRank)
        }
        #expect(one.halo == other.halo)
      }
    }
  }

  @Test func `where trails cross, the higher rank is whole and cuts the lower one`() {
    let layer = layer([
      Stretch(from: (90.5, 5), to: (90.5, 140), rank: 1),
      Stretch(from: (5, 72.5), to: (175, 72.5), rank: 0),
    ])
    #expect(mark(layer, 90, 72).coreRank == 1)
    #expect(mark(layer, 90, 72).visibleCore == 255)
    #expect(mark(layer, 93, 72).coreRank == 0)
    #expect(mark(layer, 93, 72).visibleCore < 160)
    #expect(mark(layer, 110, 72).visibleCore == 255)
  }

  @Test(arguments: [Double.infinity, -.infinity, .nan, 1e300, -1e300])
  func `places far away and no places at all are endured`(far: Double) {
    let layer = layer([
      Stretch(from: (90, 70), to: (far, 70), rank: 0),
      Stretch(from: (far, far), to: (far, 3), rank: 1),
    ])
    // To the right, to the left, or nowhere: the line is drawn as far as the picture goes.
    let isRight = far > 0 && far.isFinite
    #expect((mark(layer, 170, 70).core > 0) == isRight)
    #expect((mark(layer, 10, 70).core > 0) == (far < 0 && far.isFinite))
  }

  @Test func `a path drawn bit by bit is the path drawn at once`() {
    func turn(_ index: Int, _ degrees: Double) -> Double {
      Elementary.sineAndCosine(ofDegrees: Double(index) * degrees).sine
    }
    let xs: [Double] = (0..<400).map { 90 + 70 * turn($0, 7) }
    let ys: [Double] = (0..<400).map { index in
      let reach = 50 - 0.1 * Double(index)
      return 70 + 0.15 * Double(index) + reach * turn(index, 3)
    }
    func course(_ count: Int) -> PixelTrails.Course {
      PixelTrails.Course(xs: xs, ys: ys, count: count, head: nil)
    }
    let way: PixelTrails.Way = { _, to, visit in visit(to) }
    var grown = PixelTrails(Size(20, 8), of: Self.cell, count: 1, Self.pen)
    for count in stride(from: 0, through: 400, by: 7) {
      _ = grown.drawn([course(count)], along: way)
    }
    var whole = PixelTrails(Size(20, 8), of: Self.cell, count: 1, Self.pen)
    #expect(
      grown.drawn([course(400)], along: way).tiles == whole.drawn([course(400)], along: way).tiles)
    // Driven back, it is the shorter path again.
    var short = PixelTrails(Size(20, 8), of: Self.cell, count: 1, Self.pen)
    #expect(
      grown.drawn([course(60)], along: way).tiles == short.drawn([course(60)], along: way).tiles)
  }
}
