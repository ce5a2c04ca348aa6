import NIOCore
import NIOPosix
import Synchronization

/// Listens to a lesson that is given in another process; when there is none, waits for one.
package final class Attendance: Sendable {
  package enum News: Hashable, Sendable {
    case line(String)
    /// The lesson that was listened to has ended.
    case ended
  }

  private let queue = OwnQueue()
  private let group = MultiThreadedEventLoopGroup(numberOfThreads: 1)
  private let folder: RuntimeFolder
  private let isWanted: @Sendable (String) -> Bool
  private let hear: @Sendable (News) -> Void
  private let channel = Mutex<(any Channel)?>(nil)
  private let search = Mutex<Task<Void, Never>?>(nil)

  /// How long nobody listens between two looks for a lesson.
  private static let pause = Duration.milliseconds(300)
  /// How long a lesson may take to say its first line.
  private static let patience = TimeAmount.seconds(1)

  /// - Parameters:
  ///   - isWanted: whether what a lesson says first is that of the lesson that is looked for. If
  ///     none is, the newest is listened to.
  ///   - hear: takes what happens, in its order; on other threads.
  package init(
    in folder: RuntimeFolder, isWanted: @escaping @Sendable (String) -> Bool,
    hear: @escaping @Sendable (News) -> Void
  ) {
    (self.folder, self.isWanted, self.hear) = (folder, isWanted, hear)
    let task = Task(executorPreference: queue) { await self.attend() }
    search.withLock { $0 = task }
  }

  /// Sends a line to the lesson that is listened to, if one is.
  package func say(_ line: String) { channel.withLock(\.self)?.send(line) }

  package func close() { search.withLock(\.self)?.cancel() }

  private func attend() async {
    while !Task.isCancelled {
      var hasListened = false
      for mustBeWanted in [true, false] where !hasListened {
        for path in folder.sockets() where !hasListened {
          hasListened = await listen(to: path, mustBeWanted: mustBeWanted)
        }
      }
      if hasListened { hear(.ended) }
      try? await Task.sleep(for: Self.pause)
    }
    try? await group.shutdownGracefully()
  }

  /// Listens until the lesson ends.
  ///
  /// - Returns: whether there was anything to listen to.
  private func listen(to path: String, mustBeWanted: Bool) async -> Bool {
    var hasListened = false
    do {
      let lines = try await ClientBootstrap(group: group)
        .connectTimeout(Self.patience)
        .connect(unixDomainSocketPath: path) { channel in
          channel.eventLoop.makeCompletedFuture {
            try channel.pipeline.syncOperations.addHandlers(
              ByteToMessageHandler(LineDecoder()), SilenceHandler(patience: Self.patience))
            return try NIOAsyncChannel<String, Never>(wrappingChannelSynchronously: channel)
          }
        }
      try await lines.executeThenClose { inbound in
        for try await line in inbound {
          if !hasListened {
            guard !mustBeWanted || isWanted(line) else { return }
            hasListened = true
            channel.withLock { $0 = lines.channel }
          }
          hear(.line(line))
        }
      }
    } catch {
      // Nobody is there any more, or it talks too much: the next look tells.
    }
    channel.withLock { $0 = nil }
    return hasListened
  }
}

/// Leaves one who says nothing at first.
private final class SilenceHandler: ChannelInboundHandler {
  typealias InboundIn = String

  private let patience: TimeAmount
  private var alarm: Scheduled<Void>?

  init(patience: TimeAmount) { self.patience = patience }

  func channelActive(context: ChannelHandlerContext) {
    let channel = context.channel
    alarm = context.eventLoop.scheduleTask(in: patience) { channel.close(promise: nil) }
    context.fireChannelActive()
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    alarm?.cancel()
    context.fireChannelRead(data)
  }
}
