package import Descent

/// What a map shows of the step about to be taken, in plane units: arrows and places in the order
/// of driving.
package struct StepScene: Sendable {
  package struct Mark: Sendable {
    package var shape: Shape
    /// Where it begins, or lies.
    package var at: Point<Double>
    /// Which sub-step it belongs to, from 0.
    package var substep: Int
    package var part: Substep.Part
    /// The symbol in the formula, with a minus if the arrow points the other way.
    package var symbol: String
    /// Earlier sub-steps that drew the very same arrow.
    package var alsoOf: [Int] = []
    /// The last arrow or place of its sub-step, which the words of the sub-step belong to.
    package var speaks = false
  }

  package enum Shape: Hashable, Sendable {
    /// The place where the drawn arrow ends.
    case way(to: Point<Double>)
    /// This way, however far: the length means nothing.
    case heading(along: Point<Double>)
    case place
  }

  /// What no number can be drawn of is left out.
  package let marks: [Mark]

  package init(_ anatomy: [Substep]) {
    marks = anatomy.enumerated().flatMap { Self.marks(of: $1, number: $0) }
  }

  /// The marks of the sub-steps up to one. Where two of them are the same arrow, the later one
  /// stands for both: the new speed is the move.
  package func marks(through substep: Int) -> [Mark] {
    var shown: [Mark] = []
    for var mark in marks where mark.substep <= substep {
      let same = shown.filter { mark.covers($0) }
      mark.alsoOf = same.flatMap { $0.alsoOf + [$0.substep] }.filter { $0 != mark.substep }
      shown.removeAll { mark.covers($0) }
      shown.append(mark)
    }
    return shown
  }

  package var hasHeadings: Bool { marks.count > withoutHeadings.marks.count }

  package var withoutHeadings: StepScene {
    StepScene(
      marks: marks.filter { if case .heading = $0.shape { false } else { true } })
  }

  private init(marks: [Mark]) { self.marks = marks }

  private static func marks(of substep: Substep, number: Int) -> [Mark] {
    var marks: [Mark] = []
    for reading in substep.readings {
      guard var mark = Mark(reading, of: substep.part, number: number) else { continue }
      // In one moment, a way and what is made of it (v and γ v) point the same way; the later one
      // is what the step is made of.
      marks.removeAll { $0.isWay && mark.isWay && $0.points(as: mark) }
      mark.speaks = true
      for index in marks.indices { marks[index].speaks = false }
      marks.append(mark)
    }
    return marks
  }
}

extension StepScene.Mark {
  fileprivate init?(_ reading: Reading, of part: Substep.Part, number: Int) {
    func isSomething(_ vector: Point<Double>) -> Bool {
      vector.isFinite && (vector.x != 0 || vector.y != 0)
    }
    var vector: Point<Double>?
    switch reading.picture {
    case .way(let from, let by):
      let end = Point(from.x + by.x, from.y + by.y)
      guard isSomething(by), from.isFinite, end.isFinite else { return nil }
      (shape, at, vector) = (.way(to: end), from, by)
    case .heading(let from, let along):
      guard isSomething(along), from.isFinite else { return nil }
      (shape, at, vector) = (.heading(along: along), from, along)
    case .place:
      guard reading.value.isFinite else { return nil }
      (shape, at) = (.place, reading.value)
    case .perAxis, .number: return nil
    }
    let isTurned = vector.map { $0.x == -reading.value.x && $0.y == -reading.value.y } ?? false
    symbol = (isTurned ? "−" : "") + reading.symbol
    substep = number
    self.part = part
  }

  /// The numbers of its sub-steps: `3=4` if two of them drew the same arrow.
  package var numbers: String {
    (alsoOf + [substep]).map { "\($0 + 1)" }.joined(separator: "=")
  }

  /// Its sub-step's number, as arrows have it.
  package var digit: Unicode.Scalar { Unicode.Scalar(UInt8(ascii: "1") + UInt8(min(substep, 8))) }

  package var isWay: Bool { if case .way = shape { true } else { false } }

  package var isArrow: Bool { shape != .place }

  /// Where an arrow points, as a vector of any length; zero for a place.
  package var direction: Point<Double> {
    switch shape {
    case .way(let end): end.offset(from: at)
    case .heading(let along): along
    case .place: Point(0, 0)
    }
  }

  /// Whether two arrows start at the same place and differ by less than about half a degree.
  package func points(as other: Self) -> Bool {
    guard at == other.at else { return false }
    let (a, b) = (direction.unit, other.direction.unit)
    return a.x * b.x + a.y * b.y > 0.99996
  }

  /// The same arrow as an earlier one.
  fileprivate func covers(_ other: Self) -> Bool {
    switch (shape, other.shape) {
    case (.way(let end), .way(let otherEnd)): at == other.at && end == otherEnd
    case (.heading, .heading): points(as: other)
    default: false
    }
  }
}

extension Point where L == Double {
  /// The vector of length 1 in this direction, however long or short this one is; zero for zero.
  package var unit: Point {
    let largest = max(x.magnitude, y.magnitude)
    guard largest > 0, largest.isFinite else { return Point(0, 0) }
    let (dx, dy) = (x / largest, y / largest)
    let length = (dx * dx + dy * dy).squareRoot()
    return Point(dx / length, dy / length)
  }
}
