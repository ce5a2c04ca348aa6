import Descent
import Files

/// How a lesson stands, for the lecturer's second terminal.
package struct LectureReport: Hashable, Sendable, Codable {
  /// The word that opens the lesson, or its file.
  package var lesson: String
  /// From 0.
  package var page: Int
  package var step: Int
  package var isPlaying: Bool
  /// The answer of the page has been shown.
  package var isRevealed: Bool
  /// All votes for each choice of the page.
  package var votes: [Int]
  /// The second at which the lesson began, and at which the page was opened; see `Moment`.
  package var began = 0
  package var turned = 0

  /// Whether it can be of a lesson at all: what comes through a socket may be anything.
  var isSound: Bool {
    let moments = 0...Self.lastMoment
    return page >= 0 && step >= 0 && votes.count <= Lesson.choiceLimit
      && votes.allSatisfy { 0...Self.mostVotes ~= $0 } && moments ~= began && moments ~= turned
  }

  private static let lastMoment = 1 << 40
  private static let mostVotes = 9999
}

extension Model {
  /// How the lesson stands that is being given; `nil` where none is.
  package var lectureReport: LectureReport? {
    lecture.map { lecture in
      LectureReport(
        lesson: lecture.word, page: lecture.page, step: timeline.tick, isPlaying: isPlaying,
        isRevealed: lecture.revealed.contains(lecture.page), votes: lecture.wholeTally)
    }
  }
}

/// Writes into reports when the lesson began and when its page was opened.
struct LectureWatch {
  private var last: LectureReport?

  mutating func stamped(_ report: LectureReport, at second: Int) -> LectureReport {
    var report = report
    let isSame = last?.lesson == report.lesson
    report.began = isSame ? last?.began ?? second : second
    report.turned = isSame && last?.page == report.page ? last?.turned ?? second : second
    last = report
    return report
  }
}
