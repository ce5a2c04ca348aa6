package import Descent
package import Drawing

/// What rules are known by: their ranks, which are their places in a theme's colours and glyphs,
/// their letters, and the marks that stand for their glyphs on screens with few.
package struct RuleMarks: Sendable {
  private let ranks: [String: Int]
  package let letters: [String]
  /// One ASCII letter a rule.
  package let asciiMarks: [Unicode.Scalar]

  /// Those of the catalogue.
  package static let known = RuleMarks(Catalog.optimizersByRank.map(\.about))

  /// - Parameter rules: in the order of their ranks.
  package init(_ rules: [About]) {
    ranks = Dictionary(zip(rules.map(\.name), 0...), uniquingKeysWith: { first, _ in first })
    let titles = rules.map(\.title)
    letters = RuleLetters.letters(of: titles, leading: Theme.mainRules)
    asciiMarks = RuleLetters.marks(for: letters, of: titles, leading: Theme.mainRules)
  }

  package var count: Int { letters.count }

  /// The place of a rule among them; behind them all for one that is none of them.
  package func rank(of rule: String) -> Int { ranks[rule] ?? count }

  package func letter(ofRank rank: Int) -> String { rank < count ? letters[rank] : "?" }

  package func asciiMark(ofRank rank: Int) -> Unicode.Scalar {
    rank < count ? asciiMarks[rank] : "?"
  }

  /// A mark none of whose scalars is of ambiguous width, one a rank.
  package static func safeMark(ofRank rank: Int) -> Unicode.Scalar {
    safeMarks[rank % safeMarks.count]
  }

  private static let safeMarks: [Unicode.Scalar] = [
    "◉", "▴", "▪", "♦", "▾", "✚", "✱", "✖", "◖",
    "❖", "▫", "◂", "◗", "▵", "✜", "❍", "❏", "▸", "✦", "❑", "▿", "✤", "♢", "✢", "✣", "✥",
  ]
}

extension Theme {
  /// How many colours and glyphs a theme file says: those of the standard lineup's rules and of the
  /// others of the lecture.
  package static let mainRules = 9

  /// Glyphs of the rules behind those that a theme says.
  static let spareGlyphs: [Unicode.Scalar] = [
    "◈", "▣", "◀", "◑", "◢", "▤", "◍", "◧", "▶", "◒", "◤", "▥", "◩",
    "◨", "◓", "◥", "▦", "◣", "◪", "▧", "◭", "▨", "◮", "⬒", "⬓", "⬔",
  ]

  /// The theme with a colour and a glyph for each of so many rules: its own first, then what is
  /// made of them. Those that it has already stay as they are.
  package func dressing(_ count: Int) -> Theme {
    var theme = self
    theme.cars = Self.colors(extending: cars, to: count)
    let spares = Self.spareGlyphs.filter { !glyphs.contains($0) }
    theme.glyphs += spares.prefix(max(0, count - glyphs.count))
    return theme
  }

  /// Colours halfway between two of the theme's own, one after another that which lies furthest
  /// from all before it. Halfway between two colours that are clear of ground and paper is clear of
  /// them too.
  private static func colors(extending own: [Color], to count: Int) -> [Color] {
    guard own.count < count, own.count > 1 else { return own }
    let labs = own.map { OKLab($0) }
    var pool = labs.indices.flatMap { index in
      labs[..<index].map { OKLab($0.mixed(with: labs[index], 0.5).color) }
    }
    var away = pool.map { color in labs.map(color.squaredDistance).min() ?? 0 }
    var colors = own
    while colors.count < count, let best = away.indices.max(by: { away[$0] < away[$1] }) {
      let chosen = pool.remove(at: best)
      away.remove(at: best)
      colors.append(chosen.color)
      for index in pool.indices {
        away[index] = min(away[index], pool[index].squaredDistance(to: chosen))
      }
    }
    return colors
  }

  /// The colour of a rule's second car, third car … as a lighter or darker tint of the rule's own,
  /// within the theme's range of lightness: one after another that which lies furthest from the
  /// main rules' colours and, twice as heavily, from the tints before it; the second car's at
  /// least 0.1 from the first's.
  ///
  /// - Parameter twin: 0 for the first car of the rule, up to 8.
  package func tint(ofRank rank: Int, twin: Int) -> Color {
    let own = OKLab(cars[rank % cars.count])
    let others = cars.prefix(Self.mainRules).enumerated().filter { $0.offset != rank }
      .map { OKLab($0.element) }
    var pool = tints(of: own)
    var tints = [own]
    while tints.count <= twin, !pool.isEmpty {
      let clear = pool.filter { tints.count > 1 || $0.distance(to: own) >= 0.1 }
      func clearance(_ tint: OKLab) -> Double {
        let siblings = tints.map(tint.distance).min() ?? 0
        return min(siblings / 2, others.map(tint.distance).min() ?? siblings)
      }
      guard let best = (clear.isEmpty ? pool : clear).max(by: { clearance($0) < clearance($1) })
      else { break }
      tints.append(best)
      pool.removeAll { $0.color == best.color }
    }
    return tints[min(twin, tints.count - 1)].color
  }

  /// The colour lighter and darker, in steps.
  private func tints(of own: OKLab) -> [OKLab] {
    let lightness = cars.prefix(Self.mainRules).map(\.lightness)
    let up = min(0.16, (lightness.max() ?? 1) - own.l)
    let down = min(0.26, own.l - (lightness.min() ?? 0))
    let (white, black) = (OKLab(l: 1, a: 0, b: 0), OKLab(l: 0, a: 0, b: 0))
    let steps = 12
    return (1...steps).flatMap { step in
      let share = Double(step) / Double(steps)
      return [
        own.mixed(with: white, share * up / max(0.01, 1 - own.l)),
        own.mixed(with: black, share * down / max(0.01, own.l)),
      ].map { OKLab($0.color) }
    }
  }
}
