import App
import Descent
import Drawing
import Files
import Testing
import Texts

struct MapSignsTests {
  private func model(_ points: String, _ size: Size = Size(80, 24)) throws -> Model {
    let text = """
      title = "x"
      [race]
      surface = "himmelblau"
      cars = ["gd:lr=0.004", "momentum:lr=0.004"]
      [[page]]
      title = "x"
      text = "x"
      view = "overlay"
      pause = 60
      \(points)
      """
    let file = LessonFile(text, file: "x.toml")
    var model = try App.Model(RaceSetup(), strings: Strings("en"), themes: [.night], theme: .night)
    model.size = size
    model.give(Lecture(try #require(file.lesson)))
    return model
  }

  @Test(arguments: [
    "3, 2", "4.9, 4.9", "-4.9, -4.9", "4.9, -4.9", "0.25, -4.3", "-3.78, -3.28", "3.58, -1.85",
  ])
  func `a sign points at its place, and covers no car, no landmark and no edge`(place: String)
    throws
  {
    let model = try model("[[page.point]]\ntext = \"town\"\nat = [\(place)]").after(.step(by: 60))
    var bare = try self.model("").after(.step(by: 60))
    bare.size = model.size
    let (with, without) = (
      view(of: model, scenery: Scenery()), view(of: bare, scenery: Scenery())
    )
    let map = try #require(Layout(model)).maps[0]
    let changed = (0..<24).flatMap { y in (0..<80).map { (x: $0, y: y) } }
      .filter { with[$0.x, $0.y] != without[$0.x, $0.y] }
    #expect(!changed.isEmpty)
    for cell in changed {
      #expect(map.rect.contains(x: cell.x, y: cell.y))
      let covered = without[cell.x, cell.y].glyph
      #expect(!"★✕○●▲".unicodeScalars.contains(covered), "\(covered)")
    }
    #expect(Row.all(of: with).contains { $0.text.contains(" town ") })
    let arrows = changed.filter { "←→↑↓↖↗↘↙".unicodeScalars.contains(with[$0.x, $0.y].glyph) }
    #expect(arrows.count == 1)
    let numbers = place.split(separator: ",").compactMap { Double($0.filter { $0 != " " }) }
    let target = try #require(map.viewport(of: model).cell(x: numbers[0], y: numbers[1]))
    let arrow = try #require(arrows.first)
    #expect(abs(arrow.x - map.rect.x - target.x) <= 3 && abs(arrow.y - map.rect.y - target.y) <= 3)
  }

  @Test func `signs do not cover each other`() throws {
    let points = (0..<6).map { "[[page.point]]\ntext = \"sign\($0)\"\nat = [\($0).5, 0]" }
    let model = try model(points.joined(separator: "\n"), Size(140, 42))
    let rows = Row.all(of: view(of: model, scenery: Scenery())).map(\.text).joined(separator: "\n")
    for sign in 0..<4 { #expect(rows.contains(" sign\(sign) "), "\(sign)") }
  }

  @Test func `a sign at a car goes with it`() throws {
    let start = try model("[[page.point]]\ntext = \"heavy\"\ncar = \"momentum\"")
    func row(_ model: App.Model) -> Int? {
      Row.all(of: view(of: model, scenery: Scenery())).firstIndex { $0.text.contains(" heavy ") }
    }
    let (first, later) = (row(start), row(start.after(.step(by: 40))))
    #expect(first != nil && later != nil && first != later)
  }
}
