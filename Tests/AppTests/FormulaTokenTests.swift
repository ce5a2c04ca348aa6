import App
import Descent
import Testing

struct FormulaTokenTests {
  private func words(_ line: String) -> [String] {
    FormulaToken.equations(of: line).map { $0.map(\.text).joined(separator: "|") }
  }

  @Test func `a formula falls into symbols and what joins them`() {
    #expect(words("vₜ = γ vₜ₋₁ + η ∇J(θₜ)") == ["vₜ|=|γ|vₜ₋₁|+|η|∇J(θₜ)"])
    #expect(words("Gₜ = β Gₜ₋₁ + (1−β) gₜ²") == ["Gₜ|=|β|Gₜ₋₁|+|(|1|−|β|)|gₜ|²"])
    #expect(words("η / √(Gₜ + ε) · gₜ") == ["η|/|√|(|Gₜ|+|ε|)|·|gₜ"])
    #expect(words("f(x, (y)) (z)") == ["f(x, (y))|(|z|)"])
    #expect(words("g(never closed") == ["g|(|never|closed"])
    #expect(words("") == [])
  }

  @Test func `equations on one line stand three spaces apart`() {
    #expect(words("m̂ = mₜ / (1−β₁ᵗ)   v̂ = vₜ") == ["m̂|=|mₜ|/|(|1|−|β₁ᵗ|)", "v̂|=|vₜ"])
  }

  @Test(arguments: Catalog.optimizers)
  func `the tokens of a rule's formula, put together, are the formula`(rule: any Optimizer) {
    for line in rule.formula {
      let tokens = FormulaToken.equations(of: line).joined()
      let text = tokens.map { String(repeating: " ", count: $0.gap) + $0.text }.joined()
      #expect(text == line)
      for token in tokens { #expect(Array(line)[token.place] == token.text.first) }
    }
  }
}

struct FormulaMarksTests {
  /// The places of the symbols that the characters belong to; a dot where they belong to none.
  private func marks(_ line: String, _ symbols: [String]) -> String {
    let marks = FormulaMarks(line, symbols: symbols)
    return line.indices.enumerated().map { place, _ in marks[place].map { "\($0)" } ?? "." }
      .joined()
  }

  @Test func `a symbol is found whole and not within a longer name`() {
    #expect(marks("vₜ = γ vₜ₋₁ + vₜ", ["vₜ"]) == "00............00")
    #expect(marks("vₜ = γ vₜ₋₁ + vₜ", ["vₜ", "vₜ₋₁"]) == "00.....1111...00")
    #expect(marks("β₁ᵗ⁺¹ β₁ᵗ", ["β₁ᵗ"]) == "......000")
    #expect(marks("gₜ²", ["gₜ"]) == "00.")
  }

  @Test func `the longest symbol that stands somewhere has the place`() {
    #expect(
      marks("η ∇J(θₜ − γ vₜ₋₁)", ["γ vₜ₋₁", "η ∇J(θₜ − γ vₜ₋₁)", "∇J(θₜ − γ vₜ₋₁)"])
        == "11111111111111111")
    #expect(marks("η / √(Gₜ + ε) · gₜ", ["√(Gₜ + ε)", "Gₜ", "gₜ"]) == "....000000000...22")
  }

  @Test func `nothing is found where nothing stands`() {
    #expect(marks("vₜ", ["", "vₜ₋₁ + γ"]) == "..")
    #expect(FormulaMarks("vₜ", symbols: ["vₜ"])[7] == nil)
  }
}
