import Descent
import Drawing
import Files

/// A car's formula with its symbols in the colours that the parts of its step have.
struct FormulaRows {
  let model: Model
  let car: Int

  /// The lines, wrapped.
  func rows(width: Int) -> [StyledLine] {
    let readings = model.race.anatomy(ofCar: car).flatMap { substep in
      substep.readings.map { (reading: $0, part: substep.part) }
    }
    let inks = readings.map { model.theme.color(of: $0.reading, in: $0.part) }
    return model.race.cars[car].rule.formula.flatMap { line in
      let marks = FormulaMarks(line, symbols: readings.map(\.reading.symbol))
      let characters = Array(line)
      var place = 0
      return line.wrapped(to: width).map { part in
        var runs: [(text: String, ink: Color)] = []
        for character in part {
          // What a break has swallowed.
          while characters[place] != character { place += 1 }
          let ink = marks[place].map { inks[$0] } ?? model.theme.ink
          place += 1
          if runs.last?.ink == ink {
            runs[runs.count - 1].text.append(character)
          } else {
            runs.append((String(character), ink))
          }
        }
        return runs.reduce(into: StyledLine()) { $0.add($1.text, $1.ink, .bold) }
      }
    }
  }
}
