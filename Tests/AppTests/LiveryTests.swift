import App
import Descent
import Drawing
import Files
import Testing
import Texts

/// A rule has one colour, one glyph and one letter everywhere.
struct LiveryTests {
  private static let rules = Catalog.optimizers.map(\.about.name)

  private func livery(_ cars: [String], _ theme: Theme = .night) throws -> Livery {
    Livery(try CarSpec.cars(cars, on: try #require(Catalog.surface(named: "bowl"))), theme)
  }

  @Test func `a rule wears the same whatever drives beside it and wherever it stands`() throws {
    for theme in shippedThemes.themes {
      for shift in 0..<Self.rules.count {
        let rules = (0..<9).map { Self.rules[(7 * $0 + shift) % Self.rules.count] }
        let livery = try livery(rules, theme)
        for (car, rule) in rules.enumerated() {
          #expect(livery[car] == Livery.wear(of: rule, theme), "\(rule)")
        }
      }
    }
  }

  @Test(arguments: shippedThemes.themes)
  func `every rule has a colour, a glyph and a letter that no other has`(theme: Theme) {
    let wears = Self.rules.map { Livery.wear(of: $0, theme) }
    #expect(Set(wears.map(\.color)).count == wears.count || theme.name == "mono")
    #expect(Set(wears.map(\.glyph)).count == wears.count)
    #expect(Set(wears.map { $0.letter.lowercased() }).count == wears.count)
    for wear in wears {
      #expect(wear.glyph.cellWidth == 1)
      #expect((1...2).contains(wear.letter.count))
    }
  }

  @Test func `every glyph that a rule wears is drawn in pixels too`() {
    for theme in shippedThemes.themes {
      for rule in Self.rules {
        let glyph = Livery.wear(of: rule, theme).glyph
        #expect(PixelShape(glyph) != nil, "\(rule) in \(theme.name): \(glyph)")
      }
    }
  }

  @Test func `marks for screens with few glyphs are each rule's own too`() {
    let ranks = Self.rules.indices
    let safe = ranks.map(RuleMarks.safeMark)
    #expect(Set(safe).count == ranks.count)
    #expect(safe.allSatisfy { GlyphSet.safe.contains($0) && $0.cellWidth == 1 })
    let ascii = ranks.map(RuleMarks.known.asciiMark)
    #expect(Set(ascii).count == ranks.count)
    #expect(ascii.allSatisfy { ("A"..."Z").contains($0) })
  }

  @Test func `letters come from the titles`() {
    let letters = RuleLetters.letters(of: ["GD", "Adagrad", "Adam", "AdaDelta"], leading: 3)
    #expect(letters == ["G", "Ag", "A", "Ad"])
    // Nothing is left of the title's own.
    #expect(RuleLetters.letters(of: ["A", "A", "A"], leading: 3) == ["A", "Aa", "Ab"])
    let letter = { Livery.wear(of: $0, .night).letter }
    #expect(
      ["gd", "momentum", "nesterov", "rmsprop", "adam"].map(letter) == ["G", "M", "N", "R", "A"])
  }

  @Test func `a second car of a rule wears its glyph, a tint and a number`() throws {
    let livery = try livery(["adam", "gd", "adam:lr=0.5", "adam:dialect=torch"])
    #expect(livery[2].glyph == livery[0].glyph && livery[3].glyph == livery[0].glyph)
    #expect((0..<4).map { livery[$0].letter } == ["A", "G", "A2", "A3"])
    #expect(Set((0..<4).map { livery[$0].color }).count == 4)
    #expect(try self.livery(["adam:dialect=torch"])[0] == livery[0])
  }

  @Test(arguments: shippedThemes.themes)
  func `a rule that is added needs no colour, glyph or letter by hand and takes none`(
    theme: Theme
  ) {
    let known = Catalog.optimizersByRank.map(\.about)
    var added = known[0]
    (added.name, added.title) = ("downhiller", "Downhiller")
    let marks = RuleMarks(known + [added])
    #expect(Array(marks.letters.dropLast()) == RuleMarks.known.letters)
    #expect(Array(marks.asciiMarks.dropLast()) == RuleMarks.known.asciiMarks)
    #expect(marks.letters.last == "D")
    #expect(Set(marks.asciiMarks).count == marks.count)
    #expect(marks.rank(of: "downhiller") == known.count)
    let dressed = theme.dressing(marks.count)
    #expect(Array(dressed.cars.dropLast()) == theme.cars)
    #expect(Array(dressed.glyphs.dropLast()) == theme.glyphs)
    #expect(theme.name == "mono" || !theme.cars.contains(dressed.cars[known.count]))
    #expect(!theme.glyphs.contains(dressed.glyphs[known.count]))
  }

  @Test func `a theme's own glyphs and colours are not given a second time`() throws {
    var own = Theme.night
    own.cars = Array(own.cars.prefix(9))
    own.glyphs = ["◈", "▣", "◀", "◑", "◢", "▤", "◍", "◧", "▶", "x"]
    let dressed = own.dressing(RuleMarks.known.count)
    #expect(Array(dressed.glyphs.prefix(10)) == own.glyphs)
    #expect(Set(dressed.glyphs).count == RuleMarks.known.count)
    #expect(Set(dressed.cars).count == RuleMarks.known.count)
    #expect(dressed.dressing(RuleMarks.known.count) == dressed)
  }

  @Test(arguments: shippedThemes.themes.filter { $0.name != "mono" })
  func `the cars of a lesson's page are told apart by colour and by letter`(theme: Theme) {
    let lessons = LessonLibrary(Strings("en"), Shelf(folders: [])).lessons
    #expect(lessons.count == 12)
    for lesson in lessons {
      for page in lesson.pages {
        let livery = Livery(page.setup.timeline.race.cars, theme)
        for car in livery.indices {
          for earlier in 0..<car {
            let apart = OKLab(livery[car].color).distance(to: OKLab(livery[earlier].color))
            #expect(apart >= 0.05, "\(lesson.name), \(page.name): \(car + 1) and \(earlier + 1)")
            #expect(livery[car].letter != livery[earlier].letter)
          }
        }
      }
    }
  }
}
