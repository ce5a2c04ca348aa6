import NIOCore

/// An address of this machine that phones may reach.
package struct LocalAddress: Hashable, Sendable {
  /// What the system calls the device: `wlan0`.
  package let device: String
  /// As numbers.
  package let address: String

  package init(device: String, address: String) { (self.device, self.address) = (device, address) }

  /// Those of this machine, the likeliest to be on the class's network first; without the machine's
  /// own that nobody else reaches.
  package static var all: [LocalAddress] {
    let devices = (try? System.enumerateDevices()) ?? []
    return ranked(
      devices.compactMap { device in
        guard case .v4? = device.address, let address = device.address?.ipAddress else {
          return nil
        }
        return LocalAddress(device: device.name, address: address)
      })
  }

  /// The order is that of `all`; equal ones keep theirs.
  package static func ranked(_ addresses: [LocalAddress]) -> [LocalAddress] {
    addresses.filter { !$0.address.hasPrefix("127.") && !$0.address.hasPrefix("169.254.") }
      .enumerated().sorted { ($0.element.rank, $0.offset) < ($1.element.rank, $1.offset) }
      .map(\.element)
  }

  private var rank: Int {
    // Bridges of containers and virtual machines, and tunnels.
    let inner = ["docker", "br-", "virbr", "veth", "tun", "tap", "wg", "tailscale", "lxc", "cni"]
    if inner.contains(where: device.hasPrefix) { return 3 }
    guard isPrivate else { return 2 }
    return device.hasPrefix("wl") ? 0 : 1
  }

  /// Of those that are for networks of one's own (RFC 1918).
  private var isPrivate: Bool {
    let numbers = address.split(separator: ".").compactMap { Int($0) }
    guard numbers.count == 4 else { return false }
    return numbers[0] == 10 || numbers[0] == 192 && numbers[1] == 168
      || numbers[0] == 172 && 16...31 ~= numbers[1]
  }
}
