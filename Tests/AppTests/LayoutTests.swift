import App
import Descent
import Drawing
import Files
import Testing

struct LayoutTests {
  @Test(arguments: 1...9, MapView.withMaps)
  func `in every window the panels lie inside, apart, and show every car that has room`(
    cars: Int, view: MapView
  ) throws {
    let names = Catalog.optimizers.map(\.about.name)
    var model = try model(surface: "ravine", cars: Array(names[..<cars])).after(.show(view))
    for width in stride(from: 1, through: 160, by: 3) {
      for height in 1...60 {
        model.size = Size(width, height)
        guard let layout = Layout(model) else {
          #expect(width < 40 || height < 12)
          continue
        }
        #expect(width >= 40 && height >= 12)
        if let fault = Self.fault(in: layout, model) {
          Issue.record("\(cars) cars in \(width)×\(height): \(fault)")
          return
        }
      }
    }
  }

  /// The first thing that is wrong with a layout.
  private static func fault(in layout: Layout, _ model: Model) -> String? {
    let screen = Rect(model.size)
    let rects =
      [layout.header, layout.footer] + [layout.sidebar].compactMap { $0 }
      + layout.maps.flatMap {
        [$0.title, $0.rect]
          + [$0.legend, $0.heights, $0.ticks?.left, $0.ticks?.below].compactMap { $0 }
      }
      .filter { !$0.isEmpty } + [layout.strip, layout.data].compactMap { $0 }
    for (index, rect) in rects.enumerated() {
      guard
        rect.x >= 0, rect.y >= 0, rect.maxX <= screen.width, rect.maxY <= screen.height,
        !rect.isEmpty
      else { return "\(rect) is not inside" }
      for other in rects[..<index] where rect.overlaps(other) {
        return "\(rect) overlaps \(other)"
      }
    }
    guard layout.header.width == screen.width, layout.footer.maxY == screen.height else {
      return "header or footer is out of place"
    }
    for map in layout.maps where map.rect.isEmpty { return "a map is empty" }
    // What a sheet covers it covers whole: no half map, no half word.
    for rect in [layout.sidebar].compactMap({ $0 }) + layout.maps.flatMap({ [$0.title, $0.rect] })
    where rect.overlaps(layout.sheet) && !rect.lies(in: layout.sheet) {
      return "the sheet cuts \(rect)"
    }
    guard layout.sheet.width >= min(76, screen.width), layout.sheet.lies(in: screen) else {
      return "the sheet is too narrow"
    }
    let isLarge = screen.width >= 60 && screen.height >= 20
    let expected =
      switch model.view {
      case .overlay, .terrain, .fog: model.shown
      case .sideBySide: isLarge ? model.shown : [model.focus]
      case .basins: isLarge ? Array(model.shown.prefix(2)) : [model.focus]
      case .focus, .map: [model.focus]
      case .tree, .chart, .data: [Int]()
      }
    return layout.maps.flatMap(\.cars) == expected ? nil : "cars are missing"
  }

  @Test func `there is a layout from exactly 40×12 on`() throws {
    for (size, exists) in [
      (Size(40, 12), true), (Size(39, 12), false), (Size(40, 11), false), (Size(0, 0), false),
      (Size(1000, 11), false), (Size(39, 1000), false), (Size(1000, 500), true),
    ] {
      let layout = Layout(try model(size: size))
      #expect((layout != nil) == exists, "\(size)")
    }
  }

  @Test func `side by side, all maps are of one size`() throws {
    for size in [Size(140, 42), Size(80, 24), Size(60, 20)] {
      let layout = try #require(Layout(model(cars: [], size: size)))
      #expect(layout.maps.count == 6)
      #expect(Set(layout.maps.map(\.rect.size)).count == 1)
      #expect(layout.maps.allSatisfy { $0.title.height == 1 })
    }
  }

  @Test func `hidden cars leave their places empty, and in a presentation to the others`() throws {
    var model = try model(size: Size(80, 24))
    let place = try #require(Layout(model)).maps[1].rect
    model = model.after(.toggleCar(0), .toggleCar(2))
    let layout = try #require(Layout(model))
    #expect(layout.maps.map(\.cars) == [[1]] && layout.maps[0].rect == place)
    let large = try #require(Layout(model.after(.togglePresentation))).maps
    #expect(large.map(\.cars) == [[1]] && large[0].rect.width > 2 * place.width)
    #expect(try #require(Layout(model.after(.show(.overlay)))).maps[0].cars == [1])
  }

  @Test func `the smallest window shows the car in focus`() throws {
    let model = try model(size: Size(40, 12)).after(.focusNext)
    #expect(Layout(model)?.maps.map(\.cars) == [[1]])
    #expect(Layout(model)?.sidebar == nil)
  }

  @Test(arguments: [MapView.sideBySide, .overlay, .focus, .basins])
  func `every cell of a map gives the point that lies in it`(view: MapView) throws {
    let model = try model(surface: "ravine", size: Size(140, 42)).after(.show(view))
    let layout = try #require(Layout(model))
    for map in layout.maps {
      let viewport = map.viewport(of: model)
      for y in map.rect.y..<map.rect.maxY {
        for x in map.rect.x..<map.rect.maxX {
          let point = try #require(layout.planePoint(atColumn: x, row: y, in: model))
          let cell = try #require(viewport.cell(x: point.x, y: point.y))
          #expect(cell.x == x - map.rect.x && cell.y == y - map.rect.y)
        }
      }
    }
  }

  @Test func `outside the maps there is no point`() throws {
    let model = try model(size: Size(140, 42))
    let layout = try #require(Layout(model))
    for y in -1...42 {
      for x in -1...140 where !layout.maps.contains(where: { $0.rect.contains(x: x, y: y) }) {
        #expect(layout.planePoint(atColumn: x, row: y, in: model) == nil)
      }
    }
  }
}

extension Rect {
  fileprivate func overlaps(_ other: Rect) -> Bool {
    x < other.maxX && other.x < maxX && y < other.maxY && other.y < maxY
  }

  fileprivate func lies(in other: Rect) -> Bool {
    x >= other.x && maxX <= other.maxX && y >= other.y && maxY <= other.maxY
  }
}
