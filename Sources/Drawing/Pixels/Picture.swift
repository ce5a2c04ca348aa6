/// A part of the screen that a terminal with pixels shows as a picture in place of its cells.
package struct Picture: Sendable {
  /// Where it is, in cells of the frame.
  package let rect: Rect
  /// What the cells there show where there are no pixels. A cell of the frame that is another has
  /// been written on since: the terminal shows it above the picture.
  package let cells: Frame
  package let ground: Ground
  /// Over the ground.
  package var trails: TrailLayer?
  package var inks: TrailInks
  /// Over the trails, the first one lowest.
  package var marks: [PixelMark] = []
  /// Trails as lines, in place of those in pixels, where the picture is printed as a drawing.
  package var lines: [PrintedLine] = []

  /// What stays while cars drive.
  package struct Ground: Sendable {
    /// Equal only for equal images.
    package let key: Int
    package let image: PixelImage
    /// Contour lines that are not in the image, where the picture is printed as a drawing.
    package let lines: [PrintedLine]

    package init(key: Int, image: PixelImage, lines: [PrintedLine] = []) {
      (self.key, self.image, self.lines) = (key, image, lines)
    }
  }

  /// The colours of trails.
  package struct TrailInks: Hashable, Sendable {
    /// By the ranks of cars.
    package var cores: [Color]
    package var halo: Color
    /// 0…1.
    package var haloStrength: Double

    package init(cores: [Color], halo: Color, haloStrength: Double) {
      (self.cores, self.halo, self.haloStrength) = (cores, halo, haloStrength)
    }
  }

  package init(
    _ rect: Rect, cells: Frame, ground: Ground, trails: TrailLayer? = nil, inks: TrailInks
  ) {
    (self.rect, self.cells, self.ground) = (rect, cells, ground)
    (self.trails, self.inks) = (trails, inks)
  }
}

extension Picture {
  /// What is over the ground in pieces, which are drawn and sent one by one: row by row.
  package struct Tiles: Sendable {
    package let columns, rows: Int
    /// In cells.
    private let size: Size
    private let cell: CellPixels
    /// Of each tile; empty for no trails at all.
    private let trails: [[TrailLayer.Mark]]
    private let inks: TrailInks
    /// Of the tiles that have any.
    private let marks: [Int: [PixelMark]]

    fileprivate init(of picture: Picture, _ cell: CellPixels) {
      (size, self.cell, inks) = (picture.rect.size, cell, picture.inks)
      (columns, rows) = TrailLayer.tiles(in: size)
      if let layer = picture.trails, layer.size == picture.rect.size, layer.cell == cell {
        trails = layer.tiles
      } else {
        trails = []
      }
      var marks: [Int: [PixelMark]] = [:]
      for mark in picture.marks {
        mark.forEachTile(of: cell.pixels(of: TrailLayer.tile), columns, rows) { tile in
          marks[tile, default: []].append(mark)
        }
      }
      self.marks = marks
    }

    package var count: Int { columns * rows }

    /// Whether the ground is all that is seen there.
    package func isEmpty(_ tile: Int) -> Bool {
      marks[tile] == nil && (trails.isEmpty || trails[tile].isEmpty)
    }

    /// The tiles, from first to last, that may look other than they did; without a before, all in
    /// which there is something.
    ///
    /// - Parameter old: of a picture of the same size.
    package func changes(since old: Tiles?) -> [Int] {
      guard let old, old.inks == inks else {
        return (0..<count).filter { tile in
          !isEmpty(tile) || old.map { !$0.isEmpty(tile) } ?? false
        }
      }
      var changed = Set<Int>()
      for tile in marks.keys where marks[tile] != old.marks[tile] { changed.insert(tile) }
      for tile in old.marks.keys where marks[tile] == nil { changed.insert(tile) }
      if trails.count == old.trails.count {
        for tile in trails.indices where trails[tile] != old.trails[tile] { changed.insert(tile) }
      } else {
        let all = trails.isEmpty ? old.trails : trails
        for tile in all.indices where !all[tile].isEmpty { changed.insert(tile) }
      }
      return changed.sorted()
    }

    /// The cells of a tile, counted from the picture's top left one.
    package func cells(of tile: Int) -> Rect {
      let (row, column) = tile.quotientAndRemainder(dividingBy: columns)
      let (x, y) = (column * TrailLayer.tile.width, row * TrailLayer.tile.height)
      return Rect(
        x: x, y: y, width: min(TrailLayer.tile.width, size.width - x),
        height: min(TrailLayer.tile.height, size.height - y))
    }

    /// The pixels of a tile, row by row, the whole of it also where the picture ends within it.
    package func pixels(of tile: Int) -> [Translucent] {
      let (row, column) = tile.quotientAndRemainder(dividingBy: columns)
      let (width, height) = cell.pixels(of: TrailLayer.tile)
      var pixels = Array(repeating: Translucent(), count: width * height)
      pixels.withUnsafeMutableBufferPointer { pixels in
        if !trails.isEmpty { inks.paint(trails[tile], on: pixels) }
        for mark in marks[tile] ?? [] {
          mark.draw(
            on: pixels, left: column * width, top: row * height, width: width, height: height)
        }
      }
      return pixels
    }
  }

  package func tiles(of cell: CellPixels) -> Tiles { Tiles(of: self, cell) }
}

extension PixelMark {
  /// Visits the tiles of that size, row by row, in which any of it may be.
  fileprivate func forEachTile(
    of size: (width: Int, height: Int), _ columns: Int, _ rows: Int, _ visit: (Int) -> Void
  ) {
    guard columns > 0, rows > 0 else { return }
    let (left, right, top, bottom) = bounds
    func place(_ value: Double, _ pixels: Int, _ count: Int) -> Int {
      Int(min(Double(count - 1), max(0, (value / Double(pixels)).rounded(.down))))
    }
    for row in place(top, size.height, rows)...place(bottom, size.height, rows) {
      for column in place(left, size.width, columns)...place(right, size.width, columns)
      where mayTouch(
        left: column * size.width, top: row * size.height, width: size.width, height: size.height)
      {
        visit(row * columns + column)
      }
    }
  }
}

extension Picture.TrailInks {
  fileprivate func paint(
    _ marks: [TrailLayer.Mark], on pixels: UnsafeMutableBufferPointer<Translucent>
  ) {
    guard !cores.isEmpty, marks.count == pixels.count else { return }
    let halo = halo.hex
    let strength = UInt32(min(1, max(0, haloStrength)) * 255)
    let cores = cores.map(\.hex)
    for (index, mark) in marks.enumerated() where mark.halo > 0 || mark.core > 0 {
      var pixel = Translucent()
      pixel.cover(with: halo, UInt32(mark.halo) * strength / 255)
      pixel.cover(with: cores[min(Int(mark.coreRank), cores.count - 1)], mark.visibleCore)
      pixels[index] = pixel
    }
  }
}
