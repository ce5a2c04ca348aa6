package import Descent
import Drawing
import Files
import Texts

/// The first row: the program, and surface and formula or the lesson on the left; where and when on
/// the right.
enum HeaderPanel {
  static func draw(_ model: Model, _ layout: Layout, on frame: inout Frame) {
    let (theme, rect) = (model.theme, layout.header)
    let (title, formula) = title(of: model)
    // A page shows how the race stands, and nothing plays there.
    let isPage = model.rendition.print != nil
    let badge = isPage ? "" : " downhill "
    var facts = facts(of: model, layout)
    if isPage, model.shownView.headerFacts(of: model, on: layout) == nil { facts.removeLast() }
    func width() -> Int { facts.map(\.cellWidth).reduce(0, +) + 3 * (facts.count - 1) }
    func fits(_ left: Int) -> Bool { left + 3 + width() < rect.width }

    // What matters least goes first when the row is too short: the start, which is on the map too,
    // and the seed. They go for the formula if that makes room for all of it: a part tells nothing.
    let left = badge.cellWidth + 2 + title.cellWidth
    let (all, whole) = (facts, left + 2 + formula.cellWidth)
    while !fits(whole), facts.count > 2 { facts.removeFirst() }
    let showsFormula = fits(whole)
    if !showsFormula {
      facts = all
      while !fits(left), facts.count > 2 { facts.removeFirst() }
    }
    let showsBadge = !isPage && fits(left)
    // In a pocket the lesson's number is worth more than the speed.
    if model.lecture != nil, rect.width < 26 + width(), facts.count > 1 { facts.removeLast() }

    var x = rect.x
    if showsBadge {
      x += frame.write(
        badge, x: x, y: rect.y, ink: theme.accentInk, paper: theme.accent, style: .bold)
      x += 1
    }
    x += 1
    let right = rect.maxX - 1 - width()
    x += frame.write(
      title.cut(to: max(0, right - x - 1)), x: x, y: rect.y, ink: theme.ink, style: .bold)
    if showsFormula { frame.write(formula, x: x + 2, y: rect.y, ink: theme.dim) }
    frame.write(facts.joined(separator: "   "), x: right, y: rect.y, ink: theme.ink)
  }

  /// What the screen is about, and what may be cut from it.
  private static func title(of model: Model) -> (String, String) {
    let about = model.surface.about
    guard let lecture = model.lecture else {
      return (model.strings.title(of: about), model.isPresentation ? "" : about.formula)
    }
    guard let (number, count) = lecture.place else { return (lecture.lesson.title, "") }
    let place = model.strings(.headerLesson, ["number": "\(number)", "count": "\(count)"])
    return ("\(place)  \(lecture.lesson.title)", "")
  }

  /// The least important first.
  private static func facts(of model: Model, _ layout: Layout) -> [String] {
    if model.lecture == nil, !model.isPresentation,
      let facts = model.shownView.headerFacts(of: model, on: layout)
    {
      return facts
    }
    if model.blindDrive != nil, let facts = model.shownView.headerFacts(of: model, on: layout) {
      return facts
    }
    let (strings, race) = (model.strings, model.race)
    let start = { (x: Double) in NumberText.fixed(x, decimals: 2) }
    // As wide as it will be, where it counts up.
    let width = model.rendition.print == nil ? 5 : 0
    let step = NumberText.fixed(Double(race.tick), decimals: 0, width: width)
    let speed = "\(model.speed.stepsPerSecond)"
    let fairness = model.fairness.map {
      strings(.headerFair, ["what": strings[$0 == .same ? .fairSame : .fairBest]])
    }
    let facts =
      (fairness.map { [$0] } ?? []) + [
        strings(.headerStart, ["x": start(race.start.x), "y": start(race.start.y)]),
        strings(.headerSeed, ["seed": "\(race.seed)"]),
        strings(.headerStep, ["step": step]),
        strings(
          model.isPlaying ? .headerPlaying : .headerPaused, ["speed": speed]),
      ]
    if model.isPresentation { return Array(facts.suffix(2)) }
    return model.lecture == nil
      ? facts : [strings.title(of: model.surface.about)] + facts.suffix(2)
  }
}

extension HeaderPanel {
  /// What a view of many drives is about, and how many of them are known.
  ///
  /// - Parameter words: what is counted, once all are known and before.
  static func laboratoryFacts(
    _ question: Text, _ words: (known: Text, searching: Text), known: Int, of count: Int,
    _ model: Model
  ) -> [String] {
    let strings = model.strings
    let blanks = [
      "count": "\(count)", "steps": "\(Trial.standardSteps)",
      "percent": "\(100 * known / max(1, count))",
    ]
    let starts = strings(known == count ? words.known : words.searching, blanks)
    // The question is what a narrow window can do without.
    return model.size.width >= 70 ? [strings[question], starts] : [starts]
  }
}

extension Strings {
  /// The surface's name, and how it has been turned and scaled.
  package func title(of about: SurfaceAbout) -> String {
    var parts = [about.title]
    if about.turnedBy != 0 {
      parts.append(self(.headerTurned, ["degrees": NumberText.compact(about.turnedBy)]))
    }
    if about.scaledBy != 1 {
      parts.append(self(.headerScaled, ["scale": NumberText.compact(about.scaledBy)]))
    }
    return parts.joined(separator: ", ").spelt
  }
}
