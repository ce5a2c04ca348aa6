import App
import Descent
import Drawing
import Files
import Terminal
import Testing
import Texts

/// Live edits and forks.
struct EditingTests {
  private let more = Message.edit(.adjust(up: true, isWide: false))

  private func values(_ model: Model, _ car: Int? = nil) -> [String] {
    EditedSetting.all(of: model.race.cars[car ?? model.focus], on: model.surface)
      .map { "\($0.name)=\($0.valueText)" }
  }

  /// The model after these characters have been typed and taken.
  private func typed(_ text: String, _ model: Model, take: Bool = true) -> Model {
    var model = model
    for character in text { _ = update(&model, .edit(.type(character))) }
    return take ? model.after(.edit(.take)) : model
  }

  // The editor.

  @Test func `e opens and closes it, Esc closes it, the race plays on`() throws {
    let playing = try model().after(.togglePlay)
    #expect(playing.changes(by: .edit(.toggle)) == ["layers"])
    let open = playing.after(.edit(.toggle))
    #expect(open.editor == Editor() && open.isPlaying)
    #expect(open.after(.edit(.toggle)).editor == nil && open.after(.close).editor == nil)
    #expect(open.changes(by: .close) == ["layers"])
    #expect(open.after(.toggleHelp, .close).editor != nil)
  }

  @Test func `the crosshair and the editor, which want the same keys, give way to each other`()
    throws
  {
    let model = try model()
    #expect(model.after(.beginCrosshair, .edit(.toggle)).crosshair == nil)
    #expect(model.after(.edit(.toggle), .beginCrosshair).editor == nil)
  }

  @Test func `up and down go round the settings`() throws {
    let open = try model().after(.focusNext, .edit(.toggle))
    #expect(
      values(open) == [
        "lr=0.02", "momentum=0.9", "noise=0", "schedule=constant", "dialect=textbook",
      ])
    #expect(open.chosenSetting?.name == "lr")
    #expect(open.after(.edit(.choose(1))).chosenSetting?.name == "momentum")
    #expect(open.after(.edit(.choose(-1))).chosenSetting?.name == "dialect")
    // Another car has other settings; the row stays where it has one.
    #expect(open.after(.edit(.choose(-1)), .focusPrevious).chosenSetting?.name == "dialect")
    #expect(open.after(.edit(.choose(-1)), .focusNext).chosenSetting?.name == "bias-correction")
  }

  @Test func `without an editor its messages do nothing`() throws {
    for message in [more, .edit(.type("1")), .edit(.take), .edit(.erase), .edit(.choose(1))] {
      #expect(try model().changes(by: message) == [])
    }
  }

  @Test(arguments: Catalog.optimizers.map(\.about.name))
  func `every setting can be changed while the car drives`(name: String) throws {
    var model = try model(surface: "himmelblau", cars: [name]).after(
      .step(by: 10), .edit(.toggle))
    var row = 0
    while row < model.editedSettings.count {
      let before = values(model)
      // γ and β may stand at the end of their ladder.
      model = model.after(more)
      if values(model) == before { model = model.after(.edit(.adjust(up: false, isWide: false))) }
      switch before[row].prefix(while: { $0 != "=" }) {
      case "dialect":
        // It brings that library's settings along, and leaves the rate.
        #expect(values(model).last != before.last && values(model)[0] == before[0])
      case "schedule":
        // It brings its length along.
        #expect(values(model).starts(with: before.prefix(row)) && values(model)[row] != before[row])
      default:
        let changed = zip(before, values(model)).map { $0 != $1 }
        #expect(changed == before.indices.map { $0 == row }, "\(before) \(values(model))")
      }
      row += 1
      model = model.after(.step(by: 1), .edit(.choose(1)))
    }
    #expect(model.timeline.changes.map(\.tick) == Array(10..<10 + row))
  }

  @Test func `on data the batch is a setting too`() throws {
    let setup = try RaceSetup(
      data: .init(
        file: Asked("iris.csv"), x: Asked("petal_length_cm"), y: Asked("petal_width_cm"),
        standardised: false),
      cars: ["sgd:lr=0.01", "gd:lr=0.01"])
    var model = Model(setup, strings: Strings("en"), themes: [.night], theme: .night)
    model = model.after(.step(by: 5), .edit(.toggle), .edit(.choose(1)))
    #expect(
      values(model) == ["lr=0.01", "batch=8", "noise=0", "schedule=constant", "dialect=textbook"])
    #expect(
      values(model.after(more)) == [
        "lr=0.01", "batch=9", "noise=0", "schedule=constant", "dialect=textbook",
      ])
    #expect(
      values(model, 1) == [
        "lr=0.01", "batch=150", "noise=0", "schedule=constant", "dialect=textbook",
      ])
    let refused = typed("151", model)
    #expect(
      refused.notice == "batch is \"151\"; expected 1…150" && values(refused) == values(model))
    // All the data: the very car that samples nothing.
    let whole = typed("150", model).after(.step(by: 30))
    #expect(whole.race.cars[0].seesExactSlope(on: whole.surface))
    let few = typed("16", model.after(.focusNext)).after(.step(by: 30))
    #expect(few.race.cars[1].batch(on: few.surface) == 16)
    #expect(few.positions[1] != whole.positions[1])
  }

  @Test func `a typed value is taken to the last digit, and a bad one is kept with its reason`()
    throws
  {
    let open = try model().after(.focusNext, .edit(.toggle), .edit(.choose(1)))
    #expect(values(typed("0.123456789", open))[1] == "momentum=0.123456789")
    #expect(values(typed("5e-1", open))[1] == "momentum=0.5")
    for (text, notice) in [
      ("1.5", "momentum is 1.5; expected 0 ≤ x ≤ 1"),
      ("1e", "momentum is \"1e\"; expected a number, 0 ≤ x ≤ 1"),
      ("1-1", "momentum is \"1-1\"; expected a number, 0 ≤ x ≤ 1"),
    ] {
      let refused = typed(text, open)
      #expect(refused.notice == notice)
      #expect(refused.editor?.typed == text && refused.editor?.isRefused == true)
      #expect(values(refused) == values(open) && refused.timeline.changes.isEmpty)
      let mended = refused.after(.edit(.erase))
      #expect(mended.editor?.typed == String(text.dropLast()) && mended.notice == nil)
      #expect(mended.editor?.isRefused == false)
      #expect(refused.after(.edit(.drop)).editor?.typed == "")
    }
    #expect(values(typed("0.5", open, take: false)) == values(open))
    #expect(typed("0.5", open, take: false).after(.focusNext).editor?.typed == "")
  }

  @Test func `a named form is changed in turn, both ways`() throws {
    let open = try model(cars: ["nadam"]).after(.edit(.toggle), .edit(.choose(-4)))
    #expect(values(open).contains("form=ruder"))
    #expect(values(open.after(more)).contains("form=dozat"))
    #expect(values(open.after(more, more)).contains("form=ruder"))
    let refused = typed("3", open)
    #expect(refused.notice == "form is \"3\"; expected one of ruder, dozat")
  }

  // Time.

  @Test func `a rewind before the change shows the old value everywhere, and play the new one`()
    throws
  {
    let model = try model(cars: ["gd:lr=0.1", "momentum:lr=0.02"], size: Size(140, 42)).after(
      .step(by: 30), .edit(.toggle), more)
    let scenery = Scenery()
    func shown(_ model: Model) -> String {
      Row.all(of: view(of: model, scenery: scenery)).map(\.text).joined(separator: "\n")
    }
    #expect(values(model)[0] == "lr=0.11" && values(model, 1)[0] == "lr=0.02")
    #expect(shown(model).contains("η 0.11 ") && !shown(model).contains("η 0.1 "))
    let back = model.after(.step(by: -1))
    #expect(values(back)[0] == "lr=0.1" && shown(back).contains("η 0.1 "))
    #expect(shown(back.after(.toggleCards)).contains("η     0.1 "))
    #expect(values(back.after(.step(by: 1)))[0] == "lr=0.11")
    #expect(values(back.after(.toEnd))[0] == "lr=0.11")
  }

  @Test func `a change in the past forgets what was driven beyond it, and says so`() throws {
    let driven = try model().after(.step(by: 60), .step(by: -20), .edit(.toggle))
    let changed = driven.after(more)
    #expect(changed.timeline.end == 40)
    let notice = "the 20 steps driven beyond step 40 are forgotten: from here they are driven anew"
    #expect(changed.notice == notice)
    // A held key's first notice is gone before anybody has read it.
    #expect(changed.after(more, more).notice == notice)
    #expect(changed.after(.step(by: 1), more).notice == nil)
    let atTheEnd = try model().after(.step(by: 60), .edit(.toggle), more)
    #expect(atTheEnd.notice == nil && atTheEnd.timeline.end == 60)
  }

  @Test func `restart drives again with every change at its step`() throws {
    let changed = try model().after(.step(by: 30), .edit(.toggle), more, more, .step(by: 20))
    let again = changed.after(.restart, .togglePlay)
    #expect(values(again)[0] == "lr=0.1")
    #expect(again.after(.step(by: 50)).positions == changed.positions)
  }

  @Test func `a new start is driven at the settings of now`() throws {
    let changed = try model().after(.step(by: 30), .edit(.toggle), more, .fork, .randomStart)
    #expect(changed.timeline.tick == 0 && changed.timeline.changes.isEmpty)
    #expect(values(changed, 0)[0] == "lr=0.11" && values(changed, 3)[0] == "lr=0.11")
    #expect(changed.race.cars.map(\.name) == ["gd", "momentum", "adam", "gd-2"])
  }

  @Test func `another surface keeps forks and changes, and suits the rates that nobody changed`()
    throws
  {
    var model = try model(surface: "himmelblau", cars: []).after(
      .step(by: 5), .focusNext, .edit(.toggle), .edit(.choose(1)))
    model = typed("0.5", model).after(.fork)
    model = typed("0.25", model).after(.nextSurface)
    let suited = Lineup.standard(on: model.surface)
    #expect(model.race.cars.map(\.name) == suited.map(\.name) + ["momentum-2"])
    let rate = NumberText.compact(suited[1].rule.rate)
    #expect(
      values(model, 1) == [
        "lr=\(rate)", "momentum=0.5", "noise=0", "schedule=constant", "dialect=textbook",
      ])
    #expect(
      values(model, 6) == [
        "lr=0.25", "momentum=0.5", "noise=0", "schedule=constant", "dialect=textbook",
      ])
    #expect(model.race.cars[0].rule.rate == suited[0].rule.rate)
    // And back.
    model = model.after(.previousSurface)
    #expect(
      values(model, 6) == [
        "lr=0.25", "momentum=0.5", "noise=0", "schedule=constant", "dialect=textbook",
      ])
  }

  // Forks.

  @Test func `a fork is a twin in focus, its editor open, until it is changed`() throws {
    let before = try model(surface: "himmelblau", cars: ["gd:noise=3", "adam", "adam:lr=0.3"])
      .after(.step(by: 40), .focusNext)
    #expect(before.changes(by: .fork) == ["timeline", "focus", "layers", "notice"])
    let forked = before.after(.fork)
    #expect(forked.race.cars.map(\.name) == ["gd", "adam", "adam-2", "adam-3"])
    #expect(forked.focus == 3 && forked.editor == Editor())
    #expect(forked.notice == "Adam 3 has the past of Adam; change one setting")
    #expect(forked.after(.step(by: 50)).positions[3] == forked.after(.step(by: 50)).positions[1])
    let changed = forked.after(more, .step(by: 50))
    #expect(changed.positions[3] != changed.positions[1])
    #expect(changed.after(.step(by: -50)).positions[3] == before.positions[1])
    // A fork of a car that draws lots draws the same.
    let noisy = before.after(.focusPrevious, .fork, .step(by: 30))
    #expect(noisy.positions[3] == noisy.positions[0])
  }

  @Test func `a fork of a fork is numbered on, and nine cars are enough`() throws {
    var model = try model().after(.step(by: 3))
    for _ in 0..<6 { model = model.after(.fork) }
    #expect(model.race.cars.map(\.name).suffix(6) == (2...7).map { "gd-\($0)" })
    #expect(model.changes(by: .fork) == ["notice", "isWarning"])
    #expect(
      model.after(.fork).notice == "a race has at most 9 cars; there is no room for a fork")
  }

  @Test func `a crashed car is neither forked nor changed`() throws {
    let crashed = try model(cars: ["gd:lr=1e100", "adam"]).after(.step(by: 5), .edit(.toggle))
    let notice = "GD crashed at step 2; go back before it to change a setting or to fork"
    for message in [more, .fork] {
      #expect(crashed.after(message).notice == notice)
      #expect(crashed.after(message).timeline.changes.isEmpty)
      #expect(crashed.after(message).race.cars.count == 2)
    }
    let saved = typed("0.1", crashed.after(.step(by: -4))).after(.step(by: 10))
    #expect(saved.race.drivers[0].crash == nil)
  }

  // On the screen.

  @Test(arguments: MapView.withMaps, [1, 6, 9])
  func `in every window the editor leaves header, footer and other panels alone`(
    view: MapView, cars: Int
  ) throws {
    let names = Array((Catalog.optimizers.map(\.about.name)).reversed()[..<cars])
    var model = try model(surface: "ravine", cars: names).after(.show(view), .edit(.toggle))
    for width in stride(from: 40, through: 160, by: 7) {
      for height in stride(from: 12, through: 60, by: 4) {
        model.size = Size(width, height)
        for focus in [0, cars / 2, cars - 1] {
          model.focus = focus
          let layout = try #require(Layout(model))
          let editor = try #require(layout.editor)
          #expect(editor.x >= 0 && editor.maxX <= width && !editor.isEmpty, "\(width)×\(height)")
          #expect(editor.y >= layout.header.maxY && editor.maxY <= layout.footer.y)
          if let standings = layout.standings,
            layout.sidebar?.contains(x: editor.x, y: editor.y) ?? false
          {
            #expect(
              editor.y >= standings.maxY && !layout.maps[0].rect.contains(x: editor.x, y: editor.y))
          }
        }
      }
    }
  }

  @Test func `side by side at 80×24 the map of the car in focus stays in sight`() throws {
    var model = try model(
      surface: "himmelblau", cars: ["gd", "momentum", "nesterov", "adagrad", "rmsprop", "adam"]
    ).after(.edit(.toggle))
    for focus in 0..<6 {
      model.focus = focus
      let layout = try #require(Layout(model))
      let (map, editor) = (layout.maps[focus].rect, try #require(layout.editor))
      let seen = (map.x..<map.maxX).flatMap { x in (map.y..<map.maxY).map { (x, $0) } }
        .count { !editor.contains(x: $0.0, y: $0.1) }
      #expect(seen * 2 > map.width * map.height, "car \(focus + 1)")
    }
  }

  @Test func `a click chooses a setting and starts nothing`() throws {
    let open = try model().after(.step(by: 5), .edit(.toggle))
    let rect = try #require(Layout(open)?.editor)
    let clicked = open.after(.press(x: rect.x + 3, y: rect.y + 2), .release)
    #expect(clicked.chosenSetting?.name == "noise" && clicked.timeline.tick == 5)
    #expect(open.changes(to: open.after(.press(x: rect.x, y: rect.y), .release)) == [])
    let wheel = Message.wheel(up: true, x: rect.x + 3, y: rect.y + 1)
    #expect(open.changes(by: wheel) == [])
  }

  @Test func `a twin keeps its number where its name is cut`() throws {
    let model = try model(size: Size(140, 42)).after(.focusNext, .step(by: 2), .fork)
    let rows = Row.all(of: view(of: model, scenery: Scenery())).map(\.text)
    #expect(rows.contains { $0.contains("Momen… 2") })
  }
}
