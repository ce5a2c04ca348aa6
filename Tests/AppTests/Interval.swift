/// Every number that a written one may stand for: rounding is half a unit of its last digit.
struct Interval {
  var low: Double
  var high: Double

  init(_ low: Double, _ high: Double) { (self.low, self.high) = (low, high) }

  /// - Parameter isExact: whether the text is a setting, not a rounded measurement.
  init?(text: String, isExact: Bool) {
    guard let number = Double(text) else { return nil }
    let mantissa = text.prefix { $0 != "e" }
    let decimals = mantissa.split(separator: ".").dropFirst().first?.count ?? 0
    var unit = 1.0
    for _ in 0..<decimals { unit /= 10 }
    let exponent = text.split(separator: "e").dropFirst().first.flatMap { Int($0) } ?? 0
    for _ in 0..<abs(exponent) { unit = exponent > 0 ? unit * 10 : unit / 10 }
    // A hair for the arithmetic of the rule itself.
    let half = (isExact ? 0 : 0.5000001 * unit) + number.magnitude * 1e-12
    self.init(number - half, number + half)
  }

  static func + (a: Interval, b: Interval) -> Interval { Interval(a.low + b.low, a.high + b.high) }
  static func - (a: Interval, b: Interval) -> Interval { Interval(a.low - b.high, a.high - b.low) }

  static func * (a: Interval, b: Interval) -> Interval {
    let all = [a.low * b.low, a.low * b.high, a.high * b.low, a.high * b.high]
    return Interval(all.min()!, all.max()!)
  }

  static func / (a: Interval, b: Interval) -> Interval {
    guard b.low > 0 || b.high < 0 else { return Interval(-.infinity, .infinity) }
    return a * Interval(1 / b.high, 1 / b.low)
  }

  var root: Interval { Interval(max(0, low).squareRoot(), max(0, high).squareRoot()) }

  var square: Interval {
    let all = self * self
    return low <= 0 && high >= 0 ? Interval(0, all.high) : all
  }

  func overlaps(_ other: Interval) -> Bool { low <= other.high && other.low <= high }
}

/// Works out a filled formula as anyone would who reads it: brackets, squares and roots, then
/// products and quotients from the left, then sums.
struct Arithmetic {
  private var words: [String]
  private let settings: Set<String>

  /// The two sides of `+0.412 = 0.9 · +0.458`; `nil` where a symbol is left.
  ///
  /// - Parameter settings: the numbers that are written out.
  static func sides(
    of equation: String, settings: Set<String>
  ) -> (left: Interval, right: Interval)? {
    let halves = equation.split(separator: "=").map(String.init)
    guard halves.count == 2 else { return nil }
    var left = Arithmetic(halves[0], settings)
    var right = Arithmetic(halves[1], settings)
    guard let one = left.sum(), let other = right.sum(), left.words.isEmpty, right.words.isEmpty
    else { return nil }
    return (one, other)
  }

  private init(_ text: String, _ settings: Set<String>) {
    var words: [String] = []
    for character in text {
      if character == " " {
        words.append("")
      } else if "()√²−·/".contains(character) {
        words += ["\(character)", ""]
      } else if words.isEmpty {
        words.append("\(character)")
      } else {
        words[words.count - 1].append(character)
      }
    }
    self.words = words.filter { !$0.isEmpty }
    self.settings = settings
  }

  private mutating func take(_ word: String) -> Bool {
    guard words.first == word else { return false }
    words.removeFirst()
    return true
  }

  private mutating func sum() -> Interval? {
    guard var total = product() else { return nil }
    while true {
      if take("+") {
        guard let next = product() else { return nil }
        total = total + next
      } else if take("−") {
        guard let next = product() else { return nil }
        total = total - next
      } else {
        return total
      }
    }
  }

  private mutating func product() -> Interval? {
    if take("−") { return product().map { Interval(0, 0) - $0 } }
    guard var total = factor() else { return nil }
    while true {
      if take("·") {
        guard let next = factor() else { return nil }
        total = total * next
      } else if take("/") {
        guard let next = factor() else { return nil }
        total = total / next
      } else {
        return total
      }
    }
  }

  private mutating func factor() -> Interval? {
    if take("√") { return factor()?.root }
    var value: Interval?
    if take("(") {
      value = sum()
      guard take(")") else { return nil }
    } else if let word = words.first {
      value = Interval(text: word, isExact: settings.contains(word) || word == "1")
      words.removeFirst()
    }
    return take("²") ? value?.square : value
  }
}
