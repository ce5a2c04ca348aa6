/// Writes films in APNG (W3C, "Portable Network Graphics (PNG) Specification", third edition,
/// 2025), which begin again for ever; who knows no films sees the first picture.
package struct APNG: FilmWriter {
  private var frames: FilmFrames
  /// Pictures and chunks that are numbered, so far.
  private var pictures = 0
  private var number = 0

  /// Where the number of pictures stands: behind the signature and the header.
  private static let controlOffset = 8 + 25

  /// - Parameter samples: pictures like those of the film, whose colours it has.
  package init(samples: [PixelImage]) { frames = FilmFrames(samples) }

  package mutating func add(_ image: PixelImage, hundredths: Int) -> [UInt8] {
    guard let change = frames.add(image, hundredths: hundredths) else { return [] }
    return bytes(of: change)
  }

  package mutating func end() -> [UInt8] {
    var bytes = frames.end().map { self.bytes(of: $0) } ?? []
    PNG.append("IEND", [], to: &bytes)
    return bytes
  }

  package var correction: (offset: Int, bytes: [UInt8])? { (Self.controlOffset, control) }

  private var control: [UInt8] {
    var bytes: [UInt8] = []
    PNG.append("acTL", PNG.number(max(1, pictures)) + PNG.number(0), to: &bytes)
    return bytes
  }

  private var header: [UInt8] {
    var bytes = PNG.signature
    let size = PNG.number(frames.width) + PNG.number(frames.height)
    PNG.append("IHDR", size + [8, 3, 0, 0, 0], to: &bytes)
    bytes += control
    let colors = frames.palette.colors
    let places = colors.flatMap { [$0.red, $0.green, $0.blue] }
    PNG.append(
      "PLTE", places + [UInt8](repeating: 0, count: 3 * (256 - colors.count)), to: &bytes)
    PNG.append("tRNS", [UInt8](repeating: 255, count: 255) + [0], to: &bytes)
    return bytes
  }

  private mutating func bytes(of change: FilmFrames.Change) -> [UInt8] {
    var bytes = pictures == 0 ? header : []
    let place = [change.width, change.height, change.x, change.y].flatMap(PNG.number)
    let delay = PNG.word(min(change.hundredths, 0xFFFF)) + PNG.word(100)
    // What was there stays, and is seen through the one colour that lets it.
    PNG.append("fcTL", PNG.number(number) + place + delay + [0, 1], to: &bytes)
    number += 1
    var rows: [UInt8] = []
    rows.reserveCapacity((change.width + 1) * change.height)
    for y in 0..<change.height {
      rows.append(0)
      rows += change.places[y * change.width..<(y + 1) * change.width]
    }
    let packed = Deflate.packed(rows, .thorough)
    if pictures == 0 {
      PNG.append("IDAT", packed, to: &bytes)
    } else {
      PNG.append("fdAT", PNG.number(number) + packed, to: &bytes)
      number += 1
    }
    pictures += 1
    return bytes
  }
}
