import Descent
package import Drawing
import Files
import Terminal
import Texts

/// A race printed on a page: the screen without keys, from the very same heights and paths.
package struct PrintedPage: Sendable {
  /// In pixels.
  package let width, height: Int
  private let cell: CellPixels
  private let cells: Size
  /// As a terminal without pixels shows it: blocks and dots.
  package var isInCells = false

  /// Pixels of a side: what cells that can be read fill, and what a machine can hold.
  package static let sides = 320...8192
  /// Rows of letters on a page that nobody has asked for larger or smaller ones.
  private static let rows = 36
  /// A cell's height in pixels, of those that a page may have.
  package static let textHeights = 10...120

  /// - Parameters:
  ///   - width, height: in pixels, each one of `sides`.
  ///   - textHeight: the pixels from one row of letters to the next; one of `textHeights`.
  package init?(width: Int, height: Int, textHeight: Int? = nil) {
    let rowHeight = textHeight ?? min(max(height / Self.rows, 14), 60)
    let columnWidth = Int((Double(rowHeight) * 0.48).rounded())
    guard Self.sides.contains(width), Self.sides.contains(height),
      let cell = CellPixels(width: columnWidth, height: rowHeight)
    else { return nil }
    (self.width, self.height, self.cell) = (width, height, cell)
    cells = Size((width - 2 * columnWidth) / columnWidth, (height - rowHeight) / rowHeight)
    guard cells.width >= Layout.minimum.width, cells.height >= Layout.minimum.height else {
      return nil
    }
  }

  /// As wide and high as most screens that slides are shown on.
  static let slide = PrintedPage(width: 1600, height: 900)

  /// The page as a drawing: the text of an SVG file.
  ///
  /// - Parameter name: begins the names of its parts: two drawings in one document have none in
  ///   common.
  package func drawing(
    of model: Model, _ scope: Rendition.Scope = .page, name: String = ""
  ) -> String {
    let model = prepared(model, as: isInCells ? .cells : .drawing, scope)
    var press = SVGPress(
      width: width, height: height, title: Self.title(of: model), name: name,
      paper: model.theme.paper)
    lay(model, Scenery(), on: &press)
    return press.finished()
  }

  /// A film of the page's maps as a drawing that moves by itself: the text of an SVG file.
  ///
  /// - Parameters:
  ///   - reel: the steps that it shows.
  ///   - goesOn: is told how many pictures have been drawn; once it says no, the film is over.
  package func film(
    of model: Model, _ reel: Reel, while goesOn: (Int) -> Bool = { _ in true }
  ) -> String {
    var model = prepared(model, as: isInCells ? .cells : .drawing, .maps)
    let scenery = Scenery()
    var film = SVGFilm(
      SVGPress(
        width: width, height: height, title: Self.title(of: model), paper: model.theme.paper,
        isFilm: true))
    for (number, tick) in reel.ticks.enumerated() {
      model.timeline.seek(to: tick)
      film.add(seconds: reel.seconds(ofPicture: number)) { press in
        lay(model, scenery, on: &press)
      }
      guard goesOn(number + 1) else { break }
    }
    return film.finished()
  }

  /// The page as a document: the bytes of a PDF file.
  package func document(of model: Model) -> [UInt8] {
    let model = prepared(model, as: isInCells ? .cells : .drawing)
    var press = PDFPress(width: width, height: height, paper: model.theme.paper)
    lay(model, Scenery(), on: &press)
    return press.finished()
  }

  /// The page in pixels.
  package func image(of model: Model) -> PixelImage {
    var printer = PagePrinter(self)
    return printer.image(of: model)
  }

  /// Lays a model that has been prepared for it on a press.
  fileprivate func lay(_ model: Model, _ scenery: Scenery, on press: inout some Press) {
    let corner = Place(
      Double((width - cells.width * cell.width) / 2),
      Double((height - cells.height * cell.height) / 2))
    let printer = FramePrint(
      cell: cell, corner: corner, paper: model.theme.paper, ink: model.theme.ink)
    printer.lay(view(of: model, scenery: scenery), on: &press)
  }

  /// The model as it is when it is printed: of the page's size, and with everything found out that
  /// its view wants to know.
  fileprivate func prepared(
    _ model: Model, as print: Rendition.Print, _ scope: Rendition.Scope = .page,
    tell: (Double) -> Void = { _ in }
  ) -> Model {
    var model = model
    let pixels = print == .cells ? nil : cell
    model.rendition = Rendition(glyphs: .full, colors: .trueColor, pixels: pixels)
    (model.rendition.print, model.rendition.scope) = (print, scope)
    (model.size, model.cellAspect) = (cells, cell.aspect)
    model.layers = []
    (model.notice, model.explainsSigns, model.tour) = (nil, false, nil)
    model.consultLaboratory(tell: tell)
    return model
  }

  /// The model with all that its view wants to know from the laboratory.
  ///
  /// - Parameters:
  ///   - asLines: for a drawing, and not in pixels.
  ///   - tell: hears which part of an answer there is, 0…1.
  package func informed(_ model: Model, asLines: Bool, tell: (Double) -> Void) -> Model {
    var informed = model
    let print: Rendition.Print = isInCells ? .cells : asLines ? .drawing : .pixels
    informed.lab = prepared(model, as: print, tell: tell).lab
    return informed
  }

  /// What the page shows, in a line.
  private static func title(of model: Model) -> String {
    let step = NumberText.fixed(Double(model.race.tick), decimals: 0)
    let cars = model.shown.map { model.race.cars[$0].name }.joined(separator: ", ")
    let surface = model.strings.title(of: model.surface.about)
    return "\(surface): \(cars), \(model.strings(.headerStep, ["step": step]))"
  }
}

/// Prints page after page in pixels: what they have in common is drawn once.
package struct PagePrinter {
  private let page: PrintedPage
  private let scenery = Scenery()
  private var press: PixelPress?
  /// What the laboratory has found out for the pictures so far.
  private var lab: LabNotes?

  package init(_ page: PrintedPage) { self.page = page }

  /// The page when the race stands at a step.
  package mutating func image(of model: Model, at tick: Int) -> PixelImage {
    var model = model
    model.timeline.seek(to: tick)
    return image(of: model)
  }

  package mutating func image(of model: Model) -> PixelImage {
    var model = model
    if let lab { model.lab = lab }
    model = page.prepared(model, as: page.isInCells ? .cells : .pixels)
    lab = model.lab
    let paper = model.theme.paper
    var press =
      self.press ?? PixelPress(width: page.width, height: page.height, paper: paper)
    self.press = nil
    press.clear(paper)
    page.lay(model, scenery, on: &press)
    self.press = press
    return press.image
  }
}

extension Model {
  /// Finds out, here and now, what the view wants to know from the laboratory.
  ///
  /// - Parameter tell: hears which part of an answer there is, 0…1.
  mutating func consultLaboratory(tell: (Double) -> Void = { _ in }) {
    while let layout = Layout(self) {
      let jobs = labJobs(on: layout)
      guard let job = jobs.first else { return }
      // Each finding holds all that the ones before it held.
      var last: LabFinding?
      job.run(
        tell: { finding in
          last = finding
          tell(finding.share)
        }, while: { true })
      if let last { _ = update(&self, .lab(.found(job.task, last))) }
    }
  }
}
