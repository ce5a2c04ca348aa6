import Drawing
package import Texts

/// What a reader of a race must know of a file of data, though nothing is wrong with it.
package struct DataNote: Hashable, Sendable {
  package var file: String
  package var fact: Fact

  package enum Fact: Hashable, Sendable {
    /// Rows without a value, by their numbers, of so many rows.
    case leftOut(rows: [Int], of: Int)
    /// The file says nowhere that it is in this encoding.
    case encoding(FileText.Encoding)
    /// Every comma of a column was read as a decimal comma and could separate thousands.
    case decimalCommas(column: String, found: String, number: Double)
    /// Samples of a grid without a value, of so many samples.
    case holes(count: Int, of: Int)
    /// A recorded path goes where the landscape is not known.
    case pathLosesGround(step: Int, count: Int)
  }

  package init(_ file: String, _ fact: Fact) { (self.file, self.fact) = (file, fact) }

  /// The same without the file's folders, for a line on the screen.
  package var brief: DataNote {
    DataNote(file.split(separator: "/").last.map(String.init) ?? file, fact)
  }
}

extension Strings {
  /// One line for the footer: the first note, and how many more there are.
  package func notice(of notes: [DataNote]) -> String? {
    guard let first = notes.first.map({ describe($0.brief) }) else { return nil }
    return notes.count == 1
      ? first : self(.noticeMore, ["first": first, "count": "\(notes.count - 1)"])
  }

  package func describe(_ note: DataNote) -> String {
    switch note.fact {
    case .leftOut(let rows, let count):
      // A list that long helps nobody.
      let shown = rows.prefix(9).map(String.init) + (rows.count > 9 ? ["…"] : [])
      return self(
        rows.count == 1 ? .noticeLeftOutOne : .noticeLeftOut,
        [
          "file": note.file, "count": "\(rows.count)", "total": "\(count)",
          "rows": shown.joined(separator: ", "),
        ])
    case .encoding(let encoding):
      return self(.noticeReadAs, ["file": note.file, "encoding": encoding.rawValue])
    case .decimalCommas(let column, let found, let number):
      return self(
        .noticeDecimalCommas,
        [
          "file": note.file, "column": column.excerpt, "found": found,
          "number": NumberText.compact(number),
        ])
    case .holes(let count, let total):
      return self(
        .noticeHoles, ["file": note.file, "count": "\(count)", "total": "\(total)"])
    case .pathLosesGround(let step, let count):
      return self(
        .noticePathLosesGround,
        ["file": note.file, "step": "\(step)", "count": "\(count)"])
    }
  }
}
