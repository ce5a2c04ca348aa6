/// What a sample of a NumPy file is: a number of some kind and size, in some order of bytes.
///
/// Integers of 64 bits beyond 2⁵³ are rounded to the nearest double; a truth value is 0 or 1.
struct NumPyType: Hashable {
  private let kind: Kind
  /// Bytes a sample: 1, 2, 4 or 8.
  let size: Int
  private let isBigEndian: Bool

  private enum Kind: Character { case float = "f", signed = "i", unsigned = "u", truth = "b" }

  /// Every type that is read, as NumPy spells it.
  static let names = ["f2", "f4", "f8", "i1", "i2", "i4", "i8", "u1", "u2", "u4", "u8", "b1"]

  static let double = NumPyType(kind: .float, size: 8, isBigEndian: false)

  private init(kind: Kind, size: Int, isBigEndian: Bool) {
    (self.kind, self.size, self.isBigEndian) = (kind, size, isBigEndian)
  }

  /// As the header spells it, such as `<f4` or `|u1`; `nil` for types that are not read.
  init?(_ written: String) {
    let hasOrder = written.first.map("<>=|".contains) ?? false
    let name = hasOrder ? String(written.dropFirst()) : written
    guard Self.names.contains(name), let kind = name.first.flatMap(Kind.init),
      let size = name.last?.wholeNumberValue
    else { return nil }
    (self.kind, self.size) = (kind, size)
    // `=` is the order of the machine that reads; all that Swift runs on are little-endian.
    isBigEndian = written.first == ">"
  }

  var name: String { "\(kind.rawValue)\(size)" }

  /// The number that `size` bytes of a file mean.
  func number(_ bytes: ArraySlice<UInt8>) -> Double {
    let bits =
      isBigEndian
      ? bytes.reduce(0 as UInt64) { $0 << 8 | UInt64($1) }
      : bytes.reversed().reduce(0 as UInt64) { $0 << 8 | UInt64($1) }
    switch (kind, size) {
    case (.float, 2): return Self.half(bits)
    case (.float, 4): return Double(Float(bitPattern: UInt32(bits)))
    case (.float, _): return Double(bitPattern: bits)
    case (.signed, _):
      // Its sign is at the top of its own bits.
      let unused = UInt64(64 - 8 * size)
      return Double(Int64(bitPattern: bits << unused) >> Int64(unused))
    case (.unsigned, _): return Double(bits)
    case (.truth, _): return bits == 0 ? 0 : 1
    }
  }

  /// A number of 16 bits: a sign, five bits of exponent and ten of fraction (IEEE 754 binary16).
  private static func half(_ bits: UInt64) -> Double {
    let sign = bits & 0x8000 == 0 ? 1.0 : -1.0
    let exponent = Int(bits >> 10 & 0x1F)
    let fraction = Double(bits & 0x3FF)
    switch exponent {
    case 0: return sign * fraction * 0x1p-24
    case 0x1F: return fraction == 0 ? sign * .infinity : .nan
    default:
      return sign * Double(sign: .plus, exponent: exponent - 25, significand: 1024 + fraction)
    }
  }
}
