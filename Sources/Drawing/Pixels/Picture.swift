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

  /// What stays while cars drive.
  package struct Ground: Sendable {
    /// Equal only for equal images.
    package let key: Int
    package let image: PixelImage

    package init(key: Int, image: PixelImage) { (self.key, self.image) = (key, image) }
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

// Tiles: what is over the ground, piece by piece.
extension Picture {
  /// What a tile shows. Equal contents look the same.
  package struct TileContent: Equatable, Sendable {
    fileprivate var trails: [TrailLayer.Mark] = []
    fileprivate var inks: TrailInks
    fileprivate var marks: [PixelMark] = []

    /// Whether the ground is all that is seen.
    package var isEmpty: Bool { trails.isEmpty && marks.isEmpty }
  }

  package var tileColumns: Int {
    (rect.width + TrailLayer.tile.width - 1) / TrailLayer.tile.width
  }
  package var tileRows: Int {
    (rect.height + TrailLayer.tile.height - 1) / TrailLayer.tile.height
  }

  /// The cells of a tile, those of the picture counted from its top left one.
  package func cells(ofTile column: Int, _ row: Int) -> Rect {
    let (x, y) = (column * TrailLayer.tile.width, row * TrailLayer.tile.height)
    return Rect(
      x: x, y: y, width: min(TrailLayer.tile.width, rect.width - x),
      height: min(TrailLayer.tile.height, rect.height - y))
  }

  /// What each tile shows, row by row.
  package func tileContents(of cell: CellPixels) -> [TileContent] {
    let (columns, rows) = (tileColumns, tileRows)
    var contents = Array(repeating: TileContent(inks: inks), count: columns * rows)
    if let trails, trails.size == rect.size {
      for index in contents.indices { contents[index].trails = trails.tiles[index] }
    }
    let (width, height) = cell.pixels(of: TrailLayer.tile)
    guard columns > 0, rows > 0 else { return contents }
    for mark in marks {
      let (left, right, top, bottom) = mark.bounds
      func tile(_ place: Double, _ pixels: Int, _ count: Int) -> Int {
        Int(min(Double(count - 1), max(0, (place / Double(pixels)).rounded(.down))))
      }
      for row in tile(top, height, rows)...tile(bottom, height, rows) {
        for column in tile(left, width, columns)...tile(right, width, columns)
        where mark.mayTouch(
          left: column * width, top: row * height, width: width, height: height)
        {
          contents[row * columns + column].marks.append(mark)
        }
      }
    }
    return contents
  }

  /// The pixels of a tile, row by row, the whole of it also where the picture ends within it.
  package func pixels(
    of content: TileContent, tile column: Int, _ row: Int, _ cell: CellPixels
  ) -> [Translucent] {
    let (width, height) = cell.pixels(of: TrailLayer.tile)
    var pixels = Array(repeating: Translucent(), count: width * height)
    pixels.withUnsafeMutableBufferPointer { pixels in
      inks.paint(content.trails, on: pixels)
      for mark in content.marks {
        mark.draw(
          on: pixels, left: column * width, top: row * height, width: width, height: height)
      }
    }
    return pixels
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
