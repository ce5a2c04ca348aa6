import NIOCore
import Synchronization

/// Those who listen to a lesson.
final class Listeners: Sendable {
  private struct State {
    var last: String?
    var channels: [ObjectIdentifier: any Channel] = [:]
    /// Those who have missed the last line.
    var late: Set<ObjectIdentifier> = []
  }

  /// More than a lecturer needs.
  static let limit = 8

  private let state = Mutex(State())

  func say(_ line: String) {
    let ready = state.withLock { state in
      state.last = line
      let ready = state.channels.filter(\.value.isWritable)
      state.late = Set(state.channels.keys).subtracting(ready.keys)
      return ready
    }
    for channel in ready.values { channel.send(line) }
  }

  /// Begins with what was said last; `false` if there are too many already.
  func add(_ channel: any Channel) -> Bool {
    let (isTaken, line) = state.withLock { state in
      guard state.channels.count < Self.limit else { return (false, String?.none) }
      state.channels[ObjectIdentifier(channel)] = channel
      return (true, state.last)
    }
    if let line { channel.send(line) }
    return isTaken
  }

  func remove(_ channel: any Channel) {
    state.withLock { state in
      state.channels[ObjectIdentifier(channel)] = nil
      state.late.remove(ObjectIdentifier(channel))
    }
  }

  /// Sends the last line to one who has missed it and has room again.
  func catchUp(_ channel: any Channel) {
    guard channel.isWritable else { return }
    let line = state.withLock { state in
      state.late.remove(ObjectIdentifier(channel)) == nil ? nil : state.last
    }
    if let line { channel.send(line) }
  }
}

/// One who listens.
final class ListenerHandler: ChannelInboundHandler {
  typealias InboundIn = String

  private let listeners: Listeners
  private let hear: @Sendable (String) -> Void

  init(_ listeners: Listeners, hear: @escaping @Sendable (String) -> Void) {
    (self.listeners, self.hear) = (listeners, hear)
  }

  func channelActive(context: ChannelHandlerContext) {
    if !listeners.add(context.channel) { context.close(promise: nil) }
  }

  func channelInactive(context: ChannelHandlerContext) { listeners.remove(context.channel) }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) { hear(unwrapInboundIn(data)) }

  func channelWritabilityChanged(context: ChannelHandlerContext) {
    listeners.catchUp(context.channel)
  }

  func errorCaught(context: ChannelHandlerContext, error: any Error) {
    context.close(promise: nil)
  }
}
