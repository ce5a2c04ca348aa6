import Descent
import Drawing
import Files

/// What the mouse does: a click on a map puts the start there, a drag moves the map, a click on a
/// car's name focuses the car, one on a setting of the editor or a rule of the family tree chooses
/// it, one on a choice of a lesson's question votes for it.
extension Model {
  /// Takes hold of the map, or does what the words that are there say.
  mutating func press(_ x: Int, _ y: Int) {
    grip = nil
    guard let layout = Layout(self) else { return }
    if let rect = layout.editor, rect.contains(x: x, y: y) {
      if let row = EditorPanel.setting(atRow: y, in: rect, of: self) {
        editor?.row = row
        editor?.typed = ""
      }
    } else if let rect = layout.lesson, rect.contains(x: x, y: y) {
      if let choice = LessonPanel.choice(atRow: y, in: rect, of: self) {
        lecture?.vote(for: choice)
      }
    } else if let rule = layout.rule(atColumn: x, row: y, of: self) {
      treeRule = rule
    } else if let car = layout.car(atColumn: x, row: y, in: self) {
      focus = car
    } else if layout.planePoint(atColumn: x, row: y, in: self) != nil {
      grip = Grip(x: x, y: y)
    }
  }

  /// Moves the map with the pointer, once it is more than a cell away: hands tremble.
  mutating func drag(to x: Int, _ y: Int) {
    guard var held = grip, let map = Layout(self)?.maps.first else { return }
    let (columns, rows) = (x - held.x, y - held.y)
    guard held.hasMoved || abs(columns) > 1 || abs(rows) > 1 else { return }
    let viewport = map.viewport(of: self)
    guard view != .focus else {
      grip?.hasMoved = true
      return
    }
    window = window.moved(
      byWidths: -Double(columns) * 2 * viewport.unitsPerDot / window.width,
      heights: Double(rows) * 4 * viewport.unitsPerDotDown / window.height)
    (held.x, held.y, held.hasMoved) = (x, y, true)
    grip = held
  }

  /// Lets go of the map. One that has not been moved was clicked: the start goes there.
  mutating func release() {
    defer { grip = nil }
    guard let held = grip, !held.hasMoved,
      let point = Layout(self)?.planePoint(atColumn: held.x, row: held.y, in: self)
    else { return }
    start(at: point)
    crosshair = nil
  }
}
