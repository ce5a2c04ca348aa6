/// A picture of pixels without gaps.
package struct PixelImage: Hashable, Sendable {
  package let width: Int
  package let height: Int
  /// `0xRRGGBB`, row by row from the top.
  package private(set) var pixels: [UInt32]

  package init(width: Int, height: Int, filledWith color: Color = Color(0)) {
    (self.width, self.height) = (max(0, width), max(0, height))
    pixels = Array(repeating: color.hex, count: self.width * self.height)
  }

  /// - Parameter fill: writes every pixel, of which there are `width` × `height`.
  package init(
    width: Int, height: Int, fill: (UnsafeMutableBufferPointer<UInt32>) -> Void
  ) {
    (self.width, self.height) = (max(0, width), max(0, height))
    let count = self.width * self.height
    pixels = Array(unsafeUninitializedCapacity: count) { buffer, initialized in
      buffer.initialize(repeating: 0)
      fill(UnsafeMutableBufferPointer(rebasing: buffer[..<count]))
      initialized = count
    }
  }

  /// Red, green and blue of each pixel, row by row from the top.
  package var channels: [UInt8] {
    Array(unsafeUninitializedCapacity: 3 * pixels.count) { bytes, count in
      for pixel in pixels {
        for shift: UInt32 in [16, 8, 0] {
          bytes[count] = UInt8(truncatingIfNeeded: pixel >> shift)
          count += 1
        }
      }
    }
  }

  /// The colour in column `x` of row `y`; both must be inside.
  package subscript(x: Int, y: Int) -> Color {
    get { Color(pixels[y * width + x]) }
    set { pixels[y * width + x] = newValue.hex }
  }
}

extension UInt32 {
  /// The colour between this one (0) and another (256), channel by channel: for the soft edges of
  /// lines, where the way between the two is too short to be seen.
  @inline(__always)
  func blended(with other: UInt32, _ amount: UInt32) -> UInt32 {
    let keep = 256 - amount
    let redBlue = ((self & 0xFF00FF) * keep + (other & 0xFF00FF) * amount) >> 8 & 0xFF00FF
    let green = ((self & 0x00FF00) * keep + (other & 0x00FF00) * amount) >> 8 & 0x00FF00
    return redBlue | green
  }
}
