import Descent
import Drawing
import Files
import Terminal

/// What is kept between frames. Ground and contour lines depend on surface, viewport and theme
/// alone, and a trail only grows, so a steady frame draws what the cars have moved.
package final class Scenery {
  private var trails: [(car: Int, trail: Trail)] = []
  private var maps: [(key: Key, land: Land)] = []
  private var landPaints: [LandPaints] = []
  private var relief: (key: ReliefKey, relief: Relief)?
  private var paints: (theme: Theme, colors: ColorDepth, paints: Relief.Paints)?
  /// What is on the chart, by car.
  var curves: [(car: Int, values: CurveValues)] = []
  private var batches: [(key: BatchKey, lines: [Contour], canvas: Canvas)] = []
  private var logbook: (key: LogbookKey, steps: Int, logbook: Logbook)?
  var pixels = PixelScenery()

  private struct Key: Equatable {
    var surface: SurfaceAbout.Identity
    var viewport: Viewport
    var theme: Theme
    var colors: ColorDepth
    var look: Land.Look
    var fog: Fog?
  }

  private struct ReliefKey: Equatable {
    var surface: SurfaceAbout.Identity
    var window: PlaneRect
    var camera: Camera
    var size: Size
    var cellAspect: Double
  }

  /// A page sets up its race; cars may be added to it.
  private struct LogbookKey: Equatable {
    var lesson: String
    var page: Int
    var cars: [String]
  }

  private struct BatchKey: Equatable {
    var surface: SurfaceAbout.Identity
    var batch: Batch
    var viewport: Viewport
  }

  package init() {}

  func land(of model: Model, _ viewport: Viewport) -> Land {
    let key = Key(
      surface: model.surface.about.identity, viewport: viewport, theme: model.theme,
      colors: model.rendition.colors, look: Land.Look(model), fog: model.fog)
    // Few enough to be compared: to hash a theme would cost more than to draw a trail.
    if let known = maps.first(where: { $0.key == key }) { return known.land }
    // All maps of a view are alike; a few more views stay at hand.
    if maps.count >= 4 { maps = [] }
    let land = Land(of: model.surface, viewport, key.look, under: key.fog) { bands in
      paints(of: model, key.look, bands: bands)
    }
    maps.append((key, land))
    return land
  }

  private func paints(of model: Model, _ look: Land.Look, bands: Int?) -> LandPaints {
    let key = LandPaints.Key(
      theme: model.theme, colors: model.rendition.colors, look: look, bands: bands)
    if let known = landPaints.first(where: { $0.key == key }) { return known }
    if landPaints.count >= 4 { landPaints = [] }
    let paints = LandPaints(key)
    landPaints.append(paints)
    return paints
  }
}

extension Scenery {
  /// The land of the window from aside, and its colours.
  func relief(of model: Model, in size: Size) -> (Relief, Relief.Paints) {
    let (theme, colors) = (model.theme, model.rendition.colors)
    let key = ReliefKey(
      surface: model.surface.about.identity, window: model.window, camera: model.camera,
      size: size, cellAspect: model.cellAspect)
    if relief?.key != key {
      let land = Relief.Elevations(of: model.surface, in: model.window)
      relief = (
        key, Relief(land, from: model.camera, in: size, cellAspect: model.cellAspect)
      )
    }
    if paints?.theme != theme || paints?.colors != colors {
      paints = (
        theme, colors,
        Relief.Paints(
          theme.ground(in: colors), shade: theme.isDark ? theme.paper : Color(0x101318),
          glow: theme.isDark ? theme.contour : theme.paper, paper: theme.paper)
      )
    }
    return (relief!.relief, paints!.paints)
  }

  /// The contour lines of the loss over one mini-batch alone.
  func contours(
    over batch: Batch, of model: Model, _ viewport: Viewport
  ) -> (lines: [Contour], canvas: Canvas) {
    let key = BatchKey(surface: model.surface.about.identity, batch: batch, viewport: viewport)
    if let known = batches.first(where: { $0.key == key }) { return (known.lines, known.canvas) }
    // One for each map of a view.
    if batches.count >= CarSpec.limit { batches.removeFirst() }
    let (xs, ys) = (viewport.nodeXs, viewport.nodeYs)
    let surface = model.surface
    let heights = ys.flatMap { y in xs.map { surface.value(at: Point($0, y), over: batch) } }
    let grid = HeightGrid(columns: xs.count, rows: ys.count, heights: heights)
    let kind: HeightScale.Kind = surface.about.contours == .logarithmic ? .logarithmic : .linear
    let levels = Contour.levels(
      min: grid.lowest, max: grid.highest, count: max(4, min(8, viewport.size.height / 4)),
      scale: kind)
    let lines = Contour.lines(over: grid, at: levels)
    var canvas = Canvas(viewport.size)
    for line in lines { line.draw(on: &canvas) }
    batches.append((key, lines, canvas))
    return (lines, canvas)
  }

  /// What the cars of a lesson's page have done, at least to the step looked at.
  ///
  /// - Parameter model: one that drives its page's race.
  func logbook(of model: Model) -> Logbook {
    let tick = model.timeline.tick
    let key = LogbookKey(
      lesson: model.lecture?.lesson.file ?? "", page: model.lecture?.page ?? 0,
      cars: model.race.cars.map { "\($0.name) \($0.rule.exactSettings) \($0.sampling)" })
    if let known = logbook, known.key == key, known.steps >= tick { return known.logbook }
    // Ahead of the race, so that it is not driven anew at every step.
    let steps = max(2 * tick, model.lecture?.current.lookedAt ?? 0)
    let race = Race(
      surface: model.surface, cars: model.race.cars, start: model.race.start,
      seed: model.race.seed)
    let made = Logbook(race, steps: steps)
    logbook = (key, steps, made)
    return made
  }

  /// The way of a car up to the tick looked at, without the last stretch to where it is now.
  func trail(of car: Int, in model: Model, _ viewport: Viewport) -> Canvas {
    let path = model.timeline.trajectories[car]
    let count = path.count(through: model.timeline.tick)
    let known = trails.firstIndex { $0.car == car && $0.trail.viewport == viewport }
    // A view of every car or two, and those of the window before.
    if known == nil, trails.count >= 4 * model.race.cars.count { trails = [] }
    if known == nil { trails.append((car, Trail(through: viewport))) }
    return trails[known ?? trails.count - 1].trail.drawn(xs: path.x, ys: path.y, count: count)
  }
}

extension Relief.Elevations {
  /// The surface over a window, 121 nodes along its longer side, on the scale of its map.
  init(of surface: any Surface, in window: PlaneRect) {
    let aspect = window.height / window.width
    let (columns, rows) = (
      aspect > 1 ? max(9, Int(120 / aspect)) : 121, aspect > 1 ? 121 : max(9, Int(120 * aspect))
    )
    let field = HeightField(
      of: surface, columns: columns, rows: rows, topLeft: Point(window.minX, window.maxY),
      stepX: window.width / Double(columns - 1), stepY: window.height / Double(rows - 1))
    let finite = field.values.lazy.filter(\.isFinite)
    let scale = HeightScale(
      surface.about.contours == .logarithmic ? .logarithmic : .linear, low: finite.min() ?? 0,
      high: finite.max() ?? 0)
    self.init(
      columns: columns, rows: rows,
      values: field.values.map { Float(scale.brightness(of: $0)) },
      aspect: aspect)
  }
}
