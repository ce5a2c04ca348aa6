import Descent
import Drawing
import Files

/// A map in pixels, put together while its cells are drawn.
struct MapSketch {
  let cell: CellPixels
  /// In cells.
  private let size: Size
  private let theme: Theme
  private let isPresentation: Bool
  private var trails: TrailLayer?
  /// The colours of the trails, by rank.
  private var cores: [Color] = []
  /// The trails of a map that is printed as a drawing.
  private var lines: [PrintedLine] = []
  private var marks: [PixelMark] = []
  /// Letters that are to stand above the picture.
  var letters: [(inout Painter) -> Void] = []
  var hasLabels = false
  var isFinished = false

  init(_ cell: CellPixels, _ size: Size, _ model: Model) {
    (self.cell, self.size) = (cell, size)
    theme = model.theme
    isPresentation = model.isPresentation
  }

  func picture(in rect: Rect, cells: Frame, _ ground: Picture.Ground) -> Picture {
    var picture = Picture(rect, cells: cells, ground: ground, trails: trails, inks: inks)
    (picture.marks, picture.lines) = (marks, lines)
    return picture
  }

  /// The trails of cars up to where they are now, the last one on top.
  ///
  /// - Parameters:
  ///   - glass: what else decides where places of the plane are seen.
  ///   - way: how a way leads there.
  mutating func draw(
    _ cars: [Int], inked cores: [Color], of model: Model, on glass: PixelScenery.Glass,
    _ scenery: Scenery, along way: PixelTrails.Way
  ) {
    self.cores = cores
    if model.rendition.print == .drawing {
      lines = PixelScenery.lines(of: cars, in: model, inks, cell, along: way)
    } else {
      trails = scenery.pixels.trails(of: cars, in: model, on: glass, cell, along: way)
    }
  }

  private var inks: Picture.TrailInks {
    Picture.TrailInks(
      cores: cores, halo: theme.halo, haloStrength: min(1, theme.haloStrength * 1.9))
  }

  /// A sign at a place in pixels; false for a glyph that must stay a letter.
  mutating func mark(
    _ glyph: Unicode.Scalar, _ ink: Color, at place: (x: Double, y: Double)
  ) -> Bool {
    guard let shape = PixelShape(glyph) else { return false }
    // A saddle is a place to know and not to go to.
    let radius = glyph == "✕" ? 3.8 : glyph == "★" || glyph == "☆" ? 6.4 : 5.2
    let scale = cell.unit * (isPresentation ? 1.5 : 1)
    // Nobody sees less than a quarter of a pixel, and what stands nearly still is not sent again.
    let (x, y) = ((place.x * 4).rounded() / 4, (place.y * 4).rounded() / 4)
    marks.append(
      PixelMark(
        .sign(shape, x: x, y: y, radius: radius * scale), ink, rim: theme.halo,
        rimWidth: glyph == "✕" ? 0 : 1.4 * scale))
    return true
  }

  /// A line between two places in dots, so many pixels wide on a screen of common sharpness.
  mutating func line(
    fromDot start: (x: Double, y: Double), _ end: (x: Double, y: Double), width: Double,
    _ ink: Color, hasRim: Bool = true
  ) {
    let (perX, perY) = (Double(cell.width) / 2, Double(cell.height) / 4)
    let (pixelWidth, pixelHeight) = cell.pixels(of: size)
    guard
      let (x0, y0, x1, y1) = PixelMark.clipped(
        (start.x * perX, start.y * perY), (end.x * perX, end.y * perY), pixelWidth, pixelHeight)
    else { return }
    marks.append(
      PixelMark(
        .line(x0: x0, y0: y0, x1: x1, y1: y1, width: width * cell.unit), ink, rim: theme.halo,
        rimWidth: hasRim ? 1.2 * cell.unit : 0))
  }

  /// A contour line of a grid whose nodes lie on every other dot.
  mutating func draw(_ contour: Contour, _ ink: Color) {
    for index in contour.xs.indices.dropLast() {
      line(
        fromDot: (contour.xs[index], contour.ys[index]),
        (contour.xs[index + 1], contour.ys[index + 1]), width: 1.2, ink, hasRim: false)
    }
  }

  /// An arrow in dots.
  mutating func draw(_ arrow: Arrow, _ ink: Color) {
    for stroke in arrow.strokes { line(fromDot: stroke.from, stroke.to, width: 2.2, ink) }
  }
}
