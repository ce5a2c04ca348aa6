/// How an array begins in a file as NumPy reads it, version 1.0 of its format.
/// Source: numpy.lib.format, https://numpy.org/doc/stable/reference/generated/numpy.lib.format.html
enum NumPyArray {
  /// - Parameters:
  ///   - type: of a sample, such as `<f8`.
  ///   - shape: the samples follow with the last of these running fastest.
  static func header(_ type: String, shape: [UInt]) -> [UInt8] {
    let sides = shape.map { "\($0)" }.joined(separator: ", ")
    var header = "{'descr': '\(type)', 'fortran_order': False, 'shape': (\(sides)), }"
    // The samples begin at a multiple of 64 bytes, after a line end.
    header += String(repeating: " ", count: 63 - (10 + header.utf8.count) % 64) + "\n"
    let length = header.utf8.count
    return [0x93] + Array("NUMPY".utf8) + [1, 0, UInt8(length & 0xFF), UInt8(length >> 8)]
      + Array(header.utf8)
  }
}
