import Descent
import Drawing
import Files
import Terminal
import Texts

/// What the car in focus does with each pair of its rate and another setting.
struct SettingsMapView: RaceView {
  let name = MapView.map
  let key: (action: String, key: Key)? = ("settings-map", .function(8))
  let isPlane = false

  private static let ownKeys = KeyGroup(
    .helpInMap,
    [
      Keymap.on("setting-up", [.up], .lab(.moveSetting(1)), .help),
      Keymap.on("setting-down", [.down], .lab(.moveSetting(-1))),
      Keymap.on(
        "other-setting", [.character("o")], .lab(.nextSetting), .footer),
      Keymap.on(
        "final-loss", [.character("i")], .lab(.toggleLoss), .footer),
    ])

  let keys = [ownKeys, .rates]

  let footerActions: Set<String>? =
    ownKeys.actions.union(KeyGroup.rates.actions).union(KeyGroup.laboratoryActions)

  func sidebarColumns(in size: Size) -> Int? {
    switch size.width {
    case 110...: 39
    case 76...: 28
    default: nil
    }
  }

  func place(in area: Rect, of model: Model, on layout: inout Layout) {
    let (title, rect) = area.split(top: 1)
    layout.maps = [Layout.Map(title: title, rect: rect, cars: [model.focus])]
  }

  func draw(_ model: Model, _ layout: Layout, scenery: Scenery, on frame: inout Frame) {
    for map in layout.maps { SettingsMapPanel.draw(map, of: model, scenery: scenery, on: &frame) }
  }

  func questions(of model: Model, on layout: Layout) -> [(task: LabTask, car: Int)] {
    guard let axes = layout.maps.first.flatMap(model.mapAxes) else { return [] }
    return [(model.settingsMapTask(with: axes), model.focus)]
  }

  func headerFacts(of model: Model, on layout: Layout) -> [String]? {
    guard let axes = layout.maps.first.flatMap(model.mapAxes) else { return nil }
    return HeaderPanel.laboratoryFacts(
      .headerSettings, (.headerPairs, .headerSearchingPairs),
      known: model.settingsMap(with: axes)?.count ?? 0,
      of: axes.rates.count * axes.values.count, model)
  }
}
