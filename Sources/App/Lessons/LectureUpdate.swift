import Descent
import Drawing
package import Files
import Texts

/// What happens to a lesson, or to the list of them.
package enum LessonMessage: Hashable, Sendable {
  case toggleList
  case togglePages
  /// The lessons have been read.
  case loaded(LessonLibrary)
  case moveChoice(Int)
  case openChosen
  case turn(pages: Int)
  case vote(Int)
  case takeVoteBack
  /// So many, counted by hand, have voted for a choice of a page.
  case count(votes: Int, choice: Int, page: Int)
  /// Drives to where the page pauses; from there on, to the next page.
  case goOn
  /// Scrolls by so many lines; the layout turns it into `scrollText`.
  case scroll(Int)
  case scrollText(to: Int)
  /// The map instead of the text, where there is room for one of them.
  case toggleMap
}

// What the keys of a lesson do to the model.
extension Model {
  /// The messages of lessons; what else there is is none of theirs.
  ///
  /// - Parameter wasWarned: the user knows that votes would be lost.
  package mutating func answer(_ message: LessonMessage, wasWarned: Bool = false) -> [Effect] {
    switch message {
    case .toggleList: return toggleLessons()
    case .togglePages: togglePages()
    case .loaded(let library):
      lessons = library
      if let errors = strings.notice(of: library.errors) { warn(errors) }
    case .moveChoice(let rows): chosenRow = min(max(0, chosenRow + rows), max(0, listCount - 1))
    case .openChosen:
      if sheet?.kind == .pages { openChosenPage() } else { openChosenLesson(wasWarned) }
    case .turn(let pages): turn(by: pages)
    case .vote(let choice): lecture?.vote(for: choice)
    case .takeVoteBack: lecture?.takeVoteBack()
    case .count(let votes, let choice, let page):
      // The class may have gone on meanwhile.
      if lecture?.page == page { lecture?.count(votes, for: choice) }
    case .goOn: goOn()
    case .scroll: break
    case .scrollText(let line): lecture?.scroll = line
    case .toggleMap: lecture?.showsMap.toggle()
    }
    return []
  }

  /// Turns to the map from the family tree, and from a lesson's text where they have no room beside
  /// each other.
  ///
  /// A page whose map stands under the text keeps its tree.
  mutating func showMap() {
    let hasMapInColumn = lecture?.current.column == .map && size.hasWideLesson
    if !hasMapInColumn { leaveTree() }
    lecture?.showsMap = true
  }

  /// Begins a lesson at its first page, or goes on with one.
  package mutating func give(_ lecture: Lecture) {
    self.lecture = lecture
    openPage()
  }

  private mutating func turn(by pages: Int) {
    guard let lecture else { return }
    let page = lecture.page + pages
    guard lecture.lesson.pages.indices.contains(page) else {
      notice = strings(
        pages > 0 ? .noticeLastPage : .noticeFirstPage, ["lessons": keymap.label(of: "lessons")])
      return
    }
    self.lecture?.page = page
    openPage()
  }

  /// Sets up what the page is about. One whose answer has been shown opens with it.
  private mutating func openPage() {
    guard let lecture else { return }
    let page = lecture.current
    enter(page.setup)
    window = page.window ?? PlaneRect(surface.about.window)
    let isRevealed = lecture.revealed.contains(lecture.page)
    view = (isRevealed ? page.viewAfter : nil) ?? page.view ?? .sideBySide
    hidden = page.hidden
    focus = page.focus
    showsContourLabels = page.showsContourLabels
    chart = ChartSettings(quantity: page.quantity)
    substep = page.substep
    ghost = page.ghost.map { .rule($0.rule) }
    focusZoom = 0
    if let rule = page.treeRule { showTree(at: rule, over: .overlay) }
    speed = page.speed
    timeline.seek(to: isRevealed ? page.lookedAt : page.from)
    isPlaying = page.plays && !isRevealed
    self.lecture?.scroll = 0
    self.lecture?.showsMap = false
    if page.view == .fog { beginDrive(ofPage: page) }
  }

  /// Drives to where the page pauses, from where the race is if that is on the way, else from where
  /// the page opens.
  private mutating func drivePage() {
    guard let lecture else { return }
    if !drivesPage || pauseAhead == nil {
      openPage()
      timeline.seek(to: lecture.current.from)
      self.lecture?.scroll = lecture.scroll
    }
    if view == lecture.current.viewAfter { view = lecture.current.view ?? .sideBySide }
    speed = lecture.current.speed
    substep = nil
    showMap()
    isPlaying = true
  }

  /// The page's race again, from where it opens.
  mutating func drivePageAgain() {
    guard let page = lecture?.current else { return }
    timeline.seek(to: min(timeline.tick, page.from))
    drivePage()
  }

  /// Whether the race is the one that the page has set up, at whatever step.
  var drivesPage: Bool {
    guard let setup = lecture?.current.setup else { return false }
    return surface.about.identity == setup.surface.about.identity && race.start == setup.start
      && race.seed == setup.seed && timeline.changes.isEmpty
      && race.cars.count >= setup.cars.count
      && zip(race.cars, setup.cars).allSatisfy {
        $0.name == $1.name && $0.rule.settings == $1.rule.settings && $0.sampling == $1.sampling
      }
  }

  /// The step that charts begin at: where the page opens, once the race is there.
  var pageStart: Double {
    guard let page = lecture?.current, page.from > 0, timeline.tick >= page.from, drivesPage else {
      return 0
    }
    return Double(page.from)
  }

  /// The step at which the page stops the race, while that lies ahead.
  var pauseAhead: Int? {
    guard let pause = lecture?.current.pause, timeline.tick < pause, drivesPage else { return nil }
    return pause
  }

  /// Goes to a step, but not past the page's pause, where the viewer must go on; if every car has
  /// crashed on the way, nothing more will come before it.
  package mutating func drive(to target: Int) {
    guard let pause = pauseAhead else { return timeline.seek(to: target) }
    timeline.seek(to: min(target, pause))
    guard timeline.tick == pause || race.isOver else { return }
    timeline.seek(to: pause)
    isPlaying = false
    reveal()
    if let after = lecture?.current.viewAfter { view = after }
  }

  private mutating func reveal() {
    guard let lecture, lecture.isAsking else { return }
    self.lecture?.revealed.insert(lecture.page)
    self.lecture?.answers[lecture.page] = lecture.current.answer(lecture.current.logbook)
    // Where the map is in the place of the text, which says it too.
    if size.lessonColumns == nil, lecture.showsMap { notice = verdict }
  }

  /// What came of the page's question, in one line; `nil` before it is answered.
  var verdict: String? {
    guard let lecture, lecture.revealed.contains(lecture.page) else { return nil }
    var parts: [String] = []
    if let answer = lecture.answer {
      parts.append(strings(.lessonAnswer, ["number": "\(answer + 1)"]))
    }
    let (here, all) = (lecture.pageScore, lecture.score)
    if here.votes > 0 {
      parts.append(strings(.lessonRight, ["right": "\(here.right)", "votes": "\(here.votes)"]))
    }
    if all.votes > here.votes {
      parts.append(strings(.lessonScore, ["right": "\(all.right)", "votes": "\(all.votes)"]))
    }
    return parts.joined(separator: " · ")
  }

  /// Opens the list of these lessons over a race that waits.
  package mutating func offer(_ library: LessonLibrary) {
    _ = answer(.loaded(library))
    (sheet, isPlaying) = (Sheet(.lessons), false)
  }

  /// One key leads through a whole lesson. While the race is on the way to where the page pauses,
  /// it is there at once.
  private mutating func goOn() {
    guard let lecture else { return }
    if let pause = pauseAhead {
      if isPlaying { drive(to: pause) } else { drivePage() }
    } else if lecture.isAsking, lecture.current.pause != nil {
      drivePage()
    } else {
      turn(by: 1)
    }
  }

  /// Whether what is about to happen may take the class's votes with it; asks once.
  mutating func mayLoseVotes(_ wasWarned: Bool) -> Bool {
    guard let votes = lecture?.allVotes, votes > 0, !wasWarned else { return true }
    warn(strings(.noticeVotesLost, ["count": "\(votes)"]))
    warnsOfVotes = true
    return false
  }

  /// The rows of the list that is open. Below the lessons, one leaves the one that is being given.
  private var listCount: Int {
    sheet?.kind == .pages
      ? lecture?.lesson.pages.count ?? 0
      : (lessons?.lessons.count ?? 0) + (lecture == nil ? 0 : 1)
  }

  private mutating func toggleLessons() -> [Effect] {
    guard sheet?.kind != .lessons else {
      sheet = nil
      return []
    }
    chosenRow = lecture?.place.map { $0.number - 1 } ?? 0
    sheet = Sheet(.lessons)
    return lessons == nil ? [.loadLessons(lessonShelf)] : []
  }

  private mutating func openChosenLesson(_ wasWarned: Bool) {
    if lecture?.place?.number == chosenRow + 1 {
      sheet = nil
      return
    }
    guard mayLoseVotes(wasWarned) else { return }
    sheet = nil
    guard let lessons, lessons.lessons.indices.contains(chosenRow) else {
      // The row below the lessons leaves them.
      lecture = nil
      return
    }
    give(lessons.lecture(chosenRow))
  }

  private mutating func togglePages() {
    guard let lecture, sheet?.kind != .pages else {
      sheet = nil
      return
    }
    chosenRow = lecture.page
    sheet = Sheet(.pages)
  }

  private mutating func openChosenPage() {
    sheet = nil
    guard let lecture, lecture.page != chosenRow else { return }
    turn(by: chosenRow - lecture.page)
  }
}
