import Synchronization

/// Where connections find the hall, once there is one.
final class Door: Sendable {
  private let opened = Mutex<Hall?>(nil)

  var hall: Hall? { opened.withLock(\.self) }

  func open(to hall: Hall) { opened.withLock { $0 = hall } }
}
