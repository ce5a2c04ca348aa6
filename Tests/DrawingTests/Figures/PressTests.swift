import Decoders
import Drawing
import Testing

/// The same page, printed by every press.
struct PressTests {
  private static let cell = CellPixels(width: 10, height: 20)!
  private static let paper = Color(0x10_20_30)
  private static let ink = Color(0xE0_E0_E0)

  /// A page of 20 × 5 cells with a margin of ten pixels.
  private func print(_ frame: Frame, on press: inout some Press) {
    FramePrint(cell: Self.cell, corner: Place(10, 10), paper: Self.paper, ink: Self.ink)
      .lay(frame, on: &press)
  }

  private func image(of frame: Frame) -> PixelImage {
    var press = PixelPress(width: 220, height: 120, paper: Self.paper)
    print(frame, on: &press)
    return press.image
  }

  private func drawing(of frame: Frame) -> String {
    var press = SVGPress(width: 220, height: 120, title: "<a & b>", paper: Self.paper)
    print(frame, on: &press)
    return press.finished()
  }

  private func frame(_ draw: (inout Frame) -> Void) -> Frame {
    var frame = Frame(Size(20, 5), filledWith: Cell(" ", ink: Self.ink, paper: Self.paper))
    draw(&frame)
    return frame
  }

  /// The pixels of a cell that are not the paper's colour.
  private func inked(_ image: PixelImage, x: Int, y: Int) -> Int {
    (0..<20).reduce(0) { sum, row in
      sum
        + (0..<10).count { column in
          image[10 + 10 * x + column, 10 + 20 * y + row] != Self.paper
        }
    }
  }

  @Test func `a clean page is its paper`() {
    let image = image(of: frame { _ in })
    #expect(image.pixels.allSatisfy { $0 == Self.paper.hex })
  }

  @Test func `papers, blocks and letters fill their cells and no others`() {
    let red = Color(0xFF_00_00)
    let image = image(
      of: frame { frame in
        frame[2, 1] = Cell(" ", paper: red)
        frame[4, 1] = Cell("█", ink: red, paper: Self.paper)
        frame[6, 1] = Cell("▄", ink: red, paper: Self.paper)
        frame[8, 1] = Cell("E", ink: red, paper: Self.paper)
      })
    #expect(inked(image, x: 2, y: 1) == 200 && inked(image, x: 4, y: 1) == 200)
    #expect(inked(image, x: 6, y: 1) == 100)
    #expect(image[10 + 60, 10 + 20 + 5] == Self.paper && image[10 + 60, 10 + 20 + 15] == red)
    #expect((15..<120).contains(inked(image, x: 8, y: 1)))
    for x in [0, 3, 5, 7, 9] { #expect(inked(image, x: x, y: 1) == 0, "\(x)") }
  }

  @Test func `every letter of a text is there, in pixels and as text`() {
    let text = "Adam θₜ₊₁ 한글 <&>"
    let frame = frame { $0.write(text, x: 1, y: 2, ink: Self.ink) }
    let image = image(of: frame)
    var x = 1
    for scalar in text.unicodeScalars {
      if scalar != " " { #expect(inked(image, x: x, y: 2) > 4, "\(scalar)") }
      x += scalar.cellWidth
    }
    let drawing = drawing(of: frame)
    #expect(drawing.contains(">Adam θₜ₊₁<"))
    #expect(drawing.contains("한글") && drawing.contains("&lt;&amp;&gt;"))
    #expect(drawing.contains("<title>&lt;a &amp; b&gt;</title>"))
  }

  @Test func `a wide letter is told its place, and a plain text only where it begins`() throws {
    let drawing = drawing(
      of: frame { frame in
        frame.write("ab", x: 0, y: 0, ink: Self.ink)
        frame.write("한 글b", x: 0, y: 1, ink: Self.ink)
      })
    #expect(drawing.contains("<text x=\"10\" y="))
    #expect(drawing.contains("<text x=\"10 30 40\" y=") && drawing.contains(">한 글</text>"))
    #expect(drawing.contains("<text x=\"60\" y=") && drawing.contains(">b</text>"))
  }

  @Test func `lines of a frame are drawn over papers and under letters`() {
    let (red, blue) = (Color(0xFF_00_00), Color(0x00_00_FF))
    var frame = frame { $0[1, 0] = Cell("█", ink: blue, paper: Self.paper) }
    frame.lines = [PrintedLine([Place(0, 0.5), Place(20, 0.5)], red, width: 2)]
    let image = image(of: frame)
    #expect(image[10 + 5, 10 + 10] == red && image[10 + 15, 10 + 10] == blue)
    #expect(drawing(of: frame).contains("stroke=\"#ff0000\" stroke-width=\"2.22\""))
  }

  @Test func `a picture is seen where its cells are, and letters stand above it`() throws {
    let green = Color(0x00_80_00)
    let rect = Rect(x: 0, y: 0, width: 4, height: 2)
    var frame = frame { _ in }
    let ground = Picture.Ground(
      key: 1, image: PixelImage(width: 40, height: 40, filledWith: green),
      lines: [PrintedLine([Place(0, 1), Place(9, 1)], Self.ink, width: 1)])
    let inks = Picture.TrailInks(cores: [], halo: Self.paper, haloStrength: 0)
    var picture = Picture(rect, cells: frame.part(rect), ground: ground, inks: inks)
    picture.marks = [
      PixelMark(
        .sign(PixelShape("●")!, x: 20, y: 10, radius: 5), Color(0xFF_FF_FF), rim: Self.paper,
        rimWidth: 1)
    ]
    frame.pictures = [picture]
    frame[3, 1] = Cell("x", ink: Self.ink, paper: Self.paper)
    let image = image(of: frame)
    #expect(image[12, 12] == green && image[10 + 20, 10 + 10] == Color(0xFF_FF_FF))
    #expect(image[10 + 31, 10 + 21] == Self.paper)
    let drawing = drawing(of: frame)
    #expect(drawing.contains("href=\"data:image/png;base64,"))
    // The line ends at the picture's side.
    #expect(drawing.contains("<clipPath id=\"clip1\"><rect x=\"10\" y=\"10\" width=\"40\""))
    let images = DrawnImages(in: drawing).images
    #expect(images == [PixelImage(width: 40, height: 40, filledWith: green)])
  }

  @Test func `a film has what comes and goes, each as long as it is there`() {
    let (red, blue) = ("#ff0000", "#0000ff")
    var film = SVGFilm(
      SVGPress(width: 220, height: 120, title: "", paper: Self.paper, isFilm: true))
    for picture in 0..<4 {
      film.add(seconds: 0.5) { press in
        press.fill(Box(x: 0, y: 0, width: 5, height: 5), Self.ink)
        if picture >= 2 { press.fill(Box(x: 5, y: 0, width: 5, height: 5), Color(0xFF_00_00)) }
        if picture == 1 { press.fill(Box(x: 9, y: 0, width: 5, height: 5), Color(0x00_00_FF)) }
      }
    }
    let text = film.finished()
    #expect(text.components(of: "fill=\"\(Self.ink.text)\"") == 1)
    #expect(
      text.components(of: "fill=\"\(red)\"") == 1 && text.components(of: "fill=\"\(blue)\"") == 1)
    #expect(text.contains("{0%{visibility:hidden}50.000%{visibility:visible}}"))
    #expect(
      text.contains(
        "{0%{visibility:hidden}25.000%{visibility:visible}50.000%{visibility:hidden}}"))
    #expect(text.components(of: "2.00s step-end infinite") == 2)
  }

  @Test func `a document's table says where its objects are`() throws {
    var press = PDFPress(width: 220, height: 120, paper: Self.paper)
    var frame = frame { $0.write("한글 x̂", x: 1, y: 1, ink: Self.ink) }
    frame.lines = [PrintedLine([Place(1, 1), Place(2, 2)], Self.ink, width: 1)]
    print(frame, on: &press)
    press.show(PixelImage(width: 3, height: 2), in: Box(x: 0, y: 0, width: 30, height: 20))
    let bytes = press.finished()
    let text = String(decoding: bytes, as: Unicode.ASCII.self)
    #expect(text.hasPrefix("%PDF-1.5") && text.hasSuffix("%%EOF\n"))
    let last = try #require(text.split(separator: "\n").dropLast().last.flatMap { Int($0) })
    #expect(String(decoding: bytes[last...].prefix(4), as: UTF8.self) == "xref")
    let table = String(decoding: bytes[last...], as: UTF8.self).split(separator: "\n")
    let places = table.dropFirst(3).prefix { $0.hasSuffix(" n ") }.compactMap { Int($0.prefix(10)) }
    #expect(places.count == 5)
    for (number, place) in places.enumerated() {
      let head = String(decoding: bytes[place...].prefix(8), as: UTF8.self)
      #expect(head.hasPrefix("\(number + 1) 0 obj"), "\(head)")
    }
  }
}

extension String {
  /// How often a text is in this one.
  fileprivate func components(of part: String) -> Int { ranges(of: part).count }
}
