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
  /// The ground's colours in each of `HillShade`'s shades; a single one paints all shades alike.
  /// Exchange them to recolour the ground (dimmed, another theme) without computing it again.
  package var colormaps: [Colormap]
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
  /// The shades of all half cells, in the same order; empty where the ground is not shaded.
  private let shades: [UInt8]
  /// The bands of the left and right quarters of all half cells, in the same order; empty where
  /// half cells are fine enough.
  private let quarters: [UInt8]

  /// The ground over a grid of (w + 1) × (2h + 1) nodes.
  package init(
    _ grid: HeightGrid, scale: HeightScale, colormap: Colormap, isShaded: Bool = false
  ) {
    let levels = colormap.levels
    size = grid.size
    colormaps = [colormap]
    bands = Self.bands(of: grid, [0.5]) { scale.band(of: $0, among: levels) }
    shades = isShaded ? Self.shades(of: grid, scale) : []
    quarters = []
  }

  /// The ground in one colour between every two levels, with edges as fine as quarters of cells.
  ///
  /// - Parameters:
  ///   - levels: heights, rising.
  ///   - colormap: one colour more than there are levels.
  package init(_ grid: HeightGrid, between levels: [Double], colormap: Colormap) {
    func band(of height: Double) -> Int? {
      height.isNaN ? nil : levels.count { $0 <= height }
    }
    size = grid.size
    colormaps = [colormap]
    bands = Self.bands(of: grid, [0.5], band: band)
    shades = []
    quarters = Self.bands(of: grid, [0.25, 0.75], band: band)
  }

  /// The bands of all half cells at some places of each, 0 at its left and 1 at its right side.
  private static func bands(
    of grid: HeightGrid, _ places: [Double], band: (Double) -> Int?
  ) -> [UInt8] {
    let (columns, size) = (grid.columns, grid.size)
    var bands: [UInt8] = []
    bands.reserveCapacity(size.width * size.height * 2 * places.count)
    for row in 0..<size.height * 2 {
      for column in 0..<size.width {
        let node = row * columns + column
        let left = (grid.heights[node] + grid.heights[node + columns]) * 0.5
        let right = (grid.heights[node + 1] + grid.heights[node + columns + 1]) * 0.5
        for place in places {
          // Infinite heights on both sides would make none.
          let height =
            left == right || place == 0.5
            ? (left + right) * 0.5 : left * (1 - place) + right * place
          bands.append(band(height).map { UInt8(truncatingIfNeeded: $0) } ?? noBand)
        }
      }
    }
    return bands
  }

  /// The shades of all half cells of a grid; the map's shorter side is 1, and half cells are about
  /// square.
  private static func shades(of grid: HeightGrid, _ scale: HeightScale) -> [UInt8] {
    let (columns, size) = (grid.columns, grid.size)
    let brightness = grid.heights.map { scale.brightness(of: $0) }
    let perStep = HillShade.rise * Double(min(size.width, 2 * size.height)) / 2
    return (0..<size.height * 2).flatMap { row in
      (0..<size.width).map { column in
        let node = row * columns + column
        let (a, b) = (brightness[node], brightness[node + 1])
        let (c, d) = (brightness[node + columns], brightness[node + columns + 1])
        let amount = HillShade.amount(
          dx: (b + d - a - c) * perStep, dy: (c + d - a - b) * perStep)
        return UInt8(HillShade.shade(of: amount))
      }
    }
  }

  /// Paints the ground with its top left cell at (x, y): a blank where both halves are of one
  /// colour (no seams in any font), `▄` elsewhere.
  package func paint(on frame: inout Frame, x left: Int, y top: Int) {
    for y in 0..<size.height {
      for x in 0..<size.width {
        frame[left + x, top + y] =
          void.glyph != " " && isVoid(x, y)
          ? Cell(void.glyph, ink: void.ink, paper: void.paper)
          : quarterCell(x, y) ?? cell(x: x, y: y)
      }
    }
  }

  /// Whether there is no height in either half of a cell.
  package func isVoid(_ x: Int, _ y: Int) -> Bool {
    let index = y * 2 * size.width + x
    return bands[index] == Self.noBand && bands[index + size.width] == Self.noBand
  }

  @inline(__always)
  private static func cell(_ upper: Color, _ lower: Color) -> Cell {
    upper == lower ? Cell(" ", paper: upper) : Cell(lowerHalf, ink: lower, paper: upper)
  }

  /// The one colour nearest to both halves of a cell: the paper of a glyph that takes the cell.
  /// Cells outside answer as the nearest one inside; without cells, the lowest colour.
  package func color(x: Int, y: Int) -> Color {
    guard size.width > 0, size.height > 0 else { return colormaps[0][0] }
    let (x, y) = (min(max(0, x), size.width - 1), min(max(0, y), size.height - 1))
    let index = y * 2 * size.width + x
    let (upper, lower) = (bands[index], bands[index + size.width])
    if upper == Self.noBand { return color(at: index + size.width) }
    if lower == Self.noBand { return color(at: index) }
    let colormap = colormap(at: index, index + size.width)
    let highest = colormap.levels - 1
    return colormap[(min(Int(upper), highest) + min(Int(lower), highest)) / 2]
  }

  /// The cell of the ground at (x, y): a blank where both halves are of one colour.
  ///
  /// - Parameters:
  ///   - other: this ground in other colours, for the lower half; this one if not given.
  package func cell(x: Int, y: Int, lowerIn other: HalfBlocks? = nil) -> Cell {
    let index = y * 2 * size.width + x
    return Self.cell(color(at: index), (other ?? self).color(at: index + size.width))
  }

  /// The colour of a half cell by its place.
  @inline(__always)
  private func color(at index: Int) -> Color {
    let band = bands[index]
    return band == Self.noBand ? void.paper : colormap(at: index, index)[Int(band)]
  }

  /// The colours of the shade between those of two half cells.
  @inline(__always)
  private func colormap(at index: Int, _ other: Int) -> Colormap {
    shades.isEmpty || colormaps.count == 1
      ? colormaps[0] : colormaps[(Int(shades[index]) + Int(shades[other])) / 2]
  }

  /// A cell in the two colours of the bands that meet in it, by quarters; `nil` where there are no
  /// quarters, or no height in one of them.
  private func quarterCell(_ x: Int, _ y: Int) -> Cell? {
    guard !quarters.isEmpty else { return nil }
    let upper = (y * 2 * size.width + x) * 2
    let lower = upper + 2 * size.width
    let four = [quarters[upper], quarters[upper + 1], quarters[lower], quarters[lower + 1]]
    guard let least = four.min(), let most = four.max(), most != Self.noBand else { return nil }
    let (low, high) = (colormaps[0][Int(least)], colormaps[0][Int(most)])
    var mask: UInt8 = 0
    for (place, band) in four.enumerated() where 2 * Int(band) > Int(least) + Int(most) {
      mask |= 1 << UInt8(place)
    }
    if mask == 0 { return Cell(" ", paper: low) }
    // Glyphs that fill the whole top leave a line of it to the paper in common fonts.
    return mask & 3 == 3
      ? Cell(Quadrants.glyph(~mask & 15), ink: low, paper: high)
      : Cell(Quadrants.glyph(mask), ink: high, paper: low)
  }
}
