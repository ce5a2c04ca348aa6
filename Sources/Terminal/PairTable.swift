/// Numbers for the combinations of two colour indexes that are on the screen.
///
/// curses wants every combination of ink and paper registered under a number, and has no more
/// numbers after 65,536; this table hands them out and says when it is time to start again.
package struct PairTable: Sendable {
  /// Numbers 1 … capacity are handed out; 0 is always default on default.
  package let capacity: Int
  private var numbers: [UInt64: Int32] = [:]

  package init(capacity: Int) { self.capacity = max(0, capacity) }

  package var count: Int { numbers.count }

  /// Whether so many cells can be painted without running out, by a wide margin; if not, forget
  /// all and repaint. A quarter of the table is always enough.
  package func hasRoom(for cells: Int) -> Bool { capacity - count >= min(cells, capacity / 4) }

  /// The number of ink on paper (−1: default), and whether it must be registered first; 0 when no
  /// number is left.
  package mutating func number(ink: Int32, paper: Int32) -> (number: Int32, isNew: Bool) {
    if ink == -1, paper == -1 { return (0, false) }
    let key = UInt64(UInt32(bitPattern: ink)) << 32 | UInt64(UInt32(bitPattern: paper))
    if let number = numbers[key] { return (number, false) }
    guard count < capacity else { return (0, false) }
    let number = Int32(count + 1)
    numbers[key] = number
    return (number, true)
  }

  package mutating func removeAll() { numbers.removeAll(keepingCapacity: true) }
}
