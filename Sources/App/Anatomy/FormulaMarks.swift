/// Which reading of a step each character of a formula's line belongs to: the longest symbol that
/// stands there, whole.
package struct FormulaMarks: Sendable {
  private var owners: [Int?]

  /// - Parameter symbols: as in the formula; of two alike the first one counts.
  package init(_ line: String, symbols: [String]) {
    let characters = Array(line)
    var owners = [Int?](repeating: nil, count: characters.count)
    let byLength = symbols.enumerated().map { (index: $0, symbol: Array($1)) }
      .sorted { ($1.symbol.count, $0.index) < ($0.symbol.count, $1.index) }
    for (index, symbol) in byLength where !symbol.isEmpty && symbol.count <= characters.count {
      for start in 0...characters.count - symbol.count {
        let range = start..<start + symbol.count
        guard characters[range].elementsEqual(symbol), owners[range].allSatisfy({ $0 == nil }),
          Self.isWhole(range, in: characters)
        else { continue }
        for place in range { owners[place] = index }
      }
    }
    self.owners = owners
  }

  /// The symbol, by its place in the list, that the character belongs to.
  package subscript(place: Int) -> Int? { owners.indices.contains(place) ? owners[place] : nil }

  /// Not the beginning or the end of a longer name: `vₜ` does not stand in `vₜ₋₁`.
  private static func isWhole(_ range: Range<Int>, in characters: [Character]) -> Bool {
    func isInner(_ place: Int) -> Bool {
      characters.indices.contains(place) && FormulaToken.isInner(characters[place])
    }
    let goesOnLeft = isInner(range.lowerBound - 1) && isInner(range.lowerBound)
    let goesOnRight = isInner(range.upperBound) && isInner(range.upperBound - 1)
    return !goesOnLeft && !goesOnRight
  }
}
