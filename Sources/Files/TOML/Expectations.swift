import Descent
import Drawing
import TOML
import Texts

// The forms of what stands in lesson files alone.

extension Form<Bool> {
  static var flag: Form {
    Form(.expectedFlag) { $0.flag }
  }
}

extension Form<Int> {
  /// A step that comes after another.
  static func step(after step: Int) -> Form {
    Form(.init(.expectedStepAfter, ["least": "\(step + 1)", "most": "\(Lesson.lastStep)"])) {
      node throws(Misfit) in
      guard let number = node.int, number > step, number <= Lesson.lastStep else {
        throw Misfit(found: node.shown)
      }
      return number
    }
  }
}

extension Form<[Double]> {
  /// Finite numbers, so many.
  fileprivate static func numbers(_ count: Int, _ expected: Text) -> Form {
    Form(expected) { node in
      let numbers = (node.list ?? []).compactMap(\.double)
      return numbers.count == count && node.list?.count == count && numbers.allSatisfy(\.isFinite)
        ? numbers : nil
    }
  }
}

extension Form<Point<Double>> {
  static var place: Form {
    let numbers = Form<[Double]>.numbers(2, .expectedPlace)
    return Form(numbers.expected) { node throws(Misfit) in
      let numbers = try numbers.read(node)
      return Point(numbers[0], numbers[1])
    }
  }
}

extension Form<PlaneRect> {
  static var window: Form { sides(.expectedWindow) { _ in true } }

  /// The extent of a grid.
  static var extent: Form { sides(.expectedExtent, \.holdsAGrid) }

  private static func sides(_ expected: Text, _ fits: @escaping (PlaneRect) -> Bool) -> Form {
    let numbers = Form<[Double]>.numbers(4, expected)
    return Form(numbers.expected) { node throws(Misfit) in
      guard let rect = PlaneRect(sides: try numbers.read(node)), fits(rect) else {
        throw Misfit(found: node.shown)
      }
      return rect
    }
  }
}

extension Form<Double> {
  /// Degrees of a turn.
  static var degrees: Form {
    Form(.expectedDegrees) { $0.double.flatMap { 0...90 ~= $0 ? $0 : nil } }
  }

  /// A factor of heights.
  static var scale: Form {
    Form(.expectedScale) { $0.double.flatMap { $0 > 0 && $0.isFinite ? $0 : nil } }
  }

  /// σ.
  static var noise: Form {
    Form(.expectedNoise) { $0.double.flatMap { $0 >= 0 && $0.isFinite ? $0 : nil } }
  }
}

extension Form<String> {
  /// A view of the race, or the family tree.
  static var view: Form {
    word(MapView.allCases.map(\.rawValue))
  }
}

extension Form<Claim> {
  static func claim(of cars: [String]) -> Form {
    Form(.init(.expectedClaim)) { node throws(Misfit) in
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
    let form = Form<Int>(expected) { node in
      guard let list = node.list, list.allSatisfy({ $0.table != nil }), list.count >= count else {
        return nil
      }
      return list.count
    }
    // Asked for, a list of tables would count as known with all that is in it.
    let found = peek(key, form, isRequired: count > 0) ?? 0
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
