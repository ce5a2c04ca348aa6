import App
import Descent
import Drawing
import Testing

struct StepViewportTests {
  private static let sizes = [Size(86, 39), Size(43, 22), Size(31, 18), Size(40, 8), Size(5, 3)]

  private func viewport(
    _ race: Race, _ size: Size, zoom: Int = 0, window: PlaneRect? = nil
  ) -> Viewport {
    StepScene.viewport(
      of: [StepScene(race.anatomy(ofCar: 0))], at: race.drivers[0].position,
      after: race.drivers[0].lastMove, zoom: zoom,
      window: window ?? PlaneRect(race.surface.about.window), in: size, cellAspect: 2)
  }

  /// Where the arrows and places of a step lie, in cells.
  private func extent(_ race: Race, _ viewport: Viewport) -> (x: [Double], y: [Double]) {
    var (xs, ys): ([Double], [Double]) = ([], [])
    for mark in StepScene(race.anatomy(ofCar: 0)).marks {
      var places = [mark.at]
      if case .way(let end) = mark.shape { places.append(end) }
      for place in places {
        let dot = viewport.dot(x: place.x, y: place.y)
        xs.append(dot.x / 2)
        ys.append(dot.y / 4)
      }
    }
    return (xs, ys)
  }

  /// How far the arrows and places of a step lie from the car, beside its own distance from zero.
  private func reach(_ race: Race) -> Double {
    let car = race.drivers[0].position
    let places = StepScene(race.anatomy(ofCar: 0)).marks.flatMap { mark in
      if case .way(let end) = mark.shape { [mark.at, end] } else { [mark.at] }
    }
    let farthest = places.map { max(abs($0.x - car.x), abs($0.y - car.y)) }.max() ?? 0
    return farthest / max(abs(car.x), abs(car.y))
  }

  @Test(arguments: everyForm)
  func `every arrow and place of every step is on the map, and the step fills it`(
    rule: any Optimizer
  ) throws {
    var race = try race(rule)
    var filled = 0
    for _ in 0..<60 {
      for size in Self.sizes {
        let viewport = viewport(race, size)
        let (xs, ys) = extent(race, viewport)
        let (low, high) = (xs.min()!, xs.max()!)
        let (top, bottom) = (ys.min()!, ys.max()!)
        #expect(low >= 0 && high <= Double(size.width), "\(size)")
        #expect(top >= 0 && bottom <= Double(size.height), "\(size)")
        // Half of what is left beside the margins, in one direction or the other, unless headings
        // need it. A car that has arrived makes steps for which no map is large enough.
        if size == Self.sizes[0], reach(race) > 1e-9 {
          #expect(
            high - low > 18 || bottom - top > 8,
            "\(rule.about.name) at \(race.tick): \(xs) \(ys) \(race.drivers[0].position)")
          filled += 1
        }
      }
      race.step()
    }
    // Some arrive in a few steps.
    #expect(filled > (rule.about.order == .second ? 3 : 30))
  }

  @Test func `the scale is a power of the root of two and holds for some steps`() throws {
    var race = try race(try #require(Catalog.optimizer(named: "gd")))
    var scales: [Double] = []
    for _ in 0..<100 {
      scales.append(viewport(race, Size(86, 39)).unitsPerDot)
      race.step()
    }
    for scale in scales {
      let power = 2 * Elementary.log2(scale)
      #expect(abs(power - power.rounded()) < 1e-9)
    }
    let changes = zip(scales, scales.dropFirst()).count { $0 != $1 }
    #expect(changes > 0 && changes < 25)
  }

  @Test func `zoom goes by powers of the root of two about the same step`() throws {
    var race = try race(try #require(Catalog.optimizer(named: "momentum")))
    for _ in 0..<5 { race.step() }
    let plain = viewport(race, Size(86, 39))
    #expect(viewport(race, Size(86, 39), zoom: 2).unitsPerDot == plain.unitsPerDot / 2)
    #expect(viewport(race, Size(86, 39), zoom: -2).unitsPerDot == plain.unitsPerDot * 2)
  }

  @Test func `a step without length is seen at the scale of the other maps, the car in the middle`()
    throws
  {
    let surface = try #require(Catalog.surface(named: "easom"))
    let race = Race(
      surface: surface, cars: [Car(name: "gd", rule: try #require(Catalog.optimizer(named: "gd")))],
      start: Point(90, -90), seed: 1)
    let window = PlaneRect(minX: -1, maxX: 1, minY: -1, maxY: 1)
    let viewport = viewport(race, Size(40, 20), window: window)
    #expect(viewport.centerX == 90 && viewport.centerY == -90)
    #expect(
      viewport.unitsPerDot == Viewport(window: window, in: Size(40, 20), cellAspect: 2).unitsPerDot)
  }

  @Test func `a car beyond all maps is looked for on the whole one`() throws {
    let surface = try #require(Catalog.surface(named: "rosenbrock"))
    for start in [Point(1e12, 0), Point(3, -1e40)] {
      let race = Race(
        surface: surface,
        cars: [Car(name: "gd", rule: try #require(Catalog.optimizer(named: "gd")))], start: start,
        seed: 1)
      #expect(
        viewport(race, Size(40, 20))
          == Viewport(window: PlaneRect(surface.about.window), in: Size(40, 20), cellAspect: 2))
    }
  }
}
