import CCurses
import Drawing

/// Puts cells of a frame on the curses screen in the colours that the terminal has.
final class Brush {
  private let depth: ColorDepth
  private var palette: Palette?
  private var pairs: PairTable
  /// What a cell without a colour of its own is painted in; −1 is the terminal's own.
  private let defaults: (ink: Int32, paper: Int32)
  private var last: (ink: Color?, paper: Color?, isArea: Bool, paint: Paint)?
  /// The cell painted before, in reading order: what the terminal's pen looks like now.
  private var pen = Cell()
  private var cells: [curses_cell] = []

  /// To be made after curses has started its colours.
  init(_ depth: ColorDepth) {
    self.depth = depth
    palette = Palette(depth)
    // ncurses 6.4 crashes when colour pairs are asked for on a terminal without colours.
    let count = depth == .mono ? 0 : Int(curses_pair_count())
    pairs = PairTable(capacity: min(count - 1, 60_000))
    if depth == .trueColor {
      // The entries of 24-bit colours do not notice a change to the terminal's own (entries.ti).
      // No theme leaves a colour to the terminal.
      defaults = (0xFFFFFF, 0)
    } else {
      // Some terminals have 64 numbers for 8 colours: enough for those, but not for a ninth, the
      // default.
      let colors = palette?.indexes.count ?? 0
      defaults = count < (colors + 1) * (colors + 1) ? (7, 0) : (-1, -1)
    }
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
    // Cells by the thousand: what is local need not be looked after as what an object has.
    var (pen, cells) = (pen, [curses_cell]())
    swap(&cells, &self.cells)
    cells.removeAll(keepingCapacity: true)
    let start = run.row * frame.size.width
    for var cell in frame.cells[start + run.columns.lowerBound..<start + run.columns.upperBound] {
      if cell.isBlank {
        // Neither ink nor weight of a blank is seen: keeping those of the pen saves a change.
        cell.ink = pen.ink
        cell.style = pen.style.intersection(.bold)
      }
      pen = cell
      let isArea = cell.glyph.isArea
      let paint = paint(ink: cell.ink, paper: cell.paper, isArea: isArea)
      // Two halves that come out alike are one area: blank, since some fonts leave a seam.
      let glyph = isArea && paint.isFlat ? " " : cell.glyph
      cells.append(
        curses_cell(
          glyph: glyph.value, mark: cell.mark?.value ?? 0, pair: paint.pair,
          style: cell.style.rawValue))
    }
    curses_put(Int32(run.row), Int32(run.columns.lowerBound), cells, Int32(cells.count))
    self.pen = pen
    swap(&cells, &self.cells)
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
    // Number 0 is the terminal's own ink on its own paper.
    if depth == .trueColor || (inkIndex, paperIndex) != defaults {
      let pair = pairs.number(ink: inkIndex, paper: paperIndex)
      if pair.isNew { init_extended_pair(pair.number, inkIndex, paperIndex) }
      paint.pair = pair.number
    }
    last = (ink, paper, isArea, paint)
    return paint
  }

  private func index(_ color: Color) -> Int32 {
    Int32(depth == .trueColor ? Int(color.hex) : palette?.nearest(to: color) ?? 0)
  }
}

extension Cell {
  /// Whether it shows nothing but its paper.
  fileprivate var isBlank: Bool {
    glyph == " " && mark == nil && !style.contains(.underline) && !style.contains(.reverse)
  }
}

extension Unicode.Scalar {
  /// A patch of colour and not a sign.
  fileprivate var isArea: Bool {
    switch self {
    case "▀", "▄", "▌", "▐", "█": true
    default: false
    }
  }
}
