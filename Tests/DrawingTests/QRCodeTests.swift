import Drawing
import Testing

struct QRCodeTests {
  /// The code without its quiet zone, dark modules as ink; a half row is left below the last one.
  private func picture(_ text: String) -> [String] {
    guard let code = QRCode(text) else { return [] }
    return stride(from: 0, to: code.size, by: 2).map { row in
      String(
        String.UnicodeScalarView(
          code.rows.indices.map { column in
            let lower = row + 1 < code.size && code.rows[row + 1][column]
            return switch (code.rows[row][column], lower) {
            case (true, true): "█"
            case (true, false): "▀"
            case (false, true): "▄"
            case (false, false): " "
            }
          }))
    }
  }

  @Test func `a text is a square that cameras read`() {
    #expect(
      picture("downhill") == [
        "█▀▀▀▀▀█ █▄▀██ █▀▀▀▀▀█",
        "█ ███ █ ███▄▄ █ ███ █",
        "█ ▀▀▀ █ ▀█▄█  █ ▀▀▀ █",
        "▀▀▀▀▀▀▀ █▄▀▄█ ▀▀▀▀▀▀▀",
        " ██▄▀▄▀▀ ▄█▀▄ █▄█▀███",
        " ▀▄███▀▀ ▀▄▀▄▄▀█▀▀ █▀",
        "▀▀▀ ▀▀▀ █▄▀ █ ██▄▀ ██",
        "█▀▀▀▀▀█ ▀ ▀▄  ▄▀▀▀ █▀",
        "█ ███ █ ▀█ █ ▄▀▄▄ ▄▄ ",
        "█ ▀▀▀ █ █▀██▄█▀█▀  ▄▀",
        "▀▀▀▀▀▀▀  ▀ ▀ ▀▀    ▀▀",
      ])
  }

  @Test func `an address of a class takes 25 modules`() {
    #expect(QRCode("http://192.168.100.100:8123/CDFH")?.size == 25)
    #expect(QRCode("http://10.0.0.5:8123/CDFH")?.size == 25)
  }

  @Test func `a longer text takes a larger code, until there is none`() {
    let sizes = (1...QRCode.longest).map { QRCode(String(repeating: "x", count: $0))?.size ?? 0 }
    #expect(sizes == sizes.sorted())
    #expect(Set(sizes) == [21, 25, 29, 33, 37])
    #expect(QRCode("") == nil)
    #expect(QRCode(String(repeating: "x", count: QRCode.longest + 1)) == nil)
  }

  @Test func `three corners have their squares`() throws {
    let finder = [
      [true, true, true, true, true, true, true], [true, false, false, false, false, false, true],
      [true, false, true, true, true, false, true], [true, false, true, true, true, false, true],
      [true, false, true, true, true, false, true],
      [true, false, false, false, false, false, true], [true, true, true, true, true, true, true],
    ]
    for text in ["a", "http://192.168.0.5:8123/CDFH", String(repeating: "y", count: 100)] {
      let code = try #require(QRCode(text))
      let far = code.size - 7
      for (row, column) in [(0, 0), (0, far), (far, 0)] {
        let corner = code.rows[row..<(row + 7)].map { Array($0[column..<(column + 7)]) }
        #expect(corner == finder)
      }
    }
  }

  @Test(arguments: [1, 2, 3])
  func `it is drawn black on white, with its quiet zone`(scale: Int) throws {
    let code = try #require(QRCode("http://192.168.0.5:8123/CDFH"))
    let size = code.size(scale: scale)
    #expect(size.width == 33 * scale && size.height == (33 * scale + 1) / 2)
    var frame = Frame(Size(size.width + 2, size.height + 2))
    code.draw(x: 1, y: 1, scale: scale, on: &frame)
    for row in -QRCode.quietZone..<(code.size + QRCode.quietZone) {
      for column in -QRCode.quietZone..<(code.size + QRCode.quietZone) {
        let isInside = code.rows.indices.contains(row) && code.rows.indices.contains(column)
        let x = 1 + (column + QRCode.quietZone) * scale
        let halfRow = (row + QRCode.quietZone) * scale
        let cell = frame[x, 1 + halfRow / 2]
        let color = halfRow % 2 == 0 || cell.glyph == " " ? cell.paper : cell.ink
        #expect(color == Color(isInside && code.rows[row][column] ? 0x000000 : 0xffffff))
      }
    }
    #expect(frame[0, 0] == Cell() && frame[size.width + 1, size.height + 1] == Cell())
  }
}
