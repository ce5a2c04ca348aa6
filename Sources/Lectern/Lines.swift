import NIOCore

/// Cuts what comes into lines. Whoever sends a line without end is cut off.
struct LineDecoder: ByteToMessageDecoder {
  typealias InboundOut = String

  struct LineTooLong: Error {}

  /// In bytes.
  static let longestLine = 64 * 1024

  mutating func decode(
    context: ChannelHandlerContext, buffer: inout ByteBuffer
  ) throws -> DecodingState {
    guard
      let length = buffer.readableBytesView.firstIndex(of: UInt8(ascii: "\n")).map({
        $0 - buffer.readerIndex
      })
    else {
      if buffer.readableBytes > Self.longestLine { throw LineTooLong() }
      return .needMoreData
    }
    guard length <= Self.longestLine else { throw LineTooLong() }
    let line = buffer.readString(length: length) ?? ""
    buffer.moveReaderIndex(forwardBy: 1)
    context.fireChannelRead(wrapInboundOut(line))
    return .continue
  }

  /// What has no end is no line.
  mutating func decodeLast(
    context: ChannelHandlerContext, buffer: inout ByteBuffer, seenEOF: Bool
  ) throws -> DecodingState {
    .needMoreData
  }
}

extension Channel {
  /// Sends a line; nobody waits until it has gone.
  func send(_ line: String) { writeAndFlush(ByteBuffer(string: line + "\n"), promise: nil) }
}
