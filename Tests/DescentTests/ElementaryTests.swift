import Descent
import Foundation
import Testing

/// The elementary functions against true values (see `Fixtures/elementary.py`).
@Suite struct ElementaryTests {
  struct Sample: Sendable {
    var function: String
    var arguments: [Double]
    /// The double nearest to the true value, and the rest in units of its last place.
    var nearest: Double
    var rest: Double

    init?(_ line: Substring) {
      let words = line.split(separator: " ")
      guard words.count >= 4, let rest = Double(words[words.count - 1]) else { return nil }
      let numbers = words[1..<words.count - 1].compactMap { UInt64($0, radix: 16) }
        .map(Double.init(bitPattern:))
      function = String(words[0])
      (arguments, nearest, self.rest) = (Array(numbers.dropLast()), numbers.last ?? .nan, rest)
    }

    /// How far a number is from the true value, in units of its last place.
    func error(of found: Double) -> Double {
      let unit = nearest.isZero ? Double.leastNonzeroMagnitude : nearest.ulp
      return abs((found - nearest) / unit - rest)
    }
  }

  static let samples: [String: [Sample]] = {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "Fixtures/elementary.txt")
    let text = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
    return Dictionary(grouping: text.split(separator: "\n").compactMap(Sample.init), by: \.function)
  }()

  private static func value<L: Lane>(_ name: String, _ arguments: [L]) -> L? {
    if let function = Function(rawValue: name) { return L.apply(function, to: arguments[0]) }
    return BinaryFunction(rawValue: name).map { L.apply($0, arguments[0], arguments[1]) }
  }

  @Test func `every function that rounds has its samples`() {
    let exact: Set<Function> = [.sqrt, .abs, .sign, .floor, .relu]
    let names =
      Function.allCases.filter { !exact.contains($0) }.map(\.rawValue)
      + BinaryFunction.allCases.filter { $0 != .min && $0 != .max }.map(\.rawValue)
    #expect(Set(names) == Set(Self.samples.keys))
    #expect(Self.samples.values.allSatisfy { $0.count >= 400 })
  }

  @Test(arguments: samples.keys.sorted())
  func `it is within one unit of the last place`(function: String) throws {
    var worst = 0.0
    for sample in Self.samples[function] ?? [] {
      let found = try #require(Self.value(function, sample.arguments))
      worst = max(worst, sample.error(of: found))
      #expect(sample.error(of: found) <= 1, "\(function) of \(sample.arguments) is \(found)")
    }
    // A comparison that could not fail would find no error at all.
    #expect(worst > 0.4, "\(worst)")
  }

  @Test(arguments: samples.keys.sorted())
  func `eight lanes are eight single numbers, whatever lies beside`(function: String) throws {
    let wild = [
      0.0, -0.0, 1e300, -Double.leastNonzeroMagnitude, .infinity, -.infinity, .nan, 3e7, 0.7,
    ]
    for (index, sample) in (Self.samples[function] ?? []).enumerated() {
      let lane = index % 8
      let lanes = sample.arguments.map { argument in
        var lanes = Lanes((0..<8).map { wild[(index + $0) % wild.count] })
        lanes[lane] = argument
        return lanes
      }
      let eight = try #require(Self.value(function, lanes))
      for other in 0..<8 {
        let one = try #require(Self.value(function, lanes.map { $0[other] }))
        #expect(
          eight[other].bitPattern == one.bitPattern || eight[other].isNaN && one.isNaN,
          "\(function) of \(lanes.map { $0[other] })")
      }
    }
  }

  @Test func `special values are those of IEEE 754`() {
    func one(_ function: Function, _ x: Double) -> String { "\(Double.apply(function, to: x))" }
    func two(_ function: BinaryFunction, _ a: Double, _ b: Double) -> String {
      "\(Double.apply(function, a, b))"
    }
    let (inf, nan) = (Double.infinity, Double.nan)
    for odd: Function in [.sin, .tan, .asin, .atan, .sinh, .tanh, .cbrt] {
      #expect(one(odd, 0) == "0.0" && one(odd, -0.0) == "-0.0", "\(odd)")
    }
    for function in Function.allCases where function != .relu && function != .sign {
      #expect(one(function, nan).hasSuffix("nan"), "\(function)")
    }
    for function: Function in [.sin, .cos, .tan] {
      #expect(one(function, inf) == "nan" && one(function, -inf) == "nan")
    }
    #expect(one(.exp, inf) == "inf" && one(.exp, -inf) == "0.0" && one(.exp, 0) == "1.0")
    #expect(one(.exp, 709.79) == "inf" && one(.exp, -746) == "0.0" && one(.exp, -1e300) == "0.0")
    for log: Function in [.log, .log2, .log10] {
      #expect(one(log, 0) == "-inf" && one(log, -0.0) == "-inf" && one(log, 1) == "0.0")
      #expect(one(log, inf) == "inf" && one(log, -1).hasSuffix("nan"))
    }
    #expect(one(.log2, 8) == "3.0" && one(.log10, 1000) == "3.0" && one(.cbrt, -27) == "-3.0")
    #expect(one(.asin, 1.1).hasSuffix("nan") && one(.acos, -1.1).hasSuffix("nan"))
    #expect(one(.acos, 1) == "0.0" && one(.tanh, inf) == "1.0" && one(.tanh, -inf) == "-1.0")
    #expect(one(.sinh, -inf) == "-inf" && one(.cosh, -inf) == "inf")
    #expect(one(.sigmoid, -inf) == "0.0" && one(.softplus, inf) == "inf")
    #expect(two(.atan2, 0, -1) == "\(Double.pi)" && two(.atan2, -0.0, -1) == "\(-Double.pi)")
    #expect(two(.atan2, 0, 1) == "0.0" && two(.atan2, -0.0, 1) == "-0.0")
    #expect(two(.atan2, inf, inf) == "\(Double.pi / 4)" && two(.atan2, 1, -inf) == "\(Double.pi)")
    #expect(two(.hypot, inf, nan) == "inf" && two(.hypot, 3, -4) == "5.0")
    #expect(two(.hypot, 1e308, 1e308) == "1.4142135623730951e+308")
    #expect(two(.power, nan, 0) == "1.0" && two(.power, 1, nan) == "1.0")
    #expect(two(.power, 0, -3) == "inf" && two(.power, -0.0, -3) == "-inf")
    #expect(two(.power, -0.0, 3) == "-0.0" && two(.power, -0.0, 2) == "0.0")
    #expect(two(.power, -2, 3) == "-8.0" && two(.power, -8, 1 / 3.0).hasSuffix("nan"))
    #expect(two(.power, -1, inf) == "1.0" && two(.power, 0.5, inf) == "0.0")
    #expect(two(.power, 2, 1023) == "\(0x1p1023)" && two(.power, 2, 1024) == "inf")
    #expect(
      two(.power, 10, 15) == "\(1e15)" && two(.power, 2, -1074) == "\(Double.leastNonzeroMagnitude)"
    )
  }
}
