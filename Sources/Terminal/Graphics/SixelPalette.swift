import Drawing

/// The colours that sixel pictures are painted in, at most 256, the same in every piece.
struct SixelPalette {
  /// `0xRRGGBB`.
  let colors: [UInt32]
  /// The nearest colour of each cell of a cube of 64 × 64 × 64; −1 where nobody has asked yet.
  private var nearest = [Int16](repeating: -1, count: 64 * 64 * 64)

  private static let limit = 256
  /// Of those, for what is over the ground.
  private static let kept = 80

  /// The palette that suits pictures: exact for their grounds as far as that goes.
  init(for pictures: [Picture]) {
    var over: [UInt32] = []
    var counts: [UInt32: Int] = [:]
    for picture in pictures {
      // Every seventh pixel tells which colours there are.
      for index in stride(from: 0, to: picture.ground.image.pixels.count, by: 7) {
        counts[picture.ground.image.pixels[index], default: 0] += 1
      }
    }
    if let inks = pictures.first?.inks {
      for core in inks.cores.map(\.hex) {
        over += [0, 0.25, 0.5, 0.75].map { core.mixed(inks.halo.hex, $0) }
      }
      let grounds = counts.sorted { ($0.value, $0.key) > ($1.value, $1.key) }.map(\.key)
      for ground in Self.spread(grounds, 12) {
        for share in [0.5, 1] {
          over.append(ground.mixed(inks.halo.hex, share * inks.haloStrength))
        }
      }
    }
    for picture in pictures { over += picture.marks.flatMap { [$0.color.hex, $0.rim.hex] } }
    var chosen: [UInt32] = []
    for color in over.prefix(4 * Self.kept)
    where !chosen.contains(color) && chosen.count < Self.kept {
      chosen.append(color)
    }
    colors = chosen + Self.reduced(counts, to: Self.limit - chosen.count)
  }

  /// About so many of a list, evenly spread.
  private static func spread(_ list: [UInt32], _ count: Int) -> [UInt32] {
    guard list.count > count else { return list }
    return (0..<count).map { list[$0 * list.count / count] }
  }

  /// The colours, with like ones taken together until there are few enough.
  private static func reduced(_ counts: [UInt32: Int], to limit: Int) -> [UInt32] {
    var groups = counts
    for bits in 1...7 where groups.count > limit {
      let mask = UInt32(0xFF) << UInt32(bits) & 0xFF
      let all = mask << 16 | mask << 8 | mask
      var best: [UInt32: (color: UInt32, count: Int)] = [:]
      for (color, count) in counts.sorted(by: { $0.key < $1.key }) {
        let known = best[color & all]
        if count > known?.count ?? 0 { best[color & all] = (color, count) }
      }
      groups = Dictionary(uniqueKeysWithValues: best.values.map { ($0.color, $0.count) })
    }
    return groups.keys.sorted()
  }

  /// The register of the colour nearest to one.
  mutating func register(of color: UInt32) -> Int {
    let (red, green, blue) = (color >> 18 & 63, color >> 10 & 63, color >> 2 & 63)
    let place = Int(red << 12 | green << 6 | blue)
    if nearest[place] >= 0 { return Int(nearest[place]) }
    var (best, least) = (0, Int.max)
    for (index, known) in colors.enumerated() {
      let distance = known.distance(to: color)
      if distance < least { (best, least) = (index, distance) }
    }
    nearest[place] = Int16(best)
    return best
  }
}

extension UInt32 {
  fileprivate func mixed(_ other: UInt32, _ amount: Double) -> UInt32 {
    Color(self).mixed(with: Color(other), amount).hex
  }

  /// Squared, channels weighted by how well an eye tells them apart.
  fileprivate func distance(to other: UInt32) -> Int {
    func part(_ shift: UInt32) -> Int { Int(self >> shift & 255) - Int(other >> shift & 255) }
    let (red, green, blue) = (part(16), part(8), part(0))
    return 3 * red * red + 6 * green * green + blue * blue * 2
  }
}
