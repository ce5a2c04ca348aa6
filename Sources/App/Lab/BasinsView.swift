import Descent
import Drawing
import Files
import Terminal
import Texts

/// Where each start of the map ends: the car in focus beside the next one, over the strips that say
/// what each car does at every rate.
struct BasinsView: RaceView {
  let name = MapView.basins
  let key: (action: String, key: Key)? = ("basins-view", .function(7))
  let keys = [KeyGroup.rates]
  let titleNamesCar = true

  let footerActions: Set<String>? = KeyGroup.rates.actions.union(KeyGroup.laboratoryActions)

  func sidebarColumns(in size: Size) -> Int? { nil }

  func place(in area: Rect, of model: Model, on layout: inout Layout) {
    let isPocket = Layout.isPocket(model.size)
    // The scale of the rates, once there are rows to spare.
    let wanted = model.shown.count + (area.height >= 30 ? 2 : 1)
    let rows = isPocket ? 1 : min(wanted, max(2, area.height / 3))
    let (upper, lower) = area.split(top: area.height - rows)
    layout.strip = lower
    let cars = isPocket ? [model.focus] : model.besideFocus
    let gap = area.height >= 24 ? 1 : 0
    let width = (upper.width - (cars.count - 1)) / cars.count
    layout.maps = cars.enumerated().map { place, car in
      let whole = Rect(
        x: upper.x + place * (width + 1), y: upper.y,
        width: place == cars.count - 1 ? upper.width - place * (width + 1) : width,
        height: upper.height - gap)
      let (title, rest) = whole.split(top: 1)
      let (rect, legend) = rest.split(top: max(0, rest.height - 1))
      return Layout.Map(title: title, rect: rect, cars: [car], legend: legend)
    }
  }

  func draw(_ model: Model, _ layout: Layout, scenery: Scenery, on frame: inout Frame) {
    for map in layout.maps { BasinsPanel.draw(map, of: model, scenery: scenery, on: &frame) }
  }

  func questions(of model: Model, on layout: Layout) -> [(task: LabTask, car: Int)] {
    layout.maps.compactMap { map in model.basinsTask(on: map).map { ($0, map.cars[0]) } }
  }

  func headerFacts(of model: Model, on layout: Layout) -> [String]? {
    let maps = layout.maps.filter {
      !$0.rect.isEmpty && $0.cars.allSatisfy { model.race.cars[$0].path == nil }
    }
    guard !maps.isEmpty || layout.maps.allSatisfy(\.rect.isEmpty) else { return nil }
    let fineness = model.rendition.startsPerHalfCell
    return HeaderPanel.laboratoryFacts(
      .headerBasins, (.headerStarts, .headerSearching),
      known: maps.map { model.basins(on: $0)?.count ?? 0 }.reduce(0, +),
      of: maps.map { 2 * fineness * fineness * $0.rect.width * $0.rect.height }.reduce(0, +), model)
  }
}

extension KeyGroup {
  /// The keys for the rate of the car in focus, in every view of the laboratory.
  static let rates = KeyGroup(
    .helpInBasins,
    [
      Keymap.on("lower-rate", [.left], .lab(.moveRate(-1)), .footer),
      Keymap.on("higher-rate", [.right], .lab(.moveRate(1))),
      Keymap.on("much-lower-rate", [.shiftLeft], .lab(.moveRate(-10)), .help),
      Keymap.on("much-higher-rate", [.shiftRight], .lab(.moveRate(10))),
    ])

  /// What the footer of the laboratory has room for besides.
  static let laboratoryActions: Set<String> = [
    "play", "next-car", "basins", "best-rates", "same-rate", "next-view", "help", "quit",
  ]
}
