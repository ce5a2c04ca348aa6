/// How much of each pixel of a rectangle something covers, 0…255.
struct CoverageMask {
  /// The column and the row of its first pixel.
  var x, y: Int
  let width, height: Int
  /// Row by row.
  private(set) var cover: [UInt8]

  private init?(
    around lines: [[Place]], reach: Double, in limits: (x: Range<Int>, y: Range<Int>)
  ) {
    var (left, right, top, bottom) = (
      Double.infinity, -Double.infinity, Double.infinity, -Double.infinity
    )
    for line in lines {
      for place in line where place.x.isFinite && place.y.isFinite {
        (left, right) = (min(left, place.x), max(right, place.x))
        (top, bottom) = (min(top, place.y), max(bottom, place.y))
      }
    }
    func pixels(_ low: Double, _ high: Double, _ limits: Range<Int>) -> Range<Int> {
      let first = max(Double(limits.lowerBound), (low - reach).rounded(.down))
      let last = min(Double(limits.upperBound), (high + reach).rounded(.up))
      return first < last ? Int(first)..<Int(last) : 0..<0
    }
    guard left <= right else { return nil }
    let (columns, rows) = (pixels(left, right, limits.x), pixels(top, bottom, limits.y))
    guard !columns.isEmpty, !rows.isEmpty else { return nil }
    (x, y) = (columns.lowerBound, rows.lowerBound)
    (width, height) = (columns.count, rows.count)
    cover = Array(repeating: 0, count: width * height)
  }

  /// What a round pen draws along lines.
  ///
  /// - Parameter limits: columns and rows beyond which nothing is of interest.
  init?(stroking lines: [[Place]], width pen: Double, in limits: (x: Range<Int>, y: Range<Int>)) {
    let half = pen / 2
    self.init(around: lines, reach: half + 1, in: limits)
    // A pen finer than a pixel covers no pixel whole.
    let most = min(1, pen) * 255
    for line in lines {
      for (start, end) in line.count == 1
        ? [(line[0], line[0])] : Array(zip(line, line.dropFirst()))
      {
        stroke(start, end, half, most)
      }
    }
  }

  private mutating func stroke(_ start: Place, _ end: Place, _ half: Double, _ most: Double) {
    guard
      let segment = PixelSegment(
        from: (start.x - Double(x), start.y - Double(y)),
        to: (end.x - Double(x), end.y - Double(y)),
        width: width, height: height, margin: half + 2)
    else { return }
    let (width, height) = (width, height)
    cover.withUnsafeMutableBufferPointer { cover in
      segment.forEachPixel(
        within: half + 0.5, left: 0, top: 0, width: width, height: height
      ) { x, y, distance in
        let share = min(1, max(0, half + 0.5 - distance))
        cover[y * width + x] = max(cover[y * width + x], UInt8(share * most))
      }
    }
  }

  /// Lines within a pixel in which an outline is looked for.
  private static let samples = 4

  /// What an odd number of outlines has inside.
  init?(filling outlines: [[Place]], in limits: (x: Range<Int>, y: Range<Int>)) {
    self.init(around: outlines, reach: 0, in: limits)
    let share = 255 / Double(Self.samples)
    var row = [Double](repeating: 0, count: width)
    for line in 0..<height {
      for index in row.indices { row[index] = 0 }
      for sample in 0..<Self.samples {
        let level = Double(y + line) + (Double(sample) + 0.5) / Double(Self.samples)
        let edges = Self.crossings(of: outlines, at: level)
        for pair in stride(from: 0, to: edges.count - 1, by: 2) {
          fill(&row, from: edges[pair] - Double(x), to: edges[pair + 1] - Double(x), share)
        }
      }
      for (column, value) in row.enumerated() {
        cover[line * width + column] = UInt8(min(255, value.rounded()))
      }
    }
  }

  private func fill(_ row: inout [Double], from low: Double, to high: Double, _ share: Double) {
    let (low, high) = (max(0, low), min(Double(width), high))
    guard low < high else { return }
    for column in Int(low)..<min(width, Int(high.rounded(.up))) {
      let part = min(high, Double(column + 1)) - max(low, Double(column))
      row[column] += part * share
    }
  }

  /// Where outlines cross a horizontal line, from left to right.
  private static func crossings(of outlines: [[Place]], at level: Double) -> [Double] {
    var places: [Double] = []
    for outline in outlines {
      guard var before = outline.last else { continue }
      for place in outline {
        if (place.y > level) != (before.y > level) {
          places.append(
            place.x + (before.x - place.x) * (level - place.y) / (before.y - place.y))
        }
        before = place
      }
    }
    return places.sorted()
  }
}
