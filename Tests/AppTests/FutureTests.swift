import App
import Descent
import Drawing
import Files
import Terminal
import Testing

/// What is shown of the way before it is driven.
struct FutureTests {
  /// The glyphs of the first map, row by row.
  private func map(_ model: Model) throws -> [Unicode.Scalar] {
    let rect = try #require(Layout(model)?.maps.first).rect
    let frame = view(of: model, scenery: Scenery())
    return (rect.y..<rect.maxY).flatMap { y in (rect.x..<rect.maxX).map { frame[$0, y].glyph } }
  }

  private func dots(_ model: Model) throws -> Int {
    try map(model).count { (0x2801...0x28FF).contains($0.value) }
  }

  @Test func `while a setting is edited, the way from here on is seen, and nothing is driven`()
    throws
  {
    let race = try model(surface: "bowl", cars: ["gd:lr=0.02"], size: Size(140, 42))
      .after(.show(.overlay), .step(by: 5))
    let edited = race.after(.edit(.toggle))
    #expect(edited.timeline.tick == 5 && edited.positions == race.positions)
    #expect(try dots(edited) > dots(race))
    #expect(try map(edited).contains("◌"))
    #expect(try !map(race).contains("◌"))
    #expect(try map(edited.after(.close)) == map(race))
  }

  @Test func `a value that is being typed has a way of its own, and what is none has none`() throws
  {
    let edited = try model(surface: "bowl", cars: ["gd:lr=0.02"], size: Size(140, 42))
      .after(.show(.overlay), .edit(.toggle))
    func typed(_ text: String) -> Model {
      text.reduce(into: edited) { $0.take(.edit(.type($1))) }
    }
    #expect(try map(typed("0.001")) != map(edited))
    #expect(typed("0.001").race.cars[0].rule.settings == edited.race.cars[0].rule.settings)
    #expect(try !map(typed("1e")).contains("◌"))
  }

  @Test func `a car that crashes on the way is shown as far as it comes`() throws {
    let edited = try model(surface: "rosenbrock", cars: ["gd:lr=0.9"], size: Size(80, 24))
      .after(.show(.overlay), .edit(.toggle))
    #expect(try map(edited).count > 0)
    let crashed = edited.after(.close, .step(by: 200), .edit(.toggle))
    #expect(try !map(crashed).contains("◌"))
  }

  @Test func `the basins show the way from the start at the rate of the strip`() throws {
    let basins = try model(surface: "bowl", cars: ["gd:lr=0.02"], size: Size(140, 42))
      .after(.lab(.toggleBasins))
    let before = try map(basins)
    #expect(try dots(basins) > 5)
    let moved = basins.after(.lab(.moveRate(8)))
    #expect(try map(moved) != before)
  }
}
