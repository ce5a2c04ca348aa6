/// A landscape known by its heights on a grid, joined by a bicubic spline. Beyond the grid it is
/// not known: NaN, and a car that gets there has left the map for good. Samples without a height,
/// NaN, make holes in it: the cells around them are not known either.
///
/// The lowest minimum is the lowest of the spline's; what a sample's neighbourhood hides from the
/// samples, it cannot show.
package struct SampledGrid: Surface {
  package private(set) var about: SurfaceAbout
  private let spline: BicubicSpline

  package var extent: Window? { spline.extent }
  package var hasHoles: Bool { spline.hasHoles }
  package var columns: Int { spline.columns }
  package var rows: Int { spline.rows }

  /// - Parameters:
  ///   - title: what the landscape is called, its file's name say.
  ///   - heights: `rows` × `columns` numbers, row by row, the row of the lowest y first; NaN for a
  ///     hole.
  ///   - extent: where the outermost samples lie.
  package init(
    _ title: String, heights: [Double], columns: Int, rows: Int, extent: Window
  ) throws(SampledGridError) {
    precondition(heights.count == columns * rows, "a grid needs columns × rows heights")
    guard columns >= 4, rows >= 4 else { throw .tooFew(columns: columns, rows: rows) }
    if let index = heights.firstIndex(where: \.isInfinite) {
      throw .notFinite(row: index / columns, column: index % columns, found: heights[index])
    }
    let known = heights.filter { !$0.isNaN }.sorted()
    guard let low = known.first, let high = known.last else { throw .noGround }
    guard low < high else { throw .level(found: low) }
    spline = BicubicSpline(through: heights, columns: columns, rows: rows, extent: extent)
    guard spline.isFinite, (high - low).isFinite else { throw .overflow }
    guard !spline.hasHoles || !spline.middlesOfCells.isEmpty else { throw .noGround }
    let median = known[known.count / 2]
    let smoothness = spline.hasHoles ? "C¹" : "C²"
    about = SurfaceAbout(
      name: "grid", title: title,
      formula: "s(xⱼ, yᵢ) = zᵢⱼ,  \(columns) × \(rows),  s ∈ \(smoothness)",
      window: extent, start: Point(extent.x.lowerBound, extent.y.lowerBound),
      // As a map does it that has to choose: most of the ground is low.
      contours: median < low * 0.8 + high * 0.2 ? .logarithmic : .linear,
      rates: .init(ofSlope: 1, ofLength: 1), criticalPoints: [], lowest: .unknown)
    let minima = GridMinima(of: self, columns: columns, rows: rows)
    (about.criticalPoints, about.lowest) = (minima.labels, minima.lowest)
    let departure = Departure(on: self)
    (about.start, about.rates) = (departure.start, departure.rates)
    var fingerprint = Fingerprint()
    fingerprint.add(heights)
    about.contents = fingerprint.bits
  }

  /// The middles of the cells whose ground is known.
  var middlesOfCells: [Point<Double>] { spline.middlesOfCells }

  package func formula<F: Field>(_ x: F, _ y: F) -> F { F.height(on: spline, x, y) }
}

extension Surface {
  /// Whether it has places within its extent where it is not known.
  package var hasHoles: Bool { (unturned as? SampledGrid)?.hasHoles ?? false }
}

package enum SampledGridError: Error, Hashable, Sendable {
  case tooFew(columns: Int, rows: Int)
  /// An infinite height. Counted from 0, as the arrays are that landscapes come from.
  case notFinite(row: Int, column: Int, found: Double)
  /// All samples are that high.
  case level(found: Double)
  case overflow
  /// No four neighbouring samples have heights.
  case noGround
}
