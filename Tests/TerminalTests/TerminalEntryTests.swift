import Terminal
import Testing

struct TerminalEntryTests {
  private func entry(
    _ depth: ColorDepth, _ environment: [String: String], colors: Int?
  ) -> TerminalEntry? {
    TerminalEntry(
      for: depth, environment: environment,
      description: colors.map { TerminalDescription(colors: $0) })
  }

  @Test func `24-bit colours always need our own entry`() {
    #expect(entry(.trueColor, ["TERM": "foot"], colors: nil) == .own("downhill-xterm"))
    #expect(entry(.trueColor, ["TERM": "linux"], colors: 8) == .own("downhill-xterm"))
    #expect(
      entry(.trueColor, ["TERM": "screen", "TMUX": "x"], colors: 8) == .own("downhill-tmux"))
  }

  @Test func `our own entry stands in for those it is made from`() {
    #expect(
      entry(.colors256, ["TERM": "xterm-256color"], colors: 256) == .own("downhill-xterm"))
    #expect(entry(.mono, ["TERM": "tmux-256color"], colors: 256) == .own("downhill-tmux"))
    #expect(entry(.colors8, ["TERM": "xterm"], colors: 8) == .own("downhill-xterm"))
  }

  @Test func `other terminals keep theirs where it has the colours`() {
    #expect(entry(.colors256, ["TERM": "rxvt-256color"], colors: 256) == .system)
    #expect(entry(.colors8, ["TERM": "linux"], colors: 8) == .system)
    #expect(entry(.mono, ["TERM": "vt100"], colors: 0) == .system)
    #expect(entry(.colors16, ["TERM": "linux"], colors: 8) == .own("downhill-xterm"))
  }

  @Test func `an unknown terminal that nothing else describes has none`() {
    #expect(entry(.mono, ["TERM": "nonsense"], colors: nil) == nil)
    #expect(entry(.mono, [:], colors: nil) == nil)
    #expect(
      entry(.mono, ["TERM": "nonsense", "COLORTERM": "1"], colors: nil)
        == .own("downhill-xterm"))
  }
}
