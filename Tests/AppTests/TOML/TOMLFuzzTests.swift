import App
import FoundationEssentials
import TOML
import Testing

/// Texts with every kind of statement that something has been at, byte by byte.
struct TOMLFuzzTests {
  private static let good = Array(
    #"""
    # 차 of all kinds
    title = "a \"b\" \u00e9" # é
    'quoted key'."b.c" = 'd'
    numbers = [1, -2_000, 0xff, 0o7, 0b1, 1.5e-3, inf, nan, true,
      false, # one a line
      [[], [[1979-05-27T07:32:00.5+01:00, 1979-05-27 07:32:00], 07:32:00]], 2000-02-29,
    ]
    [screen]
    ink = { a = 1, b.c = {}, b.d = [{ e = "" }, { e = '' }] }
    text = """
    one \
      two "" three
    """
    [screen . deep]
    lines = '''
    '' ]]
    '''
    a.b.c = 1
    [[page]]
    [page.race]
    seed = 1
    [[page]]
    [[page.point]]
    at = [1, 2]

    """#.utf8)

  private static let strokes: [[UInt8]] =
    [
      "\"", "'", "\"\"\"", "'''", "[", "]", "[[", "]]", "{", "}", "=", ".", ",", "#", "\n", "\r\n",
      "\r", "\0", "\u{7F}",
      "\\", "\\u", "\\ud800", "_", "-", "0", "e", ":", "T", "inf", "1979-05-27", " ", "\t",
      "a = 1\n", "[a]\n", "[[page]]\n",
      "차", "\u{301}", "\u{FEFF}", "\u{85}", "[screen\n", "= 3\n", "{{{{{{{{", "[[[[[[[[",
    ].map { Array($0.utf8) } + [[0xFF], [0xC3], [0xED, 0xA0, 0x80], [0x80]]

  /// `DOWNHILL_SEED` repeats a run that failed.
  @Test func `any bytes are read, and every place lies in them`() {
    let asked = ProcessInfo.processInfo.environment["DOWNHILL_SEED"].flatMap { UInt64($0) }
    let seed = asked ?? UInt64.random(in: 1...UInt64.max)
    var chance = Chance(state: seed)
    for round in 0..<6000 {
      var bytes = Self.good
      for _ in 0..<Int.random(in: 1...8, using: &chance) { Self.spoil(&bytes, &chance) }
      let document = TOMLDocument(bytes)
      let text = String(decoding: bytes, as: UTF8.self)
      let lines = text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
      func isInside(_ place: TOMLPlace) -> Bool {
        lines.indices.contains(place.line - 1) && place.column >= 1
          && place.column <= lines[place.line - 1].count + 1
      }
      func areInside(_ node: TOMLNode) -> Bool {
        isInside(node.place)
          && (node.list ?? []).allSatisfy(areInside)
          && (node.table?.entries ?? []).allSatisfy { isInside($0.place) && areInside($0.node) }
      }
      let comment = Comment(rawValue: "round \(round) of seed \(seed)")
      #expect(document.faults.allSatisfy { isInside($0.place) }, comment)
      #expect(document.faults.map(\.place) == document.faults.map(\.place).sorted(), comment)
      #expect(document.faults.count <= 101, comment)
      for entry in document.root.entries {
        #expect(isInside(entry.place) && areInside(entry.node), comment)
      }
      // What is told once is found again by its path.
      for path in document.paths { #expect(document[path] != nil, comment) }
    }
  }

  private static func spoil(_ bytes: inout [UInt8], _ chance: inout Chance) {
    let place = Int.random(in: 0...bytes.count, using: &chance)
    let end = min(bytes.count, place + Int.random(in: 0...9, using: &chance))
    switch Int.random(in: 0..<6, using: &chance) {
    case 0: bytes.removeSubrange(place..<end)
    case 1: bytes.insert(contentsOf: bytes[place..<end], at: place)
    case 2 where place < bytes.count:
      bytes.swapAt(place, Int.random(in: 0..<bytes.count, using: &chance))
    case 3 where place > bytes.count / 2: bytes.removeSubrange(place...)
    default: bytes.insert(contentsOf: strokes.randomElement(using: &chance) ?? [], at: place)
    }
  }
}
