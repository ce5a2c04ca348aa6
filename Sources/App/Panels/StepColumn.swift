import Descent
import Drawing

/// Beside the map of the focus view: the car, its formula with numbers, the sub-steps with their
/// readings, and what each axis is made of them. As much of it as there is room for, in an order
/// that does not change from one sub-step to the next.
enum StepColumn {
  /// Draws as much as there is room for; whether that says what the map's arrows mean.
  static func draw(_ model: Model, in rect: Rect, on frame: inout Frame) -> Bool {
    let column = Column(model: model, step: StepInFocus(model), width: rect.width)
    var plan = Plan()
    for change in Plan.wishes {
      var richer = plan
      change(&richer)
      let reserved = richer.hasNavigator ? 1 + navigatorRows : 0
      if column.height(of: richer) + reserved <= rect.height { plan = richer }
    }
    var row = 0
    for block in column.blocks(plan, current: nil) {
      for line in block.rows where row < rect.height {
        line.draw(in: rect, row: row, on: &frame)
        row += 1
      }
      row += block.height - block.rows.count
    }
    var rest = rect.inset(top: row)
    if plan.hasNavigator {
      let (top, bottom) = rest.split(top: 1 + navigatorRows)
      NavigatorPanel.draw(model, car: model.focus, in: top.inset(top: 1), on: &frame)
      rest = bottom
    }
    if rest.height >= 8 { LossChartPanel.draw(model, in: rest.inset(top: 1), on: &frame) }
    return plan.hasLegend
  }

  /// Title and five lines.
  private static let navigatorRows = 6
}

/// How much of each thing is shown.
private struct Plan {
  var hasSettings = false
  var hasFormula = false
  /// How many equations have numbers.
  var filled = 0
  var readings = StepReadings.Detail.currentAlone
  var hasCurvature = false
  var bars = 0
  var gaps = 0
  var hasLegend = false
  var hasNavigator = false

  /// The most telling first.
  static let wishes: [@Sendable (inout Plan) -> Void] = [
    { $0.hasFormula = true }, { $0.readings = .titles }, { $0.filled = 1 },
    { $0.hasCurvature = true }, { $0.bars = 1 }, { $0.hasLegend = true }, { $0.filled = 2 },
    { $0.gaps = 1 }, { $0.hasSettings = true }, { $0.readings = .all },
    { $0.hasNavigator = true }, { $0.bars = 2 },
    { if $0.readings == .all { $0.gaps = 2 } }, { $0.bars = 3 }, { $0.filled = 9 },
    { $0.bars = 9 },
  ]
}

private struct Column {
  let model: Model
  let step: StepInFocus
  let width: Int

  /// Rows that belong together, in at least that much room.
  struct Block {
    var rows: [StepRow]
    var height: Int
  }

  func height(of plan: Plan) -> Int { blocks(plan, current: nil).map(\.height).reduce(0, +) }

  /// Each block is as high as it is at its highest in any sub-step, so that nothing jumps.
  func blocks(_ plan: Plan, current: Int?) -> [Block] {
    let shown = step.current ?? step.anatomy.count - 1
    let all = step.anatomy.isEmpty ? [0] : Array(step.anatomy.indices)
    func block(_ rows: (Int) -> [StepRow]) -> Block {
      Block(rows: rows(shown), height: all.map { rows($0).count }.max() ?? 0)
    }
    let facts = FocusFacts(model: model, step: step, width: width)
    var blocks = [block { _ in facts.head + (plan.hasSettings ? facts.settings : []) }]
    blocks.append(block { _ in facts.remarks })
    if plan.hasFormula {
      let formula = StepFormula(model: model, step: step, width: width)
      blocks.append(
        block { formula.rows(filling: plan.filled, for: $0) })
    }
    let readings = StepReadings(model: model, step: step, width: width)
    blocks.append(block { readings.rows(plan.readings, current: $0, gaps: plan.gaps > 1) })
    blocks.append(block { _ in (plan.hasLegend ? facts.legend : []) + facts.ghost })
    let bars = AxisBars(model: model, step: step, width: width)
    if plan.bars > 0, bars.count > 0 {
      let limit = plan.bars + (bars.hasSizes ? 0 : 1)
      blocks.append(
        Block(rows: bars.rows(atMost: limit), height: bars.height(atMost: limit)))
    }
    if plan.hasCurvature { blocks.append(block { _ in facts.curvature }) }
    blocks.removeAll { $0.height == 0 }
    guard plan.gaps > 0 else { return blocks }
    return blocks.indices.map { index in
      var block = blocks[index]
      if index + 1 < blocks.count { block.height += 1 }
      return block
    }
  }
}
