import App
import Descent
import Drawing
import Files
import Terminal
import Testing

struct SceneryTests {
  @Test func `after any messages a frame from kept scenery is one drawn afresh`() throws {
    var chance = Chance(state: .random(in: 1...UInt64.max))
    let seed = chance.state
    var model = try model(
      surface: "himmelblau", cars: ["gd", "momentum", "adam", "gd:noise=0.3", "adagrad:lr=100"])
    let scenery = Scenery()
    let messages = Keymap.standard.all.map(\.message).filter { $0 != .leave }
    for round in 0..<1500 {
      switch Int.random(in: 0..<30, using: &chance) {
      case 0:
        let size = Size(
          Int.random(in: 30...180, using: &chance), Int.random(in: 8...60, using: &chance))
        model.take(.resize(size, cellAspect: 2))
      case 1..<10: model.take(.advance(steps: Int.random(in: 0...40, using: &chance)))
      default: model.take(messages.randomElement(using: &chance)!)
      }
      #expect(
        view(of: model, scenery: scenery) == view(of: model, scenery: Scenery()),
        "round \(round) of seed \(seed)")
    }
  }

  /// A lesson of one page for each grid, no page with a name for its surface.
  private static func lesson(onGrids files: [String]) -> String {
    files.reduce("title = \"Two grids\"\nsummary = \"Two\"\n") { text, file in
      text + """
        [[page]]
        title = "\(file)"
        text = "A landscape."
        [page.race]
        grid = "\(file)"
        cars = ["gd:lr=0.1"]

        """
    }
  }

  @Test func `two grids in one lesson are two landscapes`() throws {
    let text = Self.lesson(onGrids: ["digits-mlp20-plain.npy", "digits-mlp20-skip.npy"])
    let file = LessonFile(text, file: "grids.toml")
    #expect(file.errors.isEmpty)
    var model = try model(size: Size(140, 42))
    model.give(Lecture(try #require(file.lesson)))
    let (scenery, first) = (Scenery(), model.surface.about.identity)
    _ = view(of: model, scenery: scenery)
    model.take(.lesson(.turn(pages: 1)))
    #expect(model.surface.about.identity != first)
    #expect(view(of: model, scenery: scenery) == view(of: model, scenery: Scenery()))
    // Nor is what was found out on one said of the other.
    model.take(.show(.basins))
    let second = model.labJobs.map(\.task)
    model.take(.lesson(.turn(pages: -1)))
    model.take(.show(.basins))
    #expect(!second.isEmpty && Set(second).isDisjoint(with: model.labJobs.map(\.task)))
  }
}
