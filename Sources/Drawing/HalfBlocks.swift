/// The ground of a map: the colour of every half cell, as bands of a colormap.
///
/// The height of a half cell is the mean of the four nodes at its corners: infinite if some of them
/// are. If one of them has no height, neither has the half cell, and it is left to `void`.
package struct HalfBlocks: Sendable {
  /// `▄`: its ink is the lower half, its paper the upper one. Not `▀`, which in common fonts
  /// leaves the topmost line of pixels of an odd cell to the paper.
  package static let lowerHalf: Unicode.Scalar = "▄"

  /// In cells.
  package let size: Size
  /// Exchange it to recolour the ground (dimmed, another theme) without computing it again.
  package var colormap: Colormap
  /// What shows where there is no height.
  package var void = Void()

  /// The look of no ground: a colour, and on whole cells a glyph.
  package struct Void: Hashable, Sendable {
    package var paper = Color(0)
    /// Its ink, and what it writes; a blank for an empty place.
    package var ink = Color(0)
    package var glyph: Unicode.Scalar = " "

    package init() {}

    package init(paper: Color, ink: Color, glyph: Unicode.Scalar) {
      (self.paper, self.ink, self.glyph) = (paper, ink, glyph)
    }
  }
  /// The bands of all half cells, row by row, two rows a cell; `noBand` where there is no height.
  private let bands: [UInt8]
  private static let noBand = UInt8.max

  /// The ground over a grid of (w + 1) × (2h + 1) nodes.
  package init(_ grid: HeightGrid, scale: HeightScale, colormap: Colormap) {
    size = grid.size
    self.colormap = colormap
    let (columns, levels) = (grid.columns, colormap.levels)
    var bands: [UInt8] = []
    bands.reserveCapacity(size.width * size.height * 2)
    for row in 0..<size.height * 2 {
      for column in 0..<size.width {
        let node = row * columns + column
        let sum =
          (grid.heights[node] + grid.heights[node + 1])
          + (grid.heights[node + columns] + grid.heights[node + columns + 1])
        let band = scale.band(of: sum * 0.25, among: levels)
        bands.append(band.map { UInt8(truncatingIfNeeded: $0) } ?? Self.noBand)
      }
    }
    self.bands = bands
  }

  /// Paints the ground with its top left cell at (x, y): a blank where both halves are of one
  /// colour (no seams in any font), `▄` elsewhere.
  package func paint(on frame: inout Frame, x left: Int, y top: Int) {
    for y in 0..<size.height {
      for x in 0..<size.width {
        let (upper, lower) = halves(x, y)
        frame[left + x, top + y] =
          void.glyph != " " && isVoid(x, y)
          ? Cell(void.glyph, ink: void.ink, paper: void.paper) : Self.cell(upper, lower)
      }
    }
  }

  /// Whether there is no height in either half of a cell.
  package func isVoid(_ x: Int, _ y: Int) -> Bool {
    let index = y * 2 * size.width + x
    return bands[index] == Self.noBand && bands[index + size.width] == Self.noBand
  }

  /// Repaints the ground in the half cells next to those with dots, corners included, and leaves
  /// the glyphs that stand on it: the soft rim of the shade under a trail.
  package func paint(around canvas: Canvas, on frame: inout Frame, x left: Int, y top: Int) {
    canvas.forEachCellBesideDots { x, y, isUpper, isLower in
      guard x < size.width, y < size.height else { return }
      let (upper, lower) = halves(x, y)
      let old = frame[left + x, top + y]
      if old.glyph == " " || old.glyph == Self.lowerHalf {
        let oldLower = old.glyph == " " ? old.paper : old.ink
        frame[left + x, top + y] = Self.cell(
          isUpper ? upper : old.paper ?? upper, isLower ? lower : oldLower ?? lower)
      } else {
        frame.draw(paper: color(x: x, y: y), x: left + x, y: top + y)
      }
    }
  }

  @inline(__always)
  private static func cell(_ upper: Color, _ lower: Color) -> Cell {
    upper == lower ? Cell(" ", paper: upper) : Cell(lowerHalf, ink: lower, paper: upper)
  }

  /// The one colour nearest to both halves of a cell: the paper of a glyph that takes the cell.
  /// Cells outside answer as the nearest one inside; without cells, the lowest colour.
  package func color(x: Int, y: Int) -> Color {
    guard size.width > 0, size.height > 0 else { return colormap[0] }
    let (x, y) = (min(max(0, x), size.width - 1), min(max(0, y), size.height - 1))
    let index = y * 2 * size.width + x
    let (upper, lower) = (bands[index], bands[index + size.width])
    if upper == Self.noBand || lower == Self.noBand { return color(ofBand: min(upper, lower)) }
    let highest = colormap.levels - 1
    return colormap[(min(Int(upper), highest) + min(Int(lower), highest)) / 2]
  }

  @inline(__always)
  private func color(ofBand band: UInt8) -> Color {
    band == Self.noBand ? void.paper : colormap[Int(band)]
  }

  @inline(__always)
  private func halves(_ x: Int, _ y: Int) -> (upper: Color, lower: Color) {
    let index = y * 2 * size.width + x
    return (color(ofBand: bands[index]), color(ofBand: bands[index + size.width]))
  }
}
