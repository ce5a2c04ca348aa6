import App
import Descent
import Drawing
import Files
import Terminal
import Testing
import Texts

/// A drive without the map, by keys: what a step is, what it costs, and what comes of it.
struct BlindDriveTests {
  static let grounds = BlindDrive.levels + ["beale", "monkey-saddle", "eggholder"]

  @Test(arguments: grounds)
  func `who follows −∇J at GD's rate comes out exactly where GD does`(surface: String) throws {
    var model = try begun(on: surface)
    model = try model.pressing("x", String(repeating: " ", count: 40))
    #expect(model.blindDrive?.isLifted == true && model.timeline.tick == 40)
    let (gd, own) = (model.race.drivers[0], model.race.drivers[model.player])
    #expect(model.race.cars[0].name == "gd")
    #expect(own.position == gd.position && own.loss.bitPattern == gd.loss.bitPattern)
    let (path, ownPath) = (
      model.timeline.trajectories[0], model.timeline.trajectories[model.player]
    )
    #expect(ownPath.x == path.x && ownPath.y == path.y && ownPath.loss == path.loss)
    // GD's own race, without anybody beside it.
    let ground = try #require(Catalog.surface(named: surface))
    var alone = Race(
      surface: ground, cars: [BlindDrive.rivals(on: ground)[0]], start: ground.about.start, seed: 7)
    for _ in 0..<40 { alone.step() }
    #expect(alone.drivers[0].position == own.position)
    if own.crash == nil {
      #expect(model.driveVerdict.first == "You are where GD is, to the last bit.")
    }
  }

  @Test func `each of them asks for as many gradients as the budget has`() throws {
    var model = try model(surface: "himmelblau")
    model.beginDrive(budget: 12)
    model = try model.pressing(String(repeating: " ", count: 12))
    #expect(model.race.drivers.map(\.evaluations.gradients) == [12, 12, 12])
    #expect(model.blindDrive?.isLifted == true && model.blindDrive?.used == 12)
    let after = try model.pressing("   ")
    #expect(after.timeline.tick == 12 && after.positions == model.positions)
    #expect(after.notice?.contains("the fog has lifted") == true)
  }

  @Test func `a budget of one gradient is one step`() throws {
    var model = try model(surface: "bowl")
    model.beginDrive(budget: 1)
    #expect(try model.pressing(" ").blindDrive?.isLifted == true)
    #expect(try model.pressing(" ").timeline.tick == 1)
  }

  @Test func `a step goes as far as she says, turned from straight down`() throws {
    let model = try begun(on: "himmelblau")
    let slope = model.surface.gradient(at: model.race.start)
    let down = Point(-slope.x, -slope.y)
    let drive = try #require(model.blindDrive)
    for (keys, turn) in [([], 0.0), ([Key.right], 15), ([.left, .left], -30)] {
      let after = try model.pressing(keys + [.character(" ")])
      let move = after.race.drivers[model.player].position.offset(from: model.race.start)
      #expect(abs(move.length - drive.length.value) < 1e-12)
      #expect(abs(try #require(down.turn(to: move)) - turn) < 1e-9)
    }
    // All the way round, and straight again.
    let round = try model.pressing(Array(repeating: .right, count: 24))
    #expect(round.blindDrive?.turn == 0)
    #expect(try model.pressing([.left, .left]).pressing("s").blindDrive?.turn == 0)
  }

  @Test func `two notches double a step, and back it is the very same`() throws {
    let model = try begun(on: "rosenbrock")
    for keys in ["", "x"] {
      let before = try #require(try model.pressing(keys).blindDrive?.size.value)
      let longer = try model.pressing(keys).pressing([.up, .up])
      #expect(longer.blindDrive?.size.value == 2 * before)
      let notches = try model.pressing(keys).pressing([.up, .down, .down, .down, .up, .up])
      #expect(notches.blindDrive?.size.value == before)
    }
    #expect(try model.pressing("x").blindDrive?.size.value == model.surface.about.rates.ofSlope)
  }

  @Test func `a size can be typed, and what is no number above 0 is refused`() throws {
    let model = try begun(on: "bowl")
    let typed = try model.pressing("0.25")
    #expect(typed.blindDrive?.typed == "0.25" && typed.timeline.tick == 0)
    let taken = try typed.pressing([.enter])
    #expect(taken.blindDrive?.length.value == 0.25 && taken.timeline.tick == 0)
    #expect(try typed.pressing([.backspace, .enter]).blindDrive?.length.value == 0.2)
    #expect(try typed.pressing([.escape]).blindDrive?.typed == "")
    #expect(try model.pressing("x1e-3 ").blindDrive?.rate.value == 0.001)
    for wrong in ["0", "1e", "1e999", "0.0.1"] {
      let refused = try model.pressing(wrong).pressing([.enter])
      #expect(refused.blindDrive?.length == model.blindDrive?.length)
      #expect(refused.notice == "found \(wrong); expected a number above 0")
    }
  }

  @Test func `the order of the score is that of the heights reached`() throws {
    for steps in [0, 5, 40] {
      var model = try begun(on: "himmelblau")
      model = try model.pressing(String(repeating: " ", count: steps) + "e")
      let order = model.race.standings(of: [0, 1, 2])
      let losses = order.map { model.race.drivers[$0].loss }
      #expect(losses == losses.sorted())
      let place = try #require(order.firstIndex(of: model.player)) + 1
      let verdict = try #require(model.driveVerdict.first)
      #expect(
        place == 1
          ? verdict == "You are the lowest." : verdict.hasPrefix("You came \(place) of 3;"))
      // Who has had enough stays where she is; the others spend what they have.
      #expect(model.race.drivers[0].evaluations.gradients == 40)
      #expect(model.blindDrive?.used == steps)
      #expect(model.driveVerdict.contains("You used \(steps) of 40 gradients.") == (steps < 40))
      let path = model.timeline.trajectories[model.player]
      #expect(path.x[steps] == model.race.drivers[model.player].position.x)
    }
  }

  @Test func `there is no way back, but from the start again`() throws {
    let model = try begun(on: "ravine").pressing("   ")
    let back = try model.pressing(",")
    #expect(back.timeline.tick == 3 && back.positions == model.positions)
    #expect(back.notice?.hasPrefix("no way back") == true)
    let again = try model.pressing("r")
    #expect(again.timeline.tick == 0 && again.race.drivers[2].position == again.race.start)
    #expect(again.blindDrive?.isLifted == false)
  }

  @Test func `grounds follow one another, and Esc leads back to the race that was left`() throws {
    let race = try model(surface: "beale", start: "1,1").after(
      .step(by: 30), .show(.terrain), .toggleCar(1))
    var model = try race.pressing("d")
    #expect(model.view == .fog && model.race.start == race.race.start)
    #expect(model.surface.about.name == "beale" && model.blindDrive?.level == nil)
    var visited: [String] = []
    for _ in 0...BlindDrive.levels.count {
      model = try model.pressing("n")
      visited.append(model.surface.about.name)
    }
    #expect(visited == BlindDrive.levels + [BlindDrive.levels[0]])
    for key in [Key.escape, .character("d")] {
      let left = try model.pressing([key])
      #expect(left.blindDrive == nil && left.view == .terrain && left.hidden == [1])
      #expect(left.timeline.tick == 30 && left.positions == race.positions)
      #expect(left.window == race.window)
    }
  }

  @Test func `no key looks at the map or drives the race before the fog lifts`() throws {
    let model = try begun(on: "himmelblau")
    let race = Keymap.standard.race.filter { binding in
      model.keymap.bindings(for: model).first { $0.keys.contains(binding.keys[0]) }?.action
        == binding.action
    }
    #expect(race.count > 5)
    for binding in race where !["drive", "close", "tour"].contains(binding.action) {
      let after = model.after(binding.message)
      #expect(after.view == .fog && after.blindDrive?.isLifted == false, "\(binding.action)")
      // A sheet lies over it.
      #expect(after.sheet != nil || after.fogCells > 0, "\(binding.action)")
      #expect(after.timeline.tick == 0 && after.shown == [2], "\(binding.action)")
    }
    for message in [Message.show(.overlay), .toEnd, .nextSurface, .start(at: Point(1, 1))] {
      #expect(model.after(message).view == .fog)
      #expect(model.after(message).positions == model.positions)
    }
  }

  private func begun(on surface: String) throws -> Model {
    try model(surface: surface).pressing("d")
  }
}
