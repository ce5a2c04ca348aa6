import Drawing
import Foundation
import Testing

@Suite struct LetteringTests {
  /// What the program can write: every scalar of its sources and of their tables.
  static let written: [Unicode.Scalar] = {
    let sources = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../Sources").standardized
    let paths = FileManager.default.enumerator(atPath: sources.path)
    var all: Set<Unicode.Scalar> = []
    for case let path as String in paths ?? .init()
    where (path.hasSuffix(".swift") || path.hasSuffix(".toml")) && !path.contains("/Lettering/") {
      let text = try? String(contentsOf: sources.appending(path: path), encoding: .utf8)
      all.formUnion(text?.unicodeScalars ?? "".unicodeScalars)
    }
    return all.filter { $0.cellWidth > 0 || $0.properties.generalCategory == .nonspacingMark }
      .sorted()
  }()

  static let printable = (0x21...0x7E).map { Unicode.Scalar($0)! }
  static let syllables = (0xAC00...0xD7A3).map { Unicode.Scalar($0)! }
  static let parts = (0x3131...0x3163).map { Unicode.Scalar($0)! }
  static let boxes = (0x2500...0x257F).map { Unicode.Scalar($0)! }

  @Test func `everything that the program writes has lines or a shape`() {
    #expect(Self.written.count > 900)
    let bare = Self.written.filter { scalar in
      // Blocks and braille are dots and rectangles.
      !(0x2580...0x259F).contains(scalar.value) && !(0x2800...0x28FF).contains(scalar.value)
        && PixelShape(scalar) == nil && Lettering.lines(of: scalar) == nil
    }
    #expect(bare == [])
  }

  @Test func `a space has no lines, and what is not known is none`() {
    #expect(Lettering.lines(of: " ") == [])
    #expect(Lettering.lines(of: "\u{3000}") == [])
    #expect(Lettering.lines(of: "漢") == nil)
    #expect(Lettering.lines(of: "\u{2800}") == nil)
  }

  @Test func `no two characters of ASCII are drawn alike`() throws {
    let lines = try Self.printable.map { try #require(Lettering.lines(of: $0)) }
    #expect(Set(lines).count == Self.printable.count)
  }

  @Test func `no two syllables of Hangul are drawn alike`() throws {
    let lines = try Self.syllables.map { try #require(Lettering.lines(of: $0)) }
    #expect(Set(lines).count == 11172)
    let parts = try Self.parts.map { try #require(Lettering.lines(of: $0)) }
    #expect(Set(parts).count == Self.parts.count)
  }

  @Test func `every glyph stands in the box of its cells, and every line has two places`() throws {
    let glyphs = Self.printable + Self.written.filter { Lettering.lines(of: $0) != nil }
    for glyph in glyphs + Self.syllables + Self.parts + Self.boxes {
      let width = Double(max(1, glyph.cellWidth))
      for line in try #require(Lettering.lines(of: glyph)) {
        #expect(line.count > 1, "\(glyph)")
        #expect(
          line.allSatisfy { (0...width).contains($0.x) && (0...2).contains($0.y) }, "\(glyph)")
      }
    }
  }

  @Test func `letters keep clear of the edges, so that they do not run into one another`() throws {
    for glyph in Self.printable + Self.syllables {
      let width = Double(glyph.cellWidth)
      for place in try #require(Lettering.lines(of: glyph)).joined() {
        #expect(place.x >= 0.06 && place.x <= width - 0.06, "\(glyph)")
        #expect(place.y >= 0.1 && place.y <= 1.9, "\(glyph)")
      }
    }
  }

  @Test func `lines of boxes reach the edges that they lead to`() throws {
    for glyph in Self.boxes {
      let words = try Set(#require(glyph.properties.name).split(separator: " "))
      if words.contains("DIAGONAL") { continue }
      let places = try Set(#require(Lettering.lines(of: glyph)).joined())
      let isFlat = words.contains("HORIZONTAL")
      let isUpright = words.contains("VERTICAL")
      #expect(places.contains { $0.x == 0 } == (isFlat || words.contains("LEFT")), "\(glyph)")
      #expect(places.contains { $0.x == 1 } == (isFlat || words.contains("RIGHT")), "\(glyph)")
      #expect(places.contains { $0.y == 0 } == (isUpright || words.contains("UP")), "\(glyph)")
      #expect(places.contains { $0.y == 2 } == (isUpright || words.contains("DOWN")), "\(glyph)")
    }
  }

  @Test(arguments: ["a", "c", "e", "m", "n", "o", "s", "u", "v", "w", "x", "z"])
  func `a hat stands clear over a small letter`(letter: Unicode.Scalar) throws {
    let hat = try #require(Lettering.lines(of: "\u{302}")).joined().map(\.y).max()!
    let top = try #require(Lettering.lines(of: letter)).joined().map(\.y).min()!
    #expect(hat + Lettering.pen(isBold: false) < top)
  }

  /// Cells in pixels, and pens of one and of two pixels in them.
  static let cells = [(8, 16), (9, 18), (10, 20), (11, 22), (12, 24), (16, 32), (20, 40)]

  @Test(arguments: cells) func `level strokes of small letters lie on whole pixels`(
    width: Int, height: Int
  ) throws {
    let pen = Lettering.pen(isBold: false) * Double(width)
    // A pen of about two pixels runs along the edge between them.
    let edge = pen < 1.7 ? 0.5 : 0
    for glyph in "EFHTLZ가날른을봄─┼".unicodeScalars {
      let lines = try #require(
        Lettering.lines(of: glyph, width: width, height: height, pen: pen))
      for line in lines {
        for (a, b) in zip(line, line.dropFirst()) {
          let isLevel = a.y == b.y && abs(a.x - b.x) > 2
          #expect(!isLevel || abs((a.y - edge).remainder(dividingBy: 1)) < 1e-9, "\(glyph)")
          let isUpright = a.x == b.x && abs(a.y - b.y) > 2
          #expect(!isUpright || abs((a.x - edge).remainder(dividingBy: 1)) < 1e-9, "\(glyph)")
        }
      }
    }
  }

  @Test(arguments: cells)
  func `fitted glyphs stand in their pixels, less than two from where they were`(
    width: Int, height: Int
  ) throws {
    for glyph in Self.printable + Self.written.filter({ Lettering.lines(of: $0) != nil })
      + Self.boxes
    {
      let plain = try #require(Lettering.lines(of: glyph))
      let fitted = try #require(
        Lettering.lines(of: glyph, width: width, height: height, pen: 0.13 * Double(width)))
      #expect(plain.map(\.count) == fitted.map(\.count))
      let right = Double(width * max(1, glyph.cellWidth))
      for (a, b) in zip(plain.joined(), fitted.joined()) {
        #expect((0...right).contains(b.x) && (0...Double(height)).contains(b.y), "\(glyph)")
        #expect(abs(a.x * Double(width) - b.x) < 2, "\(glyph)")
        #expect(abs(a.y * Double(height) / 2 - b.y) < 2, "\(glyph)")
      }
    }
  }

  @Test func `the three bars of a final stay apart where a cell is small`() throws {
    let lines = try #require(Lettering.lines(of: "를", width: 8, height: 16, pen: 1.04))
    var bars: Set<Double> = []
    for line in lines {
      for (a, b) in zip(line, line.dropFirst()) where a.y == b.y && abs(a.x - b.x) > 5 {
        bars.insert(a.y)
      }
    }
    let heights = bars.sorted()
    #expect(heights.count == 7)
    #expect(zip(heights, heights.dropFirst()).allSatisfy { $1 - $0 >= 2 })
  }
}
