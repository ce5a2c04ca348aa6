/// A lesson being given: the page it is at, and how the class has voted.
package struct Lecture: Sendable {
  package let lesson: Lesson
  /// Its number in the list, from 1, and how many there are; `nil` for a file outside the list.
  package var place: (number: Int, count: Int)?
  /// From 0.
  package var page = 0
  /// The votes of each page in the order they were cast: numbers of choices, from 0.
  package var votes: [[Int]]
  /// The pages whose answer has been shown, and the choices that hold there.
  package var revealed: Set<Int> = []
  package var answers: [Int: Int] = [:]
  /// Lines of the page above the first that shows.
  package var scroll = 0
  /// Where there is room for one: the map, and not the text.
  package var showsMap = false

  package init(_ lesson: Lesson, place: (number: Int, count: Int)? = nil) {
    self.lesson = lesson
    self.place = place
    votes = lesson.pages.map { _ in [] }
  }

  package var current: Lesson.Page { lesson.pages[page] }

  /// The answer of the page, once it has been shown.
  package var answer: Int? { answers[page] }

  /// A question waits for votes.
  package var isAsking: Bool { current.question != nil && !revealed.contains(page) }

  package var hasVotes: Bool { votes.contains { !$0.isEmpty } }

  /// How many have voted for each choice of the page.
  package var tally: [Int] {
    (current.question?.choices.indices ?? 0..<0).map { choice in
      votes[page].count { $0 == choice }
    }
  }

  /// How many of the votes were right, on the pages whose answers have been shown.
  package var score: (right: Int, votes: Int) { score(of: answers) }

  /// The same on this page alone.
  package var pageScore: (right: Int, votes: Int) { score(of: answers.filter { $0.key == page }) }

  private func score(of answers: [Int: Int]) -> (right: Int, votes: Int) {
    answers.reduce(into: (0, 0)) { sum, answer in
      sum.0 += votes[answer.key].count { $0 == answer.value }
      sum.1 += votes[answer.key].count
    }
  }

  /// The most votes a page counts: more digits would not fit the screen.
  static let voteLimit = 999

  package mutating func vote(for choice: Int) {
    let choices = current.question?.choices.count ?? 0
    guard isAsking, choice < choices, votes[page].count < Self.voteLimit else { return }
    votes[page].append(choice)
  }

  package mutating func takeVoteBack() { if isAsking { _ = votes[page].popLast() } }
}
