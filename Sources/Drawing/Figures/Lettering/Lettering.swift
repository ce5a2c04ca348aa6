package enum Lettering {
  package static func lines(of glyph: Unicode.Scalar) -> [[Place]]? { nil }
  package static func pen(isBold: Bool) -> Double { isBold ? 0.2 : 0.13 }
}
