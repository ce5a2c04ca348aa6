/// How much light a slope has from the north-west, as on printed maps.
///
/// Lambert's law for a light that stands 45° high in the upper left corner of the map. Heights are
/// brightnesses (0…1, see `HeightScale`), so that the valleys of a logarithmic map have slopes
/// too.
package enum HillShade {
  /// How high the whole range of brightness stands over a map whose shorter side is 1.
  package static let rise = 0.5
  /// The number of shades: the middle one is flat ground.
  package static let shades = 17
  package static let flat = 8

  /// The light on a slope, −1 (none) … 1 (most); flat ground has 0.
  ///
  /// - Parameters:
  ///   - dx: how much the scaled height (brightness × `rise`) rises to the right, per unit of way
  ///     in which the map's shorter side is 1; NaN is flat.
  ///   - dy: the same downwards.
  package static func amount(dx: Double, dy: Double) -> Double {
    guard dx.isFinite, dy.isFinite else { return 0 }
    let above = 0.5.squareRoot()
    // A slope that rises to the right faces left.
    let facing = ((dx + dy) * 0.5 + above) / (dx * dx + dy * dy + 1).squareRoot()
    // Full light is 1/above times that of flat ground.
    return facing < above
      ? max(-1, facing / above - 1) : min(1, (facing - above) / (1 - above))
  }

  /// The shade of an amount, 0..<`shades`.
  package static func shade(of amount: Double) -> Int {
    guard !amount.isNaN else { return flat }
    return flat + Int((min(max(-1, amount), 1) * Double(flat)).rounded())
  }

  /// The light of a shade, −1…1.
  package static func amount(ofShade shade: Int) -> Double {
    Double(min(max(0, shade), shades - 1) - flat) / Double(flat)
  }
}

extension Colormap {
  /// The ground in a shade: away from the light it leans towards one colour, in the light a little
  /// towards another.
  ///
  /// - Parameter strength: how far, 0…1.
  package func shaded(
    _ shade: Int, towards dark: Color, _ light: Color, strength: Double
  ) -> Colormap {
    let amount = HillShade.amount(ofShade: shade)
    if amount == 0 || strength == 0 { return self }
    return amount < 0
      ? mixed(with: dark, -amount * strength) : mixed(with: light, amount * strength * 0.3)
  }
}
