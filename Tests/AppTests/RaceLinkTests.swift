import App
import Descent
import Files
import Testing
import Texts

/// Races in one line.
struct RaceLinkTests {
  private static let files = [
    """
    surface = "himmelblau"
    cars = ["adam:lr=0.1", "gd:lr=0.001,noise=0.5", "sgd"]
    start = [0.25, -4.3]
    seed = 18
    steps = 90
    view = "overlay"
    focus = "GD & co?"
    """,
    """
    formula = "sin(x)*y^2 + 'a' % 3"
    window = [-2.0, 2.0, -2.0, 2.0]
    rotate = 45.0
    noise = 1e-3
    paused = true
    """,
    """
    paths = ["my run.csv", "b.npy"]
    path-columns = "w1,w2,loss"
    data = "내 데이터.csv"
    x = "a b"
    y = "y=z&w"
    standardise = true
    class = "7"
    starts = [[1.0, 2.0], [-3.5, 1e-5]]

    [[change]]
    step = 12
    car = "adam"
    settings = "lr=0.2,beta1=0.5"

    [[change]]
    step = 30
    car = "gd"
    settings = "lr=0.1"
    """,
  ]

  @Test(arguments: files)
  func `a link says what its file says`(file: String) throws {
    let link = RaceLink.text(of: file)
    #expect(!link.contains(where: \.isWhitespace) && !link.contains("'") && !link.contains("\""))
    #expect(link.utf8.allSatisfy { $0 < 0x80 })
    let again = try #require(RaceLink.file(of: link))
    let (one, two) = (RaceFile(file, file: "f"), RaceFile(again, file: "f"))
    #expect(one.errors.map(\.problem) == two.errors.map(\.problem))
    #expect(one.request.surface.formula?.value == two.request.surface.formula?.value)
    #expect(one.request.surface.data?.file.value == two.request.surface.data?.file.value)
    #expect(one.request.surface.data?.y?.value == two.request.surface.data?.y?.value)
    #expect(one.request.cars.count == two.request.cars.count)
    #expect(one.request.paths.map(\.file.value) == two.request.paths.map(\.file.value))
    #expect(one.request.start?.value == two.request.start?.value)
    #expect(one.request.changes.count == two.request.changes.count)
    #expect(one.starts == two.starts && one.focus == two.focus && one.steps == two.steps)
    #expect(one.isPaused == two.isPaused && one.view == two.view)
    #expect(RaceLink.text(of: again) == link)
  }

  @Test func `the race of a link is the race that was linked`() throws {
    var model = try model(
      surface: "rosenbrock", cars: ["adam:lr=0.02", "nag:lr=0.001"], start: "-1.2,1", seed: 99)
    model.timeline.seek(to: 40)
    let link = RaceLink.text(of: RaceFile.text(of: model))
    var setup = try RaceSetup(RaceFile(path: link).request)
    setup.seed = 99
    var race = setup.race
    for _ in 0..<40 { race.step() }
    #expect(race.drivers.map(\.position) == model.race.drivers.map(\.position))
  }

  @Test func `what cannot be is refused like in a file`() throws {
    for (link, word) in [
      ("himmelblau?foo=1", "foo"), ("himmelblau?speed=fast", "speed"),
      ("himmelblau?start=1", "start"), ("himmelblau?seed=-1%0Asteps=3", "seed"),
      ("himmelblau?a%20b=1", "a b"), ("himmelblau?=", ""),
    ] {
      let file = RaceFile(try #require(RaceLink.file(of: link)), file: link)
      let error = try #require(file.errors.first, "\(link)")
      #expect(Strings("en").describe(error).contains(word))
    }
    #expect(RaceLink.file(of: "ravine-turned") == nil)
  }
}
