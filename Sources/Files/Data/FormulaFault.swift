import Descent
import Drawing
import Texts

// What is wrong with a typed-in formula: in words, then the formula with a mark under the place.
extension Strings {
  /// The formula that a fault is about, and under it a mark at the place; empty for other faults.
  package func picture(of fault: Fault) -> [String] {
    guard case .formula(let formula, let error) = fault.problem else { return [] }
    let (line, column) = Self.excerpt(of: formula, around: error.place)
    return ["  " + line, "  " + String(repeating: " ", count: column) + "^"]
  }

  /// A flag names itself; in a file the place has been named.
  func problem(of error: FormulaError, _ origin: Origin) -> String {
    if case .flag(let flag) = origin {
      "\(flag): \(problem(of: error))"
    } else {
      problem(of: error)
    }
  }

  private func problem(of error: FormulaError) -> String {
    switch error.problem {
    case .empty: self[.formulaEmpty]
    case .tooLong(let found, let limit):
      self(.formulaTooLong, ["found": "\(found)", "limit": "\(limit)"])
    case .tooDeep(let limit): self(.formulaTooDeep, ["limit": "\(limit)"])
    case .stray(let character): self(.formulaStray, ["found": "\(character)"])
    case .notANumber(let found): self(.formulaNotANumber, ["found": found])
    case .unknownName(let found, let known):
      self(.formulaUnknownName, ["found": found]) + choice(found, known)
    case .noOperand(let found?): self(.formulaNoOperand, ["found": found])
    case .noOperand(nil): self[.formulaNoOperandAtEnd]
    case .noOperator(let found): self(.formulaNoOperator, ["found": found])
    case .unclosed(let bracket): self(.formulaUnclosed, ["found": "\(bracket)"])
    case .noArguments(let function): self(.formulaNoArguments, ["function": function])
    case .wrongCount(let function, let found, let expected):
      self(
        .formulaWrongCount, ["function": function, "found": "\(found)", "expected": expected])
    }
  }

  /// The part of a formula that a line has room for, and how many cells lie before the place.
  private static func excerpt(of formula: String, around place: Int) -> (line: String, column: Int)
  {
    let characters = formula.map { $0.isNewline || $0 == "\t" ? " " : $0 }
    let reach = 35
    let first = place > reach ? place - reach : 0
    let last = min(characters.count, max(place, first) + reach)
    let before = (first > 0 ? "…" : "") + String(characters[first..<min(place, last)])
    let after = String(characters[min(place, last)..<last]) + (last < characters.count ? "…" : "")
    return (before + after, before.cellWidth)
  }
}
