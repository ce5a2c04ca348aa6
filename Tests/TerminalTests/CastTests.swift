import Drawing
import Foundation
import Terminal
import Testing

struct CastTests {
  private func frame(_ size: Size = Size(12, 3), _ draw: (inout Frame) -> Void = { _ in }) -> Frame
  {
    var frame = Frame(size)
    draw(&frame)
    return frame
  }

  /// The events of a line of JSON.
  private func events(_ text: String) throws -> [[Any]] {
    try text.split(separator: "\n").map { line in
      try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [Any])
    }
  }

  @Test func `the first line says how large the window is`() throws {
    let header = Cast(Size(80, 24)).header
    let facts = try #require(
      try JSONSerialization.jsonObject(with: Data(header.utf8)) as? [String: Any])
    #expect(facts["version"] as? Int == 2)
    #expect(facts["width"] as? Int == 80 && facts["height"] as? Int == 24)
    #expect(header.hasSuffix("}\n"))
  }

  @Test func `each line has what is new, and none where nothing is`() throws {
    var cast = Cast(Size(12, 3))
    let first = frame { $0.write("한 \"a\\b\"", x: 1, y: 1, ink: Color(0xFF_00_01)) }
    var line = try events(cast.line(first, at: 0))
    #expect(line.count == 1 && line[0][0] as? Double == 0 && line[0][1] as? String == "o")
    let text = try #require(line[0][2] as? String)
    #expect(text.hasPrefix("\u{1B}[?25l\u{1B}[2J") && text.contains("한 \"a\\b\""))
    #expect(text.contains("\u{1B}[0;38;2;255;0;1m"))
    #expect(cast.line(first, at: 0.5).isEmpty)
    var second = first
    second[9, 2] = Cell("x", paper: Color(0x00_00_07), style: [.bold, .underline, .bare])
    line = try events(cast.line(second, at: 1.25))
    #expect(line[0][0] as? Double == 1.25)
    #expect(line[0][2] as? String == "\u{1B}[3;10H\u{1B}[0;1;4;48;2;0;0;7mx\u{1B}[0m")
  }

  @Test func `another size of the window is told first`() throws {
    var cast = Cast(Size(12, 3))
    _ = cast.line(frame(), at: 0)
    let lines = try events(cast.line(frame(Size(20, 5)), at: 2))
    #expect(lines.map { $0[1] as? String } == ["r", "o"])
    #expect(lines[0][2] as? String == "20x5")
  }
}
