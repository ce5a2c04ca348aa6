package import Descent
import Drawing
package import Texts

/// Every label of some surfaces beside what the surface itself says of the place.
package struct VerifyReport: Sendable {
  package enum Format: String, CaseIterable, Sendable { case table, json }

  private let strings: Strings
  private let surfaces: [(about: SurfaceAbout, checks: [CriticalPointCheck])]

  package init(_ surfaces: [any Surface], strings: Strings) {
    self.strings = strings
    self.surfaces = surfaces.map { ($0.about, CriticalPointCheck.all(of: $0)) }
  }

  /// Whether every label is right.
  package var isGood: Bool { surfaces.allSatisfy { $0.checks.allSatisfy(\.faults.isEmpty) } }

  package func text(as format: Format) throws -> String {
    switch format {
    case .table: table() + summary()
    case .json: try jsonLines()
    }
  }

  private func table() -> String {
    let right = Alignment.right
    let columns: [Table.Column] = [
      .init(strings[.reportSurface]), .init(strings[.verifyLabel]), .init("x", right),
      .init("y", right), .init("f", right), .init("‖∇f‖", right), .init("λmin", right),
      .init("λmax", right), .init("λmax/λmin", right), .init("2/λmax", right),
      .init(strings[.verifyVerdict]),
    ]
    let table = Table(columns, rows: surfaces.flatMap { rows(of: $0.about, $0.checks) })
    return table.lines().map { $0.withoutTrailingSpaces + "\n" }.joined()
  }

  private func rows(of about: SurfaceAbout, _ checks: [CriticalPointCheck]) -> [[String]] {
    let rows = checks.map { check in
      [
        about.name, strings[label(of: check.point)], number(check.point.position.x),
        number(check.point.position.y), number(check.value),
        NumberText.brief(check.slope), bend(check.eigenvalues.least, check),
        bend(check.eigenvalues.greatest, check), check.conditionNumber.map(number) ?? "",
        check.stableRate.map(number) ?? "", verdict(of: check),
      ]
    }
    switch about.lowest {
    case .labelled: return rows
    case .nowhere: return rows + [[about.name, strings[.verifyFallsForEver]]]
    case .onTheEdge: return rows + [[about.name, strings[.verifyLowestOnTheEdge]]]
    case .unknown: return rows + [[about.name, strings[.verifyLowestUnknown]]]
    }
  }

  /// A tip has no bend.
  private func bend(_ eigenvalue: Double, _ check: CriticalPointCheck) -> String {
    check.point.form == .tip ? "" : number(eigenvalue)
  }

  private func number(_ number: Double) -> String { NumberText.plain(number, digits: 6, width: 12) }

  private func label(of point: CriticalPoint) -> Text {
    switch point.kind {
    case .globalMinimum: .verifyGlobalMinimum
    case .localMinimum: .verifyLocalMinimum
    case .saddle: .verifySaddle
    }
  }

  private func verdict(of check: CriticalPointCheck) -> String {
    check.faults.isEmpty
      ? strings[.verifyRight] : check.faults.map { strings[text(of: $0)] }.joined(separator: ", ")
  }

  private func text(of fault: CriticalPointCheck.Fault) -> Text {
    switch fault {
    case .value: .verifyOtherValue
    case .slope: .verifySlope
    case .curvature: .verifyCurvature
    case .surroundings: .verifySurroundings
    case .lowest: .verifyLower
    }
  }

  private func summary() -> String {
    let checks = surfaces.flatMap(\.checks)
    let counts = [
      "surfaces": "\(surfaces.count)", "labels": "\(checks.count)",
      "wrong": "\(checks.count { !$0.faults.isEmpty })",
    ]
    return "\n" + strings(.verifySummary, counts) + "\n"
  }

  private func jsonLines() throws -> String {
    try Reports.jsonLines(
      surfaces.flatMap { surface in
        surface.checks.map { VerifyLine(surface.about.name, $0) }
      })
  }
}

private struct VerifyLine: Encodable {
  var surface, label: String
  var x, y, value, labelledValue, slope: Double
  /// A tip has none.
  var least, greatest: Double?
  var conditionNumber, stableRate: Double?
  var faults: [String]

  init(_ surface: String, _ check: CriticalPointCheck) {
    self.surface = surface
    label = check.point.kind.rawValue
    (x, y) = (check.point.position.x, check.point.position.y)
    (value, labelledValue, slope) = (check.value, check.point.value, check.slope)
    if check.point.form != .tip { (least, greatest) = check.eigenvalues }
    (conditionNumber, stableRate) = (check.conditionNumber, check.stableRate)
    faults = check.faults.map(\.rawValue)
  }
}
