import Files

/// What the lecturer asks of the lesson from her second terminal.
package enum DeskOrder: Hashable, Sendable, Codable {
  /// The next page, or the one before.
  case nextPage, pageBefore
  case goOn
  case play
  /// So many have voted for a choice of a page, both from 0.
  case count(votes: Int, choice: Int, page: Int)

  /// What the lesson does then.
  var message: Message {
    switch self {
    case .nextPage: .lesson(.turn(pages: 1))
    case .pageBefore: .lesson(.turn(pages: -1))
    case .goOn: .lesson(.goOn)
    case .play: .togglePlay
    case .count(let votes, let choice, let page):
      .lesson(.count(votes: votes, choice: choice, page: page))
    }
  }
}
