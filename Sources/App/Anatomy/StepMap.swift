import Descent
import Drawing
import Files

/// The map of the focus view: the step about to be taken, drawn part by part.
enum StepMap {
  /// - Parameter hasLegend: whether it must say itself what its arrows mean.
  static func draw(
    _ step: StepInFocus, on map: Layout.Map, of model: Model, hasLegend: Bool, scenery: Scenery,
    on frame: inout Frame
  ) {
    StepTitle.draw(step, model, in: map.title, on: &frame)
    guard !map.rect.isEmpty else { return }
    let viewport = map.viewport(of: model)
    var painter = Painter(model, map.rect, viewport, scenery)
    swap(&painter.frame, &frame)
    painter.drawLand()
    painter.drawSignLines(on: map)
    let trails = painter
    painter.drawTrails(of: map.cars, scenery) { trails.dimmed($0) }
    var labels = LabelPlacement(in: map.rect.size)
    painter.drawStep(step, on: &labels)
    painter.drawCrosshair()
    painter.finishPicture(scenery)
    let inset = OverviewInset.place(in: map.rect.size, of: model, avoiding: labels)
    if let inset { labels.take(inset) }
    painter.drawLabels(of: step, &labels)
    if hasLegend, step.scene.hasHeadings { painter.drawLegend(&labels) }
    swap(&painter.frame, &frame)
    MapScales.draw(map, viewport, painter.land, of: model, on: &frame)
    if let inset {
      OverviewInset.draw(
        model, in: inset.moved(byX: map.rect.x, y: map.rect.y), of: map.rect,
        showing: viewport.visible, scenery: scenery, on: &frame)
    }
  }
}

extension Painter {
  /// Arrows, places and the car. What texts must keep off is taken from `labels`.
  fileprivate mutating func drawStep(_ step: StepInFocus, on labels: inout LabelPlacement) {
    let marks = visibleMarks(of: step)
    var strokes: [Stroke] = []
    if let ghost = step.ghost {
      let shared = step.scene.marks
      for mark in ghost.scene.marks(through: .max) {
        guard case .way = mark.shape, !shared.contains(where: { $0.isSameWay(as: mark) }) else {
          continue
        }
        strokes.append(stroke(mark, ink: ghostInk(ghost), isCurrent: false, beside: marks))
      }
    }
    for mark in marks.sorted(by: { ($0.substep, $0.speaks ? 1 : 0) < ($1.substep, 1) })
    where mark.isArrow {
      strokes.append(
        stroke(
          mark, ink: model.theme.color(of: mark), isCurrent: step.isBright(mark), beside: marks))
    }
    surround(strokes.map(\.canvas))
    for stroke in strokes {
      draw(stroke)
      sketch?.draw(stroke.arrow, stroke.ink)
      labels.take(stroke.canvas)
    }
    drawLandmarks()
    if let ghost = step.ghost, let end = ghost.end, end != step.end {
      drawPlace(model.wear(of: ghost).glyph, ghostInk(ghost), at: end, isBright: false)
    }
    for mark in marks where mark.shape == .place && mark.part != .move {
      drawPlace("◌", model.theme.color(of: mark), at: mark.at, isBright: step.isBright(mark))
    }
    drawHead(of: model.focus)
    for mark in marks where mark.shape == .place && mark.part == .move {
      drawPlace("◉", model.theme.color(of: mark), at: mark.at, isBright: step.isBright(mark))
    }
    takePlaces(of: step, marks, &labels)
  }

  /// What has been reached. A heading gives way to a way of the same moment that shows the
  /// direction too.
  func visibleMarks(of step: StepInFocus) -> [StepScene.Mark] {
    let marks = step.scene.marks(through: step.reached)
    let least = 0.7 * StepScene.headingLength(in: rect.size)
    return marks.filter { mark in
      mark.isWay || !mark.isArrow
        || !marks.contains {
          $0.isWay && $0.substep == mark.substep && $0.points(as: mark) && length(of: $0) >= least
        }
    }
  }

  /// The length of a way, in dots.
  private func length(of mark: StepScene.Mark) -> Double {
    let direction = mark.direction
    return Point(direction.x / viewport.unitsPerDot, direction.y / viewport.unitsPerDotDown).length
  }

  /// One arrow ready to be drawn.
  private struct Stroke {
    var arrow: Arrow
    var canvas: Canvas
    var ink: Color
    var style: Cell.Style
    var digit: Unicode.Scalar
  }

  private func stroke(
    _ mark: StepScene.Mark, ink: Color, isCurrent: Bool, beside marks: [StepScene.Mark]
  ) -> Stroke {
    var canvas = Canvas(rect.size)
    let arrow = arrow(of: mark, beside: marks)
    arrow.draw(on: &canvas)
    return Stroke(
      arrow: arrow, canvas: canvas, ink: isCurrent ? ink : dimmed(ink),
      style: isCurrent ? .bold : [],
      digit: mark.digit)
  }

  private mutating func draw(_ stroke: Stroke) {
    stroke.canvas.draw(
      on: &frame, x: rect.x, y: rect.y, ink: stroke.ink, over: land.dimmed)
    for y in 0..<rect.height {
      for x in 0..<rect.width where !stroke.canvas.isEmpty(x: x, y: y) {
        // ASCII has no dots, and its strokes are the contour lines' too.
        let glyph = model.rendition.glyphs == .ascii ? stroke.digit : nil
        frame.draw(glyph, style: stroke.style, x: rect.x + x, y: rect.y + y)
      }
    }
  }

  /// What is over and done with, and what is not the car's own, leans towards the ground.
  func dimmed(_ ink: Color) -> Color {
    model.rendition.isPoor
      ? ink
      : ink.mixed(with: land.dimmed.color(x: rect.width / 2, y: rect.height / 2), 0.4)
  }

  func ghostInk(_ ghost: StepInFocus.Ghost) -> Color {
    model.wear(of: ghost).color
  }

  /// The arrow in dots. A heading that would lie on a way is moved aside by a few.
  func arrow(of mark: StepScene.Mark, beside marks: [StepScene.Mark]) -> Arrow {
    let start = viewport.dot(x: mark.at.x, y: mark.at.y)
    switch mark.shape {
    case .way(let end):
      let tip = viewport.dot(x: end.x, y: end.y)
      var arrow = Arrow(fromX: start.x, fromY: start.y, toX: tip.x, toY: tip.y, head: 6)
      arrow.isSolid = true
      arrow.dash = Self.dash(of: mark)
      return arrow
    case .heading(let along):
      let direction = Point(along.x / viewport.unitsPerDot, -along.y / viewport.unitsPerDotDown)
        .unit
      let earlier = marks.count {
        if case .heading = $0.shape { $0.at == mark.at && $0.substep < mark.substep } else { false }
      }
      let length =
        StepScene.headingLength(in: rect.size) * (1 - 0.15 * Double(min(earlier, 4)))
      let liesOnWay = marks.contains {
        if case .way = $0.shape { $0.points(nearly: mark) } else { false }
      }
      let aside = liesOnWay ? 4.0 : 0
      let (x, y) = (start.x - aside * direction.y, start.y + aside * direction.x)
      var arrow = Arrow(
        fromX: x, fromY: y, toX: x + length * direction.x, toY: y + length * direction.y, head: 5)
      arrow.isSolid = true
      arrow.dash = Self.dash(of: mark)
      return arrow
    case .place: return Arrow(fromX: start.x, fromY: start.y, toX: start.x, toY: start.y)
    }
  }

  /// Parts stay apart without colours too.
  private static func dash(of mark: StepScene.Mark) -> Arrow.Dash {
    if case .heading = mark.shape { return Arrow.Dash(on: 1, off: 2) }
    return switch mark.part {
    case .memory: Arrow.Dash(on: 9, off: 3)
    case .slope, .slopeAhead: Arrow.Dash(on: 4, off: 2)
    default: .solid
    }
  }

  private mutating func drawPlace(
    _ glyph: Unicode.Scalar, _ ink: Color, at place: Point<Double>, isBright: Bool
  ) {
    putOrPoint(glyph, isBright ? ink : dimmed(ink), at: place)
  }

  private func takePlaces(
    of step: StepInFocus, _ marks: [StepScene.Mark], _ labels: inout LabelPlacement
  ) {
    var places = marks.filter { $0.shape == .place }.map(\.at)
    places += [step.ghost?.end, model.race.start, model.race.drivers[model.focus].position]
      .compactMap { $0 }
    places += model.surface.about.criticalPoints.map(\.position)
    for place in places {
      guard let cell = viewport.cell(x: place.x, y: place.y) else { continue }
      labels.take(x: cell.x, y: cell.y)
    }
  }
}

extension StepInFocus {
  /// Whether a mark belongs to what is looked at now: the current sub-step, or the whole step.
  func isBright(_ mark: StepScene.Mark) -> Bool { current == nil || mark.substep == current }
}

extension StepScene.Mark {
  fileprivate func isSameWay(as other: Self) -> Bool { at == other.at && shape == other.shape }

  /// Whether two arrows start at the same place and differ by less than 15°.
  fileprivate func points(nearly other: Self) -> Bool {
    let (a, b) = (direction.unit, other.direction.unit)
    return at == other.at && a.x * b.x + a.y * b.y > 0.965
  }
}
