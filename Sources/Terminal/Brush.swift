import CCurses
import Drawing

/// Puts cells of a frame on the curses screen in the colours that the terminal has.
final class Brush {
  private let depth: ColorDepth
  private var palette: Palette?
  private var pairs: PairTable
  private let defaults: (ink: Int32, paper: Int32)
  private var last: (ink: Color?, paper: Color?, pair: Int32) = (nil, nil, 0)
  private var cells: [curses_cell] = []

  /// To be made after curses has started its colours.
  init(_ depth: ColorDepth) {
    self.depth = depth
    palette = Palette(depth)
    // ncurses 6.4 crashes when colour pairs are asked for on a terminal without colours.
    let count = depth == .mono ? 0 : Int(curses_pair_count())
    pairs = PairTable(capacity: min(count - 1, 60_000))
    // With 8 colours there may be 64 numbers, enough for these but not for a ninth, the default.
    defaults = count <= 64 ? (7, 0) : (-1, -1)
  }

  var isNearlyDry: Bool { pairs.isNearlyFull }

  /// Forgets the colours so far. Everything has to be painted again.
  func rinse() {
    reset_color_pairs()
    pairs.removeAll()
    last = (nil, nil, 0)
  }

  func paint(_ frame: Frame, _ run: Run) {
    cells.removeAll(keepingCapacity: true)
    for x in run.columns {
      let cell = frame[x, run.row]
      cells.append(
        curses_cell(
          glyph: cell.glyph.value, pair: pair(ink: cell.ink, paper: cell.paper),
          style: cell.style.rawValue))
    }
    curses_put(Int32(run.row), Int32(run.columns.lowerBound), cells, Int32(cells.count))
  }

  private func pair(ink: Color?, paper: Color?) -> Int32 {
    guard depth != .mono else { return 0 }
    if ink == last.ink, paper == last.paper { return last.pair }
    let inkIndex = ink.map(index) ?? defaults.ink
    let paperIndex = paper.map(index) ?? defaults.paper
    var number: Int32 = 0
    if (inkIndex, paperIndex) != defaults {
      let pair = pairs.number(ink: inkIndex, paper: paperIndex)
      if pair.isNew { init_extended_pair(pair.number, inkIndex, paperIndex) }
      number = pair.number
    }
    last = (ink, paper, number)
    return number
  }

  private func index(_ color: Color) -> Int32 {
    if depth == .trueColor {
      // Below 8 a direct terminal entry means the palette: 3 would be yellow.
      return color.hex < 8 ? 0x010101 : Int32(color.hex)
    }
    return Int32(palette?.nearest(to: color) ?? 0)
  }
}
