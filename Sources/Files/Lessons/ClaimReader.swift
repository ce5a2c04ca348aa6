import Descent

/// Why a line is no claim.
package struct ClaimError: Error, Hashable, Sendable {
  /// The word where reading stopped; empty at the end of the line.
  package var found: String
  package var expected: Expected

  package enum Expected: Hashable, Sendable {
    /// One of these words.
    case words([String])
    case step, place
    case numberOrQuantity
    case end
  }
}

extension Claim {
  /// - Parameters:
  ///   - text: such as `distance of momentum to (3, 2) at 60 < 0.2`.
  ///   - cars: the names of the race's cars.
  package init(_ text: String, cars: [String]) throws(ClaimError) {
    var reader = ClaimReader(text, cars: cars)
    self.text = text
    left = try reader.term()
    relation = try reader.relation()
    right = try reader.side(of: left.quantity)
    try reader.end()
  }
}

/// Reads a claim word by word.
private struct ClaimReader {
  private var words: ArraySlice<String>
  private let cars: [String]

  init(_ text: String, cars: [String]) {
    words = Self.words(of: text)[...]
    self.cars = cars
  }

  /// Relations, `*`, brackets and commas are words of their own.
  private static func words(of text: String) -> [String] {
    var words: [String] = []
    var open = ""
    func close() {
      if !open.isEmpty { words.append(open) }
      open = ""
    }
    for character in text {
      if character.isWhitespace {
        close()
      } else if "<>=~*(),".contains(character) {
        close()
        words.append(String(character))
      } else {
        open.append(character)
      }
    }
    close()
    return words
  }

  mutating func term() throws(ClaimError) -> Claim.Term {
    let quantity = try quantity()
    try skip("of")
    guard let car = words.first, cars.contains(car) else { throw wrong(.words(cars)) }
    words = words.dropFirst()
    var term = Claim.Term(quantity: quantity, car: car)
    if quantity == .distance, words.first == "to" {
      words = words.dropFirst()
      term.place = try place()
    }
    if words.first == "at" {
      words = words.dropFirst()
      guard let step = words.first.flatMap({ Int($0) }), 0...Lesson.lastStep ~= step else {
        throw wrong(.step)
      }
      words = words.dropFirst()
      term.step = step
    }
    return term
  }

  mutating func relation() throws(ClaimError) -> Claim.Relation {
    guard let relation = words.first.flatMap(Claim.Relation.init) else {
      throw wrong(.words(Claim.Relation.allCases.map(\.rawValue)))
    }
    words = words.dropFirst()
    return relation
  }

  /// - Parameter quantity: what it is compared with.
  mutating func side(of quantity: Claim.Quantity) throws(ClaimError) -> Claim.Side {
    if words.first == "never" {
      guard quantity == .crash || quantity == .arrival else { throw wrong(.numberOrQuantity) }
      words = words.dropFirst()
      return .never
    }
    guard let number = number() else {
      guard words.first.flatMap(Claim.Quantity.init) != nil else { throw wrong(.numberOrQuantity) }
      return .term(factor: 1, try term())
    }
    words = words.dropFirst()
    guard words.first == "*" else { return .number(number) }
    words = words.dropFirst()
    return .term(factor: number, try term())
  }

  func end() throws(ClaimError) { if !words.isEmpty { throw wrong(.end) } }

  private mutating func quantity() throws(ClaimError) -> Claim.Quantity {
    guard let quantity = words.first.flatMap(Claim.Quantity.init) else {
      throw wrong(.words(Claim.Quantity.allCases.map(\.rawValue)))
    }
    words = words.dropFirst()
    return quantity
  }

  /// `(3.58, -1.85)`.
  private mutating func place() throws(ClaimError) -> Point<Double> {
    var numbers: [Double] = []
    for part in ["(", "", ",", "", ")"] {
      if part.isEmpty, let number = number() {
        numbers.append(number)
      } else if words.first != part || part.isEmpty {
        throw wrong(.place)
      }
      words = words.dropFirst()
    }
    return Point(numbers[0], numbers[1])
  }

  private mutating func skip(_ word: String) throws(ClaimError) {
    guard words.first == word else { throw wrong(.words([word])) }
    words = words.dropFirst()
  }

  private func number() -> Double? {
    words.first.flatMap { DecimalNumber.value(of: $0) }.flatMap { $0.isFinite ? $0 : nil }
  }

  private func wrong(_ expected: ClaimError.Expected) -> ClaimError {
    ClaimError(found: words.first ?? "", expected: expected)
  }
}
