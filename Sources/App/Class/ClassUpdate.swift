import Descent
import Drawing
import Files
import Room
import Texts

// What happens to a class.
extension Model {
  package mutating func answer(_ message: ClassMessage) -> [Effect] {
    switch message {
    case .toggle: return toggleClass()
    case .opened(let door, let room): openWall(door, room)
    case .refused(let refusal): warn(strings.describe(refusal))
    case .news(let news): return hear(news)
    case .openRound: return openRound()
    case .startRound: return startRound()
    case .endRound: return endRound()
    case .otherSurface, .toggleStarts, .toggleSettings, .toggleFog: return changeRound(message)
    case .podium: return goTo(.podium)
    case .lobby: return goTo(.lobby)
    case .toggleList, .move, .remove, .rename, .type, .erase, .take, .drop:
      return answerInList(message)
    case .lock:
      guard let room = classroom?.room else { break }
      return tellClass(.lock(!room.isLocked))
    case .hideNames:
      guard let room = classroom?.room else { break }
      return tellClass(.hideNames(!room.hidesNames))
    case .export:
      guard let room = classroom?.room else { break }
      return [.save(SavedFile("downhill-class", "csv", Array(room.csv.utf8)))]
    case .close: break
    }
    return []
  }

  /// Tells the class, and the wall's own copy of the room at once.
  mutating func tellClass(_ message: TeacherMessage) -> [Effect] {
    guard classroom != nil else { return [] }
    _ = classroom?.room.take(.teacher(message))
    return [.tellClass(.teacher(message))]
  }

  mutating func tellClass(_ message: WallMessage) -> [Effect] {
    guard classroom != nil else { return [] }
    _ = classroom?.room.take(.wall(message))
    return [.tellClass(.wall(message))]
  }

  private mutating func toggleClass() -> [Effect] {
    guard let wall = classroom else { return [.openClass(classWish)] }
    if wall.isShown {
      guard !wall.isDriving else {
        warn(strings(.wallStillDriving, ["key": keymap.label(of: "end-round")]))
        return []
      }
      hideWall()
    } else {
      showWall()
    }
    return []
  }

  private mutating func openWall(_ door: ClassDoor, _ room: Room) {
    let own = race.cars.map(\.rule).reduce(into: [any Optimizer]()) { rules, rule in
      let isKnown = rules.contains { $0.about.name == rule.about.name }
      if !isKnown, Catalog.optimizer(named: rule.about.name) != nil { rules.append(rule) }
    }
    let rules =
      carSpecs.isEmpty || own.isEmpty
      ? Lineup.names.compactMap { Catalog.optimizer(named: $0) } : own
    classroom = ClassWall(
      door: door, room: room, rules: rules, surfaceIndex: surfaceIndex,
      isFromOneStart: classWish.isFromOneStart, allowsSettings: classWish.allowsSettings)
    showWall()
  }

  /// Covers the race, which waits.
  private mutating func showWall() {
    classroom?.isShown = true
    classroom?.before = RaceBefore(
      timeline: timeline, view: view, hidden: hidden, focus: focus, window: window)
    classroom?.driveBefore = blindDrive
    classroom?.speedBefore = speed
    blindDrive = nil
    (layers, tour, isPlaying, explainsSigns) = ([], nil, false, false)
    view = .overlay
  }

  /// Shows the race again, or the lesson, as it was.
  mutating func hideWall() {
    guard let wall = classroom, let before = wall.before else { return }
    classroom?.isShown = false
    classroom?.list = nil
    classroom?.race = nil
    classroom?.before = nil
    speed = wall.speedBefore ?? speed
    blindDrive = wall.driveBefore
    classroom?.driveBefore = nil
    begin(before.timeline)
    (view, hidden) = (before.view, before.hidden)
    (focus, window, isPlaying) = (before.focus, before.window, false)
  }

  /// The class is over: nothing is kept.
  mutating func endClass(_ wasWarned: Bool) -> [Effect] {
    guard let wall = classroom else { return [] }
    guard wasWarned || wall.room.seats.isEmpty else {
      warn(strings(.wallCloseSure, ["count": "\(wall.room.seats.count)"]))
      warnsOfVotes = true
      return []
    }
    if wall.isShown { hideWall() }
    classroom = nil
    notice = strings[.wallClosed]
    return [.tellClass(.close)]
  }

  private mutating func hear(_ news: ClassNews) -> [Effect] {
    guard classroom != nil else { return [] }
    classroom?.room = news.room
    classroom?.hasVisitors = news.hasVisitors
    keepCursorInList()
    takeClassVotes()
    return answerFog()
  }

  private mutating func goTo(_ message: TeacherMessage) -> [Effect] {
    guard let wall = classroom, !wall.isDriving else { return [] }
    classroom?.list = nil
    classroom?.asked = nil
    return tellClass(message)
  }

  /// What holds after every message: the class is asked what the lesson's page asks.
  mutating func followLessonInClass() -> [Effect] {
    guard let wall = classroom, !wall.isShown else { return [] }
    guard let lecture, let question = lecture.current.question,
      2...Question.mostOptions ~= question.choices.count
    else {
      guard wall.asked != nil else { return [] }
      classroom?.asked = nil
      return wall.isAsking ? tellClass(.lobby) : []
    }
    let page = ClassWall.AskedPage(lesson: lecture.lesson.file, page: lecture.page)
    if wall.asked != page {
      guard lecture.isAsking else {
        classroom?.asked = nil
        return wall.isAsking ? tellClass(.lobby) : []
      }
      classroom?.asked = page
      let current = lecture.current
      let asked = Question(
        question.text.filled(MapWords.blanks(strings, theme)).plain,
        options: question.choices.map(\.text), right: current.answer(current.logbook))
      return tellClass(.ask(asked))
    }
    return !lecture.isAsking && wall.isAsking ? tellClass(.reveal) : []
  }

  /// The votes of phones are the lesson's: their number is seen at once, how they fell at the
  /// answer.
  private mutating func takeClassVotes() {
    guard let wall = classroom, let asked = wall.asked, let lecture,
      lecture.lesson.file == asked.lesson, lecture.page == asked.page,
      case .question(let question) = wall.room.phase
    else { return }
    self.lecture?.poll(question.tally)
  }
}

extension Model {
  /// Whether a message may be answered. What the lecturer's other terminal asks for uncovers the
  /// lesson, but not in the middle of a round.
  mutating func leavesWall(for message: Message) -> Bool {
    guard let wall = classroom, wall.isShown, case .lesson = message else { return true }
    if !wall.isDriving { hideWall() }
    return !wall.isDriving
  }

  /// Whether what is about to happen may end a class with people in it; asks once.
  mutating func mayLoseClass(_ wasWarned: Bool) -> Bool {
    guard let count = classroom?.room.seats.count, count > 0, !wasWarned else { return true }
    warn(strings(.wallQuitSure, ["count": "\(count)"]))
    warnsOfVotes = true
    return false
  }

  /// A name may be pasted too.
  mutating func answer(pasted text: String) -> [Effect] {
    guard let wall = classroom, wall.isShown else {
      paste(text)
      return []
    }
    return answer(.type(text))
  }
}

extension ClassMessage {
  /// It comes of a key.
  var isTyped: Bool {
    switch self {
    case .opened, .refused, .news: false
    default: true
    }
  }
}

extension ClassWall {
  /// A question waits for votes.
  var isAsking: Bool {
    if case .question(let question) = room.phase { !question.isRevealed } else { false }
  }
}

extension Strings {
  /// Why a class could not be opened.
  package func describe(_ refusal: ClassRefusal) -> String {
    switch refusal {
    case .noAddress(let address): self(.classNoAddress, ["address": address])
    case .notOurs(let address, let known):
      self(.classNotOurs, ["address": address, "known": known.joined(separator: ", ")])
    case .portTaken(let port): self(.classPortTaken, ["port": "\(port)"])
    case .portForbidden(let port): self(.classPortForbidden, ["port": "\(port)"])
    case .noNetwork: self[.classNoNetwork]
    case .refused(let number): self(.classRefused, ["number": "\(number)"])
    }
  }
}
