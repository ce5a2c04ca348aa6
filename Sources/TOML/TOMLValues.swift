// Values.
extension TOMLParser {
  /// Goes past a value.
  ///
  /// - Parameter depth: how many tables and lists it is in.
  mutating func readValue(depth: Int) throws(TOMLFault) -> TOMLNode {
    let place = scanner.place()
    switch scanner.peek {
    case .doubleQuote, .singleQuote:
      return TOMLNode(.string(try TOMLQuotation.read(&scanner)), place)
    case .openBracket, .openBrace:
      guard depth < Self.depthLimit else {
        throw TOMLFault(place: place, reason: .tooDeep(limit: Self.depthLimit))
      }
      return scanner.peek == .openBracket
        ? try readList(place, depth: depth + 1) : try readTable(place, depth: depth + 1)
    default:
      return TOMLNode(try readWord(place), place)
    }
  }

  private mutating func readList(
    _ place: TOMLPlace, depth: Int
  ) throws(TOMLFault) -> TOMLNode {
    scanner.position += 1
    var nodes: [TOMLNode] = []
    try skipLines(in: place)
    while scanner.peek != .closeBracket {
      nodes.append(try readValue(depth: depth))
      try skipLines(in: place)
      if scanner.peek == .comma {
        scanner.position += 1
        try skipLines(in: place)
      } else if scanner.peek != .closeBracket {
        throw scanner.unexpected(.listEnd)
      }
    }
    scanner.position += 1
    return TOMLNode(.list(nodes), place)
  }

  /// Goes past what may stand between the elements of a list. Where a statement begins before the
  /// list is closed, its end is missing.
  private mutating func skipLines(in list: TOMLPlace) throws(TOMLFault) {
    while true {
      scanner.skipBlanks()
      if scanner.peek == .hash { try scanner.skipComment() }
      let length = scanner.lineBreak
      if length > 0 { scanner.beginLine(after: length) }
      if scanner.isAtEnd || length > 0 && scanner.isAtStatement {
        throw TOMLFault(place: list, reason: .unclosed("["))
      }
      if length == 0 { return }
    }
  }

  private mutating func readTable(
    _ place: TOMLPlace, depth: Int
  ) throws(TOMLFault) -> TOMLNode {
    scanner.position += 1
    sectionCount += 1
    let section = sectionCount
    let table = TOMLDraft(.given, place)
    try skipBlanks(in: place)
    while scanner.peek != .closeBrace {
      let key = try TOMLKey.read(&scanner)
      let node = try readValue(of: key, depth: depth)
      try table.set(key, node, section: section)
      try skipBlanks(in: place)
      if scanner.peek == .comma {
        scanner.position += 1
        try skipBlanks(in: place)
        // After a comma there must be another.
        if scanner.peek == .closeBrace { throw scanner.unexpected(.name) }
      } else if scanner.peek != .closeBrace {
        throw scanner.unexpected(.tableEnd)
      }
    }
    scanner.position += 1
    return TOMLNode(.table(table.table), place)
  }

  /// Goes past blanks within braces, which are closed in their line.
  private mutating func skipBlanks(in table: TOMLPlace) throws(TOMLFault) {
    scanner.skipBlanks()
    if scanner.isAtEnd || scanner.lineBreak > 0 || scanner.peek == .hash {
      throw TOMLFault(place: table, reason: .unclosedInLine("{"))
    }
  }
}

// Values that are one word.
extension TOMLParser {
  private mutating func readWord(_ place: TOMLPlace) throws(TOMLFault) -> TOMLNode.Value {
    let start = scanner.position
    skipWord()
    let word = scanner.bytes[start..<scanner.position]
    if word.elementsEqual("true".utf8) { return .flag(true) }
    if word.elementsEqual("false".utf8) { return .flag(false) }
    if isDate(word) { return .date(try readDate(from: start, place)) }
    let isNumber =
      word.first.map { $0.isDigit || $0.isSign } ?? false
      || word.elementsEqual("inf".utf8) || word.elementsEqual("nan".utf8)
    guard isNumber else {
      scanner.position = start
      throw scanner.unexpected(.value)
    }
    do throws(TOMLFault.Reason) { return try TOMLNumber.value(word) } catch {
      throw TOMLFault(place: place, reason: error)
    }
  }

  private mutating func skipWord() {
    while true {
      switch scanner.peek {
      case .dot, UInt8(ascii: "+"), UInt8(ascii: ":"): scanner.position += 1
      case let byte where byte.isBare: scanner.position += 1
      default: return
      }
    }
  }

  /// Whether it was meant as a date or time: digits, and then `-` or `:`.
  private func isDate(_ word: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    let rest = word.drop(while: \.isDigit)
    return rest.count < word.count
      && (rest.first == UInt8(ascii: "-") || rest.first == UInt8(ascii: ":"))
  }

  private mutating func readDate(
    from start: Int, _ place: TOMLPlace
  ) throws(TOMLFault) -> TOMLDate {
    // Between a date and its time a space may stand for the T.
    if scanner.position - start == "1979-05-27".utf8.count, scanner.peek == UInt8(ascii: " "),
      scanner[scanner.position + 1].isDigit
    {
      scanner.position += 1
      skipWord()
    }
    let word = scanner.bytes[start..<scanner.position]
    guard let date = TOMLDate(word) else {
      throw TOMLFault(place: place, reason: .date(String(decoding: word, as: UTF8.self)))
    }
    return date
  }
}
