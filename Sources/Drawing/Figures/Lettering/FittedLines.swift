extension Lettering {
  /// The lines of a glyph in pixels, for a cell of so many: level and upright strokes lie on whole
  /// pixels, as far as they go, so that small letters are sharp; `nil` as for `lines(of:)`.
  ///
  /// What lies between two strokes is moved with them. Strokes that are apart stay apart, where the
  /// cell has the pixels for it.
  ///
  /// - Parameters:
  ///   - width: of one cell, in pixels; a glyph two cells wide is drawn over twice as many.
  ///   - pen: the width of the pen, in pixels.
  package static func lines(
    of glyph: Unicode.Scalar, width: Int, height: Int, pen: Double
  ) -> [[Place]]? {
    guard let lines = lines(of: glyph) else { return nil }
    // The lines that all letters, and all lines of boxes, have in common.
    let common: (x: [Double], y: [Double]) =
      switch glyph.value {
      case 0x300...0x36F: ([], [])
      case ..<0x2500: ([], [0.55, 0.85, 1.55])
      case 0x2500...0x257F: ([0.5], [1])
      default: ([], [])
      }
    let cells = max(1, glyph.cellWidth)
    let columns = Fit(
      common.x + strokes(of: lines.map { $0.map { (along: $0.y, across: $0.x) } }),
      until: Double(cells), pixels: cells * width, pen: pen)
    let rows = Fit(
      common.y + strokes(of: lines.map { $0.map { (along: $0.x, across: $0.y) } }),
      until: 2, pixels: height, pen: pen)
    return lines.map { line in line.map { Place(columns.moved($0.x), rows.moved($0.y)) } }
  }

  /// Where lines run along an axis, or turn back from one side of it.
  private static func strokes(of lines: [[(along: Double, across: Double)]]) -> [Double] {
    var strokes: [Double] = []
    for line in lines {
      let isClosed = line[0] == line[line.count - 1]
      for index in 1..<line.count {
        let (before, here) = (line[index - 1], line[index])
        if here.across == before.across, abs(here.along - before.along) > 0.05 {
          strokes.append(here.across)
        }
        guard index + 1 < line.count || isClosed else { continue }
        let after = index + 1 < line.count ? line[index + 1] : line[1]
        if (here.across - before.across) * (after.across - here.across) < 0 {
          strokes.append(here.across)
        }
      }
    }
    return strokes
  }

  /// A way to move places along one axis so that strokes lie on pixels.
  private struct Fit {
    /// Places of the glyph in rising order, and the pixels that they are moved to.
    private var from: [Double]
    private var to: [Double]

    /// - Parameters:
    ///   - strokes: where strokes lie, in any order, from 0 to `end`.
    ///   - pixels: how many that is.
    init(_ strokes: [Double], until end: Double, pixels: Int, pen: Double) {
      let scale = Double(pixels) / end
      let whole = max(1, (pen + 0.3).rounded(.down))
      // A pen of an odd number of pixels runs through the middle of one.
      let middle = whole.remainder(dividingBy: 2) == 0 ? 0 : 0.5
      (from, to) = ([0], [0])
      var rest = strokes.filter { $0 > 0.02 && $0 < end - 0.02 }.sorted()[...]
      while let first = rest.first {
        // What is this near moves as one: dots, and curves beside the end of a line.
        let near = rest.prefix { $0 < first + 0.09 }
        rest = rest.dropFirst(near.count)
        let center = (first + near[near.endIndex - 1]) / 2
        var place = (center * scale - middle).rounded() + middle
        let last = to[to.count - 1]
        // A pixel is left between strokes, though none is moved by more than one for that.
        if from.count > 1, center - from[from.count - 1] > 0.12, place < last + whole + 1 {
          place = min(last + whole + 1, place + 1)
        }
        for stroke in near.first == near.last ? [first] : [first, near[near.endIndex - 1]] {
          from.append(stroke)
          to.append(min(Double(pixels), max(last, place + (stroke - center) * scale)))
        }
      }
      from.append(end)
      to.append(Double(pixels))
    }

    func moved(_ place: Double) -> Double {
      let next = max(1, from.firstIndex { $0 >= place } ?? from.count - 1)
      let (a, b) = (from[next - 1], from[next])
      guard b > a else { return to[next] }
      return to[next - 1] + (place - a) / (b - a) * (to[next] - to[next - 1])
    }
  }
}
