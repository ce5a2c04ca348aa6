import NIOCore
import NIOPosix

#if canImport(Glibc)
  import Glibc
#endif

/// Where a running lesson tells how it stands, and hears what the lecturer asks for: a socket that
/// only this user can open.
///
/// Everybody who listens gets the last line that was said, and from then on each new one. Whoever
/// reads too slowly misses those between: nobody holds up the lesson.
package final class Lectern: Sendable {
  private let listeners = Listeners()
  private let group = MultiThreadedEventLoopGroup(numberOfThreads: 1)
  private let channel: any Channel
  package let path: String

  /// - Parameters:
  ///   - process: whose lesson it is; its number is the socket's name.
  ///   - hear: takes each line that a listener sends; on another thread.
  package init(
    in folder: RuntimeFolder, process: Int32 = getpid(), hear: @escaping @Sendable (String) -> Void
  ) throws(LecternError) {
    path = try folder.socket(of: process)
    // What processes have left that could not close theirs, one with this number among them.
    unlink(path)
    _ = folder.sockets()
    let bootstrap = ServerBootstrap(group: group)
      .serverChannelOption(.backlog, value: 8)
      .childChannelOption(.writeBufferWaterMark, value: .init(low: 4096, high: 16384))
      .childChannelInitializer { [listeners] channel in
        channel.eventLoop.makeCompletedFuture {
          try channel.pipeline.syncOperations.addHandlers(
            ByteToMessageHandler(LineDecoder()), ListenerHandler(listeners, hear: hear))
        }
      }
    do {
      channel = try bootstrap.bind(unixDomainSocketPath: path).wait()
    } catch {
      try? group.syncShutdownGracefully()
      throw .socketRefused(path)
    }
    // The folder is closed to others in any case.
    chmod(path, 0o600)
  }

  /// Says a line to all who listen, now and later. Returns at once.
  package func say(_ line: String) { listeners.say(line) }

  /// Sends everybody away and takes the socket away.
  package func close() {
    unlink(path)
    try? channel.close().wait()
    try? group.syncShutdownGracefully()
  }
}
