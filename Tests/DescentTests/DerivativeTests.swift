import Descent
import Foundation
import Testing

/// Slopes and bends at zeros, kinks and edges of domains, beside those of torch and JAX.
@Suite struct DerivativeTests {
  /// A line of `Fixtures/derivatives.jsonl`; `nil` where the libraries differ or give no number.
  struct Reference: Decodable, Sendable {
    var formula: String
    var x, y, value: Double
    var gradient: [Double?]
    /// xx, xy, yx and yy.
    var hessian: [Double?]
  }

  static let references: [Reference] = {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "Fixtures/derivatives.jsonl")
    return try! String(contentsOf: file, encoding: .utf8).split(separator: "\n")
      .map { try! JSONDecoder().decode(Reference.self, from: Data($0.utf8)) }
  }()

  private func isSame(_ found: Double, _ expected: Double?) -> Bool {
    guard let expected else { return true }
    return abs(found - expected) <= 1e-11 * max(1, abs(expected))
  }

  @Test(arguments: Set(references.map(\.formula)).sorted())
  func `slopes and bends are those of torch and JAX where these give the same number`(
    formula: String
  ) throws {
    let surface = try FormulaSurface(formula, window: Window(x: -3...3, y: -3...3))
    for line in Self.references where line.formula == formula {
      let point = Point(line.x, line.y)
      let (slope, jet) = (surface.gradient(at: point), surface.jet(at: point))
      let place = "\(formula) at \(point)"
      #expect(isSame(surface.value(at: point), line.value), "\(place): \(surface.value(at: point))")
      for found in [slope, jet.gradient] {
        #expect(
          isSame(found.x, line.gradient[0]) && isSame(found.y, line.gradient[1]),
          "\(place): \(found), not \(line.gradient)")
      }
      let bend = jet.hessian
      #expect(
        isSame(bend.xx, line.hessian[0]) && isSame(bend.xy, line.hessian[1])
          && isSame(bend.xy, line.hessian[2]) && isSame(bend.yy, line.hessian[3]),
        "\(place): \(bend), not \(line.hessian)")
    }
  }

  @Test func `the base of a power may be 0 and its exponent may depend on y`() throws {
    let surface = try FormulaSurface("|x|^(y+2)+(y-1)^2", window: Window(x: -3...3, y: -3...3))
    #expect(surface.gradient(at: Point(0, 0)) == Point(0, -2))
    #expect(surface.jet(at: Point(0, 0)).gradient == Point(0, -2))
    let lanes = surface.gradient(at: Point(Lanes(repeating: 0), Lanes(repeating: 0)))
    #expect(lanes.x == Lanes(repeating: 0) && lanes.y == Lanes(repeating: -2))
    // A car that starts there drives on.
    let car = Car(name: "gd", rule: try #require(Catalog.optimizer(named: "gd")).withRate(0.1))
    var race = Race(surface: surface, cars: [car], start: Point(0, 0), seed: 1)
    for _ in 0..<100 { race.step() }
    #expect(race.drivers[0].crash == nil && abs(race.drivers[0].position.y - 1) < 1e-6)
  }

  @Test func `a bend that is 0 by the shape of a formula stays 0 beside an infinite one`() throws {
    for formula in ["sqrt(x)+3y", "1/x^2+3y", "x^0.5*2+y", "log(x)+y"] {
      let surface = try FormulaSurface(formula, window: Window(x: -3...3, y: -3...3))
      let bend = surface.jet(at: Point(0, 2)).hessian
      #expect(bend.yy == 0 && bend.xy == 0, "\(formula): \(bend)")
    }
    let root = try FormulaSurface("sqrt(x)", window: Window(x: -3...3, y: -3...3))
    #expect(root.jet(at: Point(0, 1)).hessian.xx == -.infinity)
  }
}
