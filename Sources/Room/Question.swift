/// A question to the class, and what it has answered.
package struct Question: Hashable, Sendable {
  package static let mostOptions = 9

  package let text: String
  /// From 1; one that is asked again after its answer has another.
  package internal(set) var number = 0
  package let options: [String]
  /// The number of the right option, from 0, if there is one.
  package let right: Int?
  /// By seats: numbers of options, from 0.
  package internal(set) var votes: [Seat.ID: Int] = [:]
  /// The tally is seen, and votes can no longer be changed.
  package internal(set) var isRevealed = false

  /// - Precondition: there are two options at least and `mostOptions` at most, and `right` is one.
  package init(_ text: String, options: [String], right: Int? = nil) {
    precondition(2...Self.mostOptions ~= options.count, "2...\(Self.mostOptions) options")
    precondition(right.map(options.indices.contains) ?? true, "no such option")
    (self.text, self.options, self.right) = (text, options, right)
  }

  /// How many have voted for each option.
  package var tally: [Int] {
    votes.values.reduce(into: options.map { _ in 0 }) { $0[$1] += 1 }
  }
}
