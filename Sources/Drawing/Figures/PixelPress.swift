/// Prints a page in pixels: maps by what draws them on a terminal's glass, all else with soft
/// edges.
package struct PixelPress: Press {
  private let width, height: Int
  private var pixels: [UInt32]
  /// What may be drawn on, in pixels.
  private var clip: (x: Range<Int>, y: Range<Int>)
  private var letters = LetterMasks()

  package init(width: Int, height: Int, paper: Color) {
    (self.width, self.height) = (width, height)
    pixels = Array(repeating: paper.hex, count: width * height)
    clip = (0..<width, 0..<height)
  }

  package var image: PixelImage {
    PixelImage(width: width, height: height) { buffer in
      pixels.withUnsafeBufferPointer { _ = buffer.update(fromContentsOf: $0) }
    }
  }

  /// Begins another page; letters that have been drawn once are known.
  package mutating func clear(_ paper: Color) {
    pixels.withUnsafeMutableBufferPointer { $0.update(repeating: paper.hex) }
  }

  // MARK: Press

  package mutating func fill(_ box: Box, _ ink: Color) {
    let columns = span(box.x, box.width, clip.x)
    for y in span(box.y, box.height, clip.y) {
      for x in columns { pixels[y * width + x] = ink.hex }
    }
  }

  package mutating func fill(_ outlines: [[Place]], _ ink: Color) {
    guard let mask = CoverageMask(filling: outlines, in: clip) else { return }
    lay(mask, ink, opacity: 1)
  }

  package mutating func stroke(
    _ lines: [[Place]], width: Double, _ ink: Color, opacity: Double
  ) {
    guard let mask = CoverageMask(stroking: lines, width: width, in: clip) else { return }
    lay(mask, ink, opacity: opacity)
  }

  package mutating func write(_ text: PrintedText) {
    let corner = (x: Int(text.corner.x.rounded()), y: Int(text.corner.y.rounded()))
    for rim in text.rim.map({ [$0] }) ?? [] {
      for letter in text.letters { put(letter, of: text, at: corner, rim, isRim: true) }
    }
    for letter in text.letters { put(letter, of: text, at: corner, text.ink, isRim: false) }
  }

  private mutating func put(
    _ letter: PrintedText.Letter, of text: PrintedText, at corner: (x: Int, y: Int), _ ink: Color,
    isRim: Bool
  ) {
    guard var mask = letters.mask(of: letter, text.cell, isBold: text.isBold, isRim: isRim) else {
      return
    }
    mask.x += corner.x + letter.column * text.cell.width
    mask.y += corner.y
    lay(mask, ink, opacity: 1)
  }

  package mutating func show(_ image: PixelImage, in box: Box) {
    guard image.width > 0, image.height > 0, box.width > 0, box.height > 0 else { return }
    let (columns, rows) = (span(box.x, box.width, clip.x), span(box.y, box.height, clip.y))
    let (perX, perY) = (Double(image.width) / box.width, Double(image.height) / box.height)
    let places = columns.map {
      min(image.width - 1, max(0, Int((Double($0) + 0.5 - box.x) * perX)))
    }
    image.pixels.withUnsafeBufferPointer { from in
      for y in rows {
        let row = min(image.height - 1, max(0, Int((Double(y) + 0.5 - box.y) * perY)))
        for (x, place) in zip(columns, places) {
          pixels[y * width + x] = from[row * image.width + place]
        }
      }
    }
  }

  /// As a terminal with pixels shows it.
  package mutating func show(_ picture: Picture, at corner: Place, of cell: CellPixels) {
    let size = cell.pixels(of: picture.rect.size)
    let box = Box(
      x: corner.x, y: corner.y, width: Double(size.width), height: Double(size.height))
    within(box) { press in
      press.show(picture.ground.image, in: box)
      let (left, top) = (Int(corner.x.rounded()), Int(corner.y.rounded()))
      let tiles = picture.tiles(of: cell)
      let tile = cell.pixels(of: TrailLayer.tile)
      for index in 0..<tiles.count where !tiles.isEmpty(index) {
        let cells = tiles.cells(of: index)
        press.lay(
          tiles.pixels(of: index), width: tile.width, height: tile.height,
          x: left + cells.x * cell.width, y: top + cells.y * cell.height)
      }
    }
  }

  package mutating func within(_ box: Box, _ draw: (inout PixelPress) -> Void) {
    let before = clip
    clip = (span(box.x, box.width, clip.x), span(box.y, box.height, clip.y))
    draw(&self)
    clip = before
  }

  // MARK: Parts

  /// The pixels of a stretch, of those that may be drawn on.
  private func span(_ start: Double, _ length: Double, _ limits: Range<Int>) -> Range<Int> {
    let low = min(max(start.rounded(), Double(limits.lowerBound)), Double(limits.upperBound))
    let high = min(
      max((start + length).rounded(), low), Double(limits.upperBound))
    return Int(low)..<Int(high)
  }

  private mutating func lay(_ mask: CoverageMask, _ ink: Color, opacity: Double) {
    let strength = UInt32((min(1, max(0, opacity)) * 256).rounded())
    let rows = (mask.y..<mask.y + mask.height).clamped(to: clip.y)
    let columns = (mask.x..<mask.x + mask.width).clamped(to: clip.x)
    for y in rows {
      let row = (y - mask.y) * mask.width - mask.x
      for x in columns {
        let cover = UInt32(mask.cover[row + x])
        guard cover > 0 else { continue }
        pixels[y * width + x] = pixels[y * width + x]
          .blended(with: ink.hex, (cover + cover >> 7) * strength >> 8)
      }
    }
  }

  private mutating func lay(
    _ tile: [Translucent], width tileWidth: Int, height tileHeight: Int, x left: Int, y top: Int
  ) {
    for y in (top..<top + tileHeight).clamped(to: clip.y) {
      for x in (left..<left + tileWidth).clamped(to: clip.x) {
        let index = y * width + x
        pixels[index] = tile[(y - top) * tileWidth + x - left].seen(on: pixels[index])
      }
    }
  }
}
