import App
import Descent
import Drawing
import Terminal
import Testing

struct SceneryTests {
  @Test func `after any messages a frame from kept scenery is one drawn afresh`() throws {
    var chance = Chance(state: .random(in: 1...UInt64.max))
    let seed = chance.state
    var model = try model(
      surface: "himmelblau", cars: ["gd", "momentum", "adam", "gd:noise=0.3", "adagrad:lr=100"])
    let scenery = Scenery()
    let messages = Keymap.standard.all.map(\.message).filter { $0 != .quit }
    for round in 0..<1500 {
      switch Int.random(in: 0..<30, using: &chance) {
      case 0:
        let size = Size(
          Int.random(in: 30...180, using: &chance), Int.random(in: 8...60, using: &chance))
        _ = update(&model, .resize(size, cellAspect: 2))
      case 1..<10: _ = update(&model, .advance(steps: Int.random(in: 0...40, using: &chance)))
      default: _ = update(&model, messages.randomElement(using: &chance)!)
      }
      #expect(
        view(of: model, scenery: scenery) == view(of: model, scenery: Scenery()),
        "round \(round) of seed \(seed)")
    }
  }
}
