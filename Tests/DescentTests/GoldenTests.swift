import Descent
import Foundation
import Testing

/// Reference runs of the textbook's rules, of PyTorch's and of Optax's, computed by those libraries
/// and in another language: what our rules, written once, must reproduce for one particle and for
/// eight.
@Suite struct GoldenTests {
  static let runs = try! GoldenRun.load()

  @Test func `every reference run can be driven`() {
    #expect(Self.runs.count == 930)
    #expect(Set(Self.runs.map { $0.source + $0.optimizer }).count == 40)
    #expect(Set(Self.runs.map(\.surface)).count == 17)
  }

  @Test(arguments: runs) func `one particle drives the reference run`(run: GoldenRun) throws {
    let (rule, surface) = try run.build()
    var particle = rule.particle(at: run.start)
    var path = [run.start]
    for _ in 0..<200 {
      var objective = Objective<Double>(surface)
      particle.step(on: &objective)
      path.append(particle.position)
    }
    run.expectSame(path, on: surface)
  }

  @Test(arguments: runs) func `eight lanes equal one particle bit for bit`(run: GoldenRun) throws {
    let (rule, surface) = try run.build()
    let starts = (0..<8).map { Point(run.start.x + 0.03 * Double($0), run.start.y) }
    let lanePaths = eightPaths(of: rule, from: starts, steps: 200, on: surface)
    run.expectSame(lanePaths[0], on: surface)
    for (start, lanePath) in zip(starts, lanePaths) {
      var particle = rule.particle(at: start)
      for point in lanePath {
        #expect(particle.position.x.sameBits(as: point.x))
        #expect(particle.position.y.sameBits(as: point.y))
        var objective = Objective<Double>(surface)
        particle.step(on: &objective)
      }
    }
  }
}

/// One line of `Fixtures/reference.jsonl`.
struct GoldenRun: Decodable, Sendable, CustomTestStringConvertible {
  /// "textbook", "torch 2.13.0" or "optax 0.2.8".
  var source: String
  var optimizer: String
  var surface: String
  var start: Point<Double>
  /// As the command line takes them.
  var settings: [(name: String, value: String)]
  var points: [(step: Int, position: Point<Double>, loss: Double)]
  /// What rounding alone may do to each point; `nil` where it is not finite.
  var spread: [Double?]
  var firstNonFiniteStep: Int?

  var testDescription: String { "\(source) \(optimizer) on \(surface) from \(start)" }

  private enum CodingKeys: String, CodingKey {
    case source, optimizer, surface, start, hyperparameters, points, spread
    case firstNonFiniteStep = "first_nonfinite_step"
  }

  init(from decoder: any Decoder) throws {
    let line = try decoder.container(keyedBy: CodingKeys.self)
    source = try line.decode(String.self, forKey: .source)
    optimizer = try line.decode(String.self, forKey: .optimizer)
    surface = try line.decode(String.self, forKey: .surface)
    let at = try line.decode([Double].self, forKey: .start)
    start = Point(at[0], at[1])
    settings = try line.decode([String: Scalar].self, forKey: .hyperparameters)
      .map { ($0.key, $0.value.text) }
    points = try line.decode([[Scalar]].self, forKey: .points).map { row in
      (Int(row[0].number), Point(row[1].number, row[2].number), row[3].number)
    }
    spread = try line.decode([Double?].self, forKey: .spread)
    firstNonFiniteStep = try line.decodeIfPresent(Int.self, forKey: .firstNonFiniteStep)
  }

  static func load() throws -> [GoldenRun] {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "Fixtures/reference.jsonl")
    return try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
      .map { try JSONDecoder().decode(GoldenRun.self, from: Data($0.utf8)) }
  }

  func build() throws -> (any Optimizer, any Surface) {
    var rule = try #require(Catalog.optimizer(named: optimizer))
    try rule.set("dialect", to: String(source.prefix { $0 != " " }))
    for (name, value) in settings { try rule.set(name, to: value) }
    return (rule, try #require(Catalog.surface(named: surface)))
  }

  /// Compares a path (index = step) with the reference at its tolerance.
  func expectSame(_ path: [Point<Double>], on surface: any Surface) {
    let finite = path.prefix { $0.isFinite && surface.value(at: $0).isFinite }.count
    if let firstNonFiniteStep {
      #expect(abs(finite - firstNonFiniteStep) <= 1)
    } else {
      #expect(finite == path.count)
    }
    for (point, spread) in zip(points, spread) {
      guard point.step < firstNonFiniteStep ?? .max, let spread else { break }
      let (found, expected) = (path[point.step], point.position)
      // Where rounding errors have grown so far, the run is chaotic and no one can follow it.
      guard spread <= 1e-6 * max(1, abs(expected.x)) else { break }
      let tolerance = { (x: Double) in 1e-9 * max(1, abs(x)) + 100 * spread }
      #expect(abs(found.x - expected.x) <= tolerance(expected.x), "x at step \(point.step)")
      #expect(abs(found.y - expected.y) <= tolerance(expected.y), "y at step \(point.step)")
    }
  }
}

/// A number, or a word ("inside_sqrt", "nan"), as the fixture writes both.
private enum Scalar: Decodable {
  case number(Double)
  case word(String)

  init(from decoder: any Decoder) throws {
    let value = try decoder.singleValueContainer()
    self =
      try (try? value.decode(Double.self)).map(Scalar.number) ?? .word(value.decode(String.self))
  }

  var number: Double {
    switch self {
    case .number(let number): number
    case .word(let word): Double(word)!
    }
  }

  var text: String {
    switch self {
    case .number(let number): "\(number)"
    case .word(let word): word
    }
  }
}

extension Double {
  /// Equal to the last bit, all NaN being alike.
  func sameBits(as other: Double) -> Bool {
    bitPattern == other.bitPattern || isNaN && other.isNaN
  }
}
