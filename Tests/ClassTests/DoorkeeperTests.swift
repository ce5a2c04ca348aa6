import Class
import Testing

struct DoorkeeperTests {
  @Test func `one address has its connections, and no more`() {
    var keeper = Doorkeeper(ClassSettings.Limits())
    let first = (0..<6).map { _ in keeper.letIn("a") }
    #expect(first == [true, true, true, true, false, false])
    let other = keeper.letIn("b")
    #expect(other)
    keeper.letOut("a")
    let again = (0..<2).map { _ in keeper.letIn("a") }
    #expect(again == [true, false])
    #expect(keeper.count == 5)
  }

  @Test func `all together have theirs`() {
    var keeper = Doorkeeper(ClassSettings.Limits())
    let count = (0..<500).count { keeper.letIn("\($0)") }
    #expect(count == 400)
    for number in 0..<500 { keeper.letOut("\(number)") }
    #expect(keeper.count == 0)
    keeper.letOut("nobody")
    #expect(keeper.count == 0)
  }

  @Test func `who tries codes is barred for a minute`() {
    var keeper = Doorkeeper(ClassSettings.Limits())
    for now in 0..<9 { keeper.noteWrongCode(of: "a", now: now) }
    #expect(!keeper.isBarred("a", now: 9))
    keeper.noteWrongCode(of: "a", now: 9)
    #expect(keeper.isBarred("a", now: 10) && !keeper.isBarred("b", now: 10))
    #expect(keeper.isBarred("a", now: 59_999) && !keeper.isBarred("a", now: 60_000))
    keeper.noteWrongCode(of: "a", now: 60_001)
    #expect(!keeper.isBarred("a", now: 60_002))
  }
}

struct LocalAddressTests {
  @Test func `the class's network comes before bridges and tunnels`() {
    let addresses = [
      ("lo", "127.0.0.1"), ("docker0", "172.17.0.1"), ("tun0", "10.8.0.2"),
      ("eth0", "93.184.216.34"),
      ("eth1", "172.16.3.4"), ("wlan0", "192.168.0.5"), ("usb0", "169.254.1.1"),
    ].map { LocalAddress(device: $0.0, address: $0.1) }
    #expect(
      LocalAddress.ranked(addresses).map(\.device) == ["wlan0", "eth1", "eth0", "docker0", "tun0"])
  }
}
