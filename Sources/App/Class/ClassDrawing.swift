import Descent
import Drawing
import Files

/// The map that phones show: the wall's own ground and contour lines as a drawing, without cars,
/// and without the minima that students are to find.
enum ClassDrawing {
  private static let cells = Size(60, 30)

  /// For dark and for light phones, the text of an SVG file each; `nil` without a class.
  static func maps(of model: Model) -> (dark: String, light: String)? {
    guard model.classroom != nil else { return nil }
    return (
      map(of: model, model.themes.standard(onLight: false)),
      map(of: model, model.themes.standard(onLight: true))
    )
  }

  /// The map of the race's surface. The drawing's edges are those of the surface's window; a phone
  /// may draw it wider or higher, and what is tapped stays what is seen.
  static func map(of model: Model, _ theme: Theme) -> String {
    guard let cell = CellPixels(width: 10, height: 20) else { return "" }
    var model = model
    (model.theme, model.lecture) = (theme, nil)
    (model.rendition, model.cellAspect) = (Rendition(pixels: cell), cell.aspect)
    (model.rendition.print, model.rendition.scope) = (.drawing, .figure)
    model.showsContourLabels = false
    let window = PlaneRect(model.surface.about.window)
    let viewport = Viewport(window: window, in: cells, cellAspect: cell.aspect)
    let scenery = Scenery()
    var painter = Painter(model, Rect(cells), viewport, scenery)
    painter.frame = Frame(cells, filledWith: Cell(" ", ink: theme.ink, paper: theme.paper))
    painter.drawLand(withLabels: false)
    painter.finishPicture(scenery)
    let (width, height) = cell.pixels(of: cells)
    var press = SVGPress(width: width, height: height, title: "", paper: theme.paper)
    FramePrint(cell: cell, corner: .init(0, 0), paper: theme.paper, ink: theme.ink)
      .lay(painter.frame, on: &press)
    let (upper, lower) = (
      viewport.dot(x: window.minX, y: window.maxY), viewport.dot(x: window.maxX, y: window.minY)
    )
    let (across, down) = (Double(cell.width) / 2, Double(cell.height) / 4)
    return press.finished(
      stretching: Box(
        x: upper.x * across, y: upper.y * down, width: (lower.x - upper.x) * across,
        height: (lower.y - upper.y) * down))
  }
}
