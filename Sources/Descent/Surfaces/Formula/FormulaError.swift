/// What is wrong with a formula, and where.
package struct FormulaError: Error, Hashable, Sendable {
  /// Characters before the place.
  package var place: Int
  package var problem: Problem

  package enum Problem: Hashable, Sendable {
    case empty
    case tooLong(found: Int, limit: Int)
    case tooDeep(limit: Int)
    /// A character that no formula has.
    case stray(Character)
    case notANumber(String)
    case unknownName(String, known: [String])
    /// Something else where a number, x, y, a function or a bracket should begin; `nil` at the end.
    case noOperand(found: String?)
    /// Something after the end of the formula.
    case noOperator(found: String)
    /// A bracket that is never closed.
    case unclosed(Character)
    /// A function without its brackets.
    case noArguments(function: String)
    case wrongCount(function: String, found: Int, expected: String)
  }

  init(_ place: Int, _ problem: Problem) {
    self.place = place
    self.problem = problem
  }
}
