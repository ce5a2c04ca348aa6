/// What a labelled point of a surface is by the surface's own formula, and what of that its label
/// denies.
package struct CriticalPointCheck: Sendable {
  package let point: CriticalPoint
  /// f there.
  package let value: Double
  /// ‖∇f‖ there.
  package let slope: Double
  /// Of the Hessian there.
  package let eigenvalues: (least: Double, greatest: Double)
  /// Empty if the label is right.
  package let faults: [Fault]

  package enum Fault: String, CaseIterable, Sendable {
    /// The height is another one, by more than 1e-12 of it.
    case value
    /// The slope does not vanish: it is more than 1e-12 of the greatest curvature.
    case slope
    /// The Hessian's eigenvalues have other signs.
    case curvature
    /// What the Hessian cannot prove, the heights on a small circle around the point deny.
    case surroundings
    /// The surface is lower in another place of its window.
    case lowest
  }

  /// λmax / λmin at a minimum with a bend in every direction; `nil` elsewhere.
  package var conditionNumber: Double? {
    point.form == .smooth && eigenvalues.least > 0 ? eigenvalues.greatest / eigenvalues.least : nil
  }

  /// 2/λmax, above which gradient descent leaves a parabola of this curvature; `nil` where the
  /// surface bends upwards in no direction, or has a tip.
  package var stableRate: Double? {
    point.form != .tip && eigenvalues.greatest > 0 ? 2 / eigenvalues.greatest : nil
  }

  package init(_ point: CriticalPoint, on surface: any Surface) {
    let jet = surface.jet(at: point.position)
    let (least, greatest) = jet.hessian.eigenvalues
    (self.point, value, slope) = (point, jet.value, jet.gradient.length)
    eigenvalues = (least, greatest)
    var faults: [Fault] = []
    let tolerance = 1e-12
    if !(abs(jet.value - point.value) <= tolerance * max(1, abs(point.value))) {
      faults.append(.value)
    }
    if point.form != .tip, !(jet.gradient.length <= tolerance * max(1, greatest)) {
      faults.append(.slope)
    }
    if point.form == .smooth {
      let isAsSaid = point.kind == .saddle ? least < 0 && greatest > 0 : least > 0
      if !isAsSaid { faults.append(.curvature) }
    } else if !Self.isProved(point, byHeightsAround: surface, tolerance) {
      faults.append(.surroundings)
    }
    self.faults = faults
  }

  /// Whether 64 heights on a circle of a thousandth around the point agree with its kind.
  private static func isProved(
    _ point: CriticalPoint, byHeightsAround surface: any Surface, _ tolerance: Double
  ) -> Bool {
    let here = surface.value(at: point.position)
    let rises = (0..<64).map { part in
      let angle = Double(part) / 64 * .pi2
      let (x, y) = (point.position.x, point.position.y)
      return surface.value(at: Point(x + 1e-3 * .cos(angle), y + 1e-3 * .sin(angle))) - here
    }
    let hasLower = rises.contains { $0 < -tolerance }
    return rises.contains { $0 > 0 } && hasLower == (point.kind == .saddle)
  }

  private init(_ check: CriticalPointCheck, faults: [Fault]) {
    (point, value, slope) = (check.point, check.value, check.slope)
    (eigenvalues, self.faults) = (check.eigenvalues, faults)
  }

  /// Every label of a surface.
  ///
  /// A global minimum is also looked for below itself, on 401 × 401 places of the window.
  package static func all(of surface: any Surface) -> [CriticalPointCheck] {
    let lowest = surface.lowestOfGrid(401)
    return surface.about.criticalPoints.map { point in
      let check = CriticalPointCheck(point, on: surface)
      let isLowest = lowest >= point.value - 1e-9 * max(1, abs(point.value))
      guard point.kind == .globalMinimum, !isLowest else { return check }
      return CriticalPointCheck(check, faults: check.faults + [.lowest])
    }
  }
}

extension Surface {
  /// The least of the heights on a grid of that many columns and rows over the window.
  fileprivate func lowestOfGrid(_ count: Int) -> Double {
    let window = about.window
    let steps = Double(count - 1)
    let field = HeightField(
      of: self, columns: count, rows: count,
      topLeft: Point(window.x.lowerBound, window.y.upperBound),
      stepX: (window.x.upperBound - window.x.lowerBound) / steps,
      stepY: (window.y.upperBound - window.y.lowerBound) / steps)
    return field.lowest
  }
}
