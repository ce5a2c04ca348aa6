/// A piece of a formula as it is written: `γ`, `∇J(θₜ − γ vₜ₋₁)`, `√`, `+`.
///
/// The grammar of the rules' formulas: symbols and numbers joined by + − · / and by standing side
/// by side, brackets, roots, squares, and functions whose brackets touch their names. Equations on
/// one line stand three spaces apart.
package struct FormulaToken: Hashable, Sendable {
  package enum Kind: Hashable, Sendable {
    case symbol, number, sign, open, close, root, square
  }

  package var kind: Kind
  package var text: String
  /// Characters of the line before it.
  package var place: Int
  /// Spaces before it.
  package var gap: Int

  /// The tokens of each equation on a line, in order.
  package static func equations(of line: String) -> [[FormulaToken]] {
    var equations: [[FormulaToken]] = [[]]
    for token in tokens(of: line) {
      if token.gap >= 3, equations[equations.count - 1].isEmpty == false { equations.append([]) }
      equations[equations.count - 1].append(token)
    }
    return equations.filter { !$0.isEmpty }
  }

  /// Whether a factor of a product can begin with it.
  package var beginsFactor: Bool {
    switch kind {
    case .symbol, .number, .open, .root: true
    case .sign, .close, .square: false
    }
  }

  /// Whether a factor can end with it.
  package var endsFactor: Bool {
    switch kind {
    case .symbol, .number, .close, .square: true
    case .sign, .open, .root: false
    }
  }

  /// Whether a character is part of a symbol or a number rather than something between them.
  static func isInner(_ character: Character) -> Bool { !" ()√²=+−·/".contains(character) }

  private static func tokens(of line: String) -> [FormulaToken] {
    let characters = Array(line)
    var tokens: [FormulaToken] = []
    var (place, gap) = (0, 0)
    func add(_ kind: Kind, _ length: Int) {
      tokens.append(
        FormulaToken(
          kind: kind, text: String(characters[place..<place + length]), place: place, gap: gap))
      (place, gap) = (place + length, 0)
    }
    while place < characters.count {
      switch characters[place] {
      case " ":
        (place, gap) = (place + 1, gap + 1)
      case "(": add(.open, 1)
      case ")": add(.close, 1)
      case "√": add(.root, 1)
      case "²": add(.square, 1)
      case let character where !isInner(character): add(.sign, 1)
      default:
        let word = characters[place...].prefix(while: isInner)
        if word.allSatisfy({ $0.isASCII && ($0.isNumber || $0 == ".") }) {
          add(.number, word.count)
        } else {
          add(.symbol, word.count + bracketed(characters[word.endIndex...]))
        }
      }
    }
    return tokens
  }

  /// How many characters the brackets take that touch the name before them; 0 if there are none or
  /// they never close.
  private static func bracketed(_ rest: ArraySlice<Character>) -> Int {
    guard rest.first == "(" else { return 0 }
    var depth = 0
    for (count, character) in rest.enumerated() {
      if character == "(" { depth += 1 }
      if character == ")" { depth -= 1 }
      if depth == 0 { return count + 1 }
    }
    return 0
  }
}
