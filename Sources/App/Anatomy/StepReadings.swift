import Descent
import Drawing
import Files
import Texts

/// The sub-steps of a step, numbered, with what is read off in each.
struct StepReadings {
  let model: Model
  let step: StepInFocus
  let width: Int

  enum Detail { case all, titles, currentAlone }

  /// - Parameter current: the sub-step whose readings show if not all do, from 0.
  func rows(_ detail: Detail, current: Int, gaps: Bool = false) -> [StyledLine] {
    guard !step.anatomy.isEmpty else { return [] }
    var rows = [heading]
    for (index, substep) in step.anatomy.enumerated() {
      guard detail != .currentAlone || index == current else { continue }
      if gaps { rows.append(StyledLine()) }
      rows.append(title(of: substep, index))
      guard detail == .all || index == current else { continue }
      rows += numbers(of: substep, index)
      for reading in substep.readings {
        rows += self.rows(of: reading, index)
      }
    }
    return rows
  }

  /// Cells of a number before its point.
  private var whole: Int { width >= 40 ? 3 : 2 }
  private var fraction: Int { width >= 40 ? 6 : 5 }
  private var column: Int { 1 + whole + fraction }

  private var heading: StyledLine {
    let theme = model.theme
    var row = StyledLine(model.strings[.stepTitle], theme.dim, .bold)
    row.pad(to: width - 2 * column, theme.dim)
    // Above the digits before the points.
    for axis in ["x", "y"] {
      row.add((String(repeating: " ", count: whole) + axis).padded(to: column), theme.dim)
    }
    return row
  }

  private func title(of substep: Substep, _ index: Int) -> StyledLine {
    let theme = model.theme
    let title = model.strings.title(of: substep).cut(to: width - 2)
    guard index <= step.reached else { return StyledLine("\(index + 1) \(title)", theme.dim) }
    let last = substep.readings.last
    let ink = last.map { theme.color(of: $0, in: substep.part) } ?? theme.ink
    return StyledLine("\(index + 1) \(title)", ink, index == step.current ? .bold : [])
  }

  /// What is the same for both axes, side by side.
  private func numbers(of substep: Substep, _ index: Int) -> [StyledLine] {
    let texts = substep.readings.compactMap { reading in
      if case .number = reading.picture {
        "\(reading.symbol) \(FilledFormula.setting(reading.value.x))"
      } else {
        nil
      }
    }
    guard !texts.isEmpty else { return [] }
    return texts.joined(separator: "   ").wrapped(to: width - 2).map {
      StyledLine("  \($0)", ink(index), style(index))
    }
  }

  private func ink(_ index: Int) -> Color {
    index <= step.reached ? model.theme.ink : model.theme.dim
  }

  private func style(_ index: Int) -> Cell.Style { index == step.current ? .bold : [] }

  private func rows(of reading: Reading, _ index: Int) -> [StyledLine] {
    if case .number = reading.picture { return [] }
    let (ink, style) = (ink(index), style(index))
    let sign = Self.sign(of: reading)
    let values = [reading.value.x, reading.value.y].map {
      " " + NumberText.aligned($0, whole: whole, fraction: fraction, sign: sign)
    }.joined()
    var row = StyledLine("  \(reading.symbol)", ink, style)
    guard row.width + values.cellWidth > width else {
      row.pad(to: width - values.cellWidth, ink)
      row.add(values, ink, style)
      return [row]
    }
    return [row, StyledLine(values.padded(to: width, .right), ink, style)]
  }

  /// One text for each axis, or for both.
  static func texts(of reading: Reading) -> [String] {
    if case .number = reading.picture { return [FilledFormula.setting(reading.value.x)] }
    return [reading.value.x, reading.value.y].map {
      NumberText.plain($0, sign: sign(of: reading))
    }
  }

  private static func sign(of reading: Reading) -> NumberText.Sign {
    switch reading.picture {
    case .perAxis, .number: .none
    case .way, .heading, .place: .plus
    }
  }
}
