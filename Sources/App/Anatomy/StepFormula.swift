import Descent
import Drawing
import Files

/// The rule's formula with its symbols in the colours of the arrows, and its numbers under it.
struct StepFormula {
  private let theme: Theme
  private let step: StepInFocus
  private let width: Int
  private let lines: [Line]
  private let values: StepValues
  private let readings: [(reading: Reading, substep: Int)]

  /// One line of the rule's formula.
  private struct Line {
    var text: String
    var equations: [[FormulaToken]]
    var marks: FormulaMarks
  }

  init(_ model: Model, _ step: StepInFocus, width: Int) {
    let rule = model.race.rule(ofCar: model.focus)
    let readings = step.anatomy.enumerated().flatMap { index, substep in
      substep.readings.map { (reading: $0, substep: index) }
    }
    (theme, self.step, self.width, self.readings) = (model.theme, step, width, readings)
    lines = rule.formula.map { text in
      Line(
        text: text, equations: FormulaToken.equations(of: text),
        marks: FormulaMarks(text, symbols: readings.map(\.reading.symbol)))
    }
    values = StepValues(rule, at: model.race.drivers[model.focus].position, step.anatomy)
  }

  /// The lines of the formula, and under some of them the numbers of each axis.
  ///
  /// - Parameters:
  ///   - count: how many equations are filled in: those of the sub-step, more than two for all.
  ///   - current: the sub-step, from 0.
  func rows(filling count: Int, for current: Int) -> [StyledLine] {
    let chosen = choice(of: current)
    var left = step.anatomy.isEmpty ? 0 : count
    return lines.enumerated().flatMap { index, line in
      var rows = wrapped(FilledFormula.symbols(of: line.equations), line.marks, lead: nil)
      for (place, equation) in line.equations.enumerated()
      where left > 0 && (count > 2 || chosen[index][place]) {
        let filled = FilledFormula(equation) { values[$0] }
        rows += wrapped(filled.x, line.marks, lead: "x")
        rows += wrapped(filled.y, line.marks, lead: "y")
        left -= 1
      }
      return rows
    }
  }

  /// Which equations a sub-step is about: those that work out one of its readings, else the first
  /// that has one in it.
  private func choice(of substep: Int) -> [[Bool]] {
    guard step.anatomy.indices.contains(substep) else {
      return lines.map { $0.equations.map { _ in false } }
    }
    let symbols = step.anatomy[substep].readings.map(\.symbol)
    let results = lines.map { $0.equations.map { symbols.contains($0[0].text) } }
    if results.contains(where: { $0.contains(true) }) { return results }
    var isFound = false
    return lines.map { line in
      let marks = FormulaMarks(line.text, symbols: symbols)
      return line.equations.map { tokens in
        guard !isFound,
          tokens.contains(where: { token in
            marks[token.place] != nil || symbols.contains { token.text.contains($0) }
          })
        else { return false }
        isFound = true
        return true
      }
    }
  }

  private func wrapped(
    _ pieces: [FilledFormula.Piece], _ marks: FormulaMarks, lead: String?
  ) -> [StyledLine] {
    let indent = lead == nil ? 2 : 4
    let room = width - (lead == nil ? 0 : 2)
    return FilledFormula.wrapped(pieces, to: room, indent: indent).enumerated().map {
      line, pieces in
      var row = StyledLine()
      if let lead { row.add(line == 0 ? "\(lead) " : "  ", theme.dim) }
      if line > 0 { row.add(String(repeating: " ", count: indent), theme.ink) }
      for piece in pieces {
        let (ink, style) = look(of: marks[piece.place])
        row.add(piece.text, ink, style)
      }
      return row
    }
  }

  /// The look of a symbol: the colour of its arrow once it is reached, bold while it is looked at,
  /// dim before.
  private func look(of reading: Int?) -> (Color, Cell.Style) {
    guard let reading else { return (theme.ink, []) }
    let (found, substep) = readings[reading]
    guard substep <= step.reached else { return (theme.dim, []) }
    return (
      theme.color(of: found, in: step.anatomy[substep].part),
      substep == step.current ? .bold : []
    )
  }
}
