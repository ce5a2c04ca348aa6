/// A version of the code and how much of it is there for correction.
struct QRForm: Hashable, Sendable {
  enum Level: Int, Sendable {
    // As the format's two bits say it: 7, 15, 25 and 30 percent of damage can be mended.
    case low = 1, medium = 0, quartile = 3, high = 2
  }

  let version: Int
  let level: Level
  let dataCount: Int
  let correctionCount: Int

  var size: Int { 17 + 4 * version }

  /// Those whose data is one block, from the smallest on, the safest of each version first.
  static let all: [QRForm] = [
    .init(version: 1, level: .high, dataCount: 9, correctionCount: 17),
    .init(version: 1, level: .quartile, dataCount: 13, correctionCount: 13),
    .init(version: 1, level: .medium, dataCount: 16, correctionCount: 10),
    .init(version: 1, level: .low, dataCount: 19, correctionCount: 7),
    .init(version: 2, level: .high, dataCount: 16, correctionCount: 28),
    .init(version: 2, level: .quartile, dataCount: 22, correctionCount: 22),
    .init(version: 2, level: .medium, dataCount: 28, correctionCount: 16),
    .init(version: 2, level: .low, dataCount: 34, correctionCount: 10),
    .init(version: 3, level: .medium, dataCount: 44, correctionCount: 26),
    .init(version: 3, level: .low, dataCount: 55, correctionCount: 15),
    .init(version: 4, level: .low, dataCount: 80, correctionCount: 20),
    .init(version: 5, level: .low, dataCount: 108, correctionCount: 26),
  ]

  /// A byte of mode and length goes off, each half of it beside the data.
  static func smallest(for count: Int) -> QRForm? { all.first { $0.dataCount >= count + 2 } }

  /// The data with its correction, as it stands in the code.
  func codewords(for bytes: [UInt8]) -> [UInt8] {
    // Four bits say that bytes follow, eight how many.
    var data = [0b0100 << 4 | UInt8(bytes.count >> 4)]
    var carried = UInt8(bytes.count & 15)
    for byte in bytes {
      data.append(carried << 4 | byte >> 4)
      carried = byte & 15
    }
    // Four bits of zeros end it.
    data.append(carried << 4)
    var filler: UInt8 = 0b1110_1100
    while data.count < dataCount {
      data.append(filler)
      filler ^= 0b1110_1100 ^ 0b0001_0001
    }
    return data + ReedSolomon.correction(of: data, count: correctionCount)
  }
}
