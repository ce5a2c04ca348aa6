import Descent

/// Prints where every rule of the catalogue comes to on every surface, in hexadecimal digits of the
/// numbers' bits: with the exact slope, eight starts at once, and with noise, one start after
/// another. Programs for different processors must print the same bytes.
@main enum Bits {
  static func main() {
    for surface in Catalog.surfaces {
      let starts = surface.about.window.lattice(columns: 4, rows: 4)
      for rule in Catalog.optimizers {
        for noise in [0, 0.1] {
          let name = rule.about.name
          let car = Car(name: name, rule: rule, sampling: Sampling(noise: noise))
          let trial = Trial(of: car, on: surface, steps: 60, seed: 1)
          let ends = trial.outcomes(from: starts).map { outcome in
            [outcome.position.x, outcome.position.y, outcome.loss, outcome.turns].map(digits)
              .joined(separator: " ") + " \(outcome.steps) \(outcome.end)"
          }
          for end in ends { print(surface.about.name, name, noise, end) }
        }
      }
    }
  }

  /// What a NaN carries besides is no number's business.
  private static func digits(_ number: Double) -> String {
    number.isNaN ? "nan" : String(number.bitPattern, radix: 16)
  }
}
