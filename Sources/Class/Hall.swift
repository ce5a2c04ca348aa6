import NIOCore
import Room
import Synchronization

/// The room, and the phones that listen to it. What the network says is said here, and what the
/// program says too, from its own thread.
final class Hall: Sendable {
  private struct Listener: Sendable {
    let channel: any Channel
    var line = PhoneLine()
  }

  private struct State: Sendable {
    var room: Room
    var reception: Reception
    var doorkeeper: Doorkeeper
    var listeners: [Seat.ID: Listener] = [:]
    /// Where those are who have taken seats.
    var addresses: [Seat.ID: String] = [:]
    /// The program has been told that there is news, and has not looked yet.
    var hasRung = false
    /// Somebody has reached the class.
    var hasVisitors = false
    /// When the next look at what is due is taken, in milliseconds.
    var nextFlush: Int?
  }

  /// The last that a phone hears of the class, by the names of events.
  private enum Farewell: String {
    case ended, removed
    /// The seat's page is open somewhere else.
    case elsewhere
  }

  let limits: ClassSettings.Limits
  private let state: Mutex<State>
  private let loop: any EventLoop
  private let ring: @Sendable () -> Void

  init(
    room: Room, reception: Reception, limits: ClassSettings.Limits, on loop: any EventLoop,
    ring: @escaping @Sendable () -> Void
  ) {
    (self.limits, self.loop, self.ring) = (limits, loop, ring)
    state = Mutex(
      State(room: room, reception: reception, doorkeeper: Doorkeeper(limits)))
  }

  private static var now: Int { Int(NIODeadline.now().uptimeNanoseconds / 1_000_000) }

  /// A number that nobody can guess.
  static var chance: UInt64 {
    var generator = SystemRandomNumberGenerator()
    return generator.next()
  }

  // What the program asks and says.

  /// The room as it is; the program is rung for again once it has looked.
  func look() -> Room {
    state.withLock { state in
      state.hasRung = false
      return state.room
    }
  }

  var hasVisitors: Bool { state.withLock(\.hasVisitors) }

  func show(_ map: ClassMap) { state.withLock { $0.reception.map = map } }

  @discardableResult
  func take(_ message: RoomMessage) -> [RoomEffect] {
    var farewells: [(channel: any Channel, word: Farewell)] = []
    let (effects, rings) = state.withLock { state in
      let effects = state.room.take(message)
      var rings = false
      for effect in effects {
        switch effect {
        case .show(let seat): state.listeners[seat]?.line.mark()
        case .showAll: for seat in state.listeners.keys { state.listeners[seat]?.line.mark() }
        case .dismiss(let seat):
          state.addresses[seat] = nil
          if let gone = state.listeners.removeValue(forKey: seat) {
            farewells.append((gone.channel, .removed))
          }
        case .end:
          farewells += state.listeners.values.map { ($0.channel, .ended) }
          state.listeners = [:]
        case .wall:
          rings = rings || !state.hasRung
          state.hasRung = true
        case .seated, .refuse: break
        }
      }
      return (effects, rings)
    }
    for (channel, word) in farewells { Self.part(channel, word) }
    if rings { ring() }
    planFlush()
    return effects
  }

  private static func part(_ channel: any Channel, _ word: Farewell) {
    channel.writeAndFlush(ByteBuffer(string: "event: \(word.rawValue)\ndata: 1\n\n"))
      .whenComplete { _ in channel.close(promise: nil) }
  }

  // What strangers ask and say.

  func letIn(_ address: String) -> Bool {
    state.withLock { state in
      state.hasVisitors = true
      return state.doorkeeper.letIn(address)
    }
  }

  func letOut(_ address: String) { state.withLock { $0.doorkeeper.letOut(address) } }

  func answer(_ request: Request) -> Reception.Answer {
    let reception = state.withLock(\.reception)
    return reception.answer(request, nonce: Token(Self.chance, Self.chance).description)
  }

  func join(_ joining: Saying.Joining, from address: String) -> Reply {
    let mayTry = state.withLock { state in
      !state.doorkeeper.isBarred(address, now: Self.now)
        && state.addresses.count { $0.value == address && state.room[$0.key] != nil }
          < limits.seatsOfAddress
    }
    guard mayTry else { return .refusal(.tooOften) }
    let token = Token(Self.chance, Self.chance)
    for effect in take(.join(name: joining.name, code: joining.code, token: token)) {
      switch effect {
      case .seated(let seat):
        state.withLock { $0.addresses[seat] = address }
        return .seated(token)
      case .refuse(let refusal):
        if refusal == .wrongCode {
          state.withLock { $0.doorkeeper.noteWrongCode(of: address, now: Self.now) }
        }
        return .refusal(refusal)
      default: break
      }
    }
    return .refusal(.notNow)
  }

  func say(_ message: PhoneMessage, _ token: Token) -> Reply {
    for case .refuse(let refusal) in take(.phone(message, from: token)) {
      return .refusal(refusal)
    }
    return Reply(.noContent)
  }

  func ask(_ token: Token) -> Reply {
    state.withLock { $0.room.seat(of: token) } == nil
      ? .refusal(.unknownSeat) : Reply(.noContent)
  }

  // The streams of news.

  /// Sends news to the channel from now on, and no longer to another one of the same seat.
  ///
  /// - Returns: `false` if nobody has this token, or the class is over.
  func listen(_ token: Token, on channel: any Channel) -> Bool {
    let (isSeated, old) = state.withLock { state in
      guard state.room.phase != .closed, let seat = state.room.seat(of: token) else {
        return (false, Listener?.none)
      }
      let old = state.listeners.updateValue(Listener(channel: channel), forKey: seat)
      return (true, old)
    }
    guard isSeated else { return false }
    if let old { Self.part(old.channel, .elsewhere) }
    channel.writeAndFlush(ByteBuffer(bytes: Reply.streamHead), promise: nil)
    take(.phone(.connected, from: token))
    return true
  }

  func stopListening(_ token: Token, on channel: any Channel) {
    let isLast = state.withLock { state in
      guard let seat = state.room.seat(of: token), state.listeners[seat]?.channel === channel
      else { return false }
      state.listeners[seat] = nil
      return true
    }
    if isLast { take(.phone(.disconnected, from: token)) }
  }

  /// Sends what is due after so many milliseconds, at the latest.
  func planFlush(in delay: Int = 0) {
    let isSooner = state.withLock { state in
      // A class that is over has no loop any more.
      guard state.room.phase != .closed else { return false }
      let time = Self.now + delay
      if let next = state.nextFlush, next <= time { return false }
      state.nextFlush = time
      return true
    }
    guard isSooner else { return }
    if delay > 0 {
      loop.scheduleTask(in: .milliseconds(Int64(delay))) { self.flush() }
    } else {
      loop.execute { self.flush() }
    }
  }

  /// Only on the loop.
  private func flush() {
    var (letters, delay): ([(channel: any Channel, text: String)], Int?) = ([], nil)
    var dropped: [any Channel] = []
    state.withLock { state in
      let (now, room) = (Self.now, state.room)
      state.nextFlush = nil
      for (seat, listener) in state.listeners {
        let step = state.listeners[seat]?.line.step(
          now: now, hasRoom: listener.channel.isWritable, limits: limits
        ) {
          room.view(of: seat)?.json.text ?? ""
        }
        switch step {
        case .send(let text): letters.append((listener.channel, text))
        case .wait(let milliseconds): delay = min(delay ?? milliseconds, milliseconds)
        case .drop: dropped.append(listener.channel)
        case .nothing, nil: break
        }
      }
    }
    for (channel, text) in letters {
      channel.writeAndFlush(ByteBuffer(string: "data: \(text)\n\n"), promise: nil)
    }
    for channel in dropped { channel.close(promise: nil) }
    if let delay { planFlush(in: max(1, delay)) }
  }

  /// Lets phones and what lies between know that the line is alive, and finds those that are not.
  func beat() {
    let channels = state.withLock { $0.listeners.values.map(\.channel) }
    for channel in channels where channel.isWritable {
      channel.writeAndFlush(ByteBuffer(string: "event: beat\ndata: 1\n\n"), promise: nil)
    }
    planFlush()
  }
}
