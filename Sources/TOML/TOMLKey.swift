/// Names with points between, such as `screen.ink`.
struct TOMLKey {
  struct Part {
    let name: String
    /// Whether the name needs no quotation marks.
    let isBare: Bool
    /// Of the bytes of the name.
    let hash: UInt64
    var place: TOMLPlace

    init(bare bytes: UnsafeBufferPointer<UInt8>, _ place: TOMLPlace) {
      (name, isBare) = (String(decoding: bytes, as: UTF8.self), true)
      (hash, self.place) = (Self.hash(bytes), place)
    }

    init(quoted name: String, _ place: TOMLPlace) {
      (self.name, isBare) = (name, !name.isEmpty && name.utf8.allSatisfy(\.isBare))
      (hash, self.place) = (Self.hash(name.utf8), place)
    }

    /// FNV-1a (Fowler, Noll and Vo, 1991).
    private static func hash(_ bytes: some Sequence<UInt8>) -> UInt64 {
      var hash: UInt64 = 0xcbf2_9ce4_8422_2325
      for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
      return hash
    }

    /// As it stands in a path: in quotation marks if it needs them.
    var pathName: String { isBare ? name : name.quotedForTOML }
  }

  /// The tables that the last name is in.
  var parents: [Part] = []
  var last: Part

  /// As it would stand in a text, without blanks.
  var path: String {
    parents.isEmpty
      ? last.pathName : (parents + [last]).map(\.pathName).joined(separator: ".")
  }

  /// Whether a key can begin with a byte.
  static func canBegin(with byte: UInt8) -> Bool { byte.isBare || byte.isQuote }

  /// Goes past a key, and no blanks after it.
  static func read(_ scanner: inout TOMLScanner) throws(TOMLFault) -> TOMLKey {
    var key = TOMLKey(last: try readPart(&scanner))
    while true {
      let end = scanner.position
      scanner.skipBlanks()
      guard scanner.peek == .dot else {
        scanner.position = end
        return key
      }
      scanner.position += 1
      scanner.skipBlanks()
      guard key.parents.count < TOMLParser.depthLimit else {
        throw scanner.fault(.tooDeep(limit: TOMLParser.depthLimit))
      }
      key.parents.append(key.last)
      key.last = try readPart(&scanner)
    }
  }

  /// Goes past one name.
  static func readPart(_ scanner: inout TOMLScanner) throws(TOMLFault) -> Part {
    let place = scanner.place()
    if scanner.peek.isQuote {
      return Part(quoted: try TOMLQuotation.readName(&scanner), place)
    }
    let start = scanner.position
    while scanner.peek.isBare { scanner.position += 1 }
    guard scanner.position > start else { throw scanner.unexpected(.name) }
    return Part(
      bare: UnsafeBufferPointer(rebasing: scanner.bytes[start..<scanner.position]), place)
  }
}
