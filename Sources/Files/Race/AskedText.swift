package import Descent
package import Drawing
import Texts

// Values of the command line, read from their texts.

extension Asked {
  /// A value from its text; what is not one blames the flag.
  fileprivate init(
    _ text: String, _ flag: String, _ expected: Text, _ read: (String) -> Value?
  ) throws(Fault) {
    guard let value = read(text) else {
      throw Fault(.flag(flag), .wrong(found: text, .init(expected)))
    }
    self.init(value, from: .flag(flag))
  }
}

extension Asked<Point<Double>> {
  /// `x,y`, two finite numbers.
  package init(point text: String, flag: String) throws(Fault) {
    try self.init(text, flag, .expectedPoint) { text in
      numbers(in: text, count: 2).map { Point($0[0], $0[1]) }
    }
  }
}

extension Asked<PlaneRect> {
  /// `x0,x1,y0,y1`, each pair in order.
  package init(window text: String, flag: String) throws(Fault) {
    try self.init(text, flag, .expectedSides) { text in
      numbers(in: text, count: 4).flatMap(PlaneRect.init(sides:))
    }
  }

  /// The same, and wide enough for a grid.
  package init(extent text: String, flag: String) throws(Fault) {
    try self.init(text, flag, .expectedExtent) { text in
      numbers(in: text, count: 4).flatMap(PlaneRect.init(sides:)).flatMap {
        $0.holdsAGrid ? $0 : nil
      }
    }
  }
}

extension Asked<Double> {
  /// Degrees of a turn, 0 … 90.
  package init(degrees text: String, flag: String) throws(Fault) {
    try self.init(text, flag, .expectedDegrees) { text in
      DecimalNumber.value(of: text).flatMap { 0...90 ~= $0 ? $0 : nil }
    }
  }

  /// A factor of heights, finite and above 0.
  package init(scale text: String, flag: String) throws(Fault) {
    try self.init(text, flag, .expectedScale) { text in
      DecimalNumber.value(of: text).flatMap { $0 > 0 && $0.isFinite ? $0 : nil }
    }
  }

  /// σ of a noise, finite and not below 0.
  package init(noise text: String, flag: String) throws(Fault) {
    try self.init(text, flag, .expectedNoise) { text in
      DecimalNumber.value(of: text).flatMap { $0 >= 0 && $0.isFinite ? $0 : nil }
    }
  }
}

/// Finite numbers between commas; `nil` if they are not so many.
private func numbers(in text: String, count: Int) -> [Double]? {
  let numbers = text.split(separator: ",", omittingEmptySubsequences: false)
    .compactMap { DecimalNumber.value(of: String($0).trimmed) }.filter(\.isFinite)
  return numbers.count == count && text.count(where: { $0 == "," }) == count - 1 ? numbers : nil
}

extension PlaneRect {
  /// - Parameter sides: x0, x1, y0, y1; `nil` unless each pair is in order.
  init?(sides: [Double]) {
    guard sides[0] < sides[1], sides[2] < sides[3] else { return nil }
    self.init(minX: sides[0], maxX: sides[1], minY: sides[2], maxY: sides[3])
  }

  /// Whether there is room for a million samples between two sides.
  var holdsAGrid: Bool {
    func isWide(_ low: Double, _ high: Double) -> Bool {
      (high - low).isFinite && (high - low) / 1e6 > max(abs(low), abs(high)).ulp
    }
    return isWide(minX, maxX) && isWide(minY, maxY)
  }
}

extension Window {
  package init(_ rect: PlaneRect) {
    self.init(x: rect.minX...rect.maxX, y: rect.minY...rect.maxY)
  }
}
