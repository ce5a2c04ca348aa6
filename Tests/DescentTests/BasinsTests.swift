import Descent
import Testing

@Suite struct BasinsTests {
  private func rule(_ name: String, _ rate: Double) throws -> any Optimizer {
    try #require(Catalog.optimizer(named: name)).withRate(rate)
  }

  private func basins(
    of rule: any Optimizer, on surface: any Surface, columns: Int, rows: Int, steps: Int
  ) -> Basins {
    let trial = Trial(of: Car(name: "car", rule: rule), on: surface, steps: steps, seed: 7)
    var basins = Basins(
      of: trial, window: surface.about.window, columns: columns, rows: rows)
    // In any order: here as the picture becomes finer.
    let order = basins.order
    basins.note(order, trial.outcomes(from: order.map { basins.starts[$0] }))
    return basins
  }

  @Test func `each cell is what one particle does from its middle`() throws {
    let surface = try #require(Catalog.surface(named: "himmelblau"))
    let reach = Trial.reach(on: surface)
    for name in ["gd", "adam", "nelder-mead"] {
      let rule = try rule(name, name == "gd" ? 0.004 : 0.1)
      let basins = basins(of: rule, on: surface, columns: 13, rows: 5, steps: 200)
      #expect(basins.isComplete && basins.cells.count == 65)
      for row in 0..<5 {
        for column in 0..<13 {
          let start = basins.starts[row * 13 + column]
          var particle = rule.particle(at: start)
          func near() -> Int? {
            basins.minima.firstIndex {
              particle.position.offset(from: $0.position).length < reach
            }
          }
          var (held, since) = (near(), 0)
          for step in 1...200 {
            var objective = Objective<Double>(surface)
            particle.step(on: &objective)
            if near() != held { (held, since) = (near(), step) }
          }
          let cell = try #require(basins[column, row])
          if !particle.position.isFinite {
            #expect(cell.end.isLost)
          } else if let held {
            #expect(cell == Basins.Cell(end: .minimum(held), steps: since))
          } else {
            #expect(cell.end == .elsewhere || cell.end == .left)
          }
        }
      }
    }
  }

  /// Far from the boundaries gradient descent with a small rate ends where the gradient flow does.
  @Test func `Himmelblau's basins under GD are those of the gradient flow, away from their edges`()
    throws
  {
    let surface = try #require(Catalog.surface(named: "himmelblau"))
    let basins = basins(
      of: try rule("gd", 0.003), on: surface, columns: 24, rows: 24, steps: 1500)
    let reach = Trial.reach(on: surface)
    func flow(from start: Point<Double>) -> Int? {
      var place = start
      // Runge and Kutta's fourth-order steps, far shorter than the rate.
      let h = 0.0005
      func slope(_ at: Point<Double>) -> Point<Double> { surface.gradient(at: at) }
      func moved(_ by: Point<Double>, _ factor: Double) -> Point<Double> {
        Point(place.x - factor * by.x, place.y - factor * by.y)
      }
      for _ in 0..<8000 {
        let k1 = slope(place)
        let k2 = slope(moved(k1, h / 2))
        let k3 = slope(moved(k2, h / 2))
        let k4 = slope(moved(k3, h))
        place = Point(
          place.x - h / 6 * (k1.x + 2 * k2.x + 2 * k3.x + k4.x),
          place.y - h / 6 * (k1.y + 2 * k2.y + 2 * k3.y + k4.y))
      }
      return basins.minima.firstIndex { place.offset(from: $0.position).length < reach }
    }
    var compared = 0
    for row in 1..<23 {
      for column in 1..<23 {
        let around = [(0, 0), (1, 0), (-1, 0), (0, 1), (0, -1)].map {
          basins[column + $0.0, row + $0.1]?.end
        }
        // A neighbour of another basin: too near to a boundary.
        guard Set(around).count == 1, case .minimum(let index)? = around[0] else { continue }
        let start = basins.starts[row * 24 + column]
        #expect(flow(from: start) == index, "from \(start)")
        compared += 1
      }
    }
    #expect(compared > 200, "\(compared)")
  }

  @Test func `what diverges and what does not arrive is told apart`() throws {
    let bowl = try #require(Catalog.surface(named: "bowl"))
    func ends(_ rate: Double, _ steps: Int) throws -> Set<Trial.End> {
      let basins = basins(
        of: try rule("gd", rate), on: bowl, columns: 9, rows: 3, steps: steps)
      return Set(basins.cells.compactMap { $0?.end })
    }
    #expect(try ends(0.5, 1) == [.minimum(0)])
    #expect(try ends(3, 2000).subtracting([.minimum(0)]) == [.left])
    #expect(try ends(3, 20).subtracting([.minimum(0)]) == [.left])
    #expect(try ends(1e-6, 3).contains(.elsewhere))
  }

  @Test func `leaving, overflowing and coming where nothing is defined are three ends`() throws {
    func ends(_ formula: String, _ name: String, _ rate: Double) throws -> Set<Trial.End> {
      let surface = try FormulaSurface(formula, window: Window(x: -2...2, y: -2...2))
      let basins = basins(
        of: try rule(name, rate), on: surface, columns: 9, rows: 3, steps: 300)
      return Set(basins.cells.compactMap { $0?.end })
    }
    // Where x ≤ 0 there is no root to begin with.
    #expect(try ends("sqrt(x)+y^2", "gd", 0.3) == [.undefined])
    #expect(try ends("x^2+y^2", "gd", 1.1).subtracting([.minimum(0)]) == [.left])
    #expect(try ends("x^2+y^2", "adam", 1e200).subtracting([.minimum(0)]) == [.overflowed])
  }
}
