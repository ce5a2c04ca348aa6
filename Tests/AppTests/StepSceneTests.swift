import App
import Descent
import Drawing
import Testing

struct StepSceneTests {
  private func scene(_ name: String, after steps: Int = 9) throws -> StepScene {
    var race = try race(try #require(Catalog.optimizer(named: name)))
    for _ in 0..<steps { race.step() }
    return StepScene(race.anatomy(ofCar: 0))
  }

  private func end(of mark: StepScene.Mark) -> Point<Double> {
    if case .way(let end) = mark.shape { end } else { mark.at }
  }

  @Test(arguments: ["momentum", "nesterov"])
  func `ways are laid head to tail and lead to where the car goes`(name: String) throws {
    let marks = try scene(name).marks(through: .max)
    let ways = marks.filter { $0.isWay && $0.part != .move }
    #expect(ways.map(\.symbol).first == "−γ vₜ₋₁" && ways.count == 2)
    #expect(ways[1].symbol.hasPrefix("−η ∇J(θₜ"))
    #expect(end(of: ways[0]) == ways[1].at)
    let move = try #require(marks.last { $0.isWay })
    let place = try #require(marks.last { $0.shape == .place })
    #expect(move.part == .move && move.at == ways[0].at)
    for (one, other) in [(end(of: ways[1]), end(of: move)), (end(of: move), place.at)] {
      #expect(abs(one.x - other.x) < 1e-12 && abs(one.y - other.y) < 1e-12)
    }
  }

  @Test func `an arrow that a later sub-step draws again is drawn once and has both numbers`()
    throws
  {
    let scene = try scene("momentum")
    let speed = try #require(scene.marks(through: 2).last)
    #expect(speed.part == .update && speed.symbol == "−vₜ" && speed.numbers == "3")
    let marks = scene.marks(through: 3)
    #expect(!marks.contains { $0.part == .update })
    #expect(marks.first { $0.part == .move && $0.isWay }?.numbers == "3=4")
    // Bias correction makes an average longer and does not turn it.
    let adam = try self.scene("adam").marks(through: .max)
    #expect(adam.contains { $0.symbol == "−m̂" && $0.numbers == "3=4" })
  }

  @Test func `only what has been reached is there`() throws {
    let scene = try scene("nesterov")
    #expect(scene.marks(through: -1).isEmpty)
    #expect(scene.marks(through: 0).map(\.symbol) == ["−γ vₜ₋₁"])
    #expect(scene.marks(through: 1).last?.shape == .place)
    #expect(scene.marks(through: 1).allSatisfy { $0.substep < 2 })
  }

  @Test func `slopes are directions: they point downhill and have no end`() throws {
    for name in ["gd", "adam", "nesterov"] {
      for mark in try scene(name).marks where mark.symbol.contains("J") || mark.symbol == "−gₜ" {
        guard case .heading(let along) = mark.shape else { continue }
        let surface = try #require(Catalog.surface(named: "himmelblau"))
        let slope = surface.gradient(at: mark.at)
        #expect(along.x * slope.x + along.y * slope.y < 0)
      }
      #expect(try scene(name).hasHeadings)
      #expect(!(try scene(name).withoutHeadings.hasHeadings))
    }
  }

  @Test func `a step without length or beyond the numbers has no arrows, and nothing breaks`()
    throws
  {
    let flat = try #require(Catalog.surface(named: "easom"))
    for rule in everyForm {
      let still = Race(
        surface: flat, cars: [Car(name: "car", rule: rule)], start: Point(90, -90), seed: 1)
      let anatomy = still.anatomy(ofCar: 0)
      // A pull to the origin moves a car on flat ground too.
      guard anatomy.last?.readings.first?.value == Point(0, 0) else { continue }
      let marks = StepScene(anatomy).marks
      #expect(marks.allSatisfy { !$0.isArrow }, "\(rule.about.name)")
      let far = Race(
        surface: try #require(Catalog.surface(named: "rosenbrock")),
        cars: [Car(name: "car", rule: rule)], start: Point(1e60, 1e60), seed: 1)
      for mark in StepScene(far.anatomy(ofCar: 0)).marks {
        #expect(mark.at.isFinite && end(of: mark).isFinite && mark.direction.isFinite)
      }
    }
  }

  @Test func `directions have length one, however long the vector`() {
    for size in [1e-300, 1, 1e300] {
      let unit = Point(3 * size, -4 * size).unit
      #expect(abs(unit.x - 0.6) < 1e-15 && abs(unit.y + 0.8) < 1e-15)
    }
    #expect(Point(0, 0).unit == Point(0, 0))
    #expect(Point(Double.infinity, 1).unit == Point(0, 0))
  }
}
