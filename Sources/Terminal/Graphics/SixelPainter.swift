package import Drawing

/// Pictures as sixel graphics: ground, trails and signs are composed here, and pieces that have
/// changed are painted over the cells. Text on a cell hides the picture there, and when it goes the
/// piece is painted anew.
package struct SixelPainter: PicturePainter {
  package let isLayered = false
  /// Pictures go with the alternate screen.
  package let farewell = ""
  package let reset = "\u{1B}\\"
  private let cell: CellPixels
  /// The largest picture at once, in cells.
  private let largest: Size
  private var slots: [Slot] = []
  private var palette: SixelPalette?
  private var grounds: [Int] = []

  /// One picture as it should be, and which of its cells are on the glass.
  private struct Slot {
    var rect: Rect
    var ground: Int
    var tiles: Picture.Tiles?
    var pixels: [UInt32]
    var isOnGlass: [Bool]
  }

  /// - Parameter largest: the largest picture that the terminal takes, in pixels.
  package init(_ cell: CellPixels, largest: Size?) {
    self.cell = cell
    let most = largest ?? Size(1000, 800)
    self.largest = Size(max(1, most.width / cell.width), max(1, most.height / cell.height))
  }

  package mutating func forget() { slots = [] }

  package mutating func bytes(
    for pictures: [Picture], on cells: PictureCells, redrawn: [Run]
  ) -> [UInt8] {
    if grounds != pictures.map(\.ground.key) || palette == nil {
      grounds = pictures.map(\.ground.key)
      palette = pictures.isEmpty ? nil : SixelPalette(for: pictures)
      // Other colours: nothing on the glass is as it would be now.
      slots = []
    }
    while slots.count > pictures.count { slots.removeLast() }
    var bytes: [UInt8] = []
    for (index, picture) in pictures.enumerated() where !picture.rect.isEmpty {
      if index >= slots.count {
        slots.append(empty(picture))
      } else if slots[index].rect != picture.rect || slots[index].ground != picture.ground.key {
        slots[index] = empty(picture)
      }
      compose(picture, index)
      loseCells(of: index, cells, redrawn)
      for rect in missing(index, cells) { paint(rect, of: index, &bytes) }
    }
    return bytes
  }

  private func empty(_ picture: Picture) -> Slot {
    Slot(
      rect: picture.rect, ground: picture.ground.key, tiles: nil,
      pixels: picture.ground.image.pixels,
      isOnGlass: Array(repeating: false, count: picture.rect.width * picture.rect.height))
  }

  /// Draws what has changed into the picture.
  private mutating func compose(_ picture: Picture, _ index: Int) {
    let ground = picture.ground.image
    let pitch = TrailLayer.tile.width * cell.width
    let tiles = picture.tiles(of: cell)
    for tile in tiles.changes(since: slots[index].tiles) {
      let (cells, over) = (tiles.cells(of: tile), tiles.pixels(of: tile))
      let (width, height) = cell.pixels(of: cells.size)
      let (left, top) = (cells.x * cell.width, cells.y * cell.height)
      for y in 0..<height {
        for x in 0..<width {
          let place = (top + y) * ground.width + left + x
          slots[index].pixels[place] = over[y * pitch + x].seen(on: ground.pixels[place])
        }
      }
      for y in cells.y..<cells.maxY {
        for x in cells.x..<cells.maxX {
          slots[index].isOnGlass[y * picture.rect.width + x] = false
        }
      }
    }
    slots[index].tiles = tiles
  }

  /// Forgets the cells that curses has written to, and those that text stands on.
  private mutating func loseCells(of index: Int, _ cells: PictureCells, _ redrawn: [Run]) {
    let rect = slots[index].rect
    for run in redrawn where run.row >= rect.y && run.row < rect.maxY {
      for x in run.columns.clamped(to: rect.x..<rect.maxX) {
        slots[index].isOnGlass[(run.row - rect.y) * rect.width + x - rect.x] = false
      }
    }
    for y in 0..<rect.height {
      for x in 0..<rect.width where owner(x + rect.x, y + rect.y, cells) != index {
        slots[index].isOnGlass[y * rect.width + x] = false
      }
    }
  }

  private func owner(_ x: Int, _ y: Int, _ cells: PictureCells) -> Int? {
    let size = cells.frame.size
    // The last row scrolls the screen when a picture ends there.
    guard x >= 0, x < size.width, y >= 0, y < size.height - 1 else { return nil }
    let owner = cells.owners[y * size.width + x]
    return owner == 0 ? nil : Int(owner) - 1
  }

  /// The cells of a picture that must be painted, as rectangles no larger than the terminal takes;
  /// in cells of the picture.
  private mutating func missing(_ index: Int, _ cells: PictureCells) -> [Rect] {
    let rect = slots[index].rect
    var done: [Rect] = []
    var open: [Rect] = []
    for y in 0..<rect.height {
      var runs: [Rect] = []
      var x = 0
      while x < rect.width {
        func isMissing(_ x: Int) -> Bool {
          !slots[index].isOnGlass[y * rect.width + x]
            && owner(x + rect.x, y + rect.y, cells) == index
        }
        guard isMissing(x) else {
          x += 1
          continue
        }
        let start = x
        while x < rect.width, x - start < largest.width, isMissing(x) {
          slots[index].isOnGlass[y * rect.width + x] = true
          x += 1
        }
        runs.append(Rect(x: start, y: y, width: x - start, height: 1))
      }
      // A run right under one as wide goes on with it.
      var grown: [Rect] = []
      for run in runs {
        if let above = open.first(where: {
          $0.x == run.x && $0.width == run.width && $0.maxY == y && $0.height < largest.height
        }) {
          open.removeAll { $0 == above }
          grown.append(
            Rect(x: above.x, y: above.y, width: above.width, height: above.height + 1))
        } else {
          grown.append(run)
        }
      }
      done += open
      open = grown
    }
    return done + open
  }

  private mutating func paint(_ rect: Rect, of index: Int, _ bytes: inout [UInt8]) {
    guard var palette else { return }
    let slot = slots[index]
    let (width, height) = cell.pixels(of: rect.size)
    let (left, top) = (rect.x * cell.width, rect.y * cell.height)
    let pitch = slot.rect.width * cell.width
    let registers = [UInt8](unsafeUninitializedCapacity: width * height) { buffer, count in
      for y in 0..<height {
        for x in 0..<width {
          buffer[y * width + x] = UInt8(
            palette.register(of: slot.pixels[(top + y) * pitch + left + x]))
        }
      }
      count = width * height
    }
    self.palette = palette
    bytes.appendVisit(toColumn: slot.rect.x + rect.x, row: slot.rect.y + rect.y) {
      Sixel.append(registers, width: width, height: height, palette.colors, to: &$0)
    }
  }
}
