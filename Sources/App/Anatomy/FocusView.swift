import Drawing
import Files
import Terminal
import Texts

/// One car, large, and the step that it is about to take, part by part.
struct FocusView: RaceView {
  let name = MapView.focus
  let key: (action: String, key: Key)? = ("focus", .function(4))

  let keys = [
    KeyGroup(
      .helpWhileFocused,
      [
        Keymap.on(
          "next-substep", [.character(";")], .nextSubstep, .footer),
        Keymap.on("previous-substep", [.character("'")], .previousSubstep),
        Keymap.on("ghost", [.character("G")], .nextGhost, .footer),
      ])
  ]

  func sidebarColumns(in size: Size) -> Int? {
    switch size.width {
    case 132...: 52
    case 116...: 46
    case 100...: 40
    case 76...: 36
    default: Layout.isPocket(size) ? nil : 28
    }
  }

  func place(in area: Rect, of model: Model, on layout: inout Layout) {
    let (title, rect) = area.split(top: layout.sidebar == nil ? 2 : 0)
    let step = StepInFocus(model)
    layout.step = step
    var map = Layout.Map(title: title, rect: rect, cars: [model.focus])
    map.makeRoomForScales(of: model)
    map.stepViewport = step.viewport(in: map.rect.size, of: model)
    layout.maps = [map]
  }

  func draw(_ model: Model, _ layout: Layout, scenery: Scenery, on frame: inout Frame) {
    guard let step = layout.step else { return }
    let isExplained =
      layout.sidebar.map {
        StepColumn.draw(step, model, in: $0.inset(right: 1), scenery: scenery, on: &frame)
      }
      ?? false
    for map in layout.maps {
      StepMap.draw(
        step, on: map, of: model, hasLegend: !isExplained, scenery: scenery, on: &frame)
      MapSigns.draw(map, map.viewport(of: model), of: model, on: &frame)
    }
  }
}
