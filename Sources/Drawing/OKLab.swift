/// A colour by lightness and two opponent axes, in which equal distances look about equal.
///
/// Björn Ottosson, "A perceptual color space for image processing" (2020),
/// https://bottosson.github.io/posts/oklab/.
package struct OKLab: Hashable, Sendable {
  /// Lightness, 0 (black) … 1 (white).
  package var l: Double
  /// Green (negative) to red.
  package var a: Double
  /// Blue (negative) to yellow.
  package var b: Double

  package init(l: Double, a: Double, b: Double) {
    self.l = l
    self.a = a
    self.b = b
  }

  package init(_ color: Color) {
    let red = Self.linear[Int(color.red)]
    let green = Self.linear[Int(color.green)]
    let blue = Self.linear[Int(color.blue)]
    let long = Elementary.cubeRoot(
      0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue)
    let medium = Elementary.cubeRoot(
      0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue)
    let short = Elementary.cubeRoot(
      0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue)
    l = 0.2104542553 * long + 0.7936177850 * medium - 0.0040720468 * short
    a = 1.9779984951 * long - 2.4285922050 * medium + 0.4505937099 * short
    b = 0.0259040371 * long + 0.7827717662 * medium - 0.8086757660 * short
  }

  /// The nearest sRGB colour; channels outside the gamut are cut.
  package var color: Color {
    let long = cube(l + 0.3963377774 * a + 0.2158037573 * b)
    let medium = cube(l - 0.1055613458 * a - 0.0638541728 * b)
    let short = cube(l - 0.0894841775 * a - 1.2914855480 * b)
    return Color(
      red: Self.encode(4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short),
      green: Self.encode(-1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short),
      blue: Self.encode(-0.0041960863 * long - 0.7034186147 * medium + 1.7076147010 * short))
  }

  /// The colour on the straight line to another: 0 is this one, 1 the other.
  package func mixed(with other: OKLab, _ amount: Double) -> OKLab {
    OKLab(
      l: l + (other.l - l) * amount,
      a: a + (other.a - a) * amount,
      b: b + (other.b - b) * amount)
  }

  /// How different another looks; about 0.02 is just noticed.
  package func distance(to other: OKLab) -> Double { squaredDistance(to: other).squareRoot() }

  /// Its square, which orders as the distance does.
  package func squaredDistance(to other: OKLab) -> Double {
    let (dl, da, db) = (l - other.l, a - other.a, b - other.b)
    return dl * dl + da * da + db * db
  }

  /// Light of each of the 256 channel values, 0…1 (IEC 61966-2-1).
  static let linear: [Double] = (0..<256).map { light(of: Double($0) / 255) }

  /// The light from which on a channel has the next value: halfway between two.
  private static let steps: [Double] = (0..<255).map { light(of: (Double($0) + 0.5) / 255) }

  private static func light(of value: Double) -> Double {
    guard value > 0.04045 else { return value / 12.92 }
    let u = (value + 0.055) / 1.055
    return u * u * Elementary.fifthRoot(u * u)  // u^2.4
  }

  /// The channel value for an amount of light: the nearest.
  private static func encode(_ light: Double) -> UInt8 {
    steps.withUnsafeBufferPointer { steps in
      var value = 0
      var stride = 128
      while stride > 0 {
        if light >= steps[value + stride - 1] { value += stride }
        stride >>= 1
      }
      return UInt8(value)
    }
  }
}

@inline(__always)
private func cube(_ x: Double) -> Double { x * x * x }
