import CLoops
import Descent
import Timing

/// Nanoseconds of a particle's step of Adam, on two surfaces and one thread, by the engine's inmost
/// loop and by a loop in C: four lines of a surface, whose loop it is, and the figure.
@main
enum Loops {
  private static let particles = 65_536
  private static let steps = 100
  private static let rate = 0.01
  /// Groups that drive side by side.
  private static let width = 4

  static func main() {
    let rule = Catalog.optimizer(named: "adam")!.withRate(rate)
    for name in ["rosenbrock", "rastrigin"] {
      let surface = Catalog.surface(named: name)!
      let seconds = Stopwatch(rounds: 5).medians([
        { drive(rule, on: surface) }, { driveInC(on: name) },
      ])
      for (whose, seconds) in zip(["engine", "C"], seconds) {
        print(name, whose, seconds / Double(particles * steps) * 1e9)
      }
    }
  }

  private static let starts = (x: places(0), y: places(1))

  /// −2…2, not on a lattice, the same every time.
  private static func places(_ axis: UInt64) -> [Double] {
    (0..<particles).map { index in
      let bits = (UInt64(index) &+ 1 &+ axis << 32) &* 0x9E37_79B9_7F4A_7C15
      return Double(bits >> 11) * 0x1p-53 * 4 - 2
    }
  }

  private static func drive(_ rule: any Optimizer, on surface: any Surface) {
    var sum = Lanes.zero
    let rules = Array(repeating: rule, count: width)
    for first in stride(from: 0, to: particles, by: 8 * width) {
      let groups = (0..<width).map { group in
        let range = first + 8 * group..<first + 8 * group + 8
        return Point(Lanes(starts.x[range]), Lanes(starts.y[range]))
      }
      var convoy = Convoy(of: rules, from: groups, on: surface, steps: steps)
      convoy.drive()
      for place in convoy.places { sum += place.x }
    }
    keep(sum)
  }

  private static func driveInC(on surface: String) {
    var (x, y) = starts
    if surface == "rosenbrock" {
      adam_rosenbrock(&x, &y, Int32(particles), Int32(steps), rate)
    } else {
      adam_rastrigin(&x, &y, Int32(particles), Int32(steps), rate)
    }
    keep(x)
  }
}
