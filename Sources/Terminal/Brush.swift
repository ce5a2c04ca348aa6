import CCurses
import Drawing

/// Puts cells of a frame on the curses screen in the colours that the terminal has.
final class Brush {
  private let depth: ColorDepth
  private var palette: Palette?
  private var pairs: PairTable
  private let defaults: (ink: Int32, paper: Int32)
  private var last: (ink: Color?, paper: Color?, isArea: Bool, paint: Paint)?
  private var cells: [curses_cell] = []

  /// A brush must be made after curses has started its colours.
  init(_ depth: ColorDepth) {
    self.depth = depth
    palette = Palette(depth)
    // ncurses 6.4 crashes when colour pairs are asked for on a terminal without colours.
    let count = depth == .mono ? 0 : Int(curses_pair_count())
    pairs = PairTable(capacity: min(count - 1, 60_000))
    // Some terminals have 64 numbers for 8 colours: enough for those, but not for a ninth, the
    // default.
    let colors = palette?.indexes.count ?? 0
    defaults = count < (colors + 1) * (colors + 1) ? (7, 0) : (-1, -1)
  }

  /// Whether so many cells can be painted before the brush has to be rinsed.
  func hasPaint(for cells: Int) -> Bool { depth != .trueColor || pairs.hasRoom(for: cells) }

  /// Forgets the colours so far. Everything has to be painted again.
  func rinse() {
    reset_color_pairs()
    pairs.removeAll()
    last = nil
  }

  func paint(_ frame: Frame, _ run: Run) {
    cells.removeAll(keepingCapacity: true)
    for x in run.columns {
      let cell = frame[x, run.row]
      let isArea = Quadrants.quarters(of: cell.glyph) != nil && cell.glyph != " "
      let paint = paint(ink: cell.ink, paper: cell.paper, isArea: isArea)
      // Two halves that come out alike are one area: blank, since some fonts leave a seam.
      let isBlank = isArea && paint.isFlat
      cells.append(
        curses_cell(
          glyph: isBlank ? 32 : cell.glyph.value, mark: cell.mark?.value ?? 0, pair: paint.pair,
          style: cell.style.rawValue))
    }
    curses_put(Int32(run.row), Int32(run.columns.lowerBound), cells, Int32(cells.count))
  }

  private struct Paint {
    var pair: Int32 = 0
    /// Ink and paper are the same on this terminal.
    var isFlat = false
  }

  private func paint(ink: Color?, paper: Color?, isArea: Bool) -> Paint {
    guard depth != .mono else { return Paint() }
    if let last, ink == last.ink, paper == last.paper, isArea == last.isArea { return last.paint }
    var inkIndex = ink.map(index) ?? defaults.ink
    let paperIndex = paper.map(index) ?? defaults.paper
    let isFlat = inkIndex == paperIndex && ink != nil && paper != nil
    // Two colours can be one in a small palette; a sign must stay readable.
    if isFlat, !isArea, ink != paper, let index = palette?.contrast(to: Int(paperIndex)) {
      inkIndex = Int32(index)
    }
    var paint = Paint(isFlat: isFlat)
    if (inkIndex, paperIndex) != defaults {
      let pair = pairs.number(ink: inkIndex, paper: paperIndex)
      if pair.isNew { init_extended_pair(pair.number, inkIndex, paperIndex) }
      paint.pair = pair.number
    }
    last = (ink, paper, isArea, paint)
    return paint
  }

  private func index(_ color: Color) -> Int32 {
    if depth == .trueColor {
      // Below 256 our terminal entries mean the palette: 3 would be yellow.
      return Int32(color.hex < 0x100 ? color.hex | 0x100 : color.hex)
    }
    return Int32(palette?.nearest(to: color) ?? 0)
  }
}
