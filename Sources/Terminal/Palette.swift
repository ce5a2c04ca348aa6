package import Drawing

/// The colours of a terminal that has a fixed list of them, and the nearest to any other colour.
package struct Palette: Sendable {
  /// The lists: 0…7 and 8…15 are xterm's (users change them), 16…231 a 6 × 6 × 6 cube, 232…255
  /// greys.
  package static let xterm: [Color] = {
    let levels: [UInt8] = [0, 95, 135, 175, 215, 255]
    let named: [UInt32] = [
      0x000000, 0xCD0000, 0x00CD00, 0xCDCD00, 0x0000EE, 0xCD00CD, 0x00CDCD, 0xE5E5E5,
      0x7F7F7F, 0xFF0000, 0x00FF00, 0xFFFF00, 0x5C5CFF, 0xFF00FF, 0x00FFFF, 0xFFFFFF,
    ]
    let cube = levels.flatMap { red in
      levels.flatMap { green in levels.map { Color(red: red, green: green, blue: $0) } }
    }
    let greys = (0..<24).map { UInt8(8 + 10 * $0) }.map { Color(red: $0, green: $0, blue: $0) }
    return named.map { Color($0) } + cube + greys
  }()

  /// The indexes that may be chosen.
  package let indexes: Range<Int>
  private let points: [OKLab]
  private var known: [Color: Int] = [:]

  /// `nil` for depths without a fixed list. Of 256 colours only 16…255 are used: the first sixteen
  /// are the user's own and may be anything.
  package init?(_ depth: ColorDepth) {
    switch depth {
    case .trueColor, .mono: return nil
    case .colors256: indexes = 16..<256
    case .colors16: indexes = 0..<16
    case .colors8: indexes = 0..<8
    }
    points = Self.xterm[indexes].map { OKLab($0) }
  }

  /// The index of the nearest colour in OKLab; of equally near ones the first.
  package mutating func nearest(to color: Color) -> Int {
    if let index = known[color] { return index }
    let wanted = OKLab(color)
    var (best, least) = (0, Double.infinity)
    for (index, point) in points.enumerated() {
      let distance = wanted.squaredDistance(to: point)
      if distance < least { (best, least) = (index, distance) }
    }
    known[color] = indexes.lowerBound + best
    return indexes.lowerBound + best
  }

  /// Black or white, whichever stands out from the colour of this index.
  package mutating func contrast(to index: Int) -> Int {
    nearest(to: points[index - indexes.lowerBound].l > 0.6 ? Color(0) : Color(0xFFFFFF))
  }
}
