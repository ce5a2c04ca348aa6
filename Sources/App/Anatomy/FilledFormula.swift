package import Descent
import Drawing

/// An equation of a rule with numbers for its symbols, for each axis: `γ vₜ₋₁` becomes
/// `0.9 · +0.41`. A symbol without a value stays as it is.
package struct FilledFormula: Sendable {
  /// A number or symbol of the equation, or what joins them.
  package struct Piece: Hashable, Sendable {
    package var text: String
    /// Characters of the formula's line before what this stands for.
    package var place: Int
    /// How ill a line is broken before it: a sum is broken before a product, a product before what
    /// stands in brackets; `nil` where nothing may be broken.
    package var split: Int?
  }

  package enum Value: Hashable, Sendable {
    /// The same for both axes: a setting, a power of one.
    case number(Double)
    /// One for each axis, of either sign.
    case vector(Point<Double>)
    /// One for each axis, never below zero.
    case sizes(Point<Double>)
  }

  /// The same number of pieces for each axis, each as wide as the other axis' one.
  package let x: [Piece]
  package let y: [Piece]

  package var xText: String { x.map(\.text).joined() }
  package var yText: String { y.map(\.text).joined() }

  /// - Parameter digits: significant digits of measured numbers; settings are written out.
  package init(_ equation: [FormulaToken], digits: Int = 3, value: (String) -> Value?) {
    var (x, y): ([Piece], [Piece]) = ([], [])
    let splits = Self.splits(of: equation)
    var before: FormulaToken?
    for (index, token) in equation.enumerated() {
      let isSquared = index + 1 < equation.count && equation[index + 1].kind == .square
      let filled = token.kind == .symbol ? value(token.text) : nil
      let (one, other) =
        filled.map { Self.texts($0, isSquared, digits) } ?? (token.text, token.text)
      let width = max(one.cellWidth, other.cellWidth)
      let isProduct = before.map { $0.endsFactor && token.beginsFactor } ?? false
      let gap = before == nil ? "" : isProduct ? " · " : token.gap > 0 ? " " : ""
      // No blanks between a root or a bracket and its number.
      let side: Alignment = gap.isEmpty && before != nil ? .left : .right
      func piece(_ text: String) -> Piece {
        Piece(text: gap + text.padded(to: width, side), place: token.place, split: splits[index])
      }
      x.append(piece(one))
      y.append(piece(other))
      before = token
    }
    (self.x, self.y) = (x, y)
  }

  private static func texts(_ value: Value, _ isSquared: Bool, _ digits: Int) -> (String, String) {
    switch value {
    case .number(let number):
      let text = setting(number, digits)
      return (text, text)
    case .vector(let point):
      func text(_ x: Double) -> String {
        let text = NumberText.plain(x, digits: digits, sign: .plus, width: 6 + digits)
        return isSquared ? "(\(text))" : text
      }
      return (text(point.x), text(point.y))
    case .sizes(let point):
      func text(_ x: Double) -> String { NumberText.plain(x, digits: digits, width: 6 + digits) }
      return (text(point.x), text(point.y))
    }
  }

  /// A setting as it was given, if that is short. One near 1 keeps as many digits as its distance
  /// from 1 has: what a formula divides by is 1 − β₂ᵗ.
  package static func setting(_ number: Double, _ digits: Int = 3) -> String {
    let exact = NumberText.compact(number)
    if exact.cellWidth <= 3 + digits { return exact }
    guard number > 0.5, number < 1 else {
      return NumberText.plain(number, digits: digits, width: 6 + digits)
    }
    let zeros = -Int(Elementary.log10(1 - number).rounded(.down))
    return NumberText.fixed(number, decimals: digits - 1 + min(zeros, 12))
  }
}

extension FilledFormula {
  /// A line as it is written, in pieces; `equations` are those of the line.
  package static func symbols(of equations: [[FormulaToken]]) -> [Piece] {
    equations.enumerated().flatMap { number, tokens in
      zip(tokens, splits(of: tokens)).enumerated().map { index, pair in
        let (token, split) = pair
        let isNext = index == 0 && number > 0
        let gap = isNext ? "   " : index > 0 && token.gap > 0 ? " " : ""
        return Piece(text: gap + token.text, place: token.place, split: isNext ? 0 : split)
      }
    }
  }

  /// Where an equation may be broken: before signs and between factors, not where nothing but a
  /// bracket stands between.
  private static func splits(of equation: [FormulaToken]) -> [Int?] {
    var depth = 0
    var before: FormulaToken?
    return equation.map { token in
      defer {
        if token.kind == .open { depth += 1 }
        before = token
      }
      if token.kind == .close { depth -= 1 }
      guard token.gap > 0, before?.endsFactor ?? false, token.text != "=" else { return nil }
      let isSum = token.text == "+" || token.text == "−"
      guard token.kind == .sign || token.beginsFactor else { return nil }
      return 2 * depth + (isSum ? 0 : 1)
    }
  }

  /// The pieces in lines of at most `width` cells, as far as they can be broken, sums first; every
  /// line but the first leaves room for an indent.
  package static func wrapped(_ pieces: [Piece], to width: Int, indent: Int) -> [[Piece]] {
    var lines: [[Piece]] = [[]]
    var used = 0
    func add(_ pieces: ArraySlice<Piece>, _ level: Int) {
      guard let first = pieces.first else { return }
      let size = pieces.map(\.text.cellWidth).reduce(0, +)
      let deepest = pieces.dropFirst().compactMap(\.split).max() ?? -1
      let lead = first.text.prefix { $0 == " " }.count
      if used + size <= width || (level > deepest && used == 0) {
        lines[lines.count - 1] += pieces
        used += size
      } else if used > indent, indent + size - lead <= width || level > deepest {
        var moved = Array(pieces)
        moved[0].text = String(first.text.dropFirst(lead))
        lines.append(moved)
        used = indent + size - lead
      } else if level > deepest {
        lines[lines.count - 1] += pieces
        used += size
      } else {
        var rest = pieces
        while !rest.isEmpty {
          let next =
            rest.dropFirst().firstIndex { $0.split.map { $0 <= level } ?? false } ?? rest.endIndex
          add(rest[rest.startIndex..<next], level + 1)
          rest = rest[next...]
        }
      }
    }
    add(pieces[...], -1)
    return lines
  }
}
