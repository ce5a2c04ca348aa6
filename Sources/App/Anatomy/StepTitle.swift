import Descent
import Drawing
import Files

/// The two rows above the map of a focus view that has no column beside it: the car, and the
/// sub-step looked at.
enum StepTitle {
  static func draw(
    _ step: StepInFocus, _ model: Model, in rect: Rect, on frame: inout Frame
  ) {
    guard !rect.isEmpty else { return }
    let facts = FocusFacts(model: model, step: step, width: rect.width)
    var rows = facts.head
    if step.anatomy.isEmpty || model.race.cars[model.focus].path != nil {
      rows += facts.remarks
    } else {
      rows.append(substep(step, model, rect.width))
    }
    frame.write(rows, in: rect)
  }

  private static func substep(_ step: StepInFocus, _ model: Model, _ width: Int) -> StyledLine {
    let index = step.current ?? step.anatomy.count - 1
    let substep = step.anatomy[index]
    let last = substep.readings.first { $0.symbol == "Δθₜ" } ?? substep.readings.last
    guard let last else { return StyledLine() }
    let values = StepReadings.texts(of: last).joined(separator: " ")
    let color = model.theme.color(of: last, in: substep.part)
    var row = StyledLine("\(index + 1)", color, .bold)
    for text in ["\(model.strings.title(of: substep))  \(last.symbol)", last.symbol]
    where row.width + 2 + text.cellWidth + values.cellWidth <= width {
      row.add(" \(text)", color, .bold)
      break
    }
    row.pad(to: width - values.cellWidth, color)
    row.add(values, model.theme.ink, .bold)
    return row
  }
}
