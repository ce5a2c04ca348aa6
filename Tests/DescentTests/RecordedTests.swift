import Descent
import Testing

@Suite struct RecordedTests {
  private let surface = Catalog.surface(named: "himmelblau")!
  private let points = [Point(-4.0, 0.5), Point(-3, 1.25), Point(-3, 2), Point(1, 2.5)]

  private func race(
    _ path: RecordedPath, on surface: any Surface, with others: [Car] = []
  ) -> Race {
    Race(surface: surface, cars: others + [Car(path, on: surface)], start: Point(1, 1), seed: 3)
  }

  @Test func `a car drives exactly over the points of its path and rests at the last`() {
    var race = race(RecordedPath("p", points: points), on: surface)
    for step in 0...8 {
      let driver = race.drivers[0]
      #expect(driver.position == points[min(step, 3)])
      #expect(driver.loss == surface.value(at: points[min(step, 3)]))
      #expect(driver.evaluations == Evaluations() && driver.crash == nil)
      race.step()
    }
    #expect(race.drivers[0].stepOfMove == 3)
  }

  @Test func `between recorded steps it stays at the last one, before the first at the first`() {
    let path = RecordedPath("p", points: points, steps: [2, 3, 7, 100])
    var race = race(path, on: surface)
    var visited: [Int] = []
    for _ in 0...101 {
      visited.append(points.firstIndex(of: race.drivers[0].position) ?? -1)
      race.step()
    }
    #expect(
      visited == Array(repeating: 0, count: 3) + Array(repeating: 1, count: 4)
        + Array(repeating: 2, count: 93) + [3, 3])
    #expect(path.lastStep == 100)
  }

  @Test func `others drive as they do without it, and their start is theirs`() throws {
    let rule = try #require(Catalog.optimizer(named: "adam"))
    let adam = Car(name: "adam", rule: rule, sampling: Sampling(noise: 0.5))
    var alone = Race(surface: surface, cars: [adam], start: Point(1, 1), seed: 3)
    var together = race(RecordedPath("p", points: points), on: surface, with: [adam])
    for _ in 0..<50 {
      #expect(alone.drivers[0].position == together.drivers[0].position)
      alone.step()
      together.step()
    }
  }

  @Test func `going back and forth leads to the same places`() {
    let path = RecordedPath("p", points: points, steps: [0, 5, 300, 600])
    var timeline = Timeline(race(path, on: surface))
    for (tick, place) in [(700, 3), (299, 1), (300, 2), (4, 0), (599, 2), (600, 3), (0, 0)] {
      timeline.seek(to: tick)
      #expect(timeline.race.drivers[0].position == points[place], "\(tick)")
    }
    #expect(timeline.trajectories[0].x[5] == -3 && timeline.trajectories[0].loss[0] > 0)
  }

  @Test func `a turned and scaled surface has the path turned with it`() throws {
    let turned = surface.turned(by: 30, scaledBy: 2)
    let path = RecordedPath("p", points: points, losses: [0, 0, 0, 0])
    var race = race(path, on: turned)
    for point in points {
      #expect(race.drivers[0].position == turned.image(of: point))
      #expect(abs(race.drivers[0].loss - 2 * surface.value(at: point)) < 1e-9)
      race.step()
    }
    let (plain, other) = (path.difference(from: surface), path.difference(from: turned))
    #expect(plain == other && plain != nil)
  }

  @Test func `how far losses lie from the heights is told by the largest and the mean`() {
    let bowl = Catalog.surface(named: "bowl")!
    let places = [Point(1.0, 0), Point(2, 0), Point(0, 1)]
    // The heights are 1, 4 and 1.
    let path = RecordedPath("p", points: places, steps: [0, 10, 20], losses: [1.5, 2, 1])
    let difference = path.difference(from: bowl)
    #expect(difference?.largest == 2 && difference?.step == 10)
    #expect(difference?.mean == (0.5 + 2 + 0) / 3)
    #expect(RecordedPath("p", points: places).difference(from: bowl) == nil)
  }

  @Test func `a car whose path leaves the grid ends there, and the reader knows before`() throws {
    let heights = (0..<25).map { Double($0 * $0 % 7) }
    let grid = try SampledGrid(
      "g", heights: heights, columns: 5, rows: 5, extent: Window(x: -1...1, y: -1...1))
    let path = RecordedPath(
      "p", points: [Point(0, 0), Point(0.5, 0), Point(2, 0), Point(0, 0)])
    let lost = path.losesGround(of: grid)
    #expect(lost?.step == 2 && lost?.count == 1)
    var race = race(path, on: grid)
    for _ in 0..<3 { race.step() }
    #expect(race.drivers[0].crash?.step == 2)
    #expect(race.drivers[0].crash?.reason == .offTheGrid(Window(x: -1...1, y: -1...1)))
  }

  @Test func `who asks nothing does not hold up the standings by questions`() throws {
    let gd = Car(name: "gd", rule: try #require(Catalog.optimizer(named: "gd")))
    var timeline = Timeline(race(RecordedPath("p", points: points), on: surface, with: [gd]))
    timeline.seek(to: 20)
    let standings = timeline.standings(of: [0, 1], by: .gradients)
    #expect(standings.first { $0.car == 0 }?.cost == 20)
    #expect(standings.first { $0.car == 1 }?.loss == surface.value(at: points[3]))
  }

  @Test func `its one sub-step is the move to the next point`() {
    let anatomy = race(RecordedPath("p", points: points), on: surface).anatomy(ofCar: 0)
    #expect(anatomy.map(\.part) == [.move])
    #expect(anatomy[0].readings[0].value == Point(1, 0.75))
  }

  @Test func `it is no rule of the catalogue`() {
    #expect(Catalog.optimizer(named: Recorded.about.name) == nil)
    #expect(Recorded().settings.isEmpty)
  }
}
