import Drawing
import Files
import Terminal
import Texts

/// The data that the loss is the mean over, and what each car's model says of them: a point of the
/// map is a line through these points.
struct DataView: RaceView {
  let name = MapView.data
  let key: (action: String, key: Key)? = ("data", .function(9))
  let isPlane = false

  func isOffered(in model: Model) -> Bool { model.dataModel != nil }

  func sidebarColumns(in size: Size) -> Int? { Layout.columnsBesideOneMap(in: size) }

  func place(in area: Rect, of model: Model, on layout: inout Layout) {
    layout.data = area.inset(left: 1, right: layout.sidebar == nil ? 1 : 0)
  }

  /// What stands in `Layout.data` is drawn in every view that has it.
  func draw(_ model: Model, _ layout: Layout, scenery: Scenery, on frame: inout Frame) {}
}

extension Layout {
  /// The least cells of a scatter that tells anything.
  static let leastData = Size(24, 8)

  /// Parts an area between a map and the data that it is about: beside each other where both are
  /// wide enough, else the data under the map.
  static func parted(_ area: Rect) -> (map: Rect, data: Rect)? {
    let half = (area.width - 1) / 2
    if half >= 40 {
      let (map, data) = area.split(left: half)
      return (map, data.inset(left: 2, right: 1))
    }
    let rows = area.height * 2 / 5
    guard rows >= leastData.height, area.width >= leastData.width else { return nil }
    let (map, data) = area.split(top: area.height - rows)
    return (map, data)
  }
}
