import Drawing

/// Why a name cannot be a student's.
package enum NameFault: Error, Hashable, Sendable {
  /// Nothing of it would be seen.
  case empty
  /// It takes more than `SeatName.widest` cells.
  case tooLong
}

/// The name of a student as it may be shown anywhere.
///
/// What nobody sees or what changes what stands around it (see `Unicode.Scalar.isHidden`) is left
/// out, and so is what has no shape of its own; a run of spaces is one space.
package struct SeatName: Hashable, Sendable {
  /// In cells of a terminal: twenty Latin letters, ten Korean syllables.
  package static let widest = 20
  /// Marks above and below one letter; Vietnamese has two. More would run into other lines.
  private static let mostMarks = 2

  package let text: String

  package init(_ said: String) throws(NameFault) {
    var text = String.UnicodeScalarView()
    var (marks, hasGap) = (0, false)
    for scalar in said.unicodeScalars {
      if scalar.isGap {
        hasGap = true
      } else if !scalar.isHidden, scalar.hasShape {
        marks = scalar.cellWidth == 0 ? marks + 1 : 0
        // A mark needs a letter before it, and not one of another word.
        if marks > Self.mostMarks || marks > 0 && (text.isEmpty || hasGap) { continue }
        if hasGap, !text.isEmpty { text.append(" ") }
        hasGap = false
        text.append(scalar)
      }
    }
    guard !text.isEmpty else { throw .empty }
    self.text = String(text)
    guard self.text.cellWidth <= Self.widest else { throw .tooLong }
  }

  /// The name, or the name with the first number that makes it another one than those: `Kim 2`.
  ///
  /// Capitals do not make a name another one. A name that leaves no room for the number is cut.
  package func unique(among others: some Sequence<String>) -> String {
    let taken = Set(others.map { $0.lowercased() })
    var (candidate, number) = (text, 1)
    while taken.contains(candidate.lowercased()) {
      number += 1
      let ending = " \(number)"
      var base = text[...]
      while String(base).cellWidth + ending.cellWidth > Self.widest { base.removeLast() }
      candidate = base + ending
    }
    return candidate
  }
}

extension Unicode.Scalar {
  /// Whether it is seen as nothing but room: spaces, line ends, and the Braille cell without dots.
  fileprivate var isGap: Bool { properties.isWhitespace || value == 0x2800 }

  /// Whether fonts agree on what it looks like.
  fileprivate var hasShape: Bool {
    switch properties.generalCategory {
    case .privateUse, .unassigned, .surrogate: false
    default: true
    }
  }
}
