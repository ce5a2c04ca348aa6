import App
import Descent
import Drawing
import Files
import Testing

struct FilledFormulaTests {
  private func filled(
    _ line: String, _ values: [String: FilledFormula.Value], digits: Int = 3
  ) -> [String] {
    FormulaToken.equations(of: line).flatMap { equation in
      let filled = FilledFormula(equation, digits: digits) { values[$0] }
      return [filled.xText, filled.yText]
    }
  }

  @Test func `symbols become numbers, and a dot stands where a product is meant`() {
    #expect(
      filled(
        "vₜ = γ vₜ₋₁ + η ∇J(θₜ)",
        [
          "vₜ": .vector(Point(0.2, -16.08)), "γ": .number(0.9),
          "vₜ₋₁": .vector(Point(0.41, -17.333)), "η": .number(0.004),
          "∇J(θₜ)": .vector(Point(-42.25, -120)),
        ]) == [
          "+0.200 = 0.9 · +0.410 + 0.004 · -42.2", " -16.1 = 0.9 ·  -17.3 + 0.004 ·  -120",
        ])
  }

  @Test func `squares keep their brackets, roots their number beside them`() {
    #expect(
      filled(
        "Gₜ = (1−β) gₜ² / √(Eₜ + ε)",
        [
          "Gₜ": .sizes(Point(1, 20)), "β": .number(0.9), "gₜ": .vector(Point(-2, 3)),
          "Eₜ": .sizes(Point(1, 1234)), "ε": .number(1e-8),
        ]) == [
          "1.00 = (1−0.9) · (-2.00)² / √(1.00 + 1e-8)",
          "20.0 = (1−0.9) · (+3.00)² / √(1234 + 1e-8)",
        ])
  }

  @Test func `a symbol without a value stays, and its factors are still multiplied`() {
    #expect(filled("a = b c", ["c": .number(2)]) == ["a = b · 2", "a = b · 2"])
  }

  @Test func `a number near one keeps the digits of its distance from one`() {
    #expect(filled("(1−b)", ["b": .number(0.998001)])[0] == "(1−0.99800)")
    #expect(filled("(1−b)", ["b": .number(0.9999)])[0] == "(1−0.9999)")
    #expect(filled("(1−b)", ["b": .number(0.43046721)])[0] == "(1−0.430)")
  }

  @Test(arguments: everyForm)
  func `the numbers of every rule are true: each right side, worked out, is the left`(
    rule: any Optimizer
  ) throws {
    for noise in [0, 2.5] {
      var race = try race(rule, noise: noise)
      for _ in 0..<50 {
        let values = StepValues(
          race.cars[0].rule, at: race.drivers[0].position, race.anatomy(ofCar: 0))
        let settings = Set(race.cars[0].rule.settings.map(\.valueText))
        for equation in race.cars[0].rule.formula.flatMap(FormulaToken.equations) {
          for digits in [3, 12] {
            let filled = FilledFormula(equation, digits: digits) { values[$0] }
            for text in [filled.xText, filled.yText] {
              let sides = try #require(Arithmetic.sides(of: text, settings: settings), "\(text)")
              #expect(sides.left.overlaps(sides.right), "\(text)")
            }
          }
        }
        race.step()
      }
    }
  }

  @Test(arguments: everyForm)
  func `the axes stand under each other, and no symbol is left`(rule: any Optimizer) throws {
    var race = try race(rule)
    for _ in 0..<20 {
      let values = StepValues(
        race.cars[0].rule, at: race.drivers[0].position, race.anatomy(ofCar: 0))
      for equation in race.cars[0].rule.formula.flatMap(FormulaToken.equations) {
        let filled = FilledFormula(equation) { values[$0] }
        #expect(filled.x.map(\.text.cellWidth) == filled.y.map(\.text.cellWidth))
        let allowed = "0123456789+-−.e=·/()√² "
        #expect(filled.xText.allSatisfy { allowed.contains($0) }, "\(filled.xText)")
      }
      race.step()
    }
  }

  @Test(arguments: everyForm)
  func `wrapped, a formula loses nothing and keeps to its width`(rule: any Optimizer) throws {
    var race = try race(rule)
    for _ in 0..<9 { race.step() }
    let values = StepValues(race.cars[0].rule, at: race.drivers[0].position, race.anatomy(ofCar: 0))
    func words(_ pieces: [FilledFormula.Piece]) -> String {
      pieces.map(\.text).joined().filter { $0 != " " }
    }
    for line in rule.formula {
      let equations = FormulaToken.equations(of: line)
      let symbols = FilledFormula.symbols(of: equations)
      #expect(symbols.map(\.text).joined() == line)
      for pieces in [symbols] + equations.map({ FilledFormula($0) { values[$0] }.x }) {
        for width in [24, 33, 49] {
          let lines = FilledFormula.wrapped(pieces, to: width, indent: 4)
          #expect(words(lines.flatMap { $0 }) == words(pieces))
          for (index, line) in lines.enumerated() {
            let size = line.map(\.text.cellWidth).reduce(0, +) + (index > 0 ? 4 : 0)
            // What has no place to break may be longer than a narrow column.
            if width >= 33 { #expect(size <= width, "\(line.map(\.text).joined())") }
          }
        }
      }
    }
  }

  @Test func `a line breaks at sums before products`() {
    let equation = FormulaToken.equations(of: "v = g u + h w")[0]
    let pieces = FilledFormula(equation) { _ in nil }.x
    #expect(
      FilledFormula.wrapped(pieces, to: 11, indent: 2).map { $0.map(\.text).joined() }
        == ["v = g · u", "+ h · w"])
  }
}

/// Every rule at its defaults and with each of its named forms.
let everyForm: [any Optimizer] = Catalog.optimizers.flatMap { rule in
  let forms = [
    ("eps-placement", "outside-sqrt"), ("bias-correction", "off"), ("bias-correction", "on"),
    ("form", "dozat"), ("dialect", "torch"), ("dialect", "optax"),
  ]
  return [rule]
    + forms.compactMap { name, word in
      var other = rule
      return (try? other.set(name, to: word)) == nil ? nil : other
    }
}

/// One car of that rule on Himmelblau's surface.
func race(_ rule: any Optimizer, noise: Double = 0) throws -> Race {
  let surface = try #require(Catalog.surface(named: "himmelblau"))
  let rule = Lineup.suited(rule, to: surface)
  let car = Car(name: rule.about.name, rule: rule, sampling: Sampling(noise: noise))
  return Race(surface: surface, cars: [car], start: surface.about.start, seed: 5)
}
