/// Reads a text statement by statement. One that is no TOML is noted and left out.
struct TOMLParser {
  /// Tables and lists within each other: so many are read, and no text needs more stack than a
  /// thread has.
  static let depthLimit = 100

  /// Reading ends with so many faults, and nothing of the text counts.
  static let faultLimit = 100

  /// Where settings go.
  private enum Section {
    /// - Parameter number: which section of the text it is.
    case table(TOMLDraft, number: Int)
    /// Nowhere, since the heading is no TOML; the path that it would have, where that is known.
    case refused(path: String?)
  }

  var scanner: TOMLScanner
  private let root = TOMLDraft()
  private var section: Section
  /// How many headings and tables in braces there have been.
  var sectionCount = 0
  private(set) var faults: [TOMLFault] = []
  /// The paths of settings and headings that were left out.
  private(set) var refused: [String: TOMLPlace] = [:]
  /// The name that the last heading begins with, where not all of the text is read.
  private let end: String?
  private var hasEnded = false

  /// - Parameter end: reading ends at the first heading that begins with this name.
  init(_ bytes: UnsafeBufferPointer<UInt8>, until end: String? = nil) {
    // Some editors put a mark before the first line.
    let hasMark = bytes.starts(with: [0xEF, 0xBB, 0xBF])
    scanner = TOMLScanner(bytes, at: hasMark ? 3 : 0)
    section = .table(root, number: 0)
    self.end = end
  }

  /// Goes to the first line that begins with a heading below a name.
  mutating func skip(to name: String) {
    let heading = Array("[\(name).".utf8)
    while !scanner.isAtEnd, !scanner.bytes[scanner.position...].starts(with: heading) {
      scanner.skipLine()
    }
  }

  /// Reads the text to its end.
  mutating func read() -> TOMLDraft {
    while !scanner.isAtEnd, !hasEnded, faults.count < Self.faultLimit {
      let line = scanner
      do throws(TOMLFault) { try readStatement() } catch {
        faults.append(error)
        scanner = line
        recover()
      }
    }
    faults.sort { $0.place < $1.place }
    return faults.count < Self.faultLimit ? root : TOMLDraft()
  }

  private mutating func readStatement() throws(TOMLFault) {
    scanner.skipBlanks()
    switch scanner.peek {
    case .openBracket: try readHeading()
    case let byte where TOMLKey.canBegin(with: byte): try readSetting()
    case .hash: try scanner.endLine()
    default:
      if scanner.lineBreak > 0 || scanner.isAtEnd { return try scanner.endLine() }
      throw scanner.unexpected(.statement)
    }
  }

  /// After a statement that is no TOML, whose line the scanner is at the beginning of.
  private mutating func recover() {
    var line = scanner
    switch line.meantHeading() {
    case .none: return scanner.leaveStatement()
    case .unclear: section = .refused(path: nil)
    case .clear(let key, let isElement):
      scanner.skipBlanks()
      open(key, isElement: isElement, scanner.place())
    }
    scanner.skipLine()
  }
}

// Headings.
extension TOMLParser {
  private mutating func readHeading() throws(TOMLFault) {
    let place = scanner.place()
    scanner.position += 1
    let isElement = scanner.peek == .openBracket
    if isElement { scanner.position += 1 }
    scanner.skipBlanks()
    let key = try TOMLKey.read(&scanner)
    if let end, (key.parents.first ?? key.last).name == end { return hasEnded = true }
    scanner.skipBlanks()
    guard scanner.peek == .closeBracket,
      !isElement || scanner[scanner.position + 1] == .closeBracket
    else { throw scanner.unexpected(.headingEnd(isElement ? "]]" : "]")) }
    scanner.position += isElement ? 2 : 1
    try scanner.endLine()
    open(key, isElement: isElement, place)
  }

  /// Begins a section. Where its heading is refused, so are its settings, which would be read as
  /// those of another.
  private mutating func open(_ key: TOMLKey, isElement: Bool, _ place: TOMLPlace) {
    sectionCount += 1
    do throws(TOMLFault) {
      guard key.parents.count < Self.depthLimit else {
        throw TOMLFault(place: key.last.place, reason: .tooDeep(limit: Self.depthLimit))
      }
      let table = try root.open(key, isElement: isElement, place)
      section = .table(table, number: sectionCount)
    } catch {
      faults.append(error)
      let path = root.path(ofHeading: key)
      refuse(path, at: place)
      section = .refused(path: path)
    }
  }

  private mutating func refuse(_ path: String, at place: TOMLPlace) {
    if refused[path] == nil { refused[path] = place }
  }
}

// Settings.
extension TOMLParser {
  private mutating func readSetting() throws(TOMLFault) {
    let key = try TOMLKey.read(&scanner)
    do throws(TOMLFault) {
      let node = try readValue(of: key, depth: depth)
      try scanner.endLine()
      try set(key, node)
    } catch {
      refuse(key)
      throw error
    }
  }

  /// The depth of the table that settings go to.
  private var depth: Int {
    if case .table(let table, _) = section { table.depth } else { 0 }
  }

  /// Goes past `=` and a value.
  ///
  /// - Parameter depth: that of the table of the key.
  mutating func readValue(of key: TOMLKey, depth: Int) throws(TOMLFault) -> TOMLNode {
    scanner.skipBlanks()
    guard scanner.peek == .equals else { throw scanner.unexpected(.equals) }
    scanner.position += 1
    scanner.skipBlanks()
    let depth = depth + key.parents.count
    guard depth <= Self.depthLimit else {
      throw TOMLFault(place: key.last.place, reason: .tooDeep(limit: Self.depthLimit))
    }
    return try readValue(depth: depth)
  }

  private mutating func set(_ key: TOMLKey, _ node: TOMLNode) throws(TOMLFault) {
    switch section {
    case .table(let table, let number): try table.set(key, node, section: number)
    case .refused: refuse(key)
    }
  }

  private mutating func refuse(_ key: TOMLKey) {
    switch section {
    case .table(let table, _) where table.path.isEmpty: refuse(key.path, at: key.last.place)
    case .table(let table, _): refuse("\(table.path).\(key.path)", at: key.last.place)
    case .refused(let path?): refuse("\(path).\(key.path)", at: key.last.place)
    case .refused(nil): break
    }
  }
}
