import Drawing
import Files
import Terminal

/// All cars on one large map.
struct OverlayView: RaceView {
  let name = MapView.overlay
  let key: (action: String, key: Key)? = ("overlay", .function(3))

  func sidebarColumns(in size: Size) -> Int? { Layout.columnsBesideOneMap(in: size) }

  func place(in area: Rect, of model: Model, on layout: inout Layout) {
    // A point of the map is a model: both are shown.
    let isInColumn = layout.lessonColumn?.picture?.kind == .data
    let isLesson = model.lecture != nil
    if model.dataModel != nil, !isInColumn, isLesson || area.width >= 82,
      let (map, data) = Layout.parted(area)
    {
      layout.data = data
      layout.placeOneMap(in: map, of: model)
    } else {
      layout.placeOneMap(in: area, of: model)
    }
  }

  func draw(_ model: Model, _ layout: Layout, scenery: Scenery, on frame: inout Frame) {
    for map in layout.maps { MapPanel.draw(map, of: model, scenery: scenery, on: &frame) }
  }
}
