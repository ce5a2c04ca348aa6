import Synchronization

/// How the program's loop talks to another terminal of the same lecture, and to a class.
package struct Mail {
  package var mailbox: Mailbox
  /// Takes what goes to the other terminal; returns at once.
  package var post: (Posting) -> Void
  /// What the clock says.
  package var clock: () -> Moment
  /// The class that joins by phone.
  package var classLine: any ClassLine

  package init(
    _ mailbox: Mailbox = Mailbox(), post: @escaping (Posting) -> Void = { _ in },
    clock: @escaping () -> Moment = { Moment() }, classLine: (any ClassLine)? = nil
  ) {
    (self.mailbox, self.post, self.clock) = (mailbox, post, clock)
    self.classLine = classLine ?? NoClass()
  }
}

/// What goes from one terminal of a lecture to the other.
package enum Posting: Hashable, Sendable, Codable {
  /// How the lesson stands.
  case report(LectureReport)
  /// No lesson is given any more.
  case noLesson
  /// What the lecturer asks for.
  case order(DeskOrder)
}

/// A moment, in seconds.
package struct Moment: Hashable, Sendable {
  /// Since the beginning of 1970.
  package var seconds: Int
  /// Since midnight, where the user is.
  package var secondOfDay: Int

  package init(seconds: Int = 0, secondOfDay: Int = 0) {
    (self.seconds, self.secondOfDay) = (seconds, secondOfDay)
  }
}

/// What has come for the program's loop from other threads, which takes it when it is awake.
package final class Mailbox: Sendable {
  /// Nobody who only types needs more; what comes beyond is lost.
  package static let limit = 256

  private let messages = Mutex<[Message]>([])
  private let ring: @Sendable () -> Void

  /// - Parameter ring: wakes the loop.
  package init(ring: @escaping @Sendable () -> Void = {}) { self.ring = ring }

  package func put(_ message: Message) {
    messages.withLock { messages in
      if messages.count < Self.limit { messages.append(message) }
    }
    ring()
  }

  /// What has come, in its order.
  package func take() -> [Message] {
    messages.withLock { messages in
      defer { messages = [] }
      return messages
    }
  }
}
