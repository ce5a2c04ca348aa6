import Drawing
import Files
import Terminal

/// All cars on one large map.
struct OverlayView: RaceView {
  let name = MapView.overlay
  let key: (action: String, key: Key)? = ("overlay", .function(3))

  func sidebarColumns(in size: Size) -> Int? { Layout.columnsBesideOneMap(in: size) }

  func place(in area: Rect, of model: Model, on layout: inout Layout) {
    layout.placeOneMap(in: area, of: model)
  }

  func draw(_ model: Model, _ layout: Layout, scenery: Scenery, on frame: inout Frame) {
    for map in layout.maps { MapPanel.draw(map, of: model, scenery: scenery, on: &frame) }
  }
}
