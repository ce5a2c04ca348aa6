import Descent
import Drawing
import Files
import Texts

/// What a step makes of each axis, as bars: the two of a quantity on one scale.
struct AxisBars {
  let model: Model
  let step: StepInFocus
  let width: Int

  private struct Quantity {
    var label: String
    var value: Point<Double>
    var ink: Color
    var substep: Int
  }

  /// Whether the rule itself works per axis.
  var hasSizes: Bool {
    step.anatomy.flatMap(\.readings)
      .contains { if case .perAxis = $0.picture { true } else { false } }
  }

  /// How many quantities the whole step has.
  var count: Int { quantities.count }

  /// The rows that as many quantities take.
  func height(atMost limit: Int) -> Int { (hasHeading ? 1 : 0) + 2 * min(limit, count) }

  private var hasHeading: Bool { width >= 40 }

  /// A heading, and two rows for each of the last `limit` quantities that have been reached.
  func rows(atMost limit: Int) -> [StyledLine] {
    let shown = quantities.filter { $0.substep <= step.reached }.suffix(limit)
    guard limit > 0, !step.anatomy.isEmpty else { return [] }
    // Where room is short the bars speak for themselves.
    var rows = hasHeading ? [StyledLine(model.strings[.stepPerAxis], model.theme.dim, .bold)] : []
    let labels = min(width / 3, quantities.map(\.label.cellWidth).max() ?? 0)
    for quantity in shown {
      let largest = max(quantity.value.x.magnitude, quantity.value.y.magnitude)
      for (axis, value) in [("x", quantity.value.x), ("y", quantity.value.y)] {
        let label = axis == "x" ? quantity.label.cut(to: labels) : ""
        var row = StyledLine(label, quantity.ink)
        row.pad(to: labels + 1, quantity.ink)
        row.add("\(axis) ", model.theme.dim)
        let room = width - row.width - 10
        let share = largest > 0 && value.isFinite ? value.magnitude / largest : 0
        let length = largest.isFinite ? Int((share * Double(room)).rounded()) : 0
        // A blank in its own colour: solid in every font, reversed where there are no colours.
        let bar =
          axis == "x" ? quantity.ink : quantity.ink.mixed(with: model.theme.paper, 0.25)
        row.add(String(repeating: " ", count: length), bar, paper: bar)
        row.pad(to: width - 10, quantity.ink)
        row.add(" " + NumberText.aligned(value.magnitude), model.theme.ink)
        rows.append(row)
      }
    }
    return rows
  }

  /// What the rule has for each axis; of rules that treat both alike, the slope and the speed.
  private var quantities: [Quantity] {
    let all = step.anatomy.enumerated().flatMap { index, substep in
      substep.readings.map { (reading: $0, part: substep.part, index: index) }
    }
    func quantity(_ reading: Reading, _ part: Substep.Part, _ index: Int) -> Quantity {
      Quantity(
        label: Self.short(reading.symbol), value: reading.value,
        ink: model.theme.color(of: reading, in: part), substep: index)
    }
    var perAxis = all.filter { if case .perAxis = $0.reading.picture { true } else { false } }
      .map(quantity)
    if !perAxis.isEmpty {
      let rate = all.last { reading, part, _ in
        guard case .perAxis = reading.picture else { return false }
        return part == .scale && reading.symbol.contains(" / ")
      }
      if let rate,
        let index = perAxis.firstIndex(where: { $0.label == Self.short(rate.reading.symbol) })
      {
        // The rate that each axis is left with is what the others are for.
        perAxis[index].label = model.strings[.stepOwnRate]
        perAxis.append(perAxis.remove(at: index))
      }
      return perAxis
    }
    let slope = all.first { $0.part == .slope || $0.part == .slopeAhead }
    let speed = all.last { $0.part == .memory } ?? all.first { $0.part == .move }
    return [speed, slope].compactMap { $0.map(quantity) }.sorted { $0.substep < $1.substep }
  }

  /// `∇J` for `∇J(θₜ − γ vₜ₋₁)`: what it is a function of stands elsewhere.
  private static func short(_ symbol: String) -> String {
    let tokens = FormulaToken.equations(of: symbol).joined()
    guard tokens.count == 1, let name = symbol.split(separator: "(").first else { return symbol }
    return String(name)
  }
}
