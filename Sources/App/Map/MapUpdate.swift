import Descent
import Drawing
import Files
import Texts

// What happens to the map: its view, its window and its look.
extension Model {
  /// Fewer and larger things, or all of them again. What is large in a window of many small cells
  /// is not large on a wall.
  mutating func togglePresentation() {
    isPresentation.toggle()
    if isPresentation, size.width >= Self.smallPrint { notice = strings[.noticeEnlargeFont] }
  }

  /// Columns from which on a terminal's font can be made larger.
  private static let smallPrint = 110

  mutating func showNextView() {
    // Those with a key of their own are not among them.
    let views = MapView.all.filter { $0.isOffered(in: self) }.map(\.name)
    view = views[((views.firstIndex(of: raceView) ?? -1) + 1) % views.count]
  }

  mutating func zoom(by factor: Double, about point: Point<Double>) {
    let zoomed = window.zoomed(by: factor, aboutX: point.x, y: point.y)
    // Beyond this the grid of a map is finer than the numbers, or coarser than they reach.
    let span = max(zoomed.width, zoomed.height)
    let reach = max(abs(zoomed.middle.x), abs(zoomed.middle.y), 1e-3)
    if span > 1e-9 * reach && span < 1e9 { window = zoomed }
  }

  mutating func toggleBatchContours() {
    guard surface.sampleCount > 0 else {
      warn(strings[.noticeNoData])
      return
    }
    showsBatchContours.toggle()
    guard showsBatchContours, race.batch(ofCar: focus) == nil else {
      notice = strings[showsBatchContours ? .noticeBatchContours : .noticeNoBatchContours]
      return
    }
    notice = strings(.noticeFullBatch, ["name": race.cars[focus].title])
  }

  mutating func toggleShading() {
    showsShading.toggle()
    notice =
      if theme.shading == 0 {
        strings(.noticeThemeWithoutShading, ["name": theme.name])
      } else {
        strings[showsShading ? .noticeShading : .noticeNoShading]
      }
  }

  mutating func takeNextTheme() {
    followsBackground = false
    theme = themes[(themes.firstIndex(of: theme)! + 1) % themes.count]
    notice = strings(.noticeTheme, ["name": theme.name])
  }

  mutating func beginCrosshair() {
    (crosshair, editor) = (race.start, nil)
    showMap()
    if !shownView.isPlane { view = .overlay }
  }
}
