internal import CZlib
package import Drawing

/// Bytes of that count out of a zlib stream; `nil` if it holds others.
func inflated(_ packed: [UInt8], to count: Int) -> [UInt8]? {
  var bytes = [UInt8](repeating: 0, count: count)
  var length = uLongf(count)
  let result = uncompress(&bytes, &length, packed, uLong(packed.count))
  return result == Z_OK && length == count ? bytes : nil
}

/// A reader of the pictures that `PNG` writes.
package enum PictureFile {
  /// The picture; `nil` for anything that `PNG` does not write.
  package static func read(_ file: [UInt8]) -> PixelImage? {
    guard let chunks = chunks(file), let header = chunks["IHDR"], let content = chunks["IDAT"],
      header.count == 13, header[8...] == [8, 2, 0, 0, 0]
    else { return nil }
    let (width, height) = (number(header, 0), number(header, 4))
    let length = 3 * width
    guard let rows = inflated(content, to: (length + 1) * height) else { return nil }
    var above = [UInt8](repeating: 0, count: length)
    var pixels: [UInt32] = []
    for y in 0..<height {
      let start = y * (length + 1)
      var row = Array(rows[start + 1..<start + 1 + length])
      switch rows[start] {
      case 0: break
      case 1: for index in row.indices.dropFirst(3) { row[index] &+= row[index - 3] }
      case 2: for index in row.indices { row[index] &+= above[index] }
      default: return nil
      }
      for x in 0..<width {
        let (red, green) = (UInt32(row[3 * x]), UInt32(row[3 * x + 1]))
        pixels.append(red << 16 | green << 8 | UInt32(row[3 * x + 2]))
      }
      above = row
    }
    return PixelImage(width: width, height: height) { buffer in
      _ = buffer.update(fromContentsOf: pixels)
    }
  }

  /// What the chunks hold, by their names, their sums being right.
  private static func chunks(_ file: [UInt8]) -> [String: [UInt8]]? {
    guard file.starts(with: [0x89] + "PNG\r\n\u{1A}\n".utf8) else { return nil }
    var chunks: [String: [UInt8]] = [:]
    var place = 8
    while place + 12 <= file.count {
      let end = place + 8 + number(file, place)
      guard end + 4 <= file.count else { return nil }
      let body = Array(file[place + 4..<end])
      guard Int(crc32(0, body, uInt(body.count))) == number(file, end) else { return nil }
      chunks[String(decoding: body.prefix(4), as: UTF8.self)] = Array(body.dropFirst(4))
      place = end + 4
    }
    return place == file.count ? chunks : nil
  }

  private static func number(_ bytes: [UInt8], _ place: Int) -> Int {
    bytes[place..<place + 4].reduce(0) { $0 << 8 | Int($1) }
  }
}
