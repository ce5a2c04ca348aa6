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
      let little =
        type.hasSuffix("4")
        ? (0..<4).map { UInt8(truncatingIfNeeded: Float(number).bitPattern >> (8 * $0)) }
        : (0..<8).map { UInt8(truncatingIfNeeded: number.bitPattern >> (8 * $0)) }
      return type.hasPrefix(">") ? little.reversed() : little
    }
  }
}
