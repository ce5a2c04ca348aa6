/// Correction of Reed and Solomon (1960) over the field of 256 elements, x⁸ + x⁴ + x³ + x² + 1.
enum ReedSolomon {
  static func product(_ a: UInt8, _ b: UInt8) -> UInt8 {
    var sum: UInt8 = 0
    for bit in (0..<8).reversed() {
      sum = sum << 1 ^ (sum >> 7) * 0b0001_1101
      sum ^= (b >> bit & 1) * a
    }
    return sum
  }

  /// The remainder of the data by the polynomial with the roots 1, 2, 4, … 2ⁿ⁻¹.
  static func correction(of data: [UInt8], count: Int) -> [UInt8] {
    var divisor = [UInt8](repeating: 0, count: count)
    divisor[count - 1] = 1
    var root: UInt8 = 1
    for _ in 0..<count {
      for place in divisor.indices {
        divisor[place] = product(divisor[place], root)
        if place + 1 < count { divisor[place] ^= divisor[place + 1] }
      }
      root = product(root, 2)
    }
    var remainder = [UInt8](repeating: 0, count: count)
    for byte in data {
      let factor = byte ^ remainder.removeFirst()
      remainder.append(0)
      for place in remainder.indices { remainder[place] ^= product(divisor[place], factor) }
    }
    return remainder
  }
}
