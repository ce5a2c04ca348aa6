/// Where something stands in a text.
package struct TOMLPlace: Hashable, Comparable, Sendable {
  /// From 1.
  package var line: Int
  /// In characters, from 1.
  package var column: Int

  package init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }

  package static func < (left: TOMLPlace, right: TOMLPlace) -> Bool {
    (left.line, left.column) < (right.line, right.column)
  }
}

/// What makes a part of a text no TOML, and where.
package struct TOMLFault: Error, Hashable, Sendable {
  package let place: TOMLPlace
  package let reason: Reason

  package enum Reason: Error, Hashable, Sendable {
    /// - Parameter found: what stands there; `nil` at the end of the line.
    case unexpected(found: String?, Expected)
    /// A bracket or quotation mark without its partner.
    case unclosed(String)
    /// The same of one whose partner must stand in the same line.
    case unclosedInLine(String)
    /// A control character where none may stand, such as `U+001B`.
    case control(String)
    case carriageReturn
    /// A byte that is not part of a UTF-8 character, such as `0xff`.
    case notUTF8(String)
    /// A backslash and what follows it.
    case escape(String)
    /// An escape whose number is not that of a Unicode character, such as `\ud800`.
    case notCharacter(String)
    case number(String)
    /// A whole number that needs more than 64 bits.
    case integerRange(String)
    /// A date or time that is incomplete or does not exist.
    case date(String)
    /// A name that its table already has, since that line.
    case again(String, line: Int)
    /// A name whose value, given on that line, is not a table and cannot have settings of its own.
    case notTable(String, line: Int)
    /// A table or list that was given whole on that line, and cannot be added to.
    case closed(String, line: Int)
    /// Tables and lists within each other, more than so many.
    case tooDeep(limit: Int)
  }

  /// What could have stood in the place of what was found.
  package enum Expected: Hashable, Sendable {
    case statement, name, equals, value, lineEnd
    /// After an element of a list, or a setting of an inline table.
    case listEnd, tableEnd
    /// After the name in a heading: `]` or `]]`.
    case headingEnd(String)
  }
}
