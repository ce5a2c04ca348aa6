package import Descent
package import Drawing
package import Files

/// What the cars of a race are known by under a theme: each wears its rule's colour, glyph and
/// letter, whatever else drives along; a further car of a rule wears a tint of the colour and a
/// number behind the letter.
package struct Livery: Sendable {
  /// What one car wears.
  package struct Wear: Hashable, Sendable {
    package var color: Color
    package var glyph: Unicode.Scalar
    /// `A`, and `A2` for a second car of the rule.
    package var letter: String
    /// The rule's place in the theme's colours.
    package var rank: Int
    /// How many cars of the rule stand before it in the race.
    package var twin: Int
  }

  private let cars: [Wear]
  private let names: [String]
  let theme: Theme

  package init(_ cars: [Car], _ theme: Theme) {
    let names = cars.map(\.rule.about.name)
    self.theme = theme
    self.names = names
    guard cars.count <= CarSpec.limit else {
      self.cars = names.enumerated().map { Self.wearInCrowd(of: $1, number: $0, theme) }
      return
    }
    var worn: [Wear] = []
    for (index, name) in names.enumerated() {
      let twin = names[..<index].count { $0 == name }
      let wear =
        switch name {
        case Steered.about.name: Self.wearOfPlayer(beside: names, theme)
        case Recorded.about.name: Self.wearOfPath(twin, beside: names, worn, theme)
        default: Self.wear(of: name, twin: twin, theme)
        }
      worn.append(wear)
    }
    self.cars = worn
  }

  package subscript(car: Int) -> Wear { cars[car] }

  package var indices: Range<Int> { cars.indices }

  /// What the first car of a rule wears, in a race or not.
  package static func wear(of rule: String, _ theme: Theme) -> Wear {
    wear(of: rule, twin: 0, theme)
  }

  /// What one more car of that rule would wear.
  func wear(ofAnother rule: String) -> Wear {
    Self.wear(of: rule, twin: names.count { $0 == rule }, theme)
  }

  /// The rule, and the car if it is not the first of its rule, that a colour stands for.
  struct Owner: Sendable {
    var rank: Int
    /// The car's number in the race, which its key is, if it is not the first of its rule.
    var number: Unicode.Scalar?

    /// What stands for it in ASCII: a letter of its rule, small for a trail; else the number.
    func asciiMark(isHead: Bool) -> Unicode.Scalar {
      let mark = number ?? RuleMarks.known.asciiMark(ofRank: rank)
      let isLetter = ("A"..."Z").contains(mark)
      return isHead || !isLetter ? mark : Unicode.Scalar(mark.value | 0x20) ?? mark
    }
  }

  /// Whose each colour is, for screens that do not show it: the cars of the race first, then the
  /// rules that do not drive.
  var colors: [Color: Owner] {
    let own = cars.enumerated().map { car, wear in
      let number =
        wear.glyph == Self.player
        ? Self.player
        : wear.twin == 0 && wear.glyph != Self.path ? nil : Unicode.Scalar(UInt32(0x31 + car % 9))
      return (wear.color, Owner(rank: wear.rank, number: number))
    }
    let others = theme.cars.enumerated().map { ($1, Owner(rank: $0)) }
    return Dictionary(own + others, uniquingKeysWith: { first, _ in first })
  }

  func glyph(ofRank rank: Int) -> Unicode.Scalar { theme.glyphs[rank % theme.glyphs.count] }

  /// Who drives herself, in every set of glyphs.
  static let player: Unicode.Scalar = "@"

  /// A recorded path, where there are glyphs; where there are few, its car's number.
  static let path: Unicode.Scalar = "◇"

  /// A recorded path has no rule. It borrows the colour of one that does not drive, the one
  /// furthest from all that do.
  private static func wearOfPath(
    _ twin: Int, beside names: [String], _ worn: [Wear], _ theme: Theme
  ) -> Wear {
    let taken = names.map(RuleMarks.known.rank) + worn.map(\.rank)
    let rank = freeRank(beside: taken, theme)
    return Wear(
      color: theme.cars[rank], glyph: path, letter: twin == 0 ? "P" : "P\(twin + 1)", rank: rank,
      twin: twin)
  }

  /// Where there are more cars than tints, the rule alone is seen; a recorded path has the next
  /// colour.
  private static func wearInCrowd(of rule: String, number: Int, _ theme: Theme) -> Wear {
    guard rule == Recorded.about.name else { return wear(of: rule, twin: 0, theme) }
    let rank = number % Theme.mainRules
    return Wear(color: theme.cars[rank], glyph: path, letter: "P", rank: rank, twin: number)
  }

  /// Who drives herself has no rule. She borrows the colour of one that does not drive, the one
  /// furthest from those that do.
  private static func wearOfPlayer(beside names: [String], _ theme: Theme) -> Wear {
    let rank = freeRank(beside: names.map(RuleMarks.known.rank), theme)
    return Wear(
      color: theme.cars[rank], glyph: player, letter: String(Character(player)), rank: rank, twin: 0
    )
  }

  /// The colour of a rule that does not drive, the one furthest from those that do.
  private static func freeRank(beside ranks: [Int], _ theme: Theme) -> Int {
    let others = ranks.filter(theme.cars.indices.contains).map { OKLab(theme.cars[$0]) }
    func clearance(_ rank: Int) -> Double {
      others.map { OKLab(theme.cars[rank]).distance(to: $0) }.min() ?? 0
    }
    let free = theme.cars.indices.prefix(Theme.mainRules).filter { !ranks.contains($0) }
    return free.max { clearance($0) < clearance($1) } ?? 0
  }

  private static func wear(of rule: String, twin: Int, _ theme: Theme) -> Wear {
    let rank = RuleMarks.known.rank(of: rule)
    let letter = RuleMarks.known.letter(ofRank: rank)
    return Wear(
      color: theme.tint(ofRank: rank, twin: twin), glyph: theme.glyphs[rank % theme.glyphs.count],
      letter: twin == 0 ? letter : "\(letter)\(twin + 1)", rank: rank, twin: twin)
  }
}

extension Model {
  /// What the rule beside the car in focus wears: as the race's car that it is, else as one more of
  /// its rule would.
  func wear(of ghost: StepInFocus.Ghost) -> Livery.Wear {
    ghost.car.map { livery[$0] } ?? livery.wear(ofAnother: ghost.rule.about.name)
  }
}
