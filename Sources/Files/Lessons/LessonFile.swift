import Descent
import Drawing
import Texts

/// A lesson as a TOML file says it, with its prose: the file's own, or else that of a language
/// table.
package struct LessonFile: Sendable {
  /// `nil` if it has no page that could be read.
  package let lesson: Lesson?
  /// Every mistake, in the order of the file.
  package let errors: [Fault]
  /// The texts of the table that no setting asks for.
  package let unusedTexts: [String]

  /// - Parameter texts: those of a language table below `lesson.NAME`, by the rest of their keys.
  package init(_ text: String, file: String, texts: [String: String] = [:]) {
    var prose = LessonProse(TableReader(text, file: file), texts: texts)
    let title = prose.text("title", "title")
    let summary = prose.text("summary", "summary", isRequired: !texts.isEmpty)
    let common =
      prose.reader.has("race") ? prose.reader.race("race") : nil
    var pages: [Lesson.Page] = []
    for key in prose.reader.elements("page", .expectedPages, atLeast: 1) {
      if let page = prose.page(key, number: pages.count + 1, common) { pages.append(page) }
    }
    prose.reader.refuseOthers()
    errors = prose.reader.errors
    unusedTexts = texts.keys.filter { !prose.used.contains($0) }.sorted()
    lesson =
      pages.isEmpty
      ? nil
      : Lesson(
        name: file.fileName, file: file, title: title ?? file.fileName, summary: summary ?? "",
        pages: pages)
  }
}

/// Reads what has texts: from the file itself, or from a table under the names that the file gives.
struct LessonProse {
  var reader: TableReader
  let texts: [String: String]
  private(set) var used: Set<String> = []

  init(_ reader: TableReader, texts: [String: String]) {
    self.reader = reader
    self.texts = texts
  }

  /// - Parameters:
  ///   - key: the setting of the file, `page[2].title`.
  ///   - name: the text of the table, `inertia.title`.
  mutating func text(_ key: String, _ name: String, isRequired: Bool = true) -> String? {
    if let text = texts[name], !reader.has(key) {
      used.insert(name)
      _ = reader.value(key, .text)
      return text
    }
    return reader.value(key, .text, isRequired: isRequired)
  }

  mutating func page(_ key: String, number: Int, _ common: RaceSetup?) -> Lesson.Page? {
    let name = reader.value("\(key).name", .text) ?? "\(number)"
    let title = text("\(key).title", "\(name).title")
    let body = text("\(key).text", "\(name).text")
    let ownRace = "\(key).race"
    guard
      let setup = reader.has(ownRace) || common == nil && !reader.has("race")
        ? reader.race(ownRace) : common
    else {
      // What is wrong with the race is told; what speaks of it cannot be judged.
      reader.accept(key)
      return nil
    }
    let cars = setup.cars.map(\.name)
    let from = reader.value("\(key).from", .step(after: -1)) ?? 0
    let pause = reader.value("\(key).pause", .step(after: from))
    let rung = (pause ?? from) - from
    var page = Lesson.Page(
      name: name, line: reader.line(of: key), title: title ?? "", text: LessonText(body ?? ""),
      setup: setup, from: from, pause: pause,
      speed: Speed(
        stepsPerSecond: reader.value(
          "\(key).speed", .whole(in: Speed.range, .expectedSpeed)) ?? Self.speed(of: rung)))
    page.notes = text("\(key).notes", "\(name).notes", isRequired: false).map(LessonText.init)
    readPictures(of: &page, key)
    page.budget = reader.value("\(key).budget", .whole(in: 1...1000, .expectedBudget))
    if page.view == .fog { refuseDrive(of: key) }
    page.plays = reader.value("\(key).plays", .flag) ?? false
    page.window = reader.value("\(key).window", .window)
    if let shown = reader.value("\(key).cars", .list(of: .word(cars), atLeast: 1, .expectedNames)) {
      page.hidden = Set(cars.indices.filter { !shown.contains(cars[$0]) })
    }
    func index(_ name: String?) -> Int? { name.flatMap { cars.firstIndex(of: $0) } }
    let first = cars.indices.first { !page.hidden.contains($0) } ?? 0
    page.focus = index(reader.value("\(key).focus", .word(cars))) ?? first
    page.formula = index(reader.value("\(key).formula", .word(cars)))
    page.substep = reader.value("\(key).substep", .word(Substep.Part.allCases.map(\.rawValue)))
      .flatMap(Substep.Part.init)
    page.ghost = reader.car("\(key).ghost", on: setup.surface)
    page.showsContourLabels = reader.value("\(key).labels", .flag) ?? false
    let rule = reader.value("\(key).rule", .word(Catalog.optimizers.map(\.about.name)))
    if page.view == .tree { page.treeRule = rule ?? setup.cars[page.focus].rule.about.name }
    page.signs = reader.elements("\(key).point", .expectedPoints).enumerated().compactMap {
      sign($1, number: $0 + 1, of: name, cars)
    }
    page.claims = reader.elements("\(key).claim", .expectedClaims).compactMap {
      statement("\($0).holds", cars)
    }
    if reader.has("\(key).question") { page.question = question("\(key).question", name, cars) }
    if page.question != nil, pause == nil, !reader.has("\(key).pause") {
      reader.note("\(key).pause", .missing(.init(.expectedPauseOfQuestion)))
    }
    return page
  }

  /// In the fog the reader drives: the race of the page has no step to stop at and to ask about.
  private mutating func refuseDrive(of page: String) {
    for setting in ["pause", "question"] where reader.has("\(page).\(setting)") {
      reader.note("\(page).\(setting)", .unknownSetting(.init(.expectedNoDrive)))
    }
  }

  /// A drive of more than ten seconds goes faster than others.
  private static func speed(of steps: Int) -> Int {
    var speed = Speed()
    while speed.stepsPerSecond * 10 < steps, speed.stepsPerSecond < Speed.range.upperBound {
      speed.faster()
    }
    return speed.stepsPerSecond
  }

  /// What the page shows besides its race.
  private mutating func readPictures(of page: inout Lesson.Page, _ key: String) {
    func words<T: CaseIterable & RawRepresentable<String>>(_ type: T.Type) -> [String] {
      T.allCases.map(\.rawValue)
    }
    page.view = reader.value("\(key).view", .view).flatMap(MapView.init)
    page.column = reader.value("\(key).column", .word(words(Lesson.Picture.self)))
      .flatMap(Lesson.Picture.init)
    page.columnStep = reader.value("\(key).column-step", .step(after: -1))
    page.viewAfter = reader.value("\(key).then", .view).flatMap(MapView.init)
    page.quantity =
      reader.value("\(key).quantity", .word(words(ChartQuantity.self)))
      .flatMap(ChartQuantity.init) ?? .loss
    page.hasStrip = reader.value("\(key).strip", .flag) ?? false
    let counters = reader.value(
      "\(key).counters",
      .list(of: .word(words(Claim.Quantity.self)), atLeast: 1, .expectedCounters))
    page.counters = (counters ?? []).compactMap(Claim.Quantity.init)
  }

  private mutating func sign(
    _ key: String, number: Int, of page: String, _ cars: [String]
  ) -> Lesson.Sign? {
    let name = reader.value("\(key).name", .text) ?? "\(number)"
    let text = text("\(key).text", "\(page).points.\(name)")
    let car = reader.value("\(key).car", .word(cars))
    let place = reader.value("\(key).at", .place)
    let step = reader.value("\(key).step", .step(after: -1))
    let end = reader.value("\(key).to", .place)
    let target: Lesson.Sign.Target
    if let place {
      target = .place(place)
    } else if let index = car.flatMap({ cars.firstIndex(of: $0) }) {
      target = step.map { .way(car: index, step: $0) } ?? .car(index)
    } else {
      if !reader.has("\(key).at"), !reader.has("\(key).car") {
        reader.note("\(key).at", .missing(.init(.expectedTarget)))
      }
      return nil
    }
    return text.map { Lesson.Sign(target: target, to: end, text: $0) }
  }

  private mutating func question(
    _ key: String, _ page: String, _ cars: [String]
  ) -> Lesson.Question? {
    let asked = text("\(key).text", "\(page).question")
    var choices: [Lesson.Choice] = []
    let keys = reader.elements("\(key).choice", .expectedChoices, atLeast: 2)
    for (place, key) in keys.enumerated() {
      let name = reader.value("\(key).name", .text) ?? "\(place + 1)"
      let text = text("\(key).text", "\(page).choices.\(name)")
      if let claim = statement("\(key).holds", cars) {
        choices.append(Lesson.Choice(text: text ?? "", claim: claim))
      }
    }
    if choices.count > Lesson.choiceLimit {
      reader.note(
        "\(key).choice", .wrong(found: "\(choices.count)", .init(.expectedChoices)))
    }
    return asked.flatMap {
      2...Lesson.choiceLimit ~= choices.count
        ? Lesson.Question(text: LessonText($0), choices: choices) : nil
    }
  }

  private mutating func statement(_ key: String, _ cars: [String]) -> Lesson.Statement? {
    guard let claim = reader.value(key, .claim(of: cars), isRequired: true) else { return nil }
    return Lesson.Statement(claim: claim, key: key, line: reader.line(of: key))
  }
}
