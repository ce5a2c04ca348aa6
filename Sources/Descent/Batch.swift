/// The mini-batch of one step: some of the samples, drawn without replacement.
///
/// Every epoch visits each sample once, in an order shuffled anew from (seed, epoch, car); the
/// last batch of an epoch is shorter where the size does not divide the count. The order is a
/// Feistel permutation walked until it lands inside the range (Black and Rogaway, "Ciphers with
/// arbitrary finite domains", CT-RSA 2002), so a batch needs no memory and no list to shuffle.
package struct Batch: Hashable, Sendable {
  /// Where this batch lies in the shuffled order of its epoch.
  package let positions: Range<Int>
  private let count: Int
  private let halfBits: UInt64
  private let order: Noise

  /// The batch of step `tick`, counted from 0. A size of `count` or more is the full batch.
  package init(size: Int, of count: Int, seed: UInt64, tick: Int, car: Int) {
    let size = min(max(1, size), count)
    let perEpoch = (count + size - 1) / size
    let (epoch, part) = tick.quotientAndRemainder(dividingBy: perEpoch)
    positions = part * size..<min(count, (part + 1) * size)
    self.count = count
    var bits: UInt64 = 1
    while 1 << (2 * bits) < count { bits += 1 }
    halfBits = bits
    // Not the noise of any tick: an epoch's order and a step's noise must not be related.
    order = Noise(seed: ~seed, tick: epoch, car: car)
  }

  /// The sample that stands at a position of the shuffled order.
  package func sample(at position: Int) -> Int {
    var value = UInt64(position)
    repeat { value = permuted(value) } while value >= count
    return Int(value)
  }

  private func permuted(_ value: UInt64) -> UInt64 {
    let mask = (1 as UInt64) << halfBits - 1
    var (left, right) = (value >> halfBits, value & mask)
    for round in 0..<6 as Range<UInt64> {
      (left, right) = (right, left ^ (order.bits(round << halfBits | right) & mask))
    }
    return left << halfBits | right
  }
}
