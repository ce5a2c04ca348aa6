package import Drawing

/// Readers of the films that `GIF` and `APNG` write.
package enum FilmFile {
  /// A picture as it is seen, and for how many hundredths of a second.
  package struct Picture: Equatable {
    package var image: PixelImage
    package var hundredths: Int

    package init(image: PixelImage, hundredths: Int) {
      (self.image, self.hundredths) = (image, hundredths)
    }
  }

  /// The pictures of a GIF; `nil` for anything that is cut off or that `GIF` does not write.
  package static func gif(_ file: [UInt8]) -> [Picture]? {
    var bytes = Bytes(file)
    guard bytes.take(6) == Array("GIF89a".utf8), let width = bytes.word(),
      let height = bytes.word(),
      bytes.take(3) == [0xF7, 0, 0], let table = bytes.take(768)
    else { return nil }
    var film = Screen(width, height, table)
    var (hundredths, transparent) = (0, -1)
    while let mark = bytes.take(1)?.first {
      switch mark {
      case 0x3B: return bytes.isAtEnd ? film.pictures : nil
      case 0x21:
        guard let kind = bytes.take(1)?.first, let content = bytes.blocks() else { return nil }
        guard kind == 0xF9 else { continue }
        guard content.count == 4, content[0] == 0b101 else { return nil }
        hundredths = Int(content[1]) | Int(content[2]) << 8
        transparent = Int(content[3])
      case 0x2C:
        guard let x = bytes.word(), let y = bytes.word(), let width = bytes.word(),
          let height = bytes.word(), bytes.take(2) == [0, 8], let packed = bytes.blocks(),
          let places = unpacked(packed), places.count == width * height
        else { return nil }
        film.show(places, x, y, width, transparent, hundredths)
      default: return nil
      }
    }
    return nil
  }

  /// The pictures of an APNG, and how many it says that it has.
  package static func apng(_ file: [UInt8]) -> (pictures: [Picture], count: Int)? {
    var bytes = Bytes(file)
    guard bytes.take(8) == [0x89] + Array("PNG\r\n\u{1A}\n".utf8) else { return nil }
    var film: Screen?
    var (size, count, number) = ((0, 0), 0, 0)
    var rect: (x: Int, y: Int, width: Int, height: Int, hundredths: Int)?
    while let length = bytes.long(), let name = bytes.take(4), let content = bytes.take(length),
      bytes.take(4) != nil
    {
      var chunk = Bytes(content)
      switch String(decoding: name, as: UTF8.self) {
      case "IHDR":
        size = (chunk.long() ?? 0, chunk.long() ?? 0)
        guard chunk.take(5) == [8, 3, 0, 0, 0] else { return nil }
      case "acTL": count = chunk.long() ?? 0
      case "PLTE": film = Screen(size.0, size.1, content)
      case "fcTL":
        guard chunk.long() == number, let width = chunk.long(), let height = chunk.long(),
          let x = chunk.long(), let y = chunk.long(), let delay = chunk.take(2),
          chunk.take(4) == [0, 100, 0, 1]
        else { return nil }
        number += 1
        rect = (x, y, width, height, Int(delay[0]) << 8 | Int(delay[1]))
      case "IDAT", "fdAT":
        if name[0] == UInt8(ascii: "f") {
          guard chunk.long() == number else { return nil }
          number += 1
        }
        guard let now = rect,
          let rows = inflated(chunk.rest, to: (now.width + 1) * now.height)
        else { return nil }
        var places: [UInt8] = []
        for y in 0..<now.height {
          let start = y * (now.width + 1)
          places += rows[start + 1..<start + 1 + now.width]
        }
        film?.show(places, now.x, now.y, now.width, 255, now.hundredths)
      case "IEND": return bytes.isAtEnd ? film.map { ($0.pictures, count) } : nil
      default: break
      }
    }
    return nil
  }

  /// What is seen while changes are laid over each other.
  private struct Screen {
    private let width: Int
    private let height: Int
    private let table: [UInt8]
    private var pixels: [UInt32]
    private(set) var pictures: [Picture] = []

    init(_ width: Int, _ height: Int, _ table: [UInt8]) {
      (self.width, self.height, self.table) = (width, height, table)
      pixels = Array(repeating: 0, count: width * height)
    }

    mutating func show(
      _ places: [UInt8], _ x: Int, _ y: Int, _ columns: Int, _ transparent: Int, _ hundredths: Int
    ) {
      for (index, place) in places.enumerated() where Int(place) != transparent {
        let color = table[3 * Int(place)..<3 * Int(place) + 3].reduce(UInt32(0)) {
          $0 << 8 | UInt32($1)
        }
        pixels[(y + index / columns) * width + x + index % columns] = color
      }
      let image = PixelImage(width: width, height: height) { buffer in
        _ = buffer.update(fromContentsOf: pixels)
      }
      pictures.append(Picture(image: image, hundredths: hundredths))
    }
  }

  /// What GIF's codes stand for; `nil` if they are none.
  private static func unpacked(_ packed: [UInt8]) -> [UInt8]? {
    var strings = (0..<258).map { $0 < 256 ? [UInt8($0)] : [] }
    var (width, bits, count): (Int, UInt32, Int) = (9, 0, 0)
    var (result, last): ([UInt8], [UInt8]?) = ([], nil)
    var rest = packed[...]
    while true {
      while count < width {
        guard let byte = rest.popFirst() else { return nil }
        bits |= UInt32(byte) << UInt32(count)
        count += 8
      }
      let code = Int(bits & (1 << UInt32(width) - 1))
      bits >>= UInt32(width)
      count -= width
      if code == 257 { return rest.isEmpty ? result : nil }
      if code == 256 {
        strings.removeSubrange(258...)
        (width, last) = (9, nil)
        continue
      }
      guard code < strings.count || code == strings.count && last != nil else { return nil }
      let string = code < strings.count ? strings[code] : last! + [last![0]]
      result += string
      if let last, strings.count < 4096 { strings.append(last + [string[0]]) }
      if strings.count == 1 << width, width < 12 { width += 1 }
      last = string
    }
  }

  private struct Bytes {
    private(set) var rest: [UInt8]
    private var place = 0

    init(_ bytes: [UInt8]) { rest = bytes }

    var isAtEnd: Bool { place == rest.count }

    mutating func take(_ count: Int) -> [UInt8]? {
      guard count >= 0, place + count <= rest.count else { return nil }
      defer { place += count }
      return Array(rest[place..<place + count])
    }

    mutating func word() -> Int? { take(2).map { Int($0[0]) | Int($0[1]) << 8 } }

    mutating func long() -> Int? {
      guard let bytes = take(4) else { return nil }
      rest.removeSubrange(..<place)
      place = 0
      return bytes.reduce(0) { $0 << 8 | Int($1) }
    }

    /// Blocks of up to 255 bytes, until an empty one.
    mutating func blocks() -> [UInt8]? {
      var bytes: [UInt8] = []
      while let count = take(1)?.first {
        if count == 0 { return bytes }
        guard let block = take(Int(count)) else { return nil }
        bytes += block
      }
      return nil
    }
  }
}
