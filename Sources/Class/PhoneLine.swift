/// When which news go to one phone: the newest, only if they are new, and not too often. Who reads
/// slowly misses what is between; who does not read at all is left.
package struct PhoneLine: Hashable, Sendable {
  package enum Step: Hashable, Sendable {
    case nothing
    case send(String)
    /// Nothing yet: look again after so many milliseconds.
    case wait(Int)
    /// The phone does not read.
    case drop
  }

  package private(set) var isDirty = true
  private var sent: String?
  private var sentAt: Int?
  /// Since when there has been no room for news.
  private var lateSince: Int?

  package init() {}

  package mutating func mark() { isDirty = true }

  /// - Parameters:
  ///   - now: in milliseconds.
  ///   - hasRoom: whether what was sent before has gone.
  ///   - news: what the phone is to show; asked for only if it can be sent.
  package mutating func step(
    now: Int, hasRoom: Bool, limits: ClassSettings.Limits, news: () -> String
  ) -> Step {
    guard hasRoom else {
      let since = lateSince ?? now
      lateSince = since
      let left = since + limits.drain - now
      return left > 0 ? .wait(left) : .drop
    }
    lateSince = nil
    guard isDirty else { return .nothing }
    if let sentAt, now - sentAt < limits.pause { return .wait(sentAt + limits.pause - now) }
    isDirty = false
    let news = news()
    guard news != sent else { return .nothing }
    (sent, sentAt) = (news, now)
    return .send(news)
  }
}
