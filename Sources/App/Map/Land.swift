import Descent
import Drawing
import Files
import Terminal

/// One map without cars: the ground, its contour lines, and the ground as it lies under halos.
struct Land {
  /// The ground with its contour lines.
  let picture: Frame
  /// The ground under each level of a halo, from none to full.
  let halos: [HalfBlocks]
  let labels: [Contour.Label]
  /// Some of it is undefined, and drawn with the hatch.
  let hasUndefined: Bool
  /// Where its heights lie.
  let scale: HeightScale
  /// The heights of its contour lines.
  let levels: [Contour.Level]
  let paints: LandPaints
  /// What of it is not seen.
  let fog: Fog?

  var ground: HalfBlocks { halos[0] }
  /// The ground under trails and cars.
  var dimmed: HalfBlocks { halos[Halo.levels] }

  /// What undefined ground is written with: a letter that every terminal has.
  static let hatch: Unicode.Scalar = "/"

  /// What a model asks of its maps.
  struct Look: Hashable {
    /// Fewer levels, and more shade around trails.
    var isPresentation: Bool
    /// One colour between every two levels in place of lines.
    var isFilled: Bool
    var isShaded: Bool

    init(_ model: Model) {
      let colors = model.rendition.colors
      isPresentation = model.isPresentation
      // In pixels lines are seen from afar too.
      isFilled = model.isPresentation && colors.count > 16 && model.rendition.pixels == nil
      isShaded =
        model.showsShading && model.theme.shading > 0 && colors == .trueColor
        && !model.isPresentation && !model.rendition.hasPalette
    }
  }

  /// - Parameters:
  ///   - fog: hides what it hides; colours and levels are those of the whole map.
  ///   - paints: the colours of a ground, of so many bands if it is filled.
  init(
    of surface: any Surface, _ viewport: Viewport, _ look: Look, under fog: Fog?,
    paints: (Int?) -> LandPaints
  ) {
    let about = surface.about
    let (columns, rows) = (viewport.size.width + 1, 2 * viewport.size.height + 1)
    let (xs, ys) = (viewport.nodeXs, viewport.nodeYs)
    let field = HeightField(
      of: surface, columns: columns, rows: rows, topLeft: Point(xs[0], ys[0]),
      stepX: 2 * viewport.unitsPerDot, stepY: 2 * viewport.unitsPerDotDown)
    let grid = HeightGrid(columns: columns, rows: rows, heights: field.values)
    let kind: HeightScale.Kind = about.contours == .logarithmic ? .logarithmic : .linear
    let scale = HeightScale(fitting: grid, kind: kind)
    let count =
      look.isFilled ? 7 : look.isPresentation ? 5 : max(5, min(14, viewport.size.height / 2))
    let levels = Contour.rankedLevels(
      min: grid.lowest, max: grid.highest, count: count, scale: kind)

    let paints = paints(look.isFilled ? levels.count + 1 : nil)
    let seen = fog?.cleared(grid, under: viewport) ?? grid
    var ground =
      look.isFilled
      ? HalfBlocks(seen, between: levels.map(\.height), colormap: paints.halos[0][0])
      : HalfBlocks(seen, scale: scale, colormap: paints.halos[0][0], isShaded: look.isShaded)
    // Beyond a known map is nothing; a formula's undefined ground is hatched.
    let isFormula = surface.unturned.extent == nil
    let undefined = HalfBlocks.Void(
      paper: paints.key.theme.paper, ink: paints.key.theme.dim,
      glyph: isFormula ? Self.hatch : " ")
    ground.void = fog == nil ? undefined : paints.fog
    halos = paints.halos.map(ground.recoloured)

    let paths = Contour.lines(over: seen, at: levels.map(\.height))
    var picture = Frame(ground.size)
    halos[0].paint(on: &picture, x: 0, y: 0)
    if !look.isFilled {
      let majors = Set(levels.filter(\.isMajor).map(\.height))
      // The brighter ones over the others.
      for (isMajor, inks) in [(false, paints.minor), (true, paints.major)] {
        Self.draw(
          paths.filter { majors.contains($0.level) == isMajor }, inks: ground.recoloured(inks),
          over: halos[0], on: &picture)
      }
    }
    let holes = fog.map { Self.holes(in: grid, of: ground, $0, viewport) } ?? []
    for hole in holes {
      picture[hole.x, hole.y] = Cell(undefined.glyph, ink: undefined.ink, paper: undefined.paper)
    }
    hasUndefined = isFormula && (fog == nil ? grid.hasHoles : !holes.isEmpty)
    self.picture = picture
    labels = Contour.labels(for: paths, in: viewport.size, width: 7)
    (self.scale, self.levels, self.paints, self.fog) = (scale, levels, paints, fog)
  }

  /// The cells without a height that no fog hides.
  private static func holes(
    in grid: HeightGrid, of ground: HalfBlocks, _ fog: Fog, _ viewport: Viewport
  ) -> [(x: Int, y: Int)] {
    guard grid.hasHoles else { return [] }
    return (0..<ground.size.height).flatMap { y in
      (0..<ground.size.width).compactMap { x in
        let middle = viewport.point(cellX: x, cellY: y)
        let isHole = ground.isVoid(x, y) && grid[x, 2 * y + 1].isNaN
        return isHole && fog.isClear(at: Point(middle.x, middle.y)) ? (x, y) : nil
      }
    }
  }

  /// Each line in the ink for the ground that it crosses.
  private static func draw(
    _ lines: [Contour], inks: HalfBlocks, over ground: HalfBlocks, on frame: inout Frame
  ) {
    var canvas = Canvas(ground.size)
    for line in lines { line.draw(on: &canvas) }
    for y in 0..<canvas.size.height {
      for x in 0..<canvas.size.width where !canvas.isEmpty(x: x, y: y) {
        let below = frame[x, y].glyph.brailleDots ?? 0
        frame[x, y] = Cell(
          Unicode.Scalar(canvas.glyph(x: x, y: y).value | UInt32(below))!,
          ink: inks.color(x: x, y: y), paper: ground.color(x: x, y: y))
      }
    }
  }
}

extension Land {
  /// Puts the ground under a halo, clear of contour lines where the halo is strong; leaves the
  /// glyphs of others that stand there.
  func paint(_ halo: Halo, on frame: inout Frame, x left: Int, y top: Int) {
    guard paints.hasHalos else { return }
    for y in 0..<picture.size.height {
      for x in 0..<picture.size.width {
        let (upper, lower) = (halo.level(x: x, row: 2 * y), halo.level(x: x, row: 2 * y + 1))
        guard upper > 0 || lower > 0, !ground.isVoid(x, y) else { continue }
        let (old, strongest) = (frame[left + x, top + y], max(upper, lower))
        let isBare = old.glyph == " " || Quadrants.quarters(of: old.glyph) != nil
        let isLine = old == picture[x, y] && old.glyph.brailleDots != nil
        if isLine && strongest < paints.clearFrom || !isBare && !isLine {
          frame.draw(paper: halos[strongest].color(x: x, y: y), x: left + x, y: top + y)
        } else {
          frame[left + x, top + y] = halos[upper].cell(x: x, y: y, lowerIn: halos[lower])
        }
      }
    }
  }
}

extension Unicode.Scalar {
  /// The dots of a braille glyph; `nil` for any other.
  var brailleDots: UInt8? {
    (0x2800...0x28FF).contains(value) ? UInt8(truncatingIfNeeded: value) : nil
  }
}

extension HalfBlocks {
  fileprivate func recoloured(_ colormaps: [Colormap]) -> HalfBlocks {
    var copy = self
    copy.colormaps = colormaps
    return copy
  }
}
