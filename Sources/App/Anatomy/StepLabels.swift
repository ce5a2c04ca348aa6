import Descent
import Drawing
import Files
import Texts

/// The texts beside the arrows and places of a step.
extension Painter {
  /// What matters most has its place first: the sub-step looked at, then where things are, then
  /// how they came there, the later before the earlier.
  mutating func drawLabels(of step: StepInFocus, _ labels: inout LabelPlacement) {
    let marks = visibleMarks(of: step)
    let order = marks.reversed().sorted { rank($0, step) < rank($1, step) }
    for mark in order where rank(mark, step) < 2 { draw(mark, marks, step, &labels) }
    drawGhostLabel(of: step, &labels)
    for mark in order where rank(mark, step) >= 2 { draw(mark, marks, step, &labels) }
  }

  /// What the dotted arrows are, where the column has no room to say it: along an edge.
  mutating func drawLegend(_ labels: inout LabelPlacement) {
    let text = model.strings[.stepDirectionOnly]
    let (right, bottom) = (rect.width - text.cellWidth - 1, rect.height - 1)
    let corners = [(1, bottom), (right, bottom), (1, 0), (right, 0)]
    for (x, y) in corners {
      guard let label = labels.place(text, x: x, y: y) else { continue }
      return write(label, model.theme.ink, [])
    }
  }

  private func rank(_ mark: StepScene.Mark, _ step: StepInFocus) -> Int {
    if mark.substep == step.current { return 0 }
    return mark.isArrow ? 2 : 1
  }

  private mutating func draw(
    _ mark: StepScene.Mark, _ marks: [StepScene.Mark], _ step: StepInFocus,
    _ labels: inout LabelPlacement
  ) {
    // The way to the place where the car will be is not another thing than the place.
    if mark.part == .move, mark.isArrow, step.end != nil { return }
    let ink = model.theme.color(of: mark)
    let label = place(texts(of: mark, in: step), anchors(of: mark, beside: marks), &labels)
    if let label {
      write(label, ink, step.isBright(mark) ? .bold : [])
    } else {
      markWithDigit(mark, marks, ink)
    }
  }

  private mutating func drawGhostLabel(of step: StepInFocus, _ labels: inout LabelPlacement) {
    guard let ghost = step.ghost, let end = ghost.end, end != step.end,
      let cell = viewport.cell(x: end.x, y: end.y)
    else { return }
    let title = ghost.rule.about.title
    let words = model.strings(.stepWouldGo, ["name": title])
    if let label = place([words, title], [cell], &labels) {
      write(label, ghostInk(ghost), [])
    }
  }

  /// A short text near by is better than a long one further off.
  private func place(
    _ texts: [String], _ anchors: [(x: Int, y: Int)], _ labels: inout LabelPlacement
  ) -> LabelPlacement.Label? {
    labels.place(Array(texts.prefix(2)), beside: anchors, reach: 4)
      ?? labels.place(texts, beside: anchors, reach: 8)
  }

  private func texts(of mark: StepScene.Mark, in step: StepInFocus) -> [String] {
    let digit = mark.numbers
    if mark.part == .move {
      let words = model.strings(
        .stepGoes, ["name": model.race.cars[model.focus].title])
      return ["\(digit) \(words)", "\(digit) \(mark.symbol)", digit]
    }
    let symbol = mark.symbol.cellWidth <= 18 ? "\(digit) \(mark.symbol)" : digit
    guard mark.speaks else { return [symbol, digit] }
    let words = model.strings.title(of: step.anatomy[mark.substep])
    return ["\(symbol)  \(words)", symbol, digit]
  }

  /// Cells that an arrow's text may stand beside: first where it is most its own.
  private func anchors(
    of mark: StepScene.Mark, beside marks: [StepScene.Mark]
  ) -> [(x: Int, y: Int)] {
    let arrow = arrow(of: mark, beside: marks)
    let parts =
      switch mark.shape {
      case .way: [0.5, 0.4, 0.6, 0.3, 0.7, 0.85]
      case .heading: [1.0, 0.85, 0.7]
      case .place: [1.0]
      }
    return parts.compactMap { part in
      let x = arrow.fromX + part * (arrow.toX - arrow.fromX)
      let y = arrow.fromY + part * (arrow.toY - arrow.fromY)
      guard x >= 0, y >= 0, x < Double(rect.width * 2), y < Double(rect.height * 4) else {
        return nil
      }
      return (Int(x) / 2, Int(y) / 4)
    }
  }

  /// The short label of an arrow whose text has no room near it.
  private mutating func markWithDigit(
    _ mark: StepScene.Mark, _ marks: [StepScene.Mark], _ ink: Color
  ) {
    guard mark.isArrow, let cell = anchors(of: mark, beside: marks).first else { return }
    put(
      mark.digit, ink, atCell: cell.x, cell.y, over: land.dimmed,
      style: .bold)
  }

  private mutating func write(
    _ label: LabelPlacement.Label, _ ink: Color, _ style: Cell.Style
  ) {
    let width = label.text.cellWidth
    frame.write(
      label.text, x: rect.x + label.x, y: rect.y + label.y, ink: ink, style: style)
    for x in label.x..<label.x + width {
      frame.draw(
        paper: land.dimmed.color(x: x, y: label.y), x: rect.x + x, y: rect.y + label.y)
    }
  }
}
