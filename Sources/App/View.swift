package import Drawing
import Files
import Texts

/// The picture of the model: a frame of the model's size, in the glyphs that the terminal has.
/// Reads the model, writes nothing but the cache of scenery.
package func view(of model: Model, scenery: Scenery) -> Frame {
  model.rendition.applied(to: picture(of: model, scenery: scenery), model.theme)
}

private func picture(of model: Model, scenery: Scenery) -> Frame {
  let theme = model.theme
  var frame = Frame(model.size, filledWith: Cell(" ", ink: theme.ink, paper: theme.paper))
  guard let layout = Layout(model) else {
    drawTooSmall(model, on: &frame)
    return frame
  }
  HeaderPanel.draw(model, in: layout.header, on: &frame)
  drawMaps(model, layout, scenery: scenery, on: &frame)
  Sidebar.draw(model, layout, on: &frame)
  if let editor = layout.editor { EditorPanel.draw(model, in: editor, on: &frame) }
  if let lesson = layout.lesson { LessonPanel.draw(model, in: lesson, on: &frame) }
  if let tree = layout.tree { FamilyTreePanel.draw(model, in: tree, on: &frame) }
  FooterPanel.draw(model, in: layout.footer, on: &frame)
  SheetPanel.draw(model, layout, on: &frame)
  return frame
}

private func drawMaps(
  _ model: Model, _ layout: Layout, scenery: Scenery, on frame: inout Frame
) {
  if model.view == .focus { return drawFocus(model, layout, scenery: scenery, on: &frame) }
  for map in layout.maps {
    switch model.view {
    case .basins: BasinsPanel.draw(map, of: model, on: &frame)
    case .map: SettingsMapPanel.draw(map, of: model, on: &frame)
    case .terrain: TerrainPanel.draw(map, of: model, scenery: scenery, on: &frame)
    case .sideBySide, .overlay, .focus:
      MapPanel.draw(map, of: model, scenery: scenery, on: &frame)
    }
  }
  if let strip = layout.strip { RateStripPanel.draw(model, in: strip, on: &frame) }
}

private func drawFocus(
  _ model: Model, _ layout: Layout, scenery: Scenery, on frame: inout Frame
) {
  let isExplained =
    layout.sidebar.map { StepColumn.draw(model, in: $0.inset(right: 1), on: &frame) } ?? false
  for map in layout.maps {
    StepMap.draw(map, of: model, hasLegend: !isExplained, scenery: scenery, on: &frame)
    MapSigns.draw(map, map.viewport(of: model), of: model, on: &frame)
  }
}

private func drawTooSmall(_ model: Model, on frame: inout Frame) {
  let (need, have) = (Layout.minimum, model.size)
  let lines = model.strings(
    .tooSmall,
    [
      "needWidth": "\(need.width)", "needHeight": "\(need.height)",
      "width": "\(have.width)", "height": "\(have.height)",
    ]
  ).wrapped(to: max(1, have.width))
  let top = max(0, (have.height - lines.count) / 2)
  for (row, line) in lines.enumerated() {
    let x = max(0, (have.width - line.cellWidth) / 2)
    frame.write(line, x: x, y: top + row, ink: model.theme.ink)
  }
}
