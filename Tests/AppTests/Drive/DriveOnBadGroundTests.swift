import App
import Descent
import Drawing
import Files
import Terminal
import Testing
import Texts

/// Drives in the fog over ground that ends, overflows or is level.
struct DriveOnBadGroundTests {
  private func begun(formula: String, start: Point<Double>) throws -> Model {
    var request = RaceRequest()
    request.surface.formula = Asked(formula)
    request.surface.window = Asked(PlaneRect(minX: -4, maxX: 4, minY: -3, maxY: 3))
    request.start = Asked(start)
    var model = Model(
      try RaceSetup(request), strings: Strings("en"), themes: [.night], theme: .night)
    (model.isPlaying, model.size) = (false, Size(100, 30))
    return try model.pressing("d")
  }

  private func text(_ model: Model) -> String {
    Row.all(of: model.frame).map(\.text).joined(separator: "\n")
  }

  @Test func `a step to where nothing is defined is the last one, and says so`() throws {
    let model = try begun(formula: "sqrt(x)+y^2", start: Point(2, 1))
    // Down is to the south there, and a quarter to the right of it the west.
    let west = try model.pressing(Array(repeating: .right, count: 6)).pressing("9").pressing([
      .enter
    ])
    let crashed = try west.pressing(" ")
    #expect(crashed.race.drivers[crashed.player].crash?.fate == .undefined)
    #expect(crashed.blindDrive?.isLifted == true && crashed.blindDrive?.used == 1)
    let verdict = try #require(crashed.driveVerdict.first)
    #expect(crashed.driveVerdict.count == 1 && crashed.notice == verdict && crashed.isWarning)
    #expect(text(crashed).contains("3 @ you") && text(crashed).contains("crashed"))
    #expect(try crashed.pressing("r").race.drivers[2].crash == nil)
  }

  @Test func `ground without a height that is near is hatched, not foggy`() throws {
    let near = try begun(formula: "sqrt(x)+y^2", start: Point(0.1, 0))
    #expect(near.frame.cells.contains { $0.glyph == "/" })
    #expect(text(near).contains("/ undefined"))
    let far = try begun(formula: "sqrt(x)+y^2", start: Point(3, 0))
    #expect(!text(far).contains("/ undefined"))
  }

  @Test func `numbers that overflow end the drive`() throws {
    var model = try begun(formula: "x^4+y^4", start: Point(2, 1))
    model = try model.pressing("x1e200").pressing([.enter])
    #expect(model.blindDrive?.rate.value == 1e200)
    #expect(!text(model).isEmpty)
    let crashed = try model.pressing("  ")
    #expect(crashed.race.drivers[crashed.player].crash != nil)
    #expect(crashed.blindDrive?.isLifted == true && !text(crashed).isEmpty)
  }

  @Test func `off the map one drives on, and is pointed at`() throws {
    let model = try begun(formula: "x^2+y^2", start: Point(2, 1)).pressing("20").pressing([.enter])
    let off = try model.pressing(" ")
    #expect(off.notice == "off the map: the ground goes on out here")
    #expect(off.blindDrive?.isLifted == false)
    let map = try #require(Layout(off)?.maps.first)
    let ink = off.livery[off.player].color
    let arrows: Set<Unicode.Scalar> = ["←", "→", "↑", "↓", "↖", "↗", "↘", "↙"]
    var pointing = 0
    for y in map.rect.y..<map.rect.maxY {
      for x in map.rect.x..<map.rect.maxX {
        let cell = off.frame[x, y]
        if cell.ink == ink, arrows.contains(cell.glyph) { pointing += 1 }
      }
    }
    #expect(pointing == 1)
    #expect(try off.pressing(" ").timeline.tick == 2)
  }

  @Test func `where there is no slope a step leads nowhere, and the budget runs out`() throws {
    var model = try begun(formula: "x^2+y^2", start: Point(0, 0))
    #expect(text(model).contains("No slope at all"))
    model = try model.pressing(String(repeating: " ", count: 40))
    #expect(model.race.drivers[model.player].position == Point(0, 0))
    #expect(model.blindDrive?.isLifted == true)
  }

  @Test(arguments: Catalog.surfaces.map(\.about.name))
  func `every surface can be driven on, whatever one does`(surface: String) throws {
    for size in [Size(40, 12), Size(100, 30)] {
      var model = try model(surface: surface, size: size).pressing("d")
      for keys in ["x   ", "50", "x", "e"] {
        model = try model.pressing(keys).pressing([.left, .enter, .up, .right, .right, .enter])
        #expect(model.frame.size == size)
      }
      #expect(model.blindDrive?.isLifted == true && !model.driveVerdict.isEmpty)
    }
  }
}
