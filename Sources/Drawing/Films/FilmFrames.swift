/// The pictures of a film as what changes from one to the next, in the colours of its palette.
struct FilmFrames {
  /// What a picture changes.
  struct Change {
    /// The rectangle outside of which nothing does.
    var x, y, width, height: Int
    /// The places of colours, row by row; `FilmPalette.transparent` where nothing changes.
    var places: [UInt8]
    /// How long the picture is seen.
    var hundredths: Int
  }

  let width, height: Int
  private(set) var palette: FilmPalette
  /// The places of the colours that are seen, and what they stand for.
  private var shown: [UInt8] = []
  private var pixels: [UInt32] = []
  /// The latest change, which goes on while nothing else does.
  private var waiting: Change?

  /// - Parameter samples: pictures like those of the film, of its size; at least one.
  init(_ samples: [PixelImage]) {
    (width, height) = (samples[0].width, samples[0].height)
    palette = FilmPalette(of: samples)
  }

  /// Takes in the next picture.
  ///
  /// - Parameter image: of the film's size.
  /// - Returns: the change that is over with it.
  mutating func add(_ image: PixelImage, hundredths: Int) -> Change? {
    precondition(image.width == width && image.height == height, "pictures of one size")
    guard var change = change(to: image) else {
      waiting?.hundredths += hundredths
      return nil
    }
    change.hundredths = hundredths
    defer { waiting = change }
    return waiting
  }

  /// The last change.
  mutating func end() -> Change? {
    defer { waiting = nil }
    return waiting
  }

  /// `nil` if nothing changes.
  private mutating func change(to image: PixelImage) -> Change? {
    guard !pixels.isEmpty else {
      shown = image.pixels.map { palette.place(of: $0) }
      pixels = image.pixels
      return Change(x: 0, y: 0, width: width, height: height, places: shown, hundredths: 0)
    }
    guard let (rows, columns) = changed(in: image) else { return nil }
    var places: [UInt8] = []
    places.reserveCapacity(rows.count * columns.count)
    for y in rows {
      for x in columns {
        let index = y * width + x
        var place = FilmPalette.transparent
        if image.pixels[index] != pixels[index] {
          let new = palette.place(of: image.pixels[index])
          if new != shown[index] { (place, shown[index]) = (new, new) }
        }
        places.append(place)
      }
    }
    pixels = image.pixels
    return Change(
      x: columns.lowerBound, y: rows.lowerBound, width: columns.count, height: rows.count,
      places: places, hundredths: 0)
  }

  /// The rows and columns that hold every pixel that is another one.
  private func changed(in image: PixelImage) -> (rows: Range<Int>, columns: Range<Int>)? {
    pixels.withUnsafeBufferPointer { old in
      image.pixels.withUnsafeBufferPointer { new in
        var (top, bottom, left, right) = (height, 0, width, 0)
        for y in 0..<height {
          let row = y * width
          guard let first = (0..<width).first(where: { old[row + $0] != new[row + $0] }) else {
            continue
          }
          let last = (first..<width).last { old[row + $0] != new[row + $0] } ?? first
          (top, bottom) = (min(top, y), y + 1)
          (left, right) = (min(left, first), max(right, last + 1))
        }
        return top < bottom ? (top..<bottom, left..<right) : nil
      }
    }
  }
}

/// A film that grows picture by picture: a file that is cut off after any of them can be ended.
package protocol FilmWriter {
  /// Adds a picture that is seen so many hundredths of a second; the bytes that follow in the file.
  mutating func add(_ image: PixelImage, hundredths: Int) -> [UInt8]

  /// The last bytes.
  mutating func end() -> [UInt8]

  /// What is to be written over the bytes from an offset on, once the film has ended.
  var correction: (offset: Int, bytes: [UInt8])? { get }
}
