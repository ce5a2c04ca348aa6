package import Drawing

extension Palette {
  /// Colours for heights in few colours: those nearest to the way through `stops`, each strictly
  /// lighter than the one before (darker, if the stops grow darker), so that higher never looks
  /// lower.
  ///
  /// Of 256 colours 8 to 12 are taken, whichever number lies nearest. Of 16 or 8, which users
  /// change, only black, greys, blue and white, so that no car's colour is among them: at most 5.
  /// Empty for depths without a palette.
  package static func ground(through stops: [Color], _ depth: ColorDepth) -> [Color] {
    guard let palette = Palette(depth), let first = stops.first, let last = stops.last else {
      return []
    }
    let isRising = first.lightness <= last.lightness
    let rising = isRising ? stops : stops.reversed()
    let ramp =
      depth == .colors256
      ? nearest(to: rising, among: palette.indexes.map { xterm[$0] })
      : plain(between: rising, among: palette.indexes)
    return isRising ? ramp : ramp.reversed()
  }

  /// Steps smaller than this are not seen.
  private static let leastStep = 0.012

  private static func plain(between stops: [Color], among indexes: Range<Int>) -> [Color] {
    let range = (stops[0].lightness - 0.2)...(stops[stops.count - 1].lightness + 0.1)
    let plain = [0, 4, 8, 7, 15].filter(indexes.contains).map { xterm[$0] }
    let fitting = plain.filter { range.contains($0.lightness) }
    return fitting.isEmpty
      ? [stops[0].lightness < 0.5 ? plain[0] : plain[plain.count - 1]] : fitting
  }

  private static func nearest(to stops: [Color], among colors: [Color]) -> [Color] {
    let candidates = colors.map { (color: $0, lab: OKLab($0)) }.sorted { $0.lab.l < $1.lab.l }
    let ramps = (8...12).map { count in
      rising(
        Colormap(stops: stops, levels: count).colors.map { OKLab($0) }, candidates.map(\.lab))
    }
    let best = ramps.min { $0.error < $1.error }
    return best?.places.map { candidates[$0].color } ?? []
  }

  /// One candidate for each target, lighter from each to the next, with the least sum of squared
  /// distances (dynamic programming), and the mean of those.
  private static func rising(
    _ targets: [OKLab], _ candidates: [OKLab]
  ) -> (places: [Int], error: Double) {
    var costs = candidates.map { $0.squaredDistance(to: targets[0]) }
    var steps: [[Int]] = []
    for target in targets.dropFirst() {
      var (best, darker) = (0, 0)
      var (next, from): ([Double], [Int]) = ([], [])
      for candidate in candidates {
        while candidates[darker].l < candidate.l - leastStep {
          if costs[darker] < costs[best] { best = darker }
          darker += 1
        }
        let cost = darker == 0 ? .infinity : costs[best]
        next.append(cost + candidate.squaredDistance(to: target))
        from.append(best)
      }
      (costs, steps) = (next, steps + [from])
    }
    var place = costs.indices.min { costs[$0] < costs[$1] } ?? 0
    let error = costs[place] / Double(targets.count)
    var places = [place]
    for from in steps.reversed() {
      place = from[place]
      places.append(place)
    }
    return (places.reversed(), error)
  }
}
