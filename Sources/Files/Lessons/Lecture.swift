/// A lesson being given: the page it is at, and how the class has voted.
package struct Lecture: Sendable {
  package let lesson: Lesson
  /// Its number in the list, from 1, and how many there are; `nil` for a file outside the list.
  package var place: (number: Int, count: Int)?
  /// From 0.
  package var page = 0
  /// The votes of each page in the order they were cast: numbers of choices, from 0.
  package var votes: [[Int]]
  /// How many the lecturer has counted for each choice of each page. How these fell the class does
  /// not see before the answer is shown.
  package private(set) var counted: [[Int]]
  /// How the phones of a class have voted on each page, which is not seen before the answer.
  private var polled: [[Int]]
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
    counted = lesson.pages.map { page in page.question?.choices.map { _ in 0 } ?? [] }
    polled = counted
  }

  package var current: Lesson.Page { lesson.pages[page] }

  /// The answer of the page, once it has been shown.
  package var answer: Int? { answers[page] }

  /// A question waits for votes.
  package var isAsking: Bool { current.question != nil && !revealed.contains(page) }

  /// All votes of all pages.
  package var allVotes: Int { lesson.pages.indices.map(votes(on:)).reduce(0, +) }

  /// How many have voted on the page.
  package var voteCount: Int { votes(on: page) }

  private func votes(on page: Int) -> Int {
    votes[page].count + counted[page].reduce(0, +) + polled[page].reduce(0, +)
  }

  /// How many have voted for each choice of the page, as far as the class may see it.
  package var tally: [Int] { isAsking ? ownTally : wholeTally }

  /// How many have voted for each choice of the page.
  package var wholeTally: [Int] {
    zip(zip(ownTally, counted[page]).map(+), polled[page]).map(+)
  }

  /// The votes that were not counted by the lecturer.
  private var ownTally: [Int] {
    counted[page].indices.map { choice in votes[page].count { $0 == choice } }
  }

  /// How many of the votes were right, on the pages whose answers have been shown.
  package var score: (right: Int, votes: Int) { score(of: answers) }

  /// The same on this page alone.
  package var pageScore: (right: Int, votes: Int) { score(of: answers.filter { $0.key == page }) }

  private func score(of answers: [Int: Int]) -> (right: Int, votes: Int) {
    answers.reduce(into: (0, 0)) { sum, answer in
      sum.0 += votes[answer.key].count { $0 == answer.value }
      sum.0 += counted[answer.key][answer.value] + polled[answer.key][answer.value]
      sum.1 += votes(on: answer.key)
    }
  }

  /// The most votes a page counts: more digits would not fit the screen.
  package static let voteLimit = 999

  package mutating func vote(for choice: Int) {
    let choices = current.question?.choices.count ?? 0
    guard isAsking, choice < choices, voteCount < Self.voteLimit else { return }
    votes[page].append(choice)
  }

  /// So many, counted by hand, have voted for a choice of the page; what was counted for it before
  /// is forgotten.
  package mutating func count(_ votes: Int, for choice: Int) {
    guard isAsking, counted[page].indices.contains(choice), 0...Self.voteLimit ~= votes,
      voteCount - counted[page][choice] + votes <= Self.voteLimit
    else { return }
    counted[page][choice] = votes
  }

  /// So many phones have voted for each choice of the page; what they voted before is forgotten.
  package mutating func poll(_ tally: [Int]) {
    if tally.count == polled[page].count { polled[page] = tally }
  }

  package mutating func takeVoteBack() { if isAsking { _ = votes[page].popLast() } }
}
