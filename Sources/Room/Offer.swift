/// A setting of a rule that students may choose.
package struct SettingOffer: Hashable, Sendable {
  /// As the program knows it: `lr`, `momentum`.
  package let name: String
  /// As in formulas: `η`.
  package let symbol: String
  package let range: ClosedRange<Double>
  /// Where the slider stands at first.
  package let value: Double
  /// Whether equal ways of the slider are equal factors.
  package let isLogarithmic: Bool

  /// - Precondition: the range has the value and a length, and is above 0 if it is logarithmic.
  package init(
    _ name: String, _ symbol: String, in range: ClosedRange<Double>, at value: Double,
    isLogarithmic: Bool = false
  ) {
    precondition(range.lowerBound < range.upperBound && range.contains(value), "no range")
    precondition(!isLogarithmic || range.lowerBound > 0, "no logarithm")
    (self.name, self.symbol, self.range) = (name, symbol, range)
    (self.value, self.isLogarithmic) = (value, isLogarithmic)
  }
}

/// A rule that students may choose.
package struct RuleOffer: Hashable, Sendable {
  /// As the program knows it.
  package let name: String
  package let title: String
  /// How the rule looks on the wall: a sign of one cell, and colours `#rrggbb` for a dark and for a
  /// light phone.
  package let glyph: String
  package let onDark: String
  package let onLight: String
  /// The learning rate first, if the rule has one; then what else the teacher allows.
  package let settings: [SettingOffer]

  package init(
    _ name: String, title: String, glyph: String, onDark: String, onLight: String,
    settings: [SettingOffer]
  ) {
    (self.name, self.title, self.glyph) = (name, title, glyph)
    (self.onDark, self.onLight, self.settings) = (onDark, onLight, settings)
  }
}

/// What a student drives with.
package struct Choice: Hashable, Sendable {
  /// The name of an offered rule.
  package let rule: String
  /// By names of settings; a setting that is not said is what the offer says.
  package let settings: [String: Double]
  /// Where she starts, if everybody may choose.
  package let start: Place?

  package init(rule: String, settings: [String: Double] = [:], start: Place? = nil) {
    (self.rule, self.settings, self.start) = (rule, settings, start)
  }
}

/// Where a round is driven, as phones show it.
package struct Ground: Hashable, Sendable {
  /// A surface's proper name.
  package let title: String
  package let x: ClosedRange<Double>
  package let y: ClosedRange<Double>
  /// Another number for every other picture of the map.
  package let map: Int

  /// - Precondition: the window has an area.
  package init(_ title: String, x: ClosedRange<Double>, y: ClosedRange<Double>, map: Int) {
    precondition(x.lowerBound < x.upperBound && y.lowerBound < y.upperBound, "no window")
    (self.title, self.x, self.y, self.map) = (title, x, y, map)
  }

  package func contains(_ place: Place) -> Bool { x.contains(place.x) && y.contains(place.y) }
}

/// What students choose from before a race.
package struct RaceOffer: Hashable, Sendable {
  package let rules: [RuleOffer]
  /// Where all start; `nil` if everybody chooses.
  package let start: Place?

  package init(rules: [RuleOffer], start: Place? = nil) {
    (self.rules, self.start) = (rules, start)
  }

  /// The choice with every setting and a start, as the round drives it.
  ///
  /// - Returns: `nil` if something of it is not offered.
  func completed(_ choice: Choice, on ground: Ground) -> Choice? {
    guard let rule = rules.first(where: { $0.name == choice.rule }) else { return nil }
    var settings: [String: Double] = [:]
    for offer in rule.settings {
      let value = choice.settings[offer.name] ?? offer.value
      guard offer.range.contains(value) else { return nil }
      settings[offer.name] = value
    }
    guard choice.settings.keys.allSatisfy({ settings[$0] != nil }) else { return nil }
    guard let start = start ?? choice.start, self.start != nil || ground.contains(start)
    else { return nil }
    return Choice(rule: choice.rule, settings: settings, start: start)
  }
}
