/// The trails of several cars over a map, in pixels: bright cores with a soft halo around them.
///
/// Where two trails cross, the car of the higher rank is on top, and its halo cuts a gap into the
/// other. Each pixel remembers the best that any stretch has done to it, and never how often: the
/// picture does not depend on the order in which stretches were drawn, nor on how many there are.
/// Kept in tiles, so that a copy shares all that does not change.
package struct TrailLayer: Sendable {
  /// A tile in cells: small, for every change of one is sent whole.
  package static let tile = Size(2, 1)

  /// In cells.
  package let size: Size
  package let cell: CellPixels
  /// Tiles across and down.
  package let columns, rows: Int
  /// The marks of each pixel, row by row; empty for a tile without any.
  package private(set) var tiles: [[Mark]]

  /// What trails have done to a pixel: the rank and the strength (0…255) of the core and of the
  /// halo that are on top there.
  package struct Mark: Hashable, Sendable {
    package var coreRank: UInt8 = 0
    package var core: UInt8 = 0
    package var haloRank: UInt8 = 0
    package var halo: UInt8 = 0

    package init(coreRank: UInt8 = 0, core: UInt8 = 0, haloRank: UInt8 = 0, halo: UInt8 = 0) {
      (self.coreRank, self.core) = (coreRank, core)
      (self.haloRank, self.halo) = (haloRank, halo)
    }
  }

  /// The widths of a trail, in pixels from its middle line.
  package struct Pen: Hashable, Sendable {
    /// Where the core ends.
    package var core: Double
    /// Where the halo ends.
    package var halo: Double

    package init(core: Double, halo: Double) { (self.core, self.halo) = (core, halo) }
  }

  package init(_ size: Size, of cell: CellPixels) {
    (self.size, self.cell) = (size, cell)
    (columns, rows) = Self.tiles(in: size)
    tiles = Array(repeating: [], count: columns * rows)
  }

  /// How many tiles cover so many cells.
  static func tiles(in size: Size) -> (columns: Int, rows: Int) {
    (
      (size.width + tile.width - 1) / tile.width, (size.height + tile.height - 1) / tile.height
    )
  }

  /// Draws the stretch between two places, in pixels, that need not be inside.
  ///
  /// - Parameter rank: of the car; a higher one is on top.
  package mutating func draw(
    from start: (x: Double, y: Double), to end: (x: Double, y: Double), rank: UInt8, _ pen: Pen
  ) {
    let reach = pen.halo + 0.5
    let (width, height) = cell.pixels(of: size)
    guard
      let segment = PixelSegment(
        from: start, to: end, width: width, height: height, margin: reach + 1)
    else { return }
    let (tileWidth, tileHeight) = cell.pixels(of: Self.tile)
    func tile(_ place: Double, _ pixels: Int, _ count: Int) -> Int {
      min(count - 1, max(0, Int((place / Double(pixels)).rounded(.down))))
    }
    guard columns > 0, rows > 0 else { return }
    let (left, right) = (min(segment.x0, segment.x1), max(segment.x0, segment.x1))
    let (top, bottom) = (min(segment.y0, segment.y1), max(segment.y0, segment.y1))
    for row in tile(top - reach, tileHeight, rows)...tile(bottom + reach, tileHeight, rows) {
      for column in tile(
        left - reach, tileWidth, columns)...tile(
          right + reach, tileWidth, columns)
      where segment.mayTouch(
        left: column * tileWidth, top: row * tileHeight, width: tileWidth, height: tileHeight,
        reach: reach)
      {
        draw(segment, column, row, rank, pen)
      }
    }
  }

  private mutating func draw(
    _ segment: PixelSegment, _ column: Int, _ row: Int, _ rank: UInt8, _ pen: Pen
  ) {
    let (width, height) = cell.pixels(of: Self.tile)
    let index = row * columns + column
    var marks = tiles[index]
    // Not two owners while it changes.
    tiles[index] = []
    let wasEmpty = marks.isEmpty
    if wasEmpty { marks = Array(repeating: Mark(), count: width * height) }
    var touched = false
    let softness = max(1, pen.halo - pen.core)
    marks.withUnsafeMutableBufferPointer { marks in
      segment.forEachPixel(
        within: pen.halo + 0.5, left: column * width, top: row * height, width: width,
        height: height
      ) { x, y, distance in
        touched = true
        let core = Coverage.strength(pen.core + 0.5 - distance)
        let halo = Coverage.strength((pen.halo + 0.5 - distance) / softness)
        marks[y * width + x].take(rank: rank, core: UInt8(core), halo: UInt8(halo))
      }
    }
    if !wasEmpty || touched { tiles[index] = marks }
  }
}

extension TrailLayer.Mark {
  @inline(__always)
  fileprivate mutating func take(rank: UInt8, core: UInt8, halo: UInt8) {
    if halo > 0 {
      if self.halo == 0 || rank >= haloRank { haloRank = rank }
      self.halo = max(self.halo, halo)
    }
    guard core > 0 else { return }
    if self.core == 0 || rank == coreRank {
      coreRank = rank
      self.core = max(self.core, core)
    } else if rank > coreRank ? core > self.core / 2 : self.core < core / 2 {
      (coreRank, self.core) = (rank, core)
    }
  }

  /// How much of the core is seen: under the halo of a higher rank, little.
  @inline(__always)
  package var visibleCore: UInt32 {
    let core = UInt32(core)
    return haloRank > coreRank ? core * (255 - UInt32(halo)) / 255 : core
  }
}
