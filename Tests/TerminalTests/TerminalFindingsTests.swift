import Drawing
import Terminal
import Testing

struct TerminalFindingsTests {
  private static let xterm = TerminalDescription(colors: 256)

  private func find(
    _ environment: [String: String], colors: Int? = 256, isUnicode: Bool = true,
    answers: String = "", _ change: (inout TerminalWishes) -> Void = { _ in }
  ) -> TerminalFindings {
    var wishes = TerminalWishes()
    change(&wishes)
    return TerminalFindings(
      wishes, environment: environment,
      description: colors.map { TerminalDescription(colors: $0) }, isUnicode: isUnicode
    ) { _ in
      var replies = TerminalReplies()
      replies.take(answers.utf8)
      return replies
    }
  }

  @Test(arguments: [
    ["TERM": "xterm-256color", "COLORTERM": "truecolor"],
    ["TERM": "xterm-256color", "NO_COLOR": "1"],
    ["TERM": "xterm-kitty"],
    ["TERM": "tmux-256color", "TMUX": "/tmp/tmux"],
    ["TERM": "screen.xterm", "STY": "1", "LANG": "ko_KR.UTF-8"],
    ["TERM": "xterm-256color", "SSH_TTY": "/dev/pts/1", "LANG": "ko_KR.UTF-8"],
    ["TERM": "linux", "LANG": "ko_KR.UTF-8"],
  ])
  func `what is known, far or useless is not asked`(environment: [String: String]) {
    #expect(find(environment).questions.isEmpty)
  }

  @Test func `flags decide without a question`() {
    let korean = ["TERM": "xterm-256color", "LANG": "ko_KR.UTF-8"]
    let found = find(korean) {
      $0.colors = .colors256
      $0.glyphs = .full
    }
    #expect(found.questions.isEmpty && found.colors.reason == .chosen)
  }

  @Test func `a wish to find out is asked even far away`() {
    let far = ["TERM": "xterm-256color", "SSH_TTY": "/dev/pts/1"]
    let found = find(far) {
      $0.insistsOnColor = true
      $0.insistsOnWidth = true
    }
    #expect(found.questions == TerminalQuestions(asksColor: true, asksWidth: true))
  }

  @Test func `an answer decides, silence leaves the guess`() {
    let korean = ["TERM": "xterm-256color", "LC_ALL": "ko_KR.UTF-8"]
    let wide = find(korean, answers: "\u{1B}P1$r48:2::1:2:3m\u{1B}\\\u{1B}[3;3R\u{1B}[?1c")
    #expect(wide.colors == ColorDecision(depth: .trueColor, reason: .answered))
    #expect(wide.glyphs.set == .safe && wide.glyphs.reason == .foundWide)
    let narrow = find(korean, answers: "\u{1B}[3;2R\u{1B}[?1c")
    #expect(narrow.colors.reason == .describedCount)
    #expect(narrow.glyphs.set == .full && narrow.glyphs.reason == .foundNarrow)
    let mute = find(korean)
    #expect(mute.colors.depth == .colors256 && mute.glyphs.reason == .usual)
  }

  @Test func `the last question is the one that every terminal answers`() {
    for color in [false, true] {
      for width in [false, true] {
        let questions = TerminalQuestions(asksColor: color, asksWidth: width)
        #expect(questions.bytes.hasSuffix("\u{1B}[c"))
        #expect(questions.bytes.contains("▄\u{1B}[6n") == width)
      }
    }
  }

  @Test func `glyphs follow locale, console and the user's word`() {
    let xterm = ["TERM": "xterm-256color", "COLORTERM": "truecolor"]
    #expect(find(xterm).glyphs.set == .full)
    #expect(find(xterm, isUnicode: false).glyphs.set == .ascii)
    #expect(find(["TERM": "linux"], colors: 8).glyphs.set == .ascii)
    #expect(find(xterm) { $0.ambiguous = .wide }.glyphs.set == .safe)
    #expect(find(["TERM": "linux"], colors: 8) { $0.glyphs = .full }.glyphs.set == .full)
  }
}
