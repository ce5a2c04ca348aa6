import NIOCore
import NIOHTTP1
import NIOPosix
package import Room
import Synchronization
package import Texts

#if canImport(Glibc)
  import Glibc
#endif

/// A class that is open: phones on the network join, vote and race by a page of the program's own,
/// over plain HTTP/1.1. It listens as long as it is open, only on its address; nothing is kept.
///
/// The network can say only what students say. The teacher speaks through this value alone.
package final class Classroom: Sendable {
  private let hall: Hall
  private let group = MultiThreadedEventLoopGroup(numberOfThreads: 1)
  private let channel: any Channel
  private let isOpen = Atomic(true)

  package let address: String
  package let port: Int
  package let code: RoomCode

  /// - Parameters:
  ///   - languages: the texts of the page, the first for phones that ask for none of them.
  ///   - hear: tells that there is news in `room`; on another thread. It is called again only once
  ///     `room` has been looked at.
  package init(
    _ settings: ClassSettings, languages: [Strings], hear: @escaping @Sendable () -> Void
  ) throws(ClassError) {
    let page = PhonePage(languages)
    let room = Room(code: RoomCode(Hall.chance))
    let loop = group.next()
    do {
      // The port is known only once it is taken, and the page's own address with it: until then
      // there is nobody in the hall, and nobody is let in.
      let door = Door()
      let bootstrap = Self.bootstrap(group, door)
      let address: SocketAddress
      do {
        address = try SocketAddress(ipAddress: settings.address, port: settings.port)
      } catch {
        throw ClassError.noAddress(settings.address)
      }
      channel = try bootstrap.bind(to: address).wait()
      let port = channel.localAddress?.port ?? settings.port
      let reception = Reception(address: settings.address, port: port, page: page)
      hall = Hall(
        room: room, reception: reception, limits: settings.limits, on: loop, ring: hear)
      (self.address, self.port, code) = (settings.address, port, room.code)
      door.open(to: hall)
    } catch {
      try? group.syncShutdownGracefully()
      throw ClassError(error, settings)
    }
    loop.scheduleRepeatedTask(
      initialDelay: .milliseconds(Int64(settings.limits.heartbeat)),
      delay: .milliseconds(Int64(settings.limits.heartbeat))
    ) { [hall] _ in hall.beat() }
  }

  private static func bootstrap(
    _ group: MultiThreadedEventLoopGroup, _ door: Door
  ) -> ServerBootstrap {
    ServerBootstrap(group: group)
      .serverChannelOption(.backlog, value: 256)
      .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
      .childChannelOption(.tcpOption(.tcp_nodelay), value: 1)
      // What lies in the system for one who does not read.
      .childChannelOption(.socketOption(.so_sndbuf), value: 64 * 1024)
      .childChannelOption(.writeBufferWaterMark, value: .init(low: 16 * 1024, high: 64 * 1024))
      .childChannelInitializer { channel in
        channel.eventLoop.makeCompletedFuture {
          guard let hall = door.hall else { throw ChannelError.eof }
          let meter = Meter(hall.limits)
          var limits = NIOHTTPDecoderLimitConfiguration()
          limits.maxHeaderFieldSize = hall.limits.head
          limits.maxHeaderListSize = hall.limits.head
          limits.maxHeaderFieldCount = 64
          let decoder = HTTPRequestDecoder(
            leftOverBytesStrategy: .dropBytes, informationalResponseStrategy: .drop,
            limitConfiguration: limits)
          try channel.pipeline.syncOperations.addHandlers(
            meter, ByteToMessageHandler(decoder), RequestHandler(hall, meter))
        }
      }
  }

  /// What a phone opens, with the room code in it.
  package var link: String { "\(site)/\(code)" }

  /// What somebody types who cannot read the code.
  package var site: String {
    let host = address.contains(":") ? "[\(address)]" : address
    return port == 80 ? "http://\(host)" : "http://\(host):\(port)"
  }

  /// Whether anybody has reached the class. As long as nobody has, the network may be what keeps
  /// phones from it: a firewall, or a Wi-Fi that keeps its guests apart.
  package var hasVisitors: Bool { hall.hasVisitors }

  /// The room as it is now.
  package var room: Room { hall.look() }

  @discardableResult
  package func take(_ message: TeacherMessage) -> [RoomEffect] { hall.take(.teacher(message)) }

  @discardableResult
  package func take(_ message: WallMessage) -> [RoomEffect] { hall.take(.wall(message)) }

  /// Shows another map on phones; the ground of the next round has another number for it.
  package func show(_ map: ClassMap) { hall.show(map) }

  /// Tells all phones that the class is over, and listens no more. A second time it does nothing.
  package func close() {
    guard isOpen.exchange(false, ordering: .relaxed) else { return }
    hall.take(.teacher(.close))
    try? channel.close().wait()
    // The last word has so long to go.
    _ = try? channel.eventLoop.scheduleTask(in: .milliseconds(150)) {}.futureResult.wait()
    try? group.syncShutdownGracefully()
  }
}
