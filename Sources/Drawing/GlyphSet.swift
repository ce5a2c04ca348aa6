/// Which glyphs a terminal can be trusted to show one cell wide.
package enum GlyphSet: String, CaseIterable, Sendable {
  /// All.
  case full
  /// None of ambiguous East Asian width, which some terminals draw two cells wide: no blocks, no
  /// Greek. Braille, Hangul and a few plain marks remain.
  case safe
  /// Printable ASCII, and wide letters where a text has them.
  case ascii

  /// Whether a frame in this set may hold the scalar.
  package func contains(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.value < 0x7F { return true }
    switch self {
    case .full: return true
    // Some raised and lowered digits are ambiguous, their neighbours are not: all or none.
    // So it is with blocks.
    case .safe:
      return !scalar.isAmbiguous && !(0x2070...0x209C).contains(scalar.value)
        && Quadrants.quarters(of: scalar) == nil
    case .ascii: return scalar.cellWidth == 2
    }
  }

  /// What takes the scalar's one cell: itself, or the nearest that the set has.
  package func mark(for scalar: Unicode.Scalar) -> Unicode.Scalar {
    if contains(scalar) { return scalar }
    if (0x2800...0x28FF).contains(scalar.value) {
      return Self.stroke(for: UInt8(truncatingIfNeeded: scalar.value))
    }
    if self == .safe, let mark = Self.plainMarks[scalar] { return mark }
    return Self.asciiMarks[scalar] ?? "?"
  }

  /// The word to write for a scalar where there is room for more than one cell; `nil` if the mark
  /// says it all.
  package func word(for scalar: Unicode.Scalar) -> String? {
    contains(scalar) ? nil : Self.words[scalar]
  }

  /// The character whose stroke runs as the dots of a braille pattern do.
  package static func stroke(for pattern: UInt8) -> Unicode.Scalar {
    guard pattern != 0 else { return " " }
    let left = rows(pattern & 0b0100_0111)
    let right = rows((pattern & 0b1011_1000) >> 3 & 0b0000_0111 | (pattern & 0b1000_0000) >> 1)
    let all = left + right
    let (top, bottom) = (all.min() ?? 0, all.max() ?? 0)
    if left.isEmpty || right.isEmpty {
      if bottom - top >= 2 { return "|" }
      return top >= 2 ? "." : bottom <= 1 ? "'" : ":"
    }
    if bottom - top <= 1 { return top == 3 ? "_" : "-" }
    let slope = mean(left) - mean(right)
    if abs(slope) <= 0.5 { return pattern.nonzeroBitCount >= 6 ? "#" : "+" }
    return slope > 0 ? "/" : "\\"
  }

  /// The rows (0…3 from the top) of the dots of a left column.
  private static func rows(_ column: UInt8) -> [Int] {
    [(0, 0b0000_0001), (1, 0b0000_0010), (2, 0b0000_0100), (3, 0b0100_0000)]
      .filter { column & $0.1 != 0 }.map(\.0)
  }

  private static func mean(_ rows: [Int]) -> Double {
    Double(rows.reduce(0, +)) / Double(max(1, rows.count))
  }

  /// Marks that are neither ambiguous nor ASCII and that common fonts have.
  private static let plainMarks: [Unicode.Scalar: Unicode.Scalar] = [
    "★": "✶", "☆": "✧", "·": "∙", "•": "∙",
  ]

  private static let asciiMarks: [Unicode.Scalar: Unicode.Scalar] = {
    let rows: [(of: String, are: String)] = [
      ("★☆○◌◉✗✕✶✧∙•┼─│", "*+o%@xx*+***" + "-|"), ("←→↑↓↖↗↘↙▶‖▲▼◀", "<>^v\\/\\/>|^v<"),
      ("−–—×·±≤≥≠≈∞√…°", "---x*~<>!~8v.o"), ("²³⁴⁵ⁿᵗ⁺⁻¹½′″", "2345nt+-1h'\""),
      ("₀₁₂₃₄₊₋ₜᵢₙ", "01234+-tin"), ("αβγδεζηθκλμνπρστφχψω", "abgdezntklmvprstfxyw"),
      ("ΔΣ∇∂", "DSVd"), ("éèêöüäáàñç", "eeeouaaanc"),
    ]
    var marks = Dictionary(uniqueKeysWithValues: Quadrants.all.map { ($0, " " as Unicode.Scalar) })
    for (from, to) in rows {
      for (mark, ascii) in zip(from.unicodeScalars, to.unicodeScalars) { marks[mark] = ascii }
    }
    return marks
  }()

  private static let words: [Unicode.Scalar: String] = [
    "α": "alpha", "β": "beta", "γ": "gamma", "δ": "delta", "ε": "eps", "η": "eta",
    "θ": "theta", "λ": "lambda", "μ": "mu", "ν": "nu", "π": "pi", "ρ": "rho", "σ": "sigma",
    "τ": "tau", "φ": "phi", "ψ": "psi", "ω": "omega", "Δ": "delta", "Σ": "sum", "∇": "grad",
    "√": "sqrt", "∞": "inf", "≤": "<=", "≥": ">=", "±": "+-", "…": "...", "½": "1/2",
    "²": "^2", "³": "^3", "⁴": "^4", "⁵": "^5", "ⁿ": "^n", "ᵗ": "^t", "°": "deg",
    "ₜ": "_t",
  ]
}
