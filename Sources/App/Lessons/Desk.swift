import Files

/// The lecturer's second terminal: her notes of a lesson that is given in another one, or will be.
package struct Desk: Hashable, Sendable {
  package enum Link: Hashable, Sendable {
    /// Nobody gives the lesson yet: its pages are turned here.
    case waiting
    /// The lesson is given, and its pages are turned there.
    case following
    /// The lesson was given and has ended.
    case ended
  }

  package internal(set) var link = Link.waiting
  /// How the lesson stood when it was last heard of.
  package internal(set) var report: LectureReport?
  /// What the report is about cannot be found here.
  package internal(set) var isLost = false
  /// The choice that the next number is for, from 0.
  package internal(set) var row = 0
  /// The digits of a number that is being typed.
  package internal(set) var typed = ""
  /// Lines of the notes above the first that shows.
  package internal(set) var scroll = 0
  /// The right choice of the page, from 0, known here before the class knows it.
  package internal(set) var answer: Int?
  package internal(set) var now = Moment()
  /// The second at which the lesson was opened here, and at which its page was.
  var opened = 0
  var turned = 0

  /// Seconds since the lesson began: where it is given, else here.
  package var lessonSeconds: Int { max(0, now.seconds - (follows?.began ?? opened)) }

  /// Seconds on this page.
  package var pageSeconds: Int { max(0, now.seconds - (follows?.turned ?? turned)) }

  /// The report, while there is somebody to follow.
  package var follows: LectureReport? { link == .following ? report : nil }

  mutating func passTime(to moment: Moment) {
    now = moment
    if opened == 0 { (opened, turned) = (moment.seconds, moment.seconds) }
  }

  mutating func beginPage() {
    (row, typed, scroll) = (0, "", 0)
    turned = now.seconds
  }

  mutating func end() { if link == .following { (link, typed) = (.ended, "") } }

  /// More than a class has.
  static let digits = 3
}

/// What happens at the lecturer's desk.
package enum DeskMessage: Hashable, Sendable {
  /// A second has passed.
  case time(Moment)
  /// How the lesson stands.
  case told(LectureReport)
  /// The lesson has ended.
  case ended
  /// The lesson that the other terminal gives has been looked for.
  case found(FoundLesson)
  case turn(pages: Int)
  /// With a number typed, so many votes for the choice; else on with the lesson.
  case enter
  case play
  case type(Character)
  case erase
  /// Another choice; where there is none, the layout turns it into `scroll`.
  case move(Int)
  case scroll(to: Int)
}
