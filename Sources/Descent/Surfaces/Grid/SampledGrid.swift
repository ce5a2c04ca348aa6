/// A landscape known by its heights on a grid, joined by a bicubic spline. Beyond the grid it is
/// not known: NaN, and a car that gets there has left the map for good.
///
/// The lowest minimum is the lowest of the spline's; what a sample's neighbourhood hides from the
/// samples, it cannot show.
package struct SampledGrid: Surface {
  package private(set) var about: SurfaceAbout
  private let spline: BicubicSpline

  package var extent: Window? { spline.extent }
  package var columns: Int { spline.columns }
  package var rows: Int { spline.rows }

  /// - Parameters:
  ///   - title: what the landscape is called, its file's name say.
  ///   - heights: `rows` × `columns` numbers, row by row, the row of the lowest y first.
  ///   - extent: where the outermost samples lie.
  package init(
    _ title: String, heights: [Double], columns: Int, rows: Int, extent: Window
  ) throws(SampledGridError) {
    precondition(heights.count == columns * rows, "a grid needs columns × rows heights")
    guard columns >= 4, rows >= 4 else { throw .tooFew(columns: columns, rows: rows) }
    if let index = heights.firstIndex(where: { !$0.isFinite }) {
      throw .notFinite(row: index / columns, column: index % columns, found: heights[index])
    }
    guard let low = heights.min(), let high = heights.max(), low < high else {
      throw .level(found: heights[0])
    }
    spline = BicubicSpline(through: heights, columns: columns, rows: rows, extent: extent)
    guard spline.isFinite, (high - low).isFinite else { throw .overflow }
    let median = heights.sorted()[heights.count / 2]
    about = SurfaceAbout(
      name: "grid", title: title, formula: "s(xⱼ, yᵢ) = zᵢⱼ,  \(columns) × \(rows),  s ∈ C²",
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

  package func formula<F: Field>(_ x: F, _ y: F) -> F { F.height(on: spline, x, y) }
}

package enum SampledGridError: Error, Hashable, Sendable {
  case tooFew(columns: Int, rows: Int)
  /// Counted from 0, as the arrays are that landscapes come from.
  case notFinite(row: Int, column: Int, found: Double)
  /// All samples are that high.
  case level(found: Double)
  case overflow
}
