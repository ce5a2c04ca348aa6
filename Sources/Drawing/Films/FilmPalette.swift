/// The 255 colours of a film, and what is nearest to any other.
struct FilmPalette {
  /// The place of what shows the picture before.
  static let transparent: UInt8 = 255
  /// At most 255.
  let colors: [Color]

  /// Colours that have been looked up: `0xRRGGBB` and, above that, the place of what is nearest.
  private var known: [UInt64]
  private static let knownBits = 16

  /// The colours that tell most about some pictures: all of them if there are few enough.
  ///
  /// Where there are more, boxes of colours are halved at their middle, the one first in which most
  /// pixels differ most (Heckbert, "Color image quantization for frame buffer display", 1982).
  init(of samples: [PixelImage]) {
    var counts: [UInt32: Int] = [:]
    for sample in samples {
      var (color, run) = (sample.pixels.first ?? 0, 0)
      // Most pixels are like their neighbours.
      for pixel in sample.pixels {
        if pixel == color {
          run += 1
        } else {
          counts[color, default: 0] += run
          (color, run) = (pixel, 1)
        }
      }
      counts[color, default: 0] += run
    }
    let entries = counts.map { Entry(color: $0, count: $1) }.sorted { $0.color < $1.color }
    colors = Self.halved(entries).map(\.mean)
    known = Array(repeating: .max, count: 1 << Self.knownBits)
  }

  private struct Entry {
    var color: UInt32
    var count: Int

    func channel(_ index: Int) -> Int { Int(color >> UInt32(16 - 8 * index) & 255) }
  }

  private struct Cluster {
    var entries: [Entry]

    /// The channel in which they are furthest apart, and how far.
    var widest: (channel: Int, width: Int) {
      (0..<3).map { channel in
        let values = entries.map { $0.channel(channel) }
        return (channel, (values.max() ?? 0) - (values.min() ?? 0))
      }.max { $0.1 < $1.1 } ?? (0, 0)
    }

    var mean: Color {
      let count = max(1, entries.reduce(0) { $0 + $1.count })
      let sums = (0..<3).map { channel in
        UInt8((entries.reduce(0) { $0 + $1.count * $1.channel(channel) } + count / 2) / count)
      }
      return Color(red: sums[0], green: sums[1], blue: sums[2])
    }
  }

  private static func halved(_ entries: [Entry]) -> [Cluster] {
    guard entries.count > Int(transparent) else { return entries.map { Cluster(entries: [$0]) } }
    var clusters = [Cluster(entries: entries)]
    var weights = [weight(of: clusters[0])]
    while clusters.count < Int(transparent) {
      guard let place = weights.indices.max(by: { weights[$0] < weights[$1] }), weights[place] > 0
      else { break }
      let channel = clusters[place].widest.channel
      let sorted = clusters[place].entries.sorted {
        ($0.channel(channel), $0.color) < ($1.channel(channel), $1.color)
      }
      let cut = middle(of: sorted, channel)
      clusters[place] = Cluster(entries: Array(sorted[..<cut]))
      clusters.append(Cluster(entries: Array(sorted[cut...])))
      weights[place] = weight(of: clusters[place])
      weights.append(weight(of: clusters[clusters.count - 1]))
    }
    return clusters
  }

  /// How much is gained by halving: a large area in two shades must not take every colour.
  private static func weight(of cluster: Cluster) -> Double {
    guard cluster.entries.count > 1 else { return 0 }
    let count = Double(cluster.entries.reduce(0) { $0 + $1.count })
    let width = Double(cluster.widest.width)
    return width * width * count.squareRoot()
  }

  /// Where the channel is half-way: between its ends, so that rare colours count too.
  private static func middle(of sorted: [Entry], _ channel: Int) -> Int {
    let sum = sorted[0].channel(channel) + sorted[sorted.count - 1].channel(channel)
    let cut = sorted.firstIndex { 2 * $0.channel(channel) > sum } ?? sorted.count / 2
    return min(max(1, cut), sorted.count - 1)
  }

  /// The place of the colour that is nearest.
  mutating func place(of color: UInt32) -> UInt8 {
    let slot = Int((color &* 0x9E37_79B1) >> UInt32(32 - Self.knownBits))
    if UInt32(truncatingIfNeeded: known[slot] & 0xFFFFFF) == color, known[slot] != .max {
      return UInt8(truncatingIfNeeded: known[slot] >> 24)
    }
    var (best, least) = (0, Int.max)
    let (red, green, blue) = (Int(color >> 16 & 255), Int(color >> 8 & 255), Int(color & 255))
    for (place, other) in colors.enumerated() {
      let (r, g, b) = (Int(other.red) - red, Int(other.green) - green, Int(other.blue) - blue)
      // As an eye weighs them.
      let distance = 3 * r * r + 6 * g * g + b * b
      if distance < least { (best, least) = (place, distance) }
    }
    known[slot] = UInt64(best) << 24 | UInt64(color)
    return UInt8(best)
  }
}
