import Descent
import Drawing
import TOML
import Texts

extension Expectation<Bool> {
  /// True or false.
  package static var flag: Expectation {
    Expectation(.expectedFlag) { $0.flag }
  }
}

// The expectations of what stands in lesson files alone.

extension Expectation<Int> {
  /// A step that comes after another.
  static func step(after step: Int) -> Expectation {
    Expectation(.init(.expectedStepAfter, ["least": "\(step + 1)", "most": "\(Lesson.lastStep)"])) {
      node throws(Misfit) in
      guard let number = node.int, number > step, number <= Lesson.lastStep else {
        throw Misfit(found: node.shown)
      }
      return number
    }
  }
}

extension Expectation<[Double]> {
  /// Finite numbers, so many.
  fileprivate static func numbers(_ count: Int, _ expected: Text) -> Expectation {
    Expectation(expected) { node in
      let numbers = (node.list ?? []).compactMap(\.double)
      return numbers.count == count && node.list?.count == count && numbers.allSatisfy(\.isFinite)
        ? numbers : nil
    }
  }
}

extension Expectation<Point<Double>> {
  static var place: Expectation {
    let numbers = Expectation<[Double]>.numbers(2, .expectedPlace)
    return Expectation(numbers.expected) { node throws(Misfit) in
      let numbers = try numbers.read(node)
      return Point(numbers[0], numbers[1])
    }
  }
}

extension Expectation<PlaneRect> {
  static var window: Expectation { sides(.expectedWindow) { _ in true } }

  /// The extent of a grid.
  static var extent: Expectation { sides(.expectedExtent, \.holdsAGrid) }

  private static func sides(_ expected: Text, _ fits: @escaping (PlaneRect) -> Bool) -> Expectation
  {
    let numbers = Expectation<[Double]>.numbers(4, expected)
    return Expectation(numbers.expected) { node throws(Misfit) in
      guard let rect = PlaneRect(sides: try numbers.read(node)), fits(rect) else {
        throw Misfit(found: node.shown)
      }
      return rect
    }
  }
}

extension Expectation<Double> {
  /// Degrees of a turn.
  static var degrees: Expectation {
    Expectation(.expectedDegrees) { $0.double.flatMap { 0...90 ~= $0 ? $0 : nil } }
  }

  /// A factor of heights.
  static var scale: Expectation {
    Expectation(.expectedScale) { $0.double.flatMap { $0 > 0 && $0.isFinite ? $0 : nil } }
  }

  /// σ.
  static var noise: Expectation {
    Expectation(.expectedNoise) { $0.double.flatMap { $0 >= 0 && $0.isFinite ? $0 : nil } }
  }
}

extension Expectation<String> {
  /// A view of the race, or the family tree.
  static var view: Expectation {
    word(MapView.allCases.map(\.rawValue))
  }
}

extension Expectation<Claim> {
  static func claim(of cars: [String]) -> Expectation {
    Expectation(.init(.expectedClaim)) { node throws(Misfit) in
      guard let text = node.string else { throw Misfit(found: node.shown) }
      do throws(ClaimError) { return try Claim(text, cars: cars) } catch {
        var misfit = Misfit(found: error.found.isEmpty ? node.shown : "\"\(error.found)\"")
        misfit.expected = error.fileExpected
        throw misfit
      }
    }
  }
}

extension ClaimError {
  fileprivate var fileExpected: Fault.Expected {
    switch expected {
    case .words(let words): .oneOf(words)
    case .step: .init(.expectedStepAfter, ["least": "0", "most": "\(Lesson.lastStep)"])
    case .place: .init(.expectedClaimPlace)
    case .numberOrQuantity:
      .init(.expectedClaimSide, names: Claim.Quantity.allCases.map(\.rawValue))
    case .end: .init(.expectedClaimEnd)
    }
  }
}

extension TableReader {
  /// The keys of a list of tables, `page[1]` and so on; notes what is not one, or is too short.
  mutating func elements(_ key: String, _ expected: Text, atLeast count: Int = 0) -> [String] {
    let expectation = Expectation<Int>(expected) { node in
      guard let list = node.list, list.allSatisfy({ $0.table != nil }), list.count >= count else {
        return nil
      }
      return list.count
    }
    // Asked for, a list of tables would count as known with all that is in it.
    let found = peek(key, expectation, isRequired: count > 0) ?? 0
    return (0..<found).map { "\(key)[\($0 + 1)]" }
  }

  /// The race of a table such as `race`.
  mutating func race(_ key: String) -> RaceSetup? {
    let noted = errors.count
    let request = raceRequest("\(key).")
    guard errors.count == noted else { return nil }
    do throws(Fault) { return try RaceSetup(request) } catch {
      note(placed(error, at: key))
      return nil
    }
  }

  /// A car of its own, as in a race's list.
  mutating func car(_ key: String, on surface: any Surface) -> Car? {
    guard let spec = asked(key, .text) else { return nil }
    do throws(Fault) {
      return try CarSpec.cars(of: [CarSpec(spec.value, from: spec.origin)], on: surface).first
    } catch {
      note(error)
      return nil
    }
  }

  /// A fault of what nobody said stands where the rest is said.
  private func placed(_ fault: Fault, at key: String) -> Fault {
    guard fault.origin == .standard else { return fault }
    var fault = fault
    fault.origin = origin(of: key)
    return fault
  }
}

extension Expectation<PathColumns> {
  /// The columns of a recorded path.
  static var pathColumns: Expectation {
    Expectation(.expectedPathColumns) { $0.string.flatMap(PathColumns.init) }
  }
}
