import App
import Descent
import Drawing
import Files
import Testing

/// What the keys of the focus view do.
struct FocusUpdateTests {
  private func focus(_ cars: [String] = ["nesterov", "momentum", "adam"]) throws -> Model {
    try model(surface: "himmelblau", cars: cars).after(.show(.focus), .step(by: 5))
  }

  @Test func `a step is walked through part by part, then taken`() throws {
    var model = try focus()
    #expect(model.substep == nil)
    let parts: [Substep.Part] = [.memory, .lookAhead, .slopeAhead, .update, .move]
    for tick in 5...7 {
      for part in parts {
        _ = update(&model, .nextSubstep)
        #expect(model.substep == part && model.timeline.tick == tick)
      }
    }
  }

  @Test func `going back undoes going on, over the beginning of a step too`() throws {
    var model = try focus()
    var seen: [String] = []
    func state(_ model: Model) -> String { "\(model.timeline.tick) \(model.substep!.rawValue)" }
    for _ in 0..<13 {
      _ = update(&model, .nextSubstep)
      seen.append(state(model))
    }
    for step in seen.dropLast().reversed() {
      _ = update(&model, .previousSubstep)
      #expect(state(model) == step)
    }
  }

  @Test func `before the first step there is nothing to go back to`() throws {
    let start = try focus().after(.toStart, .nextSubstep)
    #expect(start.substep == .memory)
    #expect(start.changes(by: .previousSubstep) == [])
    // From the whole step, back is its last part.
    #expect(try focus().after(.previousSubstep).substep == .move)
  }

  @Test func `looking at a part pauses, and driving on shows whole steps`() throws {
    var driving = try focus()
    driving.isPlaying = true
    #expect(!driving.after(.nextSubstep).isPlaying)
    let looking = driving.after(.nextSubstep)
    for message in [
      Message.advance(steps: 1), .step(by: 1), .step(by: -1), .togglePlay, .toStart, .toEnd,
      .restart,
    ] {
      #expect(looking.after(message).substep == nil)
    }
    for message in [Message.nextTheme, .focusNext, .nextGhost, .zoomIn, .toggleHelp] {
      #expect(looking.after(message).substep == .memory)
    }
  }

  @Test func `a part that another rule does not have is all of its step`() throws {
    let model = try focus().after(.nextSubstep, .nextSubstep)
    #expect(StepInFocus(model).current == 1)
    let momentum = model.after(.focusNext)
    #expect(StepInFocus(momentum).current == nil)
    #expect(StepInFocus(momentum).reached == 3)
    #expect(momentum.after(.nextSubstep).substep == .memory)
  }

  @Test func `a crashed car has no parts; the race can be gone back`() throws {
    let model = try focus(["gd:lr=5", "adam"]).after(.step(by: 30))
    #expect(model.race.drivers[0].crash != nil)
    #expect(StepInFocus(model).anatomy.isEmpty)
    #expect(model.after(.nextSubstep).timeline.tick == model.timeline.tick)
    #expect(model.after(.previousSubstep).timeline.tick == model.timeline.tick - 1)
  }

  @Test func `ghosts go round: first who shares the memory, then the others, then none`() throws {
    var model = try focus(["nesterov", "adam"])
    var titles: [String] = []
    repeat {
      _ = update(&model, .nextGhost)
      titles.append(model.ghostRule?.about.title ?? "none")
    } while titles.last != "none"
    let strangers = Catalog.optimizers.map(\.about.title).filter {
      !["Momentum", "NAG"].contains($0)
    }
    #expect(titles == ["Momentum"] + strangers + ["none"])
    #expect(model.notice == "nothing beside it")
    #expect(
      model.after(.nextGhost).notice == "beside it: Momentum, from the very same state")
  }

  @Test func `a ghost drives as the race's car of its rule, or with the settings that both have`()
    throws
  {
    let own = try focus(["nesterov:lr=0.003,momentum=0.8"]).after(.nextGhost)
    #expect(own.ghostRule?.number("lr") == 0.003 && own.ghostRule?.number("momentum") == 0.8)
    let raced = try focus(["nesterov:lr=0.003", "momentum:lr=0.001,momentum=0.5"])
      .after(.nextGhost)
    #expect(raced.ghostRule?.number("lr") == 0.001 && raced.ghostRule?.number("momentum") == 0.5)
    #expect(StepInFocus(raced).ghost?.car == 1)
    #expect(StepInFocus(own).ghost?.car == nil)
    var given = own
    var rule = try #require(Catalog.optimizer(named: "adam"))
    try rule.set("lr", to: "0.5")
    given.ghost = .rule(rule)
    #expect(given.ghostRule?.number("lr") == 0.5)
    #expect(given.after(.nextGhost).ghostRule == nil)
  }

  @Test func `a ghost starts from the car's state: the same speed, the slope here`() throws {
    let model = try focus(["nesterov", "adam"]).after(.nextGhost)
    let step = StepInFocus(model)
    let ghost = try #require(step.ghost)
    #expect(!ghost.forgets)
    let speed = try #require(step.scene.marks.first)
    #expect(ghost.scene.marks.contains { $0.at == speed.at && $0.shape == speed.shape })
    #expect(ghost.end != nil && ghost.end != step.end)
    var other = model
    other.ghost = .named("adam")
    #expect(StepInFocus(other).ghost?.forgets == true)
    other.ghost = .named("gd")
    #expect(StepInFocus(other).ghost?.forgets == false)
  }

  @Test func `the car that becomes the ghost's own rule has no ghost`() throws {
    let model = try focus().after(.nextGhost)
    #expect(model.ghostRule != nil)
    #expect(model.after(.focusNext).ghostRule == nil)
    #expect(model.after(.focusPrevious).ghostRule != nil)
  }

  @Test func `the map follows the car: it is brought nearer, not moved`() throws {
    let model = try focus()
    #expect(model.changes(by: .zoomIn) == ["focusZoom"])
    #expect(model.changes(by: .wheel(up: false, x: 9, y: 9)) == ["focusZoom"])
    #expect(model.after(.zoomIn, .zoomIn, .fit).focusZoom == 0)
    #expect(model.changes(by: .pan(x: 1, y: 0)) == ["notice"])
    var (near, far) = (model, model)
    for _ in 0..<99 {
      near = near.after(.zoomIn)
      far = far.after(.zoomOut)
    }
    #expect(near.focusZoom == 12 && far.focusZoom == -12)
    let (close, usual) = (try #require(Layout(near)).maps[0], try #require(Layout(model)).maps[0])
    #expect(
      close.viewport(of: near).unitsPerDot == usual.viewport(of: model).unitsPerDot / 64)
  }

  @Test func `a drag moves nothing and is no click; a click starts the race there`() throws {
    let model = try focus()
    let dragged = model.after(.press(x: 9, y: 9), .drag(x: 20, y: 12), .release)
    #expect(model.changes(to: dragged) == [])
    let point = try #require(Layout(model)?.start(atColumn: 9, row: 9, in: model))
    #expect(model.after(.press(x: 9, y: 9), .release).race.start == point)
  }

  @Test func `a crosshair comes into the map of the focus view at the first move`() throws {
    let model = try focus().after(.beginCrosshair, .moveCrosshair(x: 1, y: 0))
    let viewport = try #require(Layout(model)).maps[0].viewport(of: model)
    let crosshair = try #require(model.crosshair)
    #expect(viewport.contains(x: crosshair.x, y: crosshair.y))
  }
}
