// Where a statement begins, in texts that are not all TOML.
extension TOMLScanner {
  /// Whether the line that begins at the position looks like a setting or a heading, as no line
  /// within brackets can in good TOML.
  var isAtStatement: Bool {
    var scanner = self
    scanner.skipBlanks()
    return scanner.peek == .openBracket ? scanner.isAtHeading : scanner.isAtSetting
  }

  /// `[name`, `[[name]]`: a name of letters, and perhaps the closing bracket.
  private var isAtHeading: Bool {
    var scanner = self
    while scanner.peek == .openBracket || scanner.peek.isBlank { scanner.position += 1 }
    guard scanner.peek.isBare, !scanner.peek.isDigit, !scanner.peek.isSign else { return false }
    let start = scanner.position
    while scanner.peek.isBare || scanner.peek == .dot { scanner.position += 1 }
    let name = bytes[start..<scanner.position]
    // Elements of a list.
    let isValue = ["true", "false", "inf", "nan"].contains { name.elementsEqual($0.utf8) }
    scanner.skipBlanks()
    let isEnd =
      scanner.isAtEnd || scanner.lineBreak > 0 || scanner.peek == .closeBracket
      || scanner.peek == .hash
    return isEnd && !isValue
  }

  /// Names and `=`.
  private var isAtSetting: Bool {
    var scanner = self
    var hasName = false
    while true {
      if scanner.peek.isQuote {
        // A text of several lines is an element of a list.
        if scanner.hasThree(scanner.peek, at: scanner.position) { return false }
        guard (try? TOMLQuotation.readName(&scanner)) != nil else { return false }
        hasName = true
      } else if scanner.peek.isBare {
        hasName = true
        scanner.position += 1
      } else if scanner.peek.isBlank || scanner.peek == .dot {
        scanner.position += 1
      } else {
        return hasName && scanner.peek == .equals
      }
    }
  }

  /// The heading that was meant in the line of the position, whether or not its brackets are
  /// closed.
  mutating func meantHeading() -> MeantHeading {
    skipBlanks()
    guard peek == .openBracket else { return .none }
    let isElement = self[position + 1] == .openBracket
    while peek == .openBracket || peek.isBlank { position += 1 }
    guard TOMLKey.canBegin(with: peek) || peek == .closeBracket || peek == .dot else {
      return .none
    }
    guard let key = try? TOMLKey.read(&self) else { return .unclear }
    skipBlanks()
    if isAtEnd || lineBreak > 0 || peek == .closeBracket || peek == .hash {
      return .clear(key, isElement: isElement)
    }
    // The elements of a list, perhaps.
    return peek == .comma ? .none : .unclear
  }

  enum MeantHeading {
    case none, unclear
    case clear(TOMLKey, isElement: Bool)
  }

  mutating func skipLine() {
    while !isAtEnd, peek != .lineFeed { position += 1 }
    if !isAtEnd { beginLine(after: 1) }
  }

  /// Leaves a statement that begins in the line of the position, and is no TOML: goes to the next
  /// line that belongs to no bracket or text opened in it, or looks like a statement.
  mutating func leaveStatement() {
    var nesting = TOMLNesting()
    repeat {
      nesting.readLine(&self)
    } while !isAtEnd && (nesting.isInText || nesting.depth > 0 && !isAtStatement)
  }
}

/// What is open at the end of a line: brackets, or a text of several lines.
private struct TOMLNesting {
  private var brackets = 0
  private var braces = 0
  /// The quotation mark that three of close the text.
  private var quote: UInt8?

  var isInText: Bool { quote != nil }
  var depth: Int { brackets + braces }

  /// Goes to the beginning of the next line.
  mutating func readLine(_ scanner: inout TOMLScanner) {
    while !scanner.isAtEnd, scanner.peek != .lineFeed {
      if let quote {
        readText(quote, &scanner)
      } else if scanner.peek.isQuote {
        openText(&scanner)
      } else if scanner.peek == .hash {
        return scanner.skipLine()
      } else {
        switch scanner.peek {
        case .openBracket: brackets += 1
        case .openBrace: braces += 1
        case .closeBracket: brackets = max(0, brackets - 1)
        case .closeBrace: braces = max(0, braces - 1)
        default: break
        }
        scanner.position += 1
      }
    }
    if !scanner.isAtEnd { scanner.beginLine(after: 1) }
  }

  private mutating func openText(_ scanner: inout TOMLScanner) {
    let mark = scanner.peek
    if scanner.hasThree(mark, at: scanner.position) {
      quote = mark
      scanner.position += 3
      return
    }
    scanner.position += 1
    while !scanner.isAtEnd, scanner.peek != mark, scanner.peek != .lineFeed {
      skipCharacter(of: mark, &scanner)
    }
    if scanner.peek == mark { scanner.position += 1 }
  }

  private mutating func readText(_ mark: UInt8, _ scanner: inout TOMLScanner) {
    guard scanner.hasThree(mark, at: scanner.position) else {
      return skipCharacter(of: mark, &scanner)
    }
    quote = nil
    // Two more may be the text's own.
    for _ in 0..<5 where scanner.peek == mark { scanner.position += 1 }
  }

  /// A backslash takes the next byte with it, if that is in its line.
  private func skipCharacter(of mark: UInt8, _ scanner: inout TOMLScanner) {
    let isEscape = scanner.peek == .backslash && mark == .doubleQuote
    scanner.position += 1
    if isEscape, !scanner.isAtEnd, scanner.peek != .lineFeed { scanner.position += 1 }
  }
}
