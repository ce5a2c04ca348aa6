import Drawing
import Files
import Terminal
import Texts

/// The surface as a relief that arrow keys turn.
struct TerrainView: RaceView {
  let name = MapView.terrain
  let key: (action: String, key: Key)? = ("terrain", .function(6))
  let isPlane = false

  let keys = [
    KeyGroup(
      .helpInTerrain,
      [
        Keymap.on(
          "turn-left", [.left], .turnTerrain(azimuth: -10, elevation: 0), .footer),
        Keymap.on("turn-right", [.right], .turnTerrain(azimuth: 10, elevation: 0)),
        Keymap.on("look-higher", [.up], .turnTerrain(azimuth: 0, elevation: 5), .help),
        Keymap.on("look-lower", [.down], .turnTerrain(azimuth: 0, elevation: -5)),
      ])
  ]

  func sidebarColumns(in size: Size) -> Int? { Layout.columnsBesideOneMap(in: size) }

  func place(in area: Rect, of model: Model, on layout: inout Layout) {
    layout.placeOneMap(in: area, of: model)
  }

  func draw(_ model: Model, _ layout: Layout, scenery: Scenery, on frame: inout Frame) {
    for map in layout.maps { TerrainPanel.draw(map, of: model, scenery: scenery, on: &frame) }
  }
}
