package import Drawing

/// Pictures by the kitty graphics protocol (https://sw.kovidgoyal.net/kitty/graphics-protocol/):
/// the ground is sent once and lies under the text, what cars draw are small transparent pictures
/// above it.
package struct KittyPainter: PicturePainter {
  package let isLayered = true
  private let cell: CellPixels

  /// Below this a picture lies under cells with a paper of their own too.
  private static let underPaper = -1_073_741_824
  /// Grounds that are kept by the terminal, for views that are left and come back.
  private static let keptGrounds = 4
  private static let firstGround = 1
  private static let firstTile = 1000
  private static let tilesEach = 100_000
  /// Bytes of base64 in one sequence, as the protocol allows.
  private static let chunk = 4096

  /// The grounds that the terminal has, the oldest first.
  private var grounds: [(key: Int, id: Int)] = []
  /// One a picture; `nil` where nothing of it is on the glass.
  private var slots: [Slot?] = []
  private var nextGround = firstGround

  /// What is shown of one picture.
  private struct Slot {
    var rect: Rect
    var ground: (key: Int, id: Int)
    var tiles: Picture.Tiles?
  }

  package init(_ cell: CellPixels) { self.cell = cell }

  package let farewell = "\u{1B}_Ga=d,d=A,q=2\u{1B}\\"
  package var reset: String { "\u{1B}\\\u{1B}_Gm=0,q=2;\u{1B}\\" + farewell }

  package mutating func forget() { (grounds, slots) = ([], []) }

  package mutating func bytes(
    for pictures: [Picture], on cells: PictureCells, redrawn: [Run]
  ) -> [UInt8] {
    var bytes: [UInt8] = []
    for index in slots.indices.reversed()
    where index >= pictures.count || slots[index]?.rect != pictures[index].rect {
      removeSlot(index, &bytes)
    }
    slots += Array(repeating: nil, count: max(0, pictures.count - slots.count))
    for (index, picture) in pictures.enumerated() { show(picture, index, &bytes) }
    // No command moves the cursor but those that go to a picture's place.
    return bytes.isEmpty ? [] : Array("\u{1B}7".utf8) + bytes + "\u{1B}8".utf8
  }

  private mutating func show(_ picture: Picture, _ index: Int, _ bytes: inout [UInt8]) {
    let tiles = picture.tiles(of: cell)
    guard !picture.rect.isEmpty, tiles.count < Self.tilesEach else { return }
    if slots[index]?.ground.key != picture.ground.key {
      let ground = ground(picture.ground, &bytes)
      if let old = slots[index] { remove("d=i,i=\(old.ground.id),p=\(index + 1)", &bytes) }
      let rect = picture.rect
      bytes.appendMove(toColumn: rect.x, row: rect.y)
      Self.send(
        "a=p,i=\(ground.id),p=\(index + 1),c=\(rect.width),r=\(rect.height),C=1,"
          + "z=\(Self.layer(of: index))", to: &bytes)
      slots[index] = Slot(rect: rect, ground: ground, tiles: slots[index]?.tiles)
    }
    let old = slots[index]?.tiles
    for tile in tiles.changes(since: old) {
      if !tiles.isEmpty(tile) {
        send(tile, of: tiles, at: picture.rect, index, &bytes)
      } else if let old, !old.isEmpty(tile) {
        remove("d=I,i=\(Self.id(ofTile: tile, index))", &bytes)
      }
    }
    slots[index]?.tiles = tiles
  }

  /// Two layers for each picture, its ground and what is over it.
  private static func layer(of index: Int) -> Int { underPaper - 1000 + 2 * index }

  private static func id(ofTile tile: Int, _ index: Int) -> Int {
    firstTile + index * tilesEach + tile
  }

  /// The terminal's number of a ground, which it is sent if it has not got it.
  private mutating func ground(
    _ ground: Picture.Ground, _ bytes: inout [UInt8]
  ) -> (key: Int, id: Int) {
    if let known = grounds.first(where: { $0.key == ground.key }) { return known }
    let used = Set(slots.compactMap { $0?.ground.id })
    while grounds.count >= Self.keptGrounds,
      let old = grounds.firstIndex(where: { !used.contains($0.id) })
    {
      remove("d=I,i=\(grounds[old].id)", &bytes)
      grounds.remove(at: old)
    }
    let id = nextGround
    nextGround = id + 1 < Self.firstTile ? id + 1 : Self.firstGround
    let image = ground.image
    let raw = [UInt8](unsafeUninitializedCapacity: image.pixels.count * 3) { buffer, count in
      for (index, pixel) in image.pixels.enumerated() {
        buffer[3 * index] = UInt8(truncatingIfNeeded: pixel >> 16)
        buffer[3 * index + 1] = UInt8(truncatingIfNeeded: pixel >> 8)
        buffer[3 * index + 2] = UInt8(truncatingIfNeeded: pixel)
      }
      count = image.pixels.count * 3
    }
    Self.send(
      "a=t,i=\(id),f=24,o=z,s=\(image.width),v=\(image.height)", Deflate.packed(raw, .quick),
      to: &bytes)
    grounds.append((ground.key, id))
    return (ground.key, id)
  }

  private func send(
    _ tile: Int, of tiles: Picture.Tiles, at rect: Rect, _ index: Int, _ bytes: inout [UInt8]
  ) {
    let (cells, pixels) = (tiles.cells(of: tile), tiles.pixels(of: tile))
    let (width, height) = cell.pixels(of: cells.size)
    let pitch = TrailLayer.tile.width * cell.width
    let raw = [UInt8](unsafeUninitializedCapacity: width * height * 4) { buffer, count in
      for y in 0..<height {
        for x in 0..<width {
          let (pixel, place) = (pixels[y * pitch + x], 4 * (y * width + x))
          buffer[place] = UInt8(truncatingIfNeeded: pixel.argb >> 16)
          buffer[place + 1] = UInt8(truncatingIfNeeded: pixel.argb >> 8)
          buffer[place + 2] = UInt8(truncatingIfNeeded: pixel.argb)
          buffer[place + 3] = UInt8(truncatingIfNeeded: pixel.argb >> 24)
        }
      }
      count = width * height * 4
    }
    bytes.appendMove(toColumn: rect.x + cells.x, row: rect.y + cells.y)
    Self.send(
      "a=T,i=\(Self.id(ofTile: tile, index)),p=1,f=32,o=z,s=\(width),v=\(height),"
        + "c=\(cells.width),r=\(cells.height),C=1,z=\(Self.layer(of: index) + 1)",
      Deflate.packed(raw, .thorough), to: &bytes)
  }

  /// Takes all of a picture from the glass.
  private mutating func removeSlot(_ index: Int, _ bytes: inout [UInt8]) {
    guard let slot = slots[index] else { return }
    if let tiles = slot.tiles {
      for tile in 0..<tiles.count where !tiles.isEmpty(tile) {
        remove("d=I,i=\(Self.id(ofTile: tile, index))", &bytes)
      }
    }
    remove("d=i,i=\(slot.ground.id),p=\(index + 1)", &bytes)
    slots[index] = nil
  }

  private func remove(_ what: String, _ bytes: inout [UInt8]) {
    Self.send("a=d," + what, to: &bytes)
  }

  /// One command; long contents go in pieces. No answer is wanted, not even to an error.
  private static func send(
    _ control: String, _ content: [UInt8] = [], to bytes: inout [UInt8]
  ) {
    let text = content.base64
    guard text.count > chunk else {
      bytes.append("\u{1B}_Gq=2,\(control)" + (text.isEmpty ? "" : ";"))
      bytes += text
      bytes.append("\u{1B}\\")
      return
    }
    for start in stride(from: 0, to: text.count, by: chunk) {
      let end = min(text.count, start + chunk)
      let more = end < text.count ? 1 : 0
      bytes.append("\u{1B}_Gq=2," + (start == 0 ? control + ",m=\(more);" : "m=\(more);"))
      bytes += text[start..<end]
      bytes.append("\u{1B}\\")
    }
  }
}

extension [UInt8] {
  /// The bytes as base64 (RFC 4648), padded.
  var base64: [UInt8] {
    let digits = Array(
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
    var result: [UInt8] = []
    result.reserveCapacity((count + 2) / 3 * 4)
    var index = 0
    while index < count {
      let left = count - index
      let bits =
        UInt32(self[index]) << 16 | (left > 1 ? UInt32(self[index + 1]) << 8 : 0)
        | (left > 2 ? UInt32(self[index + 2]) : 0)
      for place in 0..<4 {
        result.append(
          place <= left ? digits[Int(bits >> (18 - 6 * UInt32(place)) & 63)] : UInt8(ascii: "="))
      }
      index += 3
    }
    return result
  }
}
