import App
import Descent
import Drawing
import Files
import Terminal
import Testing
import Texts

/// What is seen of a map in the fog.
struct FogTests {
  private func begun(
    on surface: String, start: String? = nil, size: Size = Size(140, 42)
  ) throws -> Model {
    var model = try model(surface: surface, start: start, size: size)
    model.beginDrive()
    return model
  }

  /// Whether the cell of the map at a point of the plane is fog.
  private func isFog(at point: Point<Double>, _ model: Model) throws -> Bool {
    let map = try #require(Layout(model)?.maps.first)
    let cell = try #require(map.viewport(of: model).cell(x: point.x, y: point.y))
    return model.frame[map.rect.x + cell.x, map.rect.y + cell.y].paper == model.theme.fog
  }

  @Test func `the fog clears around the places where she has been, and nowhere else`() throws {
    var model = try begun(on: "himmelblau")
    let places: [Point<Double>] = model.surface.about.criticalPoints.map(\.position)
    let start = model.race.start
    #expect(try !isFog(at: start, model))
    #expect(try places.allSatisfy { try isFog(at: $0, model) })
    var seen = model.fogCells
    for _ in 0..<6 {
      model = try model.pressing(" ")
      let here = model.race.drivers[model.player].position
      #expect(try !isFog(at: here, model))
      // What has been seen stays seen.
      #expect(try !isFog(at: start, model))
      #expect(model.fogCells < seen)
      seen = model.fogCells
    }
    // A disc is a fixed part of the window: a step to the side of it all is fog.
    #expect(try isFog(at: Point(-start.x, -start.y), model))
    #expect(try model.pressing("e").fogCells == 0)
  }

  @Test func `minima show once the fog has lifted, and where it has cleared`() throws {
    func stars(_ model: Model) -> Int { model.frame.cells.count { $0.glyph == "★" } }
    let model = try begun(on: "himmelblau")
    #expect(stars(model) == 0)
    // The sentence of the score has one too.
    #expect(stars(try model.pressing("e")) == 5)
    #expect(stars(try begun(on: "himmelblau", start: "3.6,2.4")) == 1)
  }

  @Test func `the others are seen when the fog lifts, and not before`() throws {
    let model = try begun(on: "himmelblau")
    let colors = [0, 1].map { model.livery[$0].color }
    func cells(_ model: Model) -> Int {
      model.frame.cells.count { cell in cell.ink.map(colors.contains) ?? false }
    }
    #expect(cells(try model.pressing("    ")) == 0)
    #expect(cells(try model.pressing("e")) > 20)
  }

  @Test func `colours and lines of what is seen are those of the whole map`() throws {
    let model = try begun(on: "himmelblau").pressing("      ")
    let lifted = try model.pressing("e")
    let map = try #require(Layout(model)?.maps.first)
    // Where neither trails nor signs are.
    var same = 0
    for y in map.rect.y..<map.rect.maxY {
      for x in map.rect.x..<map.rect.maxX {
        let (cell, whole) = (model.frame[x, y], lifted.frame[x, y])
        if cell.glyph == "▄" && cell == whole { same += 1 }
      }
    }
    #expect(same > 30)
  }

  @Test(arguments: [ColorDepth.mono, .colors8, .colors16, .colors256, .trueColor])
  func `fog is told from ground in every number of colours`(colors: ColorDepth) throws {
    for glyphs in GlyphSet.allCases {
      var model = try begun(on: "himmelblau", size: Size(80, 24))
      model.rendition = Rendition(glyphs: glyphs, colors: colors)
      func fog(_ model: Model) throws -> Int {
        let (map, frame) = (try #require(Layout(model)?.maps.first?.rect), model.frame)
        return (map.y..<map.maxY).map { y in
          (map.x..<map.maxX).count { frame[$0, y].glyph == "." }
        }.reduce(0, +)
      }
      let dots = try fog(model)
      #expect(dots > 400)
      #expect(try fog(try model.pressing("e")) < dots / 4)
    }
  }

  @Test func `in pixels the fog is fog too`() throws {
    var model = try begun(on: "himmelblau", size: Size(80, 24))
    model.rendition.pixels = CellPixels(width: 8, height: 16)
    func ground(_ model: Model) throws -> (fog: Int, all: Int) {
      let picture = try #require(model.frame.pictures.first)
      let image = picture.ground.image
      let pixels = image.pixels
      return (pixels.count { $0 == model.theme.fog.hex }, pixels.count)
    }
    let (fog, all) = try ground(model)
    #expect(fog > all * 9 / 10 && fog < all)
    #expect(try ground(try model.pressing("   ")).fog < fog)
    #expect(try ground(try model.pressing("e")).fog == 0)
  }

  @Test func `the step about to be made is drawn, to the map's edge and beyond`() throws {
    let model = try begun(on: "himmelblau")
    func rings(_ model: Model) -> Int { model.frame.cells.count { $0.glyph == "◌" } }
    #expect(rings(model) == 1)
    let far = try model.pressing("500").pressing([.enter])
    #expect(rings(far) == 0)
    #expect(rings(try model.pressing("1e200").pressing([.enter])) == 0)
    #expect(rings(try model.pressing("e")) == 0)
  }
}
