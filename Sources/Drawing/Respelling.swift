extension Frame {
  /// The frame in the glyphs of a set.
  ///
  /// A scalar that the set lacks becomes a mark of one cell. Where blanks nearby leave room it
  /// becomes a word instead, η "eta", and the text up to those blanks moves aside: never over
  /// another paper or a picture, and never so far that two texts touch. A block on the
  /// ground becomes a blank on the mean of its two colours.
  package func respelled(in set: GlyphSet) -> Frame {
    guard set != .full else { return self }
    var result = self
    var means: [Mean: Color] = [:]
    for y in 0..<size.height {
      var row = Array(cells[y * size.width..<(y + 1) * size.width])
      for x in row.indices {
        guard let quarters = Quadrants.quarters(of: row[x].glyph), quarters != 0,
          let ink = row[x].ink, let paper = row[x].paper
        else { continue }
        let key = Mean(ink: ink, paper: paper, quarters: quarters.nonzeroBitCount)
        let mean = means[key] ?? paper.mixed(with: ink, Double(key.quarters) / 4)
        means[key] = mean
        row[x] = Cell(" ", paper: mean)
      }
      Respelling(set: set).respell(&row)
      for (x, cell) in row.enumerated() where cell != self[x, y] { result[x, y] = cell }
    }
    return result
  }
}

/// What a block becomes.
private struct Mean: Hashable {
  var ink, paper: Color
  var quarters: Int
}

/// Writes one row in the glyphs of a set.
private struct Respelling {
  let set: GlyphSet

  func respell(_ row: inout [Cell]) {
    var x = 0
    while x < row.count {
      let cell = row[x]
      let needsMark = set == .ascii && cell.mark != nil
      guard !set.contains(cell.glyph) || needsMark else {
        x += 1
        continue
      }
      row[x].glyph = set.mark(for: cell.glyph)
      if needsMark { row[x].mark = nil }
      if let word = word(for: cell), let start = makeRoom(for: word, at: x, in: &row) {
        for (place, scalar) in word.unicodeScalars.enumerated() {
          row[start + place] = Cell(
            scalar, ink: cell.ink, paper: cell.paper, style: cell.style)
        }
        x = start + word.unicodeScalars.count
      } else {
        x += 1
      }
    }
  }

  private func word(for cell: Cell) -> String? {
    if set == .ascii, cell.mark == "\u{302}" { return "\(set.mark(for: cell.glyph))^" }
    return set.word(for: cell.glyph)
  }

  /// Moves the text around a cell aside so that `word` fits; where it begins, or `nil` if there is
  /// no room, and then nothing has moved.
  private func makeRoom(for word: String, at x: Int, in row: inout [Cell]) -> Int? {
    let isLetters = word.unicodeScalars.allSatisfy(\.isLetter)
    func touches(_ place: Int) -> Bool {
      isLetters && row.indices.contains(place) && row[place].glyph.isLetter
    }
    let (before, after) = (touches(x - 1) ? 1 : 0, touches(x + 1) ? 1 : 0)
    let needed = word.unicodeScalars.count - 1 + before + after
    let right = gap(after: x, by: 1, of: needed + 1, in: row)
    let left = gap(after: x, by: -1, of: needed + 1, in: row)
    let blank = Cell(" ", ink: row[x].ink, paper: row[x].paper)
    if right.free >= needed + 2 || (left.free == 0 && right.free > 0) {
      row.removeSubrange(right.start..<right.start + needed)
      row.replaceSubrange(x...x, with: Array(repeating: blank, count: needed + 1))
      return x + before
    }
    guard left.free > 0 else { return nil }
    row.removeSubrange(left.start - needed + 1..<left.start + 1)
    let place = x - needed
    row.replaceSubrange(place...place, with: Array(repeating: blank, count: needed + 1))
    return place + before
  }

  /// The nearest gap of at least so many blanks between texts on one side: where it starts, and how
  /// many blanks it has; none if there is no such gap.
  private func gap(
    after x: Int, by step: Int, of least: Int, in row: [Cell]
  ) -> (start: Int, free: Int) {
    var place = x + step
    func isText(_ place: Int) -> Bool {
      row.indices.contains(place) && row[place].paper == row[x].paper
        && !(0x2800...0x28FF).contains(row[place].glyph.value)
    }
    while isText(place) {
      var end = place
      while isText(end), row[end].glyph == " ", !row[end].style.contains(.reverse) { end += step }
      let count = abs(end - place)
      if count >= max(2, least) { return (place, count) }
      place = end + (count == 0 ? step : 0)
    }
    return (x, 0)
  }
}

extension Unicode.Scalar {
  /// Whether a word before or after it would seem to go on; lowered and raised letters stand apart.
  fileprivate var isLetter: Bool {
    properties.isAlphabetic && properties.generalCategory != .modifierLetter
  }
}
