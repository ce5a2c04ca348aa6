import Descent
import Drawing
import Files

/// The parts of pictures in pixels that are kept between frames.
struct PixelScenery {
  private var grounds: [(key: Key, ground: Picture.Ground)] = []
  private var regions: [(grid: RegionGrid, cell: CellPixels, ground: Picture.Ground)] = []
  private var relief:
    (glass: Glass, cell: CellPixels, theme: Theme, relief: Relief, ground: Picture.Ground)?
  private var trails: [(key: TrailKey, trails: PixelTrails)] = []
  /// How many grounds have been drawn so far.
  private var count = 0

  private struct Key: Equatable {
    var surface: SurfaceAbout.Identity
    var viewport: Viewport
    var cell: CellPixels
    var theme: Theme
    var look: Land.Look
    var fog: Fog?
    var isDrawing: Bool
  }

  /// What decides where places of the plane are seen.
  enum Glass: Equatable {
    case map(Viewport)
    case relief(SurfaceAbout.Identity, PlaneRect, Camera, Size)

    var size: Size {
      switch self {
      case .map(let viewport): viewport.size
      case .relief(_, _, _, let size): size
      }
    }
  }

  private struct TrailKey: Equatable {
    var glass: Glass
    var cell: CellPixels
    /// The cars by rank.
    var cars: [Int]
    var isPresentation: Bool
  }

  /// The ground of a map with its contour lines.
  mutating func ground(
    of model: Model, _ viewport: Viewport, _ land: Land, _ cell: CellPixels
  ) -> Picture.Ground {
    let key = Key(
      surface: model.surface.about.identity, viewport: viewport, cell: cell, theme: model.theme,
      look: Land.Look(model), fog: land.fog, isDrawing: model.rendition.print == .drawing)
    if let known = grounds.first(where: { $0.key == key }) { return known.ground }
    if grounds.count >= 4 { grounds.removeFirst() }
    count += 1
    let (grid, lines) = Self.heights(of: model.surface, viewport, land)
    let image = GroundImage(grid, scale: land.scale, viewport.size, of: cell, land.inks)
    let ground =
      key.isDrawing
      ? Picture.Ground(
        key: count, image: image.drawn([]), lines: lines.map { land.printed($0.line, $0.isMajor) })
      : Picture.Ground(key: count, image: image.drawn(lines))
    grounds.append((key, ground))
    return ground
  }

  /// The heights under the cells of a map, and the contour lines over them.
  private static func heights(
    of surface: any Surface, _ viewport: Viewport, _ land: Land
  ) -> (grid: HeightGrid, lines: [(line: Contour, isMajor: Bool)]) {
    let (across, down) = (GroundImage.nodesAcross, GroundImage.nodesDown)
    let (columns, rows) = (across * viewport.size.width + 1, down * viewport.size.height + 1)
    let place = viewport.point(dotX: 0, dotY: 0)
    let corner = Point(place.x, place.y)
    let steps = (
      x: 2 * viewport.unitsPerDot / Double(across),
      y: 4 * viewport.unitsPerDotDown / Double(down)
    )
    let field = HeightField(
      of: surface, columns: columns, rows: rows, topLeft: corner, stepX: steps.x, stepY: steps.y)
    let whole = HeightGrid(columns: columns, rows: rows, heights: field.values)
    let grid = land.fog?.cleared(whole, corner: corner, steps: steps) ?? whole
    let majors = Set(land.levels.filter(\.isMajor).map(\.height))
    let lines = Contour.lines(over: grid, at: land.levels.map(\.height))
    return (grid, lines.map { ($0, majors.contains($0.level)) })
  }

  /// Regions of half cells.
  mutating func ground(of grid: RegionGrid, _ cell: CellPixels) -> Picture.Ground {
    if let known = regions.first(where: { $0.grid == grid && $0.cell == cell }) {
      return known.ground
    }
    if regions.count >= 2 { regions.removeFirst() }
    count += 1
    let ground = Picture.Ground(key: count, image: PixelImage(grid, of: cell))
    regions.append((grid, cell, ground))
    return ground
  }

  /// The trails of cars up to where they are now; the last one is on top.
  ///
  /// - Parameters:
  ///   - glass: what else decides where places of the plane are seen.
  ///   - way: how a way leads there.
  mutating func trails(
    of cars: [Int], in model: Model, on glass: Glass, _ cell: CellPixels,
    along way: PixelTrails.Way
  ) -> TrailLayer {
    let key = TrailKey(
      glass: glass, cell: cell, cars: cars, isPresentation: model.isPresentation)
    var known = trails.firstIndex { $0.key == key }
    if known == nil {
      // A view of every car, and the one before it.
      if trails.count >= 2 * CarSpec.limit { trails.removeFirst() }
      let pen = Self.pen(model, of: cell)
      trails.append((key, PixelTrails(glass.size, of: cell, count: cars.count, pen)))
      known = trails.count - 1
    }
    return trails[known ?? 0].trails.drawn(Self.courses(of: cars, in: model), along: way)
  }

  private static func pen(_ model: Model, of cell: CellPixels) -> TrailLayer.Pen {
    let width = cell.unit * (model.isPresentation ? 2 : 1)
    return TrailLayer.Pen(core: 1.25 * width, halo: 1.25 * width + 2.2 * cell.unit)
  }

  private static func courses(of cars: [Int], in model: Model) -> [PixelTrails.Course] {
    cars.map { car in
      let path = model.timeline.trajectories[car]
      let head = model.race.drivers[car].position
      return PixelTrails.Course(
        xs: path.x, ys: path.y, count: path.count(through: model.timeline.tick),
        head: head.isFinite ? (head.x, head.y) : nil)
    }
  }

  /// The trails of cars as lines, for a page that is printed as a drawing; the last one is on top.
  static func lines(
    of cars: [Int], in model: Model, _ inks: Picture.TrailInks, _ cell: CellPixels,
    along way: PixelTrails.Way
  ) -> [PrintedLine] {
    let pen = pen(model, of: cell)
    let halo = PrintedLine.Halo(
      inks.halo, width: 2 * pen.halo / cell.unit, strength: inks.haloStrength)
    return zip(courses(of: cars, in: model), inks.cores).flatMap { course, ink in
      course.pieces(along: way).map { piece in
        PrintedLine(
          piece.map { Place($0.x / Double(cell.width), $0.y / Double(cell.height)) }, ink,
          width: 2 * pen.core / cell.unit, halo: halo)
      }
    }
  }

  /// The land of the window from aside, in pixels.
  mutating func relief(
    of model: Model, in size: Size, _ paints: Relief.Paints, _ cell: CellPixels
  ) -> (relief: Relief, ground: Picture.Ground) {
    let glass = Glass.relief(
      model.surface.about.identity, model.window, model.camera, size)
    if let known = relief, known.glass == glass, known.cell == cell, known.theme == model.theme {
      return (known.relief, known.ground)
    }
    let (width, height) = cell.pixels(of: size)
    let seen: Relief
    if let known = relief, known.glass == glass, known.cell == cell {
      seen = known.relief
    } else {
      // Each half cell of this relief is a pixel.
      seen = Relief(
        Relief.Elevations(of: model.surface, in: model.window), from: model.camera,
        in: Size(width, (height + 1) / 2), cellAspect: 2)
    }
    count += 1
    let ground = Picture.Ground(
      key: count, image: seen.image(width: width, height: height, in: paints, levels: 12))
    relief = (glass, cell, model.theme, seen, ground)
    return (seen, ground)
  }
}

extension Land {
  /// A contour line of the grid that pixels are drawn from, for a page printed as a drawing: in the
  /// one colour that it has over its own height.
  fileprivate func printed(_ line: Contour, _ isMajor: Bool) -> PrintedLine {
    let inks = isMajor ? paints.major[0] : paints.minor[0]
    let places = zip(line.xs, line.ys).map {
      Place(
        $0 / Double(2 * GroundImage.nodesAcross), $1 / Double(2 * GroundImage.nodesDown))
    }
    let band = scale.band(of: line.level, among: inks.levels) ?? 0
    return PrintedLine(places, inks[band], width: isMajor ? 1.6 : 1)
  }

  /// The colours of the ground in pixels.
  var inks: GroundInks {
    var void = ground.void
    // In pixels it needs no texture, and a hatch is another thing.
    if fog != nil { void.glyph = " " }
    return GroundInks(
      ground: paints.halos[0], lines: paints.minor, majorLines: paints.major, void: void)
  }
}
