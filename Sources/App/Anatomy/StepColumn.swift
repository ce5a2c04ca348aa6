import Descent
import Drawing

/// Beside the map of the focus view: the car, its formula with numbers, the sub-steps with their
/// readings, and what each axis is made of them. As much of it as there is room for, in an order
/// that does not change from one sub-step to the next.
enum StepColumn {
  /// Draws as much as there is room for; whether that says what the map's arrows mean.
  ///
  /// - Parameter mayExplain: whether it may; else the map does.
  static func draw(
    _ step: StepInFocus, _ model: Model, in rect: Rect, mayExplain: Bool = true,
    scenery: Scenery, on frame: inout Frame
  ) -> Bool {
    var column = Column(step, model, width: rect.width)
    var plan = Plan()
    for change in Plan.wishes {
      var richer = plan
      change(&richer)
      richer.hasLegend = richer.hasLegend && mayExplain
      let reserved = richer.hasNavigator ? 1 + navigatorRows : 0
      if column.height(of: richer) + reserved <= rect.height { plan = richer }
    }
    var row = 0
    for block in column.blocks(plan) {
      for line in block.rows where row < rect.height {
        frame.write(line, x: rect.x, y: rect.y + row, width: rect.width)
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
    if rest.height >= 8 {
      LossChartPanel.draw(model, in: rest.inset(top: 1), scenery: scenery, on: &frame)
    }
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
  private let model: Model
  private let step: StepInFocus
  private let facts: FocusFacts
  private let formula: StepFormula
  private let readings: StepReadings
  private let bars: AxisBars
  /// What has been set: a plan differs from the one before it in one part.
  private var known: [Part: Block] = [:]

  private enum Part: Hashable {
    case head(hasSettings: Bool), remarks, formula(filled: Int)
    case readings(StepReadings.Detail, hasGaps: Bool)
    case legend(Bool), bars(Int), curvature
  }

  /// Rows that belong together, in at least that much room.
  struct Block {
    var rows: [StyledLine]
    var height: Int
  }

  init(_ step: StepInFocus, _ model: Model, width: Int) {
    (self.model, self.step) = (model, step)
    facts = FocusFacts(model: model, step: step, width: width)
    formula = StepFormula(model, step, width: width)
    readings = StepReadings(model: model, step: step, width: width)
    bars = AxisBars(model: model, step: step, width: width)
  }

  mutating func height(of plan: Plan) -> Int { blocks(plan).map(\.height).reduce(0, +) }

  mutating func blocks(_ plan: Plan) -> [Block] {
    var parts = [Part.head(hasSettings: plan.hasSettings), .remarks]
    if plan.hasFormula { parts.append(.formula(filled: plan.filled)) }
    parts += [.readings(plan.readings, hasGaps: plan.gaps > 1), .legend(plan.hasLegend)]
    if plan.bars > 0, bars.count > 0 { parts.append(.bars(plan.bars + (bars.hasSizes ? 0 : 1))) }
    if plan.hasCurvature { parts.append(.curvature) }
    var blocks: [Block] = []
    for part in parts {
      let block = known[part] ?? block(part)
      known[part] = block
      if block.height > 0 { blocks.append(block) }
    }
    guard plan.gaps > 0 else { return blocks }
    return blocks.indices.map { index in
      var block = blocks[index]
      if index + 1 < blocks.count { block.height += 1 }
      return block
    }
  }

  /// Each block is as high as it is at its highest in any sub-step, so that nothing jumps.
  private func block(_ part: Part) -> Block {
    if case .bars(let limit) = part {
      return Block(rows: bars.rows(atMost: limit), height: bars.height(atMost: limit))
    }
    let shown = step.current ?? step.anatomy.count - 1
    let heights = step.anatomy.indices.map { self.rows(of: part, at: $0).count }
    let rows = self.rows(of: part, at: shown)
    return Block(rows: rows, height: max(rows.count, heights.max() ?? 0))
  }

  private func rows(of part: Part, at substep: Int) -> [StyledLine] {
    switch part {
    case .head(let hasSettings): facts.head + (hasSettings ? facts.settings : [])
    case .remarks: facts.remarks
    case .formula(let filled): formula.rows(filling: filled, for: substep)
    case .readings(let detail, let hasGaps):
      readings.rows(detail, current: substep, gaps: hasGaps)
    case .legend(let hasLegend): (hasLegend ? facts.legend : []) + facts.ghost
    case .bars(let limit): bars.rows(atMost: limit)
    case .curvature: facts.curvature
    }
  }
}
