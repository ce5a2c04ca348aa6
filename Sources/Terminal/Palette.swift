package import Drawing

#if canImport(Glibc)
  import Glibc
#endif

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
    var (best, least) = (0, Float.infinity)
    for (index, point) in points.enumerated() {
      let distance = wanted.squaredDistance(to: point)
      if distance < least { (best, least) = (index, distance) }
    }
    known[color] = indexes.lowerBound + best
    return indexes.lowerBound + best
  }

  /// Black or white, whichever stands out from the colour of this index.
  package mutating func contrast(to index: Int) -> Int {
    nearest(to: points[index - indexes.lowerBound].lightness > 0.6 ? Color(0) : Color(0xFFFFFF))
  }
}

/// A colour in OKLab (Ottosson 2020), where equal distances look about equally different.
struct OKLab {
  let lightness, a, b: Float

  init(_ color: Color) {
    func linear(_ channel: UInt8) -> Float {
      let value = Float(channel) / 255
      return value <= 0.04045 ? value / 12.92 : powf((value + 0.055) / 1.055, 2.4)
    }
    let (red, green, blue) = (linear(color.red), linear(color.green), linear(color.blue))
    let l = cbrtf(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue)
    let m = cbrtf(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue)
    let s = cbrtf(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue)
    lightness = 0.2104542553 * l + 0.7936177850 * m - 0.0040720468 * s
    a = 1.9779984951 * l - 2.4285922050 * m + 0.4505937099 * s
    b = 0.0259040371 * l + 0.7827717662 * m - 0.8086757660 * s
  }

  func squaredDistance(to other: OKLab) -> Float {
    let (dl, da, db) = (lightness - other.lightness, a - other.a, b - other.b)
    return dl * dl + da * da + db * db
  }
}
