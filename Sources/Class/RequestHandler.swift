import NIOCore
import NIOHTTP1
import Room

/// More has come than a request may have.
private enum TooMuch: Error { case head, body }

/// Counts what comes before anybody reads it.
final class Meter: ChannelInboundHandler {
  typealias InboundIn = ByteBuffer
  typealias InboundOut = ByteBuffer

  private let limits: ClassSettings.Limits
  private var count = 0
  /// The request's head has been read.
  var hasHead = false

  /// What a body may take more than it has, in chunks.
  private static let chunks = 4096

  init(_ limits: ClassSettings.Limits) { self.limits = limits }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    count += unwrapInboundIn(data).readableBytes
    guard count <= limits.head + limits.body + Self.chunks else {
      context.fireErrorCaught(hasHead ? TooMuch.body : TooMuch.head)
      return
    }
    context.fireChannelRead(data)
    if !hasHead, count > limits.head { context.fireErrorCaught(TooMuch.head) }
  }
}

/// One connection: it may ask once, and is closed after the answer, or listens to news.
final class RequestHandler: ChannelInboundHandler {
  typealias InboundIn = HTTPServerRequestPart

  private enum State {
    case waiting
    case reading(Request)
    case answered
    case listening(Token)
  }

  private let hall: Hall
  private let meter: Meter
  private var state = State.waiting
  private var address: String?
  private var alarm: Scheduled<Void>?

  /// How long a browser that goes on sending may do so after its answer: whoever is cut off in the
  /// middle of a body does not read why.
  private static let linger = 1000

  init(_ hall: Hall, _ meter: Meter) { (self.hall, self.meter) = (hall, meter) }

  func channelActive(context: ChannelHandlerContext) {
    let address = context.remoteAddress?.ipAddress ?? ""
    guard hall.letIn(address) else { return context.close(promise: nil) }
    self.address = address
    let loop = context.eventLoop.assumeIsolated()
    let context = NIOLoopBound(context, eventLoop: context.eventLoop)
    alarm = loop.scheduleTask(in: .milliseconds(Int64(hall.limits.patience))) {
      self.send(Reply(.timeout), context: context.value)
    }
  }

  func channelInactive(context: ChannelHandlerContext) {
    alarm?.cancel()
    if let address { hall.letOut(address) }
    address = nil
    if case .listening(let token) = state { hall.stopListening(token, on: context.channel) }
    state = .answered
  }

  func channelWritabilityChanged(context: ChannelHandlerContext) {
    if case .listening = state { hall.planFlush() }
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    switch (unwrapInboundIn(data), state) {
    case (.head(let head), .waiting):
      meter.hasHead = true
      begin(head, context: context)
    case (.body(let bytes), .reading(var request)):
      guard request.body.count + bytes.readableBytes <= hall.limits.body else {
        return send(Reply(.tooLarge), context: context)
      }
      request.body += bytes.readableBytesView
      state = .reading(request)
    case (.end, .reading(let request)):
      answer(request, context: context)
    default:
      // One request a connection; what comes after it is not read.
      break
    }
  }

  private func begin(_ head: HTTPRequestHead, context: ChannelHandlerContext) {
    guard head.uri.utf8.count <= hall.limits.target else {
      return send(Reply(.headTooLarge), context: context)
    }
    guard
      let request = Request(
        method: head.method.rawValue, target: head.uri,
        headers: head.headers.map { ($0.name, $0.value) })
    else { return send(Reply(.badRequest), context: context) }
    if let length = request.headers["content-length"].flatMap({ Int($0) }),
      length > hall.limits.body
    {
      return send(Reply(.tooLarge), context: context)
    }
    state = .reading(request)
  }

  private func answer(_ request: Request, context: ChannelHandlerContext) {
    switch hall.answer(request) {
    case .reply(let reply):
      send(reply, withBody: request.method != "HEAD", context: context)
    case .join(let joining):
      send(hall.join(joining, from: address ?? ""), context: context)
    case .say(let message, let token): send(hall.say(message, token), context: context)
    case .ask(let token): send(hall.ask(token), context: context)
    case .stream(let token):
      alarm?.cancel()
      state = .listening(token)
      guard hall.listen(token, on: context.channel) else {
        state = .waiting
        return send(.refusal(.unknownSeat), context: context)
      }
    }
  }

  /// Answers, unless that has been done.
  private func send(_ reply: Reply, withBody: Bool = true, context: ChannelHandlerContext) {
    switch state {
    case .waiting, .reading: state = .answered
    case .answered, .listening: return
    }
    alarm?.cancel()
    let loop = context.eventLoop.assumeIsolated()
    let channel = context.channel
    let linger = TimeAmount.milliseconds(Int64(Self.linger))
    // Who does not take the answer is left.
    alarm = loop.scheduleTask(in: .milliseconds(Int64(hall.limits.drain))) {
      channel.close(promise: nil)
    }
    let bytes = reply.bytes(withBody: withBody)
    context.writeAndFlush(NIOAny(ByteBuffer(bytes: bytes))).assumeIsolated().whenComplete { _ in
      channel.close(mode: .output, promise: nil)
      self.alarm?.cancel()
      self.alarm = loop.scheduleTask(in: linger) { channel.close(promise: nil) }
    }
  }

  func errorCaught(context: ChannelHandlerContext, error: any Error) {
    switch error {
    case TooMuch.body: send(Reply(.tooLarge), context: context)
    case TooMuch.head, HTTPParserError.headerOverflow:
      send(Reply(.headTooLarge), context: context)
    case is HTTPParserError: send(Reply(.badRequest), context: context)
    default: context.close(promise: nil)
    }
    // What is not read as a request ends a stream too.
    if case .listening = state { context.close(promise: nil) }
  }
}
