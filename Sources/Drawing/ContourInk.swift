/// The colours of contour lines: as near to the ground they cross as can be and still be seen.
///
/// A line leans from its ground towards one colour, by a share of the way, and further until it has
/// the contrast that WCAG 2.1 asks of graphical objects (success criterion 1.4.11). Where that
/// colour is too near to the ground it goes on towards white or black. So the contrast holds for
/// every ground, and for every theme that somebody writes.
package struct ContourInk: Hashable, Sendable {
  /// The least contrast of a line with the ground under it.
  package static let least = 3.0
  /// What a major line has, or as near to it as white or black comes.
  package static let leastOfMajor = 4.5

  /// What lines lean towards.
  package let color: Color
  /// The least share of the way there, 0…1.
  package let strength: Double
  /// The colours that there are; empty for all.
  private let choice: [Color]

  /// - Parameter choice: the only colours that a terminal has; empty for all.
  package init(leaningTo color: Color, strength: Double, among choice: [Color] = []) {
    self.color = color
    self.strength = min(max(0, strength), 1)
    self.choice = choice
  }

  /// The colour of a line over a ground.
  package func ink(on ground: Color, isMajor: Bool) -> Color {
    let wanted = isMajor ? Self.leastOfMajor : Self.least
    let ideal = ideal(on: ground, wanted)
    return choice.isEmpty ? ideal : nearest(to: ideal, on: ground, wanted)
  }

  /// The nearest of the colours that there are: lighter than the ground if the ideal is, and
  /// otherwise darker, as long as that can be seen.
  private func nearest(to ideal: Color, on ground: Color, _ wanted: Double) -> Color {
    let isLight = ideal.luminance >= ground.luminance
    let seen = choice.filter { $0.contrast(with: ground) >= Self.least }
    let alike = seen.filter { ($0.luminance >= ground.luminance) == isLight }
    let clear = alike.filter { $0.contrast(with: ground) >= wanted }
    let lab = OKLab(ideal)
    func isNearer(_ one: Color, _ other: Color) -> Bool {
      OKLab(one).squaredDistance(to: lab) < OKLab(other).squaredDistance(to: lab)
    }
    func isFainter(_ one: Color, _ other: Color) -> Bool {
      one.contrast(with: ground) < other.contrast(with: ground)
    }
    return clear.min(by: isNearer) ?? alike.max(by: isFainter) ?? choice.max(by: isFainter) ?? ideal
  }

  /// The colours of lines over every level of a ground.
  package func inks(on ground: Colormap, isMajor: Bool) -> Colormap {
    Colormap(bands: ground.colors.map { ink(on: $0, isMajor: isMajor) })
  }

  private func ideal(on ground: Color, _ wanted: Double) -> Color {
    if let ink = Self.color(from: ground, to: color, wanted, atLeast: strength) { return ink }
    let (white, black) = (Color(0xffffff), Color(0))
    let isLight = color.luminance >= ground.luminance
    let (same, other) = isLight ? (white, black) : (black, white)
    let end = same.contrast(with: ground) >= Self.least ? same : other
    return Self.color(from: end == same ? color : ground, to: end, wanted, against: ground) ?? end
  }

  /// The first colour on the way from one to another that has a contrast with the ground; `nil` if
  /// none has.
  ///
  /// - Parameter share: of the way, that it goes at least.
  private static func color(
    from start: Color, to end: Color, _ wanted: Double, atLeast share: Double = 0,
    against ground: Color? = nil
  ) -> Color? {
    let ground = ground ?? start
    guard end.contrast(with: ground) >= wanted else { return nil }
    // Contrast rises on the way, so halving finds where it is enough.
    let steps = 64
    var (low, high) = (Int((share * Double(steps)).rounded(.up)), steps)
    let (first, last) = (OKLab(start), OKLab(end))
    func color(_ step: Int) -> Color {
      first.mixed(with: last, Double(step) / Double(steps)).color
    }
    while low < high {
      let middle = (low + high) / 2
      if color(middle).contrast(with: ground) >= wanted { high = middle } else { low = middle + 1 }
    }
    return color(high)
  }
}
