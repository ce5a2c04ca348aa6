/// The colours of a map's ground in pixels.
package struct GroundInks: Hashable, Sendable {
  /// From the lowest height to the highest; in each shade of `HillShade`, or in a single one.
  package var ground: [Colormap]
  /// What contour lines have over each band of the ground, and those that are louder; in as many
  /// shades.
  package var lines: [Colormap]
  package var majorLines: [Colormap]
  /// What shows where there is no height.
  package var void: HalfBlocks.Void

  package init(
    ground: [Colormap], lines: [Colormap], majorLines: [Colormap], void: HalfBlocks.Void
  ) {
    (self.ground, self.lines, self.majorLines) = (ground, lines, majorLines)
    self.void = void
  }
}

/// Draws the ground of a map with its contour lines, in pixels.
///
/// Heights come from a grid that is finer than the cells and coarser than the pixels; between its
/// nodes brightness is interpolated, which no eye can tell from the surface itself.
package struct GroundImage {
  /// Nodes a cell, across and down.
  package static let nodesAcross = 3
  package static let nodesDown = 6

  /// In cells.
  let size: Size
  let cell: CellPixels
  let inks: GroundInks
  /// Brightness of each node, 0…1; NaN where there is no height.
  private let brightness: [Float]
  private let columns, rows: Int

  /// - Parameters:
  ///   - grid: (3w + 1) × (6h + 1) nodes over w × h cells, the first one on their top left corner.
  package init(
    _ grid: HeightGrid, scale: HeightScale, _ size: Size, of cell: CellPixels, _ inks: GroundInks
  ) {
    let (columns, rows) = (Self.nodesAcross * size.width + 1, Self.nodesDown * size.height + 1)
    precondition(grid.columns == columns && grid.rows == rows, "the nodes lie under the cells")
    (self.size, self.cell, self.inks) = (size, cell, inks)
    (self.columns, self.rows) = (columns, rows)
    brightness = grid.heights.map { Float(scale.brightness(of: $0)) }
  }

  /// The image.
  ///
  /// - Parameter lines: contour lines over the grid (see `Contour.lines`), and which are louder.
  package func drawn(_ lines: [(line: Contour, isMajor: Bool)]) -> PixelImage {
    let (width, height) = cell.pixels(of: size)
    let strokes = strokes(lines, width, height)
    let colors = table()
    return PixelImage(width: width, height: height) { pixels in
      fill(pixels, width, height, strokes, colors)
    }
  }

  /// Strengths of a line that are told apart.
  private static let strengths = Int(Coverage.steps)

  /// How strongly a contour line covers each pixel, 0…`strengths`; louder lines `strengths` more.
  private func strokes(
    _ lines: [(line: Contour, isMajor: Bool)], _ width: Int, _ height: Int
  ) -> [UInt8] {
    var strokes = [UInt8](repeating: 0, count: width * height)
    // Contours are in dots, two from node to node.
    let (perX, perY) = (
      Double(cell.width) / Double(2 * Self.nodesAcross),
      Double(cell.height) / Double(2 * Self.nodesDown)
    )
    strokes.withUnsafeMutableBufferPointer { strokes in
      for (line, isMajor) in lines {
        let half = (isMajor ? 0.8 : 0.5) * cell.unit
        let base = isMajor ? Self.strengths : 0
        for index in line.xs.indices.dropLast() {
          PixelSegment(
            from: line.xs[index] * perX, line.ys[index] * perY, to: line.xs[index + 1] * perX,
            line.ys[index + 1] * perY
          ).forEachPixel(within: half + 0.5, left: 0, top: 0, width: width, height: height) {
            x, y, distance in
            let strength = min(1, half + 0.5 - distance) * Double(Self.strengths)
            let mark = Int((strength + 0.5).rounded(.down))
            guard mark > 0 else { return }
            strokes[y * width + x] = max(strokes[y * width + x], UInt8(base + mark))
          }
        }
      }
    }
    return strokes
  }

  /// The colour of every band under every strength of a line: shade by shade, in each band by band,
  /// no line first.
  private func table() -> [UInt32] {
    inks.ground.indices.flatMap { shade in
      (0..<inks.ground[shade].levels).flatMap { band -> [UInt32] in
        let ground = inks.ground[shade][band].hex
        func line(_ ink: Color, _ strength: Int) -> UInt32 {
          ground.blended(with: ink.hex, UInt32(strength * 256 / Self.strengths))
        }
        return [ground] + (1...Self.strengths).map { line(inks.lines[shade][band], $0) }
          + (1...Self.strengths).map { line(inks.majorLines[shade][band], $0) }
      }
    }
  }

  private func fill(
    _ pixels: UnsafeMutableBufferPointer<UInt32>, _ width: Int, _ height: Int, _ strokes: [UInt8],
    _ colors: [UInt32]
  ) {
    let across = places(width, Double(cell.width) / Double(Self.nodesAcross), columns)
    let down = places(height, Double(cell.height) / Double(Self.nodesDown), rows)
    let levels = inks.ground[0].levels
    let each = 1 + 2 * Self.strengths
    let light = inks.ground.count > 1 ? lights() : []
    var row = [Float](repeating: 0, count: columns)
    var lightRow = row
    for y in 0..<height {
      let (node, share) = down[y]
      interpolate(brightness, node, share, into: &row)
      if !light.isEmpty { interpolate(light, node, share, into: &lightRow) }
      for x in 0..<width {
        let (node, share) = across[x]
        let value = row[node] + (row[node + 1] - row[node]) * share
        guard !value.isNaN else {
          pixels[y * width + x] = void(x, y)
          continue
        }
        var shade = 0
        if !light.isEmpty {
          let amount = lightRow[node] + (lightRow[node + 1] - lightRow[node]) * share
          shade = HillShade.shade(of: Double(amount))
        }
        let band = min(levels - 1, max(0, Int(value * Float(levels))))
        pixels[y * width + x] =
          colors[(shade * levels + band) * each + Int(strokes[y * width + x])]
      }
    }
  }

  /// The values of the nodes between two rows.
  private func interpolate(
    _ values: [Float], _ node: Int, _ share: Float, into row: inout [Float]
  ) {
    for column in 0..<columns {
      let upper = values[node * columns + column]
      row[column] = upper + (values[(node + 1) * columns + column] - upper) * share
    }
  }

  /// The light on each node, −1…1 (see `HillShade`).
  private func lights() -> [Float] {
    let (width, height) = cell.pixels(of: size)
    // From node to node, where the map's shorter side is 1.
    let unit = Double(min(width, height))
    let perColumn = unit * Double(Self.nodesAcross) / Double(cell.width) / 2 * HillShade.rise
    let perRow = unit * Double(Self.nodesDown) / Double(cell.height) / 2 * HillShade.rise
    return (0..<columns * rows).map { node in
      let (row, column) = node.quotientAndRemainder(dividingBy: columns)
      func height(_ column: Int, _ row: Int) -> Float {
        brightness[min(max(0, row), rows - 1) * columns + min(max(0, column), columns - 1)]
      }
      let dx = Double(height(column + 1, row) - height(column - 1, row)) * perColumn
      let dy = Double(height(column, row + 1) - height(column, row - 1)) * perRow
      return Float(HillShade.amount(dx: dx, dy: dy))
    }
  }

  /// For each pixel of a row or a column the node before its middle, and how far beyond it it is.
  private func places(_ count: Int, _ pitch: Double, _ nodes: Int) -> [(node: Int, share: Float)] {
    (0..<count).map { index in
      let place = (Double(index) + 0.5) / pitch
      let node = min(nodes - 2, Int(place))
      return (node, Float(place - Double(node)))
    }
  }

  /// Undefined ground is hatched, as it is in cells; beyond a known map is nothing.
  private func void(_ x: Int, _ y: Int) -> UInt32 {
    guard inks.void.glyph != " " else { return inks.void.paper.hex }
    let isHatch = (x + y) % cell.width < max(1, cell.width / 8)
    return isHatch ? inks.void.ink.hex : inks.void.paper.hex
  }
}
