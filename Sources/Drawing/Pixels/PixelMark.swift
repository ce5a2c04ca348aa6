/// Something that is drawn over trails and drawn anew when it moves, in pixels of its picture.
package struct PixelMark: Hashable, Sendable {
  package var form: Form
  package var color: Color
  /// What surrounds it, so that it is seen on any ground; as wide as `rimWidth`.
  package var rim: Color
  package var rimWidth: Double

  package enum Form: Hashable, Sendable {
    /// A shape of that radius about a place.
    case sign(PixelShape, x: Double, y: Double, radius: Double)
    /// A line so wide between two places.
    case line(x0: Double, y0: Double, x1: Double, y1: Double, width: Double)
  }

  package init(_ form: Form, _ color: Color, rim: Color, rimWidth: Double) {
    (self.form, self.color, self.rim, self.rimWidth) = (form, color, rim, rimWidth)
  }

  /// The part of a line between two places that may be seen in a picture; `nil` if none is.
  package static func clipped(
    _ start: (x: Double, y: Double), _ end: (x: Double, y: Double), _ width: Int, _ height: Int
  ) -> (x0: Double, y0: Double, x1: Double, y1: Double)? {
    PixelSegment(from: start, to: end, width: width, height: height, margin: 32)
      .map { ($0.x0, $0.y0, $0.x1, $0.y1) }
  }

  /// What it lies within, in pixels.
  var bounds: (left: Double, right: Double, top: Double, bottom: Double) {
    switch form {
    case .sign(_, let x, let y, let radius):
      let reach = 1.1 * radius + rimWidth + 1
      return (x - reach, x + reach, y - reach, y + reach)
    case .line(let x0, let y0, let x1, let y1, let width):
      let reach = width / 2 + rimWidth + 1
      return (min(x0, x1) - reach, max(x0, x1) + reach, min(y0, y1) - reach, max(y0, y1) + reach)
    }
  }

  /// Whether any of it may be in a rectangle.
  func mayTouch(left: Int, top: Int, width: Int, height: Int) -> Bool {
    switch form {
    case .sign(_, let x, let y, let radius):
      let reach = 1.1 * radius + rimWidth + 1
      return x + reach > Double(left) && x - reach < Double(left + width)
        && y + reach > Double(top) && y - reach < Double(top + height)
    case .line(let x0, let y0, let x1, let y1, let thickness):
      return PixelSegment(from: x0, y0, to: x1, y1)
        .mayTouch(
          left: left, top: top, width: width, height: height, reach: thickness / 2 + rimWidth + 1)
    }
  }

  /// Draws what is of it in a rectangle whose pixels these are.
  func draw(
    on pixels: UnsafeMutableBufferPointer<Translucent>, left: Int, top: Int, width: Int,
    height: Int
  ) {
    switch form {
    case .sign(let shape, let x, let y, let radius):
      let reach = 1.1 * radius + rimWidth + 1
      let rows = range(y - reach, y + reach, top, height)
      for row in rows {
        for column in range(x - reach, x + reach, left, width) {
          let depth = shape.depth(
            (Double(column) + 0.5 - x) / radius, (Double(row) + 0.5 - y) / radius)
          put(depth * radius, on: &pixels[(row - top) * width + column - left])
        }
      }
    case .line(let x0, let y0, let x1, let y1, let thickness):
      PixelSegment(from: x0, y0, to: x1, y1).forEachPixel(
        within: thickness / 2 + rimWidth + 0.5, left: left, top: top, width: width,
        height: height
      ) { x, y, distance in
        put(thickness / 2 - distance, on: &pixels[y * width + x])
      }
    }
  }

  /// The pixels between two places that lie in a row or column of so many from `start` on.
  private func range(_ low: Double, _ high: Double, _ start: Int, _ count: Int) -> Range<Int> {
    let first = max(Double(start), low.rounded(.down))
    let last = min(Double(start + count), high.rounded(.up))
    return first < last ? Int(first)..<Int(last) : 0..<0
  }

  /// - Parameter depth: how far inside the outline, in pixels.
  @inline(__always)
  private func put(_ depth: Double, on pixel: inout Translucent) {
    pixel.cover(with: rim.hex, Coverage.strength(depth + 0.5 + rimWidth))
    pixel.cover(with: color.hex, Coverage.strength(depth + 0.5))
  }
}

/// How strongly something covers a pixel, in few steps: edges and halos look the same as with many,
/// and a picture of few colours is much shorter on its way to the terminal.
package enum Coverage {
  /// More than none.
  package static let steps = 4.0

  /// A share of a pixel as a strength, 0…255.
  ///
  /// - Parameter share: cut to 0…1.
  @inline(__always)
  package static func strength(_ share: Double) -> UInt32 {
    UInt32((min(1, max(0, share)) * steps).rounded() / steps * 255)
  }
}

/// A colour that lets through what is under it: `0xAARRGGBB`, not multiplied by its alpha.
package struct Translucent: Hashable, Sendable {
  package var argb: UInt32 = 0

  package init(_ rgb: UInt32 = 0, alpha: UInt32 = 0) { argb = alpha << 24 | rgb }

  package var alpha: UInt32 { argb >> 24 }
  package var rgb: UInt32 { argb & 0xFFFFFF }

  /// Lays a colour of that strength (0…255) over it.
  @inline(__always)
  package mutating func cover(with color: UInt32, _ strength: UInt32) {
    guard strength < 255, alpha > 0 else {
      if strength > 0 { self = Translucent(color, alpha: strength) }
      return
    }
    let left = alpha * (255 - strength) / 255
    let sum = strength + left
    guard sum > 0 else { return }
    self = Translucent(rgb.blended(with: color, strength * 256 / sum), alpha: sum)
  }

  /// What is seen of it on an opaque colour.
  @inline(__always)
  package func seen(on ground: UInt32) -> UInt32 {
    let alpha = alpha
    return alpha == 0 ? ground : alpha == 255 ? rgb : ground.blended(with: rgb, alpha + alpha >> 7)
  }
}
