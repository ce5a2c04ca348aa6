/// Counts who is there, by addresses, so that nobody takes the room of all others.
package struct Doorkeeper: Sendable {
  private let limits: ClassSettings.Limits
  private var connections: [String: Int] = [:]
  package private(set) var count = 0
  private var wrongCodes: [String: (count: Int, since: Int)] = [:]

  /// In milliseconds.
  private static let minute = 60_000
  /// Of how many addresses wrong codes are remembered.
  private static let mostAddresses = 1000

  package init(_ limits: ClassSettings.Limits) { self.limits = limits }

  /// - Returns: whether the connection may stay; one that may is to be let out again.
  package mutating func letIn(_ address: String) -> Bool {
    let own = connections[address, default: 0]
    guard count < limits.connections, own < limits.connectionsOfAddress else { return false }
    connections[address] = own + 1
    count += 1
    return true
  }

  package mutating func letOut(_ address: String) {
    guard let own = connections[address] else { return }
    connections[address] = own > 1 ? own - 1 : nil
    count -= 1
  }

  /// Whether somebody at the address has tried too many codes.
  ///
  /// - Parameter now: in milliseconds.
  package func isBarred(_ address: String, now: Int) -> Bool {
    guard let tries = wrongCodes[address], now - tries.since < Self.minute else { return false }
    return tries.count >= limits.wrongCodesOfAddress
  }

  package mutating func noteWrongCode(of address: String, now: Int) {
    if wrongCodes.count >= Self.mostAddresses {
      wrongCodes = wrongCodes.filter { now - $0.value.since < Self.minute }
    }
    let tries = wrongCodes[address].flatMap { now - $0.since < Self.minute ? $0 : nil }
    wrongCodes[address] = (count: (tries?.count ?? 0) + 1, since: tries?.since ?? now)
  }
}
