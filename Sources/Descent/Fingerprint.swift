/// 64 bits that stand for a list of numbers: equal lists have equal fingerprints, and two lists
/// that differ have, but for a chance of 1 in 2⁶⁴, different ones.
///
/// Source: Fowler, Noll and Vo, FNV-1a (1991), over the bits of each number.
struct Fingerprint: Hashable, Sendable {
  private(set) var bits: UInt64 = 0xCBF2_9CE4_8422_2325

  mutating func add(_ numbers: [Double]) {
    for number in numbers { add(number.bitPattern) }
  }

  mutating func add(_ word: UInt64) {
    for shift in stride(from: UInt64(0), to: 64, by: 8) {
      bits = (bits ^ (word >> shift & 0xFF)) &* 0x0000_0100_0000_01B3
    }
  }
}

extension Samples {
  /// Stands for the two columns, and for whether they are standardised before a model sees them.
  func fingerprint(standardised: Bool) -> UInt64 {
    var fingerprint = Fingerprint()
    fingerprint.add(inputs)
    fingerprint.add(targets)
    fingerprint.add(standardised ? 1 : 0)
    return fingerprint.bits
  }
}
