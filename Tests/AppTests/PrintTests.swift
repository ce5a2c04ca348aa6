import App
import Decoders
import Descent
import Drawing
import Files
import Testing
import Texts

/// Pages that are taken along.
struct PrintTests {
  private static let page = PrintedPage(width: 1000, height: 600, textHeight: 16)!

  @Test(arguments: MapView.allCases.filter { $0 != .fog && $0 != .data })
  func `every view has a page, as a drawing and in pixels`(view: MapView) throws {
    var model = try model(surface: "himmelblau", size: Size(80, 24))
    model.timeline.seek(to: 12)
    model.look(at: view)
    let drawing = Self.page.drawing(of: model)
    #expect(drawing.hasPrefix("<svg ") && drawing.hasSuffix("</svg>\n"))
    #expect(drawing.ranges(of: "<g ").count == drawing.ranges(of: "</g>").count)
    // Lines are lines, and nothing is left in dots.
    let dots = drawing.unicodeScalars.count { (0x2801...0x28FF).contains($0.value) }
    #expect(dots == 0)
    if view != .tree { #expect(drawing.contains("step 12") || drawing.contains("× 300")) }
    let image = Self.page.image(of: model)
    #expect(image.width == 1000 && image.height == 600)
    #expect(Set(image.pixels).count > 12)
  }

  @Test func `a page has no keys, and a figure nothing but maps`() throws {
    let model = try model(surface: "himmelblau")
    let page = Self.page.drawing(of: model)
    #expect(page.contains("Himmelblau") && page.contains("STANDINGS"))
    #expect(!page.contains("quit") && !page.contains("downhill"))
    let figure = Self.page.drawing(of: model, .figure)
    #expect(!figure.contains("STANDINGS") && !figure.contains("seed"))
  }

  @Test func `the page's maps are wherever the screen's are`() throws {
    var model = try model(surface: "beale", cars: ["gd", "adam"], size: Size(60, 20))
    model.timeline.seek(to: 30)
    #expect(Self.page.drawing(of: model) == Self.page.drawing(of: model))
    let before = model
    _ = Self.page.image(of: model)
    #expect(model.size == before.size && model.rendition == before.rendition)
  }

  @Test func `cells are printed as blocks and dots`() throws {
    var page = Self.page
    page.isInCells = true
    let drawing = page.drawing(of: try model(surface: "bowl"))
    #expect(!drawing.contains("<image"))
    #expect(drawing.ranges(of: "<rect ").count > 500)
  }

  @Test func `pages that no letter fits on are none`() {
    #expect(PrintedPage(width: 319, height: 600) == nil)
    #expect(PrintedPage(width: 600, height: 8193) == nil)
    #expect(PrintedPage(width: 400, height: 400, textHeight: 60) == nil)
    #expect(PrintedPage(width: 320, height: 320, textHeight: 14) != nil)
  }

  @Test(arguments: [(200, 20), (200, 1), (7, 60), (0, 20), (1000, 1920), (3, 25)])
  func `a reel goes from the start to the last step at its pace`(steps: Int, speed: Int) {
    let reel = Reel(steps: steps, stepsPerSecond: speed)
    #expect(reel.ticks.first == 0 && reel.ticks.last == steps)
    #expect(reel.ticks == reel.ticks.sorted() && Set(reel.ticks).count == reel.ticks.count)
    #expect(reel.hundredths >= 2)
    let seconds = Double(reel.hundredths * (reel.ticks.count - 1)) / 100
    let wanted = Double(steps) / Double(speed)
    #expect((seconds - wanted).magnitude <= 0.2 * wanted + 0.1)
  }

  @Test func `a film of a race ends with its last step`() throws {
    let model = try model(surface: "bowl", cars: ["gd"])
    let reel = Reel(steps: 10, stepsPerSecond: 20)
    let film = Self.page.film(of: model, reel)
    #expect(film.contains("step 0") && film.contains("step 10"))
    var seen = 0
    let cut = Self.page.film(of: model, reel) { done in
      seen = done
      return done < 4
    }
    #expect(seen == 4 && cut.contains("step 3") && !cut.contains("step 4"))
  }

  @Test func `the key W prints what is seen`() throws {
    var model = try model()
    #expect(update(&model, .printPage) == [.printPage])
    _ = update(&model, .saved(.success("downhill-picture.svg")))
    #expect(model.notice == "written: downhill-picture.svg")
    _ = update(&model, .saved(.success("downhill-race.toml")))
    #expect(model.notice?.contains("downhill link downhill-race.toml") == true)
  }
}
