import App
import Descent
import Drawing
import Files
import Testing
import Texts

/// The data that a loss is about, beside the map of the loss.
struct DataPanelTests {
  private func model(
    _ cars: [String], size: Size = Size(140, 42), start: String? = nil
  ) throws -> Model {
    var request = DataFile.Request(
      file: Asked("iris.csv", from: .flag("--data")),
      x: Asked("petal_length_cm", from: .flag("--x")),
      y: Asked("petal_width_cm", from: .flag("--y")), standardised: false)
    request.model = .line
    let setup = try RaceSetup(data: request, cars: cars, start: start)
    var model = Model(setup, strings: Strings("en"), themes: [.night], theme: .night)
    (model.isPlaying, model.size) = (false, size)
    return model
  }

  private func part(_ model: Model, _ rect: Rect) -> Frame {
    view(of: model, scenery: Scenery()).part(rect)
  }

  @Test func `file and columns are named, and each car has its line at its edge`() throws {
    let model = try model(["gd:lr=0.01", "adam:lr=0.1"]).after(.show(.data))
    let text = Row.all(of: view(of: model, scenery: Scenery())).map(\.text)
    #expect(text.contains { $0.contains("iris.csv: petal_width_cm") })
    #expect(text.contains { $0.contains("petal_length_cm") })
    let rect = try #require(Layout(model)?.data)
    let glyphs = part(model, rect)
    for car in 0..<2 {
      let glyph = model.livery[car].glyph
      let isThere = (0..<rect.height).contains { y in
        (rect.width - 20..<rect.width).contains { glyphs[$0, y].glyph == glyph }
      }
      #expect(isThere, "car \(car)")
    }
  }

  @Test(arguments: [Size(140, 42), Size(80, 24)])
  func `the line moves as the car drives`(size: Size) throws {
    let model = try model(["gd:lr=0.01"], size: size, start: "1,0.2").after(.show(.data))
    let rect = try #require(Layout(model)?.data)
    #expect(part(model, rect) != part(model.after(.step(by: 5)), rect))
  }

  @Test func `the samples that a car asks next are set off, and none of a full batch`() throws {
    let model = try model(["gd:lr=0.01", "sgd:lr=0.01,batch=10"]).after(.show(.data))
    let rect = try #require(Layout(model)?.data)
    func lit(_ model: Model) -> Int {
      let frame = part(model, rect)
      var count = 0
      for y in 0..<rect.height {
        for x in 8..<rect.width - 4 where frame[x, y].glyph == "●" { count += 1 }
      }
      return count
    }
    #expect(lit(model) == 0)
    #expect((1...10).contains(lit(model.after(.focus(car: 1)))))
    let text = Row.all(of: view(of: model.after(.focus(car: 1)), scenery: Scenery())).map(\.text)
    #expect(text.contains { $0.contains("next mini-batch of SGD: 10 of 150") })
  }

  @Test func `the overlay has the data beside the map where it is wide, else in the column`() throws
  {
    let wide = try model(["gd:lr=0.01"]).after(.show(.overlay))
    let rect = try #require(Layout(wide)?.data)
    let map = try #require(Layout(wide)?.maps.first?.rect)
    #expect(map.maxX <= rect.x && rect.width >= 40)
    let narrow = try model(["gd:lr=0.01"], size: Size(80, 24)).after(.show(.overlay))
    #expect(Layout(narrow)?.data == nil)
    let text = Row.all(of: view(of: narrow, scenery: Scenery())).map(\.text)
    #expect(text.contains { $0.contains("iris.csv: petal_width_cm") })
  }

  @Test func `a surface without data says so, and is left out of the round of views`() throws {
    let bowl = try AppTests.model().after(.show(.data))
    let text = Row.all(of: view(of: bowl, scenery: Scenery())).map(\.text).joined()
    #expect(text.contains("no data behind it"))
  }

}
