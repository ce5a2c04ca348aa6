import Drawing
import Testing

struct GlyphSetTests {
  /// One row of text on one paper, in the glyphs of a set.
  private func respelled(_ text: String, _ set: GlyphSet) -> String {
    var frame = Frame(Size(text.cellWidth, 1), filledWith: Cell(" ", paper: Color(0)))
    frame.write(text, x: 0, y: 0)
    var scalars = String.UnicodeScalarView()
    for cell in frame.respelled(in: set).cells where cell.glyph != Cell.continuation {
      scalars.append(cell.glyph)
      if let mark = cell.mark { scalars.append(mark) }
    }
    return String(scalars)
  }

  @Test func `every mark belongs to its set and takes one cell`() {
    for value in UInt32(0x20)...0x2BFF {
      guard let scalar = Unicode.Scalar(value), scalar.cellWidth == 1 else { continue }
      for set in GlyphSet.allCases {
        let mark = set.mark(for: scalar)
        #expect(set.contains(mark) && mark.cellWidth == 1, "\(scalar) in \(set)")
        let word = set.word(for: scalar) ?? ""
        #expect(word.unicodeScalars.allSatisfy { $0.isASCII }, "\(scalar) in \(set)")
      }
    }
  }

  @Test func `Hangul, braille and ASCII are not ambiguous; half blocks and Greek are`() {
    for scalar in "한⣿A✗−".unicodeScalars { #expect(!scalar.isAmbiguous, "\(scalar)") }
    for scalar in "▄●★→ηβ∇×²…".unicodeScalars { #expect(scalar.isAmbiguous, "\(scalar)") }
  }

  @Test func `words go where there is room`() {
    #expect(respelled("η 0.1     ", .safe) == "eta 0.1   ")
    #expect(respelled("      ‖∇‖", .ascii) == "   |grad|")
    #expect(respelled("β₁ 0.9     x", .ascii) == "beta1 0.9  x")
    #expect(respelled("ηg      x", .ascii) == "eta g   x")
    #expect(respelled("θₜ      x", .ascii) == "theta_t x")
    #expect(respelled("η  0.1       x", .safe) == "eta  0.1     x")
  }

  @Test func `without room a mark must do`() {
    #expect(respelled("η 0.1", .safe) == "n 0.1")
    #expect(respelled("a η  b", .ascii) == "a n  b")
    #expect(respelled("−1.2e−4 ★", .ascii) == "-1.2e-4 *")
  }

  @Test func `Korean stays as it is`() {
    #expect(respelled("한글 η 0.1  끝", .safe) == "한글 n 0.1  끝")
    #expect(respelled("한글 η 0.1     끝", .safe) == "한글 eta 0.1   끝")
    #expect(respelled("한글", .ascii) == "한글")
  }

  @Test func `a hat is written after its letter`() {
    #expect(respelled("m\u{302}    x", .ascii) == "m^   x")
    #expect(respelled("m\u{302}x", .ascii) == "mx")
  }

  @Test func `dots become the stroke they make`() {
    let strokes = "⠀⠒⣀⡇⢸⡰⠣⠁⡀⣿".unicodeScalars.map { GlyphSet.ascii.mark(for: $0) }
    #expect(String(String.UnicodeScalarView(strokes)) == " -_||/\\'.#")
  }

  @Test func `a half block becomes a blank of the mean colour`() {
    var frame = Frame(Size(1, 1))
    frame[0, 0] = Cell(HalfBlocks.lowerHalf, ink: Color(0xFFFFFF), paper: Color(0))
    let mean = Color(0).mixed(with: Color(0xFFFFFF), 0.5)
    #expect(frame.respelled(in: .safe)[0, 0] == Cell(" ", paper: mean))
    #expect(frame.respelled(in: .full) == frame)
  }
}
