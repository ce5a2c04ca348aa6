/// How many colours a terminal shows.
package enum ColorDepth: String, CaseIterable, Sendable {
  /// 24 bits.
  case trueColor
  /// The fixed palette of 256.
  case colors256
  /// The user's own 16 colours.
  case colors16
  /// The first 8 of them.
  case colors8
  /// None: bold, underline and reverse only.
  case mono

  /// The number of colours.
  package var count: Int {
    switch self {
    case .trueColor: 1 << 24
    case .colors256: 256
    case .colors16: 16
    case .colors8: 8
    case .mono: 0
    }
  }

  /// The most that so many colours allow.
  package init(colors: Int) {
    self = Self.allCases.first { $0.count <= max(0, colors) } ?? .mono
  }
}
