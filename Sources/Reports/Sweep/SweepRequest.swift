package import Descent
import Drawing
package import Files
import Texts

/// A sweep in the words of the command line.
package struct SweepRequest: Sendable {
  /// `lr=1e-4:1:64:log` (from, to, how many), `lr=0.1,0.2,0.5`, or one number.
  package var axes: [String] = []
  /// `4x4`: a lattice over the window; `nil` for the start of the race.
  package var starts: String?
  /// `3/64`: the third of 64 parts.
  package var shard: String?
  package var steps = Trial.standardSteps

  package init() {}

  /// Rows that a sweep may have: enough for weeks.
  private static let limit = 1_000_000_000
  /// Values that one axis may have.
  private static let axisLimit = 1_000_000

  /// - Parameter setup: the surface, its first car and where it starts.
  package func sweep(of setup: RaceSetup) throws(Fault) -> Sweep {
    let car = setup.cars[0]
    // What is wrong with a flag that was given comes before one that was not.
    _ = try part()
    guard !axes.isEmpty else {
      throw Fault(
        .flag("--axis"), .errorMissingValue, ["option": "--axis", "expected": "lr=1e-4:1:64:log"])
    }
    var axes: [Sweep.Axis] = []
    for text in self.axes { axes.append(try Self.axis(text, of: car)) }
    let starts = try points(of: setup)
    let combinations = axes.map { Double($0.values.count) }.reduce(1, *)
    let rows = combinations * Double(starts.count)
    guard rows <= Double(Self.limit) else {
      throw Fault(
        .flag("--axis"), .errorTooManyRows,
        [
          "combinations": NumberText.fixed(combinations, decimals: 0), "starts": "\(starts.count)",
          "found": NumberText.fixed(rows, decimals: 0), "limit": "\(Self.limit)",
        ])
    }
    return Sweep(
      of: car, on: setup.surface, axes: axes, starts: starts, steps: steps, seed: setup.seed)
  }

  private func points(of setup: RaceSetup) throws(Fault) -> [Point<Double>] {
    guard let starts else { return [setup.start] }
    let sides = starts.lowercased().split(separator: "x", omittingEmptySubsequences: false)
      .map { Int($0) ?? 0 }
    guard sides.count == 2, sides.allSatisfy({ (1...1000).contains($0) }) else {
      throw Fault(.flag("--starts"), .wrong(found: starts, .init(.expectedLattice)))
    }
    return setup.surface.about.window.lattice(columns: sides[0], rows: sides[1])
  }

  private static func axis(_ text: String, of car: Car) throws(Fault) -> Sweep.Axis {
    let pair = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    guard pair.count == 2 else {
      throw Fault(.flag("--axis"), .errorNotASetting, ["found": text], car: car.name)
    }
    let (name, range) = (kebabCase(String(pair[0])), String(pair[1]))
    let flag = "--\(name)"
    let axis = try axis(name, range, flag)
    // The first and the last are the furthest out, but a list may have any order.
    for value in axis.values {
      var rule = car.rule
      do throws(SettingError) { try rule.set(name, to: "\(value)") } catch {
        var fault = Fault(error)
        fault.car = car.name
        throw fault
      }
    }
    guard car.rule.number(name) != nil else {
      throw Fault(.flag(flag), .wrong(found: range, .init(.expectedAxis)))
    }
    return axis
  }

  private static func axis(
    _ name: String, _ range: String, _ flag: String
  ) throws(Fault) -> Sweep.Axis {
    let bad = Fault(.flag(flag), .wrong(found: range, .init(.expectedAxis)))
    func number(_ text: some StringProtocol) throws(Fault) -> Double {
      guard let number = DecimalNumber.value(of: String(text).trimmed), number.isFinite else {
        throw bad
      }
      return number
    }
    let parts = range.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count > 1 else {
      var values: [Double] = []
      for part in range.split(separator: ",", omittingEmptySubsequences: false) {
        values.append(try number(part))
      }
      return Sweep.Axis(name, values)
    }
    let isLogarithmic = parts.count == 4 && parts[3].lowercased() == "log"
    guard parts.count == 3 || isLogarithmic, parts[2].isWholeNumber else { throw bad }
    let (first, last) = (try number(parts[0]), try number(parts[1]))
    guard !isLogarithmic || first > 0 && last > 0 else { throw bad }
    guard let count = Int(parts[2]), count <= axisLimit else {
      let example = (parts[..<2] + ["64"] + parts[3...]).joined(separator: ":")
      throw Fault(
        .flag(flag), .errorTooManyValues,
        [
          "flag": flag, "found": range, "count": String(parts[2]), "limit": "\(axisLimit)",
          "example": example,
        ])
    }
    guard count > 0 else { throw bad }
    return Sweep.Axis(name, from: first, to: last, count: count, isLogarithmic: isLogarithmic)
  }

  /// Which part of how many.
  package func part() throws(Fault) -> (index: Int, count: Int) {
    guard let shard else { return (0, 1) }
    let numbers = shard.split(separator: "/", omittingEmptySubsequences: false)
      .map { Int($0) ?? 0 }
    guard numbers.count == 2, numbers[1] >= 1, (1...numbers[1]).contains(numbers[0]) else {
      throw Fault(.flag("--shard"), .wrong(found: shard, .init(.expectedShard)))
    }
    return (numbers[0] - 1, numbers[1])
  }
}
