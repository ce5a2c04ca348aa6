/// Regions of different kinds on a grid of half cells or parts of them, such as a map's basins.
package struct RegionGrid: Hashable, Sendable {
  /// In cells; each has an upper and a lower half.
  package let size: Size
  /// Into how many parts a half cell is divided, across and down.
  package let fineness: Int
  /// Row by row from the top.
  package let regions: [Region]
  /// What the line between two regions leans towards.
  package let seam: Color

  package struct Region: Hashable, Sendable {
    /// Equal for halves that belong together.
    package var kind: Int
    package var color: Color
    /// Stripes over it, for what is no place to be.
    package var hatch: Color?

    package init(kind: Int, color: Color, hatch: Color? = nil) {
      (self.kind, self.color, self.hatch) = (kind, color, hatch)
    }
  }

  /// - Parameter region: the one in a column and a row of the grid.
  package init(
    _ size: Size, fineness: Int = 1, seam: Color, region: (_ column: Int, _ row: Int) -> Region
  ) {
    (self.size, self.fineness, self.seam) = (size, fineness, seam)
    let (columns, rows) = (size.width * fineness, size.height * 2 * fineness)
    regions = (0..<rows).flatMap { row in (0..<columns).map { region($0, row) } }
  }
}

extension PixelImage {
  /// Regions in pixels: a pixel belongs to the kind that weighs most among the halves around it, so
  /// that borders run smoothly, and has the colours of that kind blended.
  package init(_ grid: RegionGrid, of cell: CellPixels) {
    let (width, height) = cell.pixels(of: grid.size)
    let fineness = grid.fineness
    let (columns, rows) = (grid.size.width * fineness, grid.size.height * 2 * fineness)
    let pitch = (
      across: Double(cell.width) / Double(fineness),
      down: Double(cell.height) / Double(2 * fineness)
    )
    func neighbours(_ place: Int, _ pitch: Double, _ count: Int) -> (Int, Int, Double) {
      let at = (Double(place) + 0.5) / pitch - 0.5
      let low = at.rounded(.down)
      let first = Int(low)
      return (max(0, first), min(count - 1, first + 1), at - low)
    }
    let across = (0..<width).map { neighbours($0, pitch.across, columns) }
    let period = max(4, cell.width * 2 / 3)
    self.init(width: width, height: height) { pixels in
      guard columns > 0, rows > 0 else { return }
      for y in 0..<height {
        let (top, bottom, down) = neighbours(y, pitch.down, rows)
        for x in 0..<width {
          let (left, right, along) = across[x]
          let corners = [
            (grid.regions[top * columns + left], (1 - along) * (1 - down)),
            (grid.regions[top * columns + right], along * (1 - down)),
            (grid.regions[bottom * columns + left], (1 - along) * down),
            (grid.regions[bottom * columns + right], along * down),
          ]
          let isStripe = (x + y) % period < max(1, period / 4)
          pixels[y * width + x] = Self.color(of: corners, grid.seam, isStripe: isStripe)
        }
      }
    }
  }

  private static func color(
    of corners: [(region: RegionGrid.Region, weight: Double)], _ seam: Color, isStripe: Bool
  ) -> UInt32 {
    var (best, bestWeight, second) = (corners[0].region, -1.0, 0.0)
    for (index, corner) in corners.enumerated() {
      // Each kind once, where it stands first.
      if corners[..<index].contains(where: { $0.region.kind == corner.region.kind }) { continue }
      let weight = corners[index...].lazy.filter { $0.region.kind == corner.region.kind }
        .reduce(0) { $0 + $1.weight }
      if weight > bestWeight {
        (best, second, bestWeight) = (corner.region, max(second, bestWeight), weight)
      } else {
        second = max(second, weight)
      }
    }
    var (red, green, blue) = (0.0, 0.0, 0.0)
    for (region, weight) in corners where region.kind == best.kind {
      red += weight * Double(region.color.red)
      green += weight * Double(region.color.green)
      blue += weight * Double(region.color.blue)
    }
    func channel(_ sum: Double) -> UInt8 { UInt8(min(255, (sum / bestWeight).rounded())) }
    var color = Color(red: channel(red), green: channel(green), blue: channel(blue)).hex
    if let hatch = best.hatch, isStripe { color = hatch.hex }
    if bestWeight - second < 0.22 { color = color.blended(with: seam.hex, 140) }
    return color
  }
}
