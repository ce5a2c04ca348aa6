package import App
import Descent
import Drawing
import Files
import Texts

/// A lesson read out page by page, its races told line by line.
package struct PlainLesson {
  private var race: PlainRace
  private let every: Int?

  private var strings: Strings { race.model.strings }
  private var lecture: Lecture? { race.model.lecture }

  /// - Parameters:
  ///   - model: with a lesson.
  ///   - every: a line for every so many steps; about ten a drive if `nil`.
  package init(_ model: Model, _ talk: PlainTalk, every: Int?) {
    race = PlainRace(model, talk, every: every ?? 1)
    self.every = every
  }

  /// Reads from the first page until the listener has enough; when nobody answers, to the last.
  package mutating func run() {
    guard let lecture else { return }
    let title = lecture.lesson.title
    race.talk.say(
      lecture.place.map { place in
        strings(
          .headerLesson, ["number": "\(place.number)", "count": "\(place.count)"]) + ": " + title
      } ?? title)
    race.talk.say(lecture.lesson.summary)
    repeat { tellPage() } while goesOn()
  }

  private mutating func tellPage() {
    guard let lecture else { return }
    let page = lecture.current
    race.talk.sayNothing()
    race.talk.say(
      strings(
        .plainPage,
        [
          "number": "\(lecture.page + 1)", "count": "\(lecture.lesson.pages.count)",
          "title": page.title,
        ]))
    tell(page.text)
    if page.view == .fog {
      // A listener who is not there drives nowhere.
      if !race.talk.isAlone { driveWithoutMap() }
      return
    }
    race.describe()
    for sign in page.signs { tell(sign) }
    if let car = page.formula {
      let formula = race.model.race.cars[car].rule.formula.map(PlainText.spoken(formula:))
      race.talk.say(strings(.plainFormula, ["formula": formula.joined(separator: "; ")]))
    }
    if let question = page.question { ask(question) }
    race.tellStep()
    if let pause = page.pause { drive(to: pause) }
    if page.view == .focus { race.tellAnatomy() }
    race.tellNavigator(ofCar: race.model.focus)
    tellCounters(of: page)
    if page.question != nil { tellAnswer() }
  }

  private mutating func driveWithoutMap() {
    var drive = PlainDrive(race.model, race.talk)
    drive.run()
    race.talk = drive.talk
  }

  private func tell(_ text: LessonText) {
    let text = text.filled(MapWords.blanks(strings, race.model.theme))
    for line in text.plain.split(separator: "\n") { race.talk.say(String(line)) }
  }

  private func tell(_ sign: Lesson.Sign) {
    switch sign.target {
    case .place(let place):
      race.talk.say(
        strings(
          .plainSign,
          [
            "text": sign.text(from: place), "x": NumberText.compact(place.x),
            "y": NumberText.compact(place.y),
          ]))
    case .car(let car):
      race.talk.say(
        strings(
          .plainSignCar,
          [
            "text": sign.text(from: race.model.race.drivers[car].position),
            "name": race.model.race.cars[car].title,
          ]))
    case .way(let car, let step):
      race.talk.say(
        strings(
          .plainSignWay,
          ["text": sign.text, "name": race.model.race.cars[car].title, "step": "\(step)"]))
    }
  }

  /// The numbers that the text speaks of, a line each.
  private func tellCounters(of page: Lesson.Page) {
    let logbook = page.counters.isEmpty ? nil : page.logbook
    for quantity in page.counters {
      let values = race.model.shown.map { car in
        let number = logbook?.value(of: quantity, ofCar: car, at: page.lookedAt) ?? .nan
        return "\(race.model.race.cars[car].title) \(NumberText.counted(number))"
      }
      race.talk.say(
        strings(
          .plainCounter,
          ["what": strings.counter(quantity.rawValue), "values": values.joined(separator: ", ")]))
    }
  }

  private mutating func ask(_ question: Lesson.Question) {
    tell(question.text)
    for (place, choice) in question.choices.enumerated() {
      race.talk.say(strings(.plainChoice, ["number": "\(place + 1)", "text": choice.text]))
    }
    guard lecture?.isAsking == true, !race.talk.isAlone else { return }
    race.talk.say(strings[.plainVote])
    for number in race.talk.numbers(from: 1, to: question.choices.count) {
      race.answer(.vote(number - 1))
    }
  }

  private mutating func drive(to pause: Int) {
    let steps = pause - race.model.timeline.tick
    guard steps > 0 else { return }
    race.drive(steps, every: every ?? max(1, steps / 10))
  }

  private func tellAnswer() {
    guard let lecture, let question = lecture.current.question else { return }
    if let answer = lecture.answer {
      race.talk.say(
        strings(
          .plainAnswer, ["number": "\(answer + 1)", "text": question.choices[answer].text]))
    }
    let (here, all) = (lecture.pageScore, lecture.score)
    if here.votes > 0 {
      race.talk.say(strings(.lessonRight, ["right": "\(here.right)", "votes": "\(here.votes)"]))
    }
    if all.votes > here.votes {
      race.talk.say(strings(.lessonScore, ["right": "\(all.right)", "votes": "\(all.votes)"]))
    }
  }

  /// Asks where to go from here, and goes there.
  private mutating func goesOn() -> Bool {
    guard let lecture else { return false }
    let isLast = lecture.page == lecture.lesson.pages.count - 1
    if race.talk.isAlone {
      if !isLast { race.answer(.turn(pages: 1)) }
      return !isLast
    }
    race.talk.sayNothing()
    var choices: [(text: Text, pages: Int?)] = [
      (.plainNextPage, 1), (.plainPageBefore, -1), (.plainPageAgain, 0), (.plainEnd, nil),
    ]
    if lecture.page == 0 { choices.removeAll { $0.pages == -1 } }
    if isLast { choices.removeAll { $0.pages == 1 } }
    let place = race.talk.choose(among: choices.map { strings[$0.text] })
    if place == nil, isLast { return false }
    guard let pages = place.map({ choices[$0].pages }) ?? 1 else { return false }
    race.answer(.turn(pages: pages))
    return true
  }
}
