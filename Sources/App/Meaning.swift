import Descent
import Drawing
import Files

/// What a message in cells and rows of the screen comes to on this layout.
extension Layout {
  /// The message that a message in cells stands for; any other message as it is.
  ///
  /// - Parameter model: the one that this is the layout of.
  package func meaning(of message: Message, in model: Model) -> Message {
    switch message {
    case .press(let x, let y): press(x, y, model)
    case .drag(let x, let y): drag(x, y, model)
    case .release: release(model)
    case .wheel(let up, _, _) where model.view == .focus: up ? .zoomIn : .zoomOut
    case .wheel(let up, let x, let y):
      planePoint(atColumn: x, row: y, in: model).map { .zoom(by: up ? 1.25 : 0.8, about: $0) }
        ?? message
    case .moveCrosshair(let x, let y): moveCrosshair(x, y, model) ?? message
    case .scroll(let rows):
      model.sheet.map { open in
        let last = SheetPanel.lastScroll(open, of: model, in: sheet)
        return .scrollSheet(to: min(max(0, open.scroll + rows), last))
      } ?? message
    case .lesson(.scroll(let rows)): scrollText(rows, model) ?? message
    case .desk(.move(let rows)): scrollNotes(rows, model) ?? message
    case .tree(.walk(let direction)): walk(direction, model) ?? message
    case .chart(.move(let columns)): movedCursor(by: columns, model) ?? message
    case .lab(.moveSetting(let rows)): moveSetting(rows, model) ?? message
    default: message
    }
  }

  private func scrollNotes(_ rows: Int, _ model: Model) -> Message? {
    guard let desk, let scroll = model.desk?.scroll, !model.isAskingAtDesk else { return nil }
    let last = DeskPanel.lastScroll(of: model, in: desk)
    return .desk(.scroll(to: min(max(0, scroll + rows), last)))
  }

  /// A click on words does what they say; one on a map takes hold of it.
  private func press(_ x: Int, _ y: Int, _ model: Model) -> Message {
    if let editor, editor.contains(x: x, y: y) {
      return EditorPanel.setting(atRow: y, in: editor, of: model).map { .edit(.select($0)) }
        ?? .letGo
    }
    if let lesson, lesson.contains(x: x, y: y) {
      return LessonPanel.choice(atRow: y, in: lesson, self, model).map { .lesson(.vote($0)) }
        ?? .letGo
    }
    if let vacancy = vacancies.first(where: { $0.title.contains(x: x, y: y) }) {
      return .toggleCar(vacancy.cars[0])
    }
    if let message = cursor(atColumn: x, row: y, model) { return message }
    if let rule = rule(atColumn: x, row: y, of: model) { return .tree(.stand(on: rule)) }
    if let car = car(atColumn: x, row: y, in: model) { return .focus(car: car) }
    return planePoint(atColumn: x, row: y, in: model) == nil
      ? .letGo : .hold(Model.Grip(x: x, y: y))
  }

  /// The map moves with the pointer, once it is more than a cell away: hands tremble.
  private func drag(_ x: Int, _ y: Int, _ model: Model) -> Message {
    if let message = cursor(atColumn: x, row: y, model) { return message }
    guard var held = model.grip, let map = maps.first else { return .drag(x: x, y: y) }
    let (columns, rows) = (x - held.x, y - held.y)
    guard held.hasMoved || abs(columns) > 1 || abs(rows) > 1 else { return .drag(x: x, y: y) }
    held.hasMoved = true
    // There the map follows the car.
    if model.view == .focus { return .hold(held) }
    (held.x, held.y) = (x, y)
    let (viewport, window) = (map.viewport(of: model), model.window)
    let moved = window.moved(
      byWidths: -Double(columns) * 2 * viewport.unitsPerDot / window.width,
      heights: Double(rows) * 4 * viewport.unitsPerDotDown / window.height)
    return .slide(to: moved, held)
  }

  /// A map that has been held and not moved was clicked: the start goes there.
  private func release(_ model: Model) -> Message {
    guard let held = model.grip, !held.hasMoved,
      let point = start(atColumn: held.x, row: held.y, in: model)
    else { return .letGo }
    return .start(at: point)
  }

  /// One that the map has been moved away from comes back first.
  private func moveCrosshair(_ x: Int, _ y: Int, _ model: Model) -> Message? {
    guard var point = model.crosshair, let map = maps.first else { return nil }
    let viewport = map.viewport(of: model)
    if !viewport.contains(x: point.x, y: point.y) {
      point =
        model.view == .focus ? Point(viewport.centerX, viewport.centerY) : model.window.middle
    }
    // A jump that would leave the map goes as far as it can.
    for part in stride(from: 1, to: 0, by: -0.125) {
      let moved = Point(
        point.x + part * Double(x) * 2 * viewport.unitsPerDot,
        point.y - part * Double(y) * 4 * viewport.unitsPerDotDown)
      if viewport.contains(x: moved.x, y: moved.y) {
        return .placeCrosshair(Window(viewport.visible).said(moved))
      }
    }
    return .placeCrosshair(point)
  }

  private func scrollText(_ rows: Int, _ model: Model) -> Message? {
    guard let scroll = model.lecture?.scroll, let lesson else { return nil }
    let last = LessonPanel.lastScroll(of: model, in: lesson)
    return .lesson(.scrollText(to: min(max(0, scroll + rows), last)))
  }

  /// Along the lines of the tree; up and down in the order of the list, where it is one.
  private func walk(_ direction: FamilyTree.Direction, _ model: Model) -> Message? {
    guard let tree else { return nil }
    let (family, picture) = FamilyTreePanel.scene(of: model.treeRule, in: tree)
    guard let place = family.index(of: model.treeRule) else { return nil }
    var next = family.step(direction, from: place)
    if picture == nil {
      if direction == .up { next = max(0, place - 1) }
      if direction == .down { next = min(place + 1, family.nodes.count - 1) }
    }
    return .tree(.stand(on: family.nodes[next].about.name))
  }

  private func moveSetting(_ rows: Int, _ model: Model) -> Message? {
    guard let setting = model.mapSetting, case .number(let value) = setting.value,
      let axes = maps.first.flatMap(model.mapAxes)
    else { return nil }
    let row = min(max(0, axes.row(of: value) + rows), axes.values.count - 1)
    return .lab(.set(axes.values[row]))
  }
}
