package import Drawing
import Files
import Texts

/// The picture of the model: a frame of the model's size, in the glyphs that the terminal has.
/// Reads the model, writes nothing but the cache of scenery.
///
/// - Parameter layout: of this very model; `nil` for a window that is too small.
package func view(of model: Model, _ layout: Layout?, scenery: Scenery) -> Frame {
  model.rendition.applied(to: picture(of: model, layout, scenery: scenery), model.livery)
}

package func view(of model: Model, scenery: Scenery) -> Frame {
  view(of: model, Layout(model), scenery: scenery)
}

private func picture(of model: Model, _ layout: Layout?, scenery: Scenery) -> Frame {
  let theme = model.theme
  var frame = Frame(model.size, filledWith: Cell(" ", ink: theme.ink, paper: theme.paper))
  if model.rendition.print ?? .cells != .cells { frame.lines = [] }
  guard let layout else {
    drawTooSmall(model, on: &frame)
    return frame
  }
  if let desk = layout.desk {
    DeskPanel.draw(model, in: desk, on: &frame)
    FooterPanel.draw(model, in: layout.footer, on: &frame)
    SheetPanel.draw(model, layout, on: &frame)
    NoticePanel.draw(model, above: layout.footer.y, on: &frame)
    return frame
  }
  if layout.wall != nil {
    WallPanel.draw(model, layout, scenery: scenery, on: &frame)
    FooterPanel.draw(model, in: layout.footer, on: &frame)
    SheetPanel.draw(model, layout, on: &frame)
    NoticePanel.draw(model, above: layout.footer.y, on: &frame)
    return frame
  }
  if !layout.header.isEmpty { HeaderPanel.draw(model, layout, on: &frame) }
  model.shownView.draw(model, layout, scenery: scenery, on: &frame)
  if let data = layout.data { DataPanel.draw(model, in: data, on: &frame) }
  if let strip = layout.strip { RateStripPanel.draw(model, in: strip, on: &frame) }
  Sidebar.draw(model, layout, scenery: scenery, on: &frame)
  if let editor = layout.editor { EditorPanel.draw(model, in: editor, on: &frame) }
  if let lesson = layout.lesson {
    LessonPanel.draw(model, layout, in: lesson, scenery: scenery, on: &frame)
  }
  if let counters = layout.counters {
    CounterPanel.drawOverMap(model, in: counters, scenery: scenery, on: &frame)
  }
  if let tour = layout.tour { TourPanel.draw(model, in: tour, on: &frame) }
  let news = Welcome.draw(model, layout, on: &frame)
  // A page has no keys.
  if model.rendition.print == nil { FooterPanel.draw(model, in: layout.footer, on: &frame) }
  if let (finishes, rect) = layout.result {
    let isOverMap = !layout.hasResultInSidebar
    ResultPanel.draw(finishes, model, isOverMap: isOverMap, in: rect, on: &frame)
  }
  SheetPanel.draw(model, layout, on: &frame)
  NoticePanel.draw(model, above: news, on: &frame)
  return frame
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
