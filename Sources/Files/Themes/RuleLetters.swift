/// A letter or two for each of a list of rules, made from their titles: `A` for Adam, `Ag` for
/// Adagrad.
package enum RuleLetters {
  /// No two are the same, upper and lower case counted as one.
  ///
  /// One letter goes to the first that begins with it: of the first `leading` titles the shortest
  /// first, then in their order. The others take a second one: a capital inside the title, else a
  /// consonant behind what the title shares with an earlier one, else any letter of the title, else
  /// the first of the alphabet that is free.
  package static func letters(of titles: [String], leading: Int) -> [String] {
    var letters = [String](repeating: "", count: titles.count)
    var (taken, settled): (Set<String>, [[UInt8]]) = ([], [])
    let first = titles.indices.prefix(leading).sorted {
      (titles[$0].utf8.count, $0) < (titles[$1].utf8.count, $1)
    }
    for index in first + titles.indices.dropFirst(leading) {
      let title = titles[index].utf8.filter(\.isLetter)
      let candidates = Self.candidates(for: title, after: settled)
      let letter = candidates.first { !taken.contains($0.lowercased()) } ?? "\(index + 1)"
      taken.insert(letter.lowercased())
      settled.append(title)
      letters[index] = letter
    }
    return letters
  }

  /// One ASCII letter or mark for each, for screens that have nothing else: the letter of a rule
  /// that has one, else a letter of its pair or of its title, else one that is free. Those of the
  /// first `leading` come first, then the others in their order, so that one more takes nobody's.
  package static func marks(
    for letters: [String], of titles: [String], leading: Int
  ) -> [Unicode.Scalar] {
    let isSingle = letters.map { $0.utf8.count == 1 }
    let first = letters.indices.prefix(leading)
    let order =
      first.filter { isSingle[$0] } + first.filter { !isSingle[$0] }
      + letters.indices.dropFirst(leading)
    var marks = [Unicode.Scalar?](repeating: nil, count: letters.count)
    for index in order {
      let own = letters[index].utf8.reversed() + titles[index].utf8
      let all = own.filter(\.isLetter).map(\.upper) + alphabet.map(\.upper) + Array("&%$".utf8)
      marks[index] = all.map { Unicode.Scalar($0) }.first { !marks.contains($0) }
    }
    return marks.map { $0 ?? "?" }
  }

  private static let alphabet = Array("abcdefghijklmnopqrstuvwxyz".utf8)

  private static func candidates(for title: [UInt8], after settled: [[UInt8]]) -> [String] {
    guard let first = title.first else { return [] }
    let rest = title.dropFirst()
    let shared = settled.map { earlier in
      zip(earlier, title).prefix { $0.0.lower == $0.1.lower }.count
    }
    let apart = title.dropFirst(max(1, shared.max() ?? 1))
    let consonants = apart.filter { !"aeiou".utf8.contains($0.lower) }
    let seconds = rest.filter(\.isCapital) + consonants + rest + alphabet
    func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
    return [text([first.upper])] + seconds.map { text([first.upper, $0.lower]) }
  }
}

extension UInt8 {
  fileprivate var isCapital: Bool { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(self) }
  fileprivate var isLetter: Bool {
    isCapital || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self)
  }
  fileprivate var lower: UInt8 { isCapital ? self | 0x20 : self }
  fileprivate var upper: UInt8 { isLetter ? self & ~0x20 : self }
}
