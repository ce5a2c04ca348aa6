import Decoders
import Drawing
import Terminal
import Testing

/// Pictures come onto the glass as they are meant, whatever happened before: the bytes of both
/// painters are read back and compared with the pictures, pixel by pixel.
struct PainterTests {
  static let cells = [
    CellPixels(width: 9, height: 18)!, CellPixels(width: 7, height: 15)!,
  ]

  @Test(arguments: cells, [UInt64(1), 2, 3])
  func `the kitty protocol shows every frame of a changing scene exactly`(
    cell: CellPixels, seed: UInt64
  ) throws {
    var scene = Scene(cell, seed)
    var painter = KittyPainter(cell)
    var glass = KittyGlass(scene.frame.size, cell)
    for step in 0..<24 {
      scene.change()
      let cells = PictureCells(scene.frame, isLayered: true)
      if step % 9 == 8 {
        glass.clear()
        painter.forget()
      }
      glass.take(painter.bytes(for: scene.frame.pictures, on: cells, redrawn: []))
      #expect(glass.faults == [])
      let seen = glass.glass
      for (index, picture) in scene.frame.pictures.enumerated()
      where scene.frame.pictures[(index + 1)...].allSatisfy({ !$0.rect.touches(picture.rect) }) {
        #expect(seen.difference(from: picture, on: scene.frame) ?? 255 <= 1, "step \(step)")
      }
    }
  }

  @Test(arguments: cells, [UInt64(1), 2, 3])
  func `sixel shows every frame of a changing scene in its 256 colours`(
    cell: CellPixels, seed: UInt64
  ) throws {
    var scene = Scene(cell, seed)
    var painter = SixelPainter(cell, largest: seed == 3 ? Size(100, 90) : nil)
    var glass = SixelGlass(scene.frame.size, cell)
    var shown: Frame?
    for step in 0..<24 {
      scene.change()
      let cells = PictureCells(scene.frame, isLayered: false)
      if step % 9 == 8 {
        (glass, shown) = (SixelGlass(scene.frame.size, cell), nil)
        painter.forget()
      }
      let runs = FrameDiff(from: shown, to: cells.frame).runs.widened()
      shown = cells.frame
      // Curses writes first, and may write again what lies between.
      for run in runs { for x in run.columns { glass.glass.erase(x: x, y: run.row) } }
      glass.take(painter.bytes(for: scene.frame.pictures, on: cells, redrawn: runs))
      #expect(glass.faults == [])
      for (index, picture) in scene.frame.pictures.enumerated()
      where scene.frame.pictures[(index + 1)...].allSatisfy({ !$0.rect.touches(picture.rect) }) {
        #expect(glass.glass.difference(from: picture, on: scene.frame) ?? 255 <= 72, "step \(step)")
      }
    }
  }

  @Test func `what has not changed is not sent again`() {
    let cell = Self.cells[0]
    var scene = Scene(cell, 4)
    scene.change()
    let frame = scene.frame
    var kitty = KittyPainter(cell)
    var sixel = SixelPainter(cell, largest: nil)
    let layered = PictureCells(frame, isLayered: true)
    let flat = PictureCells(frame, isLayered: false)
    #expect(!kitty.bytes(for: frame.pictures, on: layered, redrawn: []).isEmpty)
    #expect(!sixel.bytes(for: frame.pictures, on: flat, redrawn: []).isEmpty)
    #expect(kitty.bytes(for: frame.pictures, on: layered, redrawn: []).isEmpty)
    #expect(sixel.bytes(for: frame.pictures, on: flat, redrawn: []).isEmpty)
  }

  @Test func `a kitty terminal is left without pictures`() {
    let cell = Self.cells[0]
    var scene = Scene(cell, 5)
    scene.change()
    var painter = KittyPainter(cell)
    var glass = KittyGlass(scene.frame.size, cell)
    let cells = PictureCells(scene.frame, isLayered: true)
    glass.take(painter.bytes(for: scene.frame.pictures, on: cells, redrawn: []))
    #expect(glass.imageCount > 0)
    glass.take(painter.bytes(for: [], on: cells, redrawn: []))
    // Grounds are kept for a view that comes back; nothing is seen of them.
    #expect(glass.placementCount == 0)
    #expect(painter.reset.contains("a=d,d=A"))
    #expect(painter.reset.hasPrefix("\u{1B}\\"))
  }

  @Test func `text on a picture is text, and what is under it goes on as a picture`() {
    let cell = Self.cells[0]
    var scene = Scene(cell, 6)
    scene.change()
    var frame = scene.frame
    let rect = frame.pictures[0].rect
    frame[rect.x + 1, rect.y + 1] = Cell("A", ink: Color(1), paper: Color(2))
    frame[rect.x + 2, rect.y + 1] = Cell("B", ink: Color(1), paper: Color(2), style: .bare)
    let layered = PictureCells(frame, isLayered: true).frame
    #expect(layered[rect.x + 1, rect.y + 1].paper == Color(2))
    #expect(layered[rect.x + 2, rect.y + 1].paper == nil)
    #expect(layered[rect.x + 3, rect.y + 1].ink == nil)
    let flat = PictureCells(frame, isLayered: false)
    #expect(flat.frame[rect.x + 2, rect.y + 1].paper == Color(2))
    #expect(flat.owners[(rect.y + 1) * frame.size.width + rect.x + 1] == 0)
    #expect(flat.owners[(rect.y + 1) * frame.size.width + rect.x + 3] == 1)
  }
}

extension Rect {
  fileprivate func touches(_ other: Rect) -> Bool {
    x < other.maxX && other.x < maxX && y < other.maxY && other.y < maxY
  }
}

/// Two maps, sometimes with an inset: trails grow, signs move, letters come and go, grounds change.
private struct Scene {
  let cell: CellPixels
  private var chance: Chance
  private(set) var frame = Frame(Size(44, 13))
  private var trails: [TrailLayer]
  private var heads: [(x: Double, y: Double)]
  private var grounds: [Picture.Ground] = []
  private var count = 0

  init(_ cell: CellPixels, _ seed: UInt64) {
    self.cell = cell
    chance = Chance(seed)
    trails = Self.rects.map { TrailLayer($0.size, of: cell) }
    heads = [(40, 30), (20, 60)]
    grounds = Self.rects.map { _ in Picture.Ground(key: 0, image: PixelImage(width: 0, height: 0)) }
    for index in grounds.indices { newGround(index) }
  }

  private static let rects = [
    Rect(x: 0, y: 1, width: 21, height: 11), Rect(x: 22, y: 1, width: 20, height: 10),
    Rect(x: 30, y: 6, width: 9, height: 5),
  ]

  private mutating func newGround(_ index: Int) {
    count += 1
    let (width, height) = cell.pixels(of: Self.rects[index].size)
    let tint = UInt32(chance.below(200))
    let image = PixelImage(width: width, height: height) { pixels in
      for place in pixels.indices {
        let (x, y) = (UInt32(place % width), UInt32(place / width))
        let band = (x + 2 * y) / 7 % 64
        pixels[place] = (band + 20) << 16 | (2 * band + 60) << 8 | tint
      }
    }
    grounds[index] = Picture.Ground(key: count, image: image)
  }

  mutating func change() {
    for index in 0..<2 {
      let step = { (chance: inout Chance) in Double(chance.below(25)) - 12 }
      let next = (x: heads[index].x + step(&chance), y: heads[index].y + step(&chance))
      trails[index].draw(
        from: heads[index], to: next, rank: UInt8(chance.below(2)),
        TrailLayer.Pen(core: 1.25, halo: 3.5))
      heads[index] = next
    }
    if chance.below(9) == 0 { newGround(chance.below(3)) }
    if chance.below(15) == 0 { trails[0] = TrailLayer(Self.rects[0].size, of: cell) }
    draw()
  }

  private mutating func draw() {
    frame = Frame(frame.size, filledWith: Cell(" ", paper: Color(0x101010)))
    let shown = chance.below(3) == 0 ? 3 : 2
    for index in 0..<shown {
      let rect = Self.rects[index]
      frame.fill(rect, with: Cell(".", ink: Color(0x202020), paper: Color(0x304050)))
      var picture = Picture(
        rect, cells: frame.part(rect), ground: grounds[index],
        trails: index < 2 ? trails[index] : nil,
        inks: Picture.TrailInks(
          cores: [Color(0xf0a30a), Color(0x62c0ff)], halo: Color(0x04060c), haloStrength: 0.7))
      let head = heads[index % 2]
      picture.marks = [
        PixelMark(
          .sign(PixelShape("▲")!, x: head.x, y: head.y, radius: 5), Color(0xf0a30a),
          rim: Color(0x04060c), rimWidth: 1.4),
        PixelMark(
          .line(x0: 3, y0: 5, x1: head.x, y1: 40, width: 2), Color(0xff6464),
          rim: Color(0x04060c), rimWidth: 1),
      ]
      frame.pictures.append(picture)
    }
    for _ in 0..<chance.below(6) {
      frame.write(
        "txt", x: chance.below(40), y: chance.below(12), ink: Color(0xffffff),
        paper: Color(0x000000))
    }
  }
}

/// Random numbers that a seed repeats: SplitMix64 (Steele, Lea and Flood 2014).
private struct Chance: RandomNumberGenerator {
  private var state: UInt64

  init(_ seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  mutating func below(_ limit: Int) -> Int { Int.random(in: 0..<limit, using: &self) }
}
