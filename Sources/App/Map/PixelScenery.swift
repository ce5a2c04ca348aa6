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
      look: Land.Look(model), fog: land.fog)
    if let known = grounds.first(where: { $0.key == key }) { return known.ground }
    if grounds.count >= 4 { grounds.removeFirst() }
    count += 1
    let ground = Picture.Ground(
      key: count, image: Self.image(of: model.surface, viewport, land, cell))
    grounds.append((key, ground))
    return ground
  }

  private static func image(
    of surface: any Surface, _ viewport: Viewport, _ land: Land, _ cell: CellPixels
  ) -> PixelImage {
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
    let image = GroundImage(grid, scale: land.scale, viewport.size, of: cell, land.inks)
    let majors = Set(land.levels.filter(\.isMajor).map(\.height))
    return image.drawn(
      Contour.lines(over: grid, at: land.levels.map(\.height))
        .map { ($0, majors.contains($0.level)) })
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
    let courses = cars.map { car in
      let path = model.timeline.trajectories[car]
      let head = model.race.drivers[car].position
      return PixelTrails.Course(
        xs: path.x, ys: path.y, count: path.count(through: model.timeline.tick),
        head: head.isFinite ? (head.x, head.y) : nil)
    }
    var known = trails.firstIndex { $0.key == key }
    if known == nil {
      // A view of every car, and the one before it.
      if trails.count >= 2 * CarSpec.limit { trails.removeFirst() }
      let width = cell.unit * (model.isPresentation ? 2 : 1)
      let pen = TrailLayer.Pen(core: 1.25 * width, halo: 1.25 * width + 2.2 * cell.unit)
      trails.append((key, PixelTrails(glass.size, of: cell, count: cars.count, pen)))
      known = trails.count - 1
    }
    return trails[known ?? 0].trails.drawn(courses, along: way)
  }

  /// The trails of cars on a map.
  mutating func trails(
    of cars: [Int], in model: Model, _ viewport: Viewport, _ cell: CellPixels
  ) -> TrailLayer {
    trails(of: cars, in: model, on: .map(viewport), cell) { _, to, visit in
      visit(viewport.pixel(x: to.x, y: to.y, cell))
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
  /// The colours of the ground in pixels.
  var inks: GroundInks {
    var void = ground.void
    // In pixels it needs no texture, and a hatch is another thing.
    if fog != nil { void.glyph = " " }
    return GroundInks(
      ground: paints.halos[0], lines: paints.minor, majorLines: paints.major, void: void)
  }
}
