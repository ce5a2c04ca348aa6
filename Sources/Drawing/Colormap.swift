/// Colours for heights: a smooth way through a few stops, cut into at most 64 levels so that the
/// terminal needs few colour pairs.
package struct Colormap: Hashable, Sendable {
  /// The most levels a map may have.
  package static let maximumLevels = 64

  /// The colours from low to high; never empty.
  package let colors: [Color]

  /// A map through evenly spaced stops, interpolated in OKLab.
  ///
  /// `levels` is cut to 1…64; the first and last level are the first and last stop.
  package init(stops: [Color], levels: Int = maximumLevels) {
    precondition(!stops.isEmpty, "a colormap needs a stop")
    let count = min(max(1, levels), Self.maximumLevels)
    let labs = stops.map { OKLab($0) }
    colors = (0..<count).map { level in
      guard count > 1, stops.count > 1 else { return stops[0] }
      let place = Double(level) / Double(count - 1) * Double(stops.count - 1)
      let below = min(Int(place), stops.count - 2)
      let amount = place - Double(below)
      if amount == 0 { return stops[below] }
      if amount == 1 { return stops[below + 1] }
      return labs[below].mixed(with: labs[below + 1], amount).color
    }
  }

  /// A map of exactly these bands, from low to high: at least one, and at most 64.
  package init(bands: [Color]) {
    precondition(!bands.isEmpty, "a colormap needs a band")
    colors = Array(bands.prefix(Self.maximumLevels))
  }

  package var levels: Int { colors.count }

  /// The colour of a level; levels outside are cut to the first or last.
  @inline(__always)
  package subscript(level: Int) -> Color { colors[min(max(0, level), colors.count - 1)] }

  /// The colour of a brightness 0…1 (see `HeightScale`).
  ///
  /// - Parameter brightness: not NaN, which is no height's.
  package func color(at brightness: Double) -> Color {
    precondition(!brightness.isNaN, "what has no height has no colour of one")
    return colors[HeightScale.band(ofBrightness: brightness, of: colors.count)]
  }

  /// The same map with every colour moved towards one: the ground under a trail, or a dimmed map.
  package func mixed(with color: Color, _ amount: Double) -> Colormap {
    let (last, amount) = (OKLab(color), min(max(0, amount), 1))
    return Colormap(bands: colors.map { OKLab($0).mixed(with: last, amount).color })
  }
}
