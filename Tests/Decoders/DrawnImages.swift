package import Drawing

/// A drawing (SVG) without the images in it, and those images.
package struct DrawnImages: Hashable {
  /// The drawing with nothing in the place of each image's bytes.
  package let rest: String
  package let images: [PixelImage?]

  package init(in drawing: String) {
    var (rest, images): (String, [PixelImage?]) = ("", [])
    var text = drawing[...]
    while let start = text.firstRange(of: "base64,")?.upperBound,
      let end = text[start...].firstIndex(of: "\"")
    {
      rest += text[..<start]
      images.append(PictureFile.read(Self.bytes(text[start..<end])))
      text = text[end...]
    }
    (self.rest, self.images) = (rest + text, images)
  }

  /// The bytes of a text in Base64; none of one that is not.
  private static func bytes(_ text: Substring) -> [UInt8] {
    let letters = Array(
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
    let values = Dictionary(uniqueKeysWithValues: zip(letters, UInt32(0)...))
    var (bytes, bits, count): ([UInt8], UInt32, UInt32) = ([], 0, 0)
    for letter in text.utf8 where letter != UInt8(ascii: "=") {
      guard let value = values[letter] else { return [] }
      (bits, count) = (bits << 6 | value, count + 6)
      guard count >= 8 else { continue }
      count -= 8
      bytes.append(UInt8(truncatingIfNeeded: bits >> count))
    }
    return bytes
  }
}
