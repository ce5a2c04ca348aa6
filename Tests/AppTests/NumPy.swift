/// A NumPy file as a test wants it, byte by byte.
struct NumPy {
  var type = "<f4"
  var isFortran = false
  var version: UInt8 = 1
  /// The header as it is written; as NumPy writes it if `nil`.
  var header: String?
  var rows: [[Double]] = NumPy.hollow

  /// Five columns, four rows: deepest in the middle.
  static let hollow: [[Double]] = [
    [9, 7, 6, 7, 9.5],
    [6, 2, 1, 2, 6],
    [6, 2, 0.5, 2, 7],
    [9, 7, 6, 8, 9.5],
  ]

  var bytes: [UInt8] {
    let shape = "(\(rows.count), \(rows.first?.count ?? 0))"
    let order = isFortran ? "True" : "False"
    let written =
      header ?? "{'descr': '\(type)', 'fortran_order': \(order), 'shape': \(shape), }"
    let start = version == 1 ? 10 : 12
    let length = (start + written.utf8.count + 1 + 63) / 64 * 64 - start
    let padding = String(repeating: " ", count: length - written.utf8.count - 1)
    let lengthBytes = (0..<start - 8).map { UInt8(truncatingIfNeeded: length >> (8 * $0)) }
    return [0x93] + Array("NUMPY".utf8) + [version, 0] + lengthBytes
      + Array((written + padding + "\n").utf8) + samples
  }

  private var samples: [UInt8] {
    let columns = rows.first?.count ?? 0
    let inOrder =
      isFortran ? (0..<columns).flatMap { column in rows.map { $0[column] } } : rows.flatMap { $0 }
    return inOrder.flatMap { number in
      let bits = bits(of: number)
      let little = (0..<size).map { UInt8(truncatingIfNeeded: bits >> (8 * $0)) }
      return type.hasPrefix(">") ? little.reversed() : little
    }
  }

  private var size: Int { type.last?.wholeNumberValue ?? 0 }

  private func bits(of number: Double) -> UInt64 {
    switch type.suffix(2) {
    case "f2": UInt64(Self.half(number))
    case "f4": UInt64(Float(number).bitPattern)
    case "f8": number.bitPattern
    case "b1": number == 0 ? 0 : 1
    default: type.contains("u") ? UInt64(number) : UInt64(bitPattern: Int64(number))
    }
  }

  /// The bits of a normal number that 16 bits hold exactly.
  private static func half(_ number: Double) -> UInt16 {
    if number.isNaN { return 0x7E00 }
    if number == 0 { return number.sign == .minus ? 0x8000 : 0 }
    let fraction = UInt16((number.magnitude.significand - 1) * 1024)
    return (number < 0 ? 0x8000 : 0) | UInt16(number.exponent + 15) << 10 | fraction
  }
}
