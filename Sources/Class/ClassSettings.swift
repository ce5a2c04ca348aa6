/// Where and how a class is opened.
package struct ClassSettings: Hashable, Sendable {
  /// The one address that is listened to, as numbers: `192.168.0.5`, `::1`.
  package var address: String
  /// 0 for any that is free.
  package var port: Int
  package var limits = Limits()

  package static let standardPort = 8123

  package init(address: String, port: Int = standardPort, limits: Limits = Limits()) {
    (self.address, self.port, self.limits) = (address, port, limits)
  }

  /// What strangers may ask of the program; whoever asks for more is sent away.
  package struct Limits: Hashable, Sendable {
    /// Connections at a time, and those of one address.
    package var connections = 400
    package var connectionsOfAddress = 4
    /// Seats that one address may take.
    package var seatsOfAddress = 4
    /// Wrong room codes in a minute from one address.
    package var wrongCodesOfAddress = 10
    /// In bytes.
    package var head = 8192
    package var body = 4096
    package var target = 512
    /// How long a request may take to come, in milliseconds.
    package var patience = 10_000
    /// How long an answer may take to be taken, and how long a phone may leave news lying.
    package var drain = 20_000
    /// The least time between two pieces of news for a phone.
    package var pause = 200
    /// How often a silent stream says that it is alive.
    package var heartbeat = 15_000

    package init() {}
  }
}

/// Why a class cannot be opened.
package enum ClassError: Error, Hashable, Sendable {
  /// It is no address in numbers.
  case noAddress(String)
  /// This machine does not have it.
  case notOurs(String)
  case portTaken(Int)
  /// Ports below 1024 are the system's.
  case portForbidden(Int)
  /// What the system calls it, by its number.
  case refused(Int32)
}
