import Drawing
import Terminal
import Testing

struct TerminalFindingsTests {
  private func find(
    _ environment: [String: String], colors: Int? = 256, isUnicode: Bool = true,
    answers: String = "", _ change: (inout TerminalWishes) -> Void = { _ in }
  ) -> TerminalFindings {
    var wishes = TerminalWishes()
    wishes.needsBackground = true
    change(&wishes)
    var findings = TerminalFindings(
      wishes, environment: environment,
      description: colors.map { TerminalDescription(colors: $0) }, isUnicode: isUnicode)
    var replies = TerminalReplies()
    replies.take(answers.utf8)
    findings.take(replies)
    return findings
  }

  private static let all = TerminalQuestions(
    asksColor: true, asksWidth: true, asksBackground: true, asksPixels: true)

  @Test func `all that nothing else tells is asked, far away too, since nobody waits for it`() {
    #expect(find(["TERM": "xterm-256color"]).questions == Self.all)
    #expect(find(["TERM": "xterm-256color", "SSH_TTY": "/dev/pts/1"]).questions == Self.all)
    #expect(find(["TERM": "xterm", "LANG": "ko_KR.UTF-8"], colors: 8).questions == Self.all)
  }

  @Test(arguments: [
    ["TERM": "linux"], ["TERM": "screen.xterm"], ["TERM": "xterm-256color", "STY": "1"],
    ["COLORTERM": "truecolor"],
  ])
  func `who would not understand is not asked`(environment: [String: String]) {
    #expect(find(environment).questions.isEmpty)
  }

  @Test func `what is known is not asked`() {
    func questions(_ environment: [String: String], colors: Int? = 256) -> TerminalQuestions {
      find(environment, colors: colors).questions
    }
    let direct = questions(["TERM": "xterm-256color", "COLORTERM": "truecolor"])
    #expect(!direct.asksColor && direct.asksWidth && direct.asksBackground)
    #expect(!questions(["TERM": "xterm-kitty"]).asksColor)
    let tmux = questions(["TERM": "tmux-256color", "TMUX": "/tmp/tmux"])
    #expect(!tmux.asksColor && !tmux.asksWidth && tmux.asksBackground)
    let mono = questions(["TERM": "xterm-256color", "NO_COLOR": "1"])
    #expect(!mono.asksColor && mono.asksWidth && !mono.asksBackground)
    #expect(!questions(["TERM": "vt100"], colors: 0).asksBackground)
    // The system's entry could not show the colours that an answer promised.
    #expect(!questions(["TERM": "rxvt-256color"]).asksColor)
    #expect(!find(["TERM": "xterm"], isUnicode: false).questions.asksWidth)
  }

  @Test func `what the user says is not asked`() {
    let found = find(["TERM": "xterm-256color"]) {
      $0.colors = .colors256
      $0.glyphs = .full
      $0.needsBackground = false
    }
    #expect(found.questions.isEmpty && found.colors.reason == .chosen)
  }

  @Test func `an answer decides, silence leaves the guess`() {
    let xterm = ["TERM": "xterm-256color"]
    let wide = find(xterm, answers: "\u{1B}P1$r48:2::1:2:3m\u{1B}\\\u{1B}[2;3R\u{1B}[?1c")
    #expect(wide.colors == ColorDecision(depth: .trueColor, reason: .answered))
    #expect(wide.glyphs.set == .safe && wide.glyphs.reason == .foundWide)
    #expect(wide.background.reason == .usual)
    let narrow = find(xterm, answers: "\u{1B}[2;2R\u{1B}[?1c")
    #expect(narrow.colors.reason == .describedCount)
    #expect(narrow.glyphs.set == .full && narrow.glyphs.reason == .foundNarrow)
    let mute = find(xterm)
    #expect(mute.colors.depth == .colors256 && mute.glyphs.reason == .usual)
  }

  @Test func `an answer to what was not asked decides nothing`() {
    let answers = "\u{1B}P1$r48:2::1:2:3m\u{1B}\\\u{1B}]11;#ffffff\u{7}\u{1B}[2;3R\u{1B}[?1c"
    let found = find(["TERM": "xterm-256color"], answers: answers) {
      $0.colors = .colors16
      $0.ambiguous = .narrow
      $0.needsBackground = false
    }
    #expect(found.colors.depth == .colors16 && found.glyphs.set == .full)
    #expect(!found.background.isLight)
  }

  @Test func `the answer about the background comes before COLORFGBG, and that before the guess`() {
    func background(_ variable: String?, _ answer: String = "") -> BackgroundDecision {
      find(["TERM": "xterm", "COLORFGBG": variable ?? ""], answers: answer).background
    }
    let (white, black) = ("\u{1B}]11;rgb:ffff/ffff/ffff\u{1B}\\", "\u{1B}]11;rgb:0/0/0\u{7}")
    #expect(background("0;15", black) == BackgroundDecision(answer: Color(0x000000)))
    #expect(background("15;0", white) == BackgroundDecision(answer: Color(0xffffff)))
    #expect(background("15;0", white).isLight && !background("0;15", black).isLight)
    for light in ["0;15", "0;7", "0;default;15", "0;11"] {
      #expect(background(light).isLight && background(light).reason == .colorFGBG)
    }
    for dark in ["15;0", "7;8", "15;default;4"] {
      #expect(!background(dark).isLight && background(dark).reason == .colorFGBG)
    }
    for nothing in [nil, "", "0;default", "0;99", "white"] {
      #expect(!background(nothing).isLight && background(nothing).reason == .usual)
    }
  }

  @Test(arguments: [(0x000000, false), (0x002b36, false), (0x555555, false), (0xfdf6e3, true)])
  func `a background lighter than middle grey is light`(color: Int, isLight: Bool) {
    #expect(BackgroundDecision(answer: Color(UInt32(color))).isLight == isLight)
  }

  @Test func `the last question is the one that every terminal answers`() {
    for color in [false, true] {
      for width in [false, true] {
        let questions = TerminalQuestions(
          asksColor: color, asksWidth: width, asksBackground: false)
        #expect(questions.bytes.hasSuffix("\u{1B}[c"))
        #expect(questions.bytes.contains("▄\u{1B}[6n") == width)
        #expect(!questions.bytes.contains("]11;"))
      }
    }
    #expect(Self.all.bytes.contains("\u{1B}]11;?\u{1B}\\"))
  }

  @Test func `glyphs follow locale, console and the user's word`() {
    let xterm = ["TERM": "xterm-256color", "COLORTERM": "truecolor"]
    #expect(find(xterm).glyphs.set == .full)
    #expect(find(xterm, isUnicode: false).glyphs.set == .ascii)
    #expect(find(["TERM": "linux"], colors: 8).glyphs.set == .ascii)
    #expect(find(xterm) { $0.ambiguous = .wide }.glyphs.set == .safe)
    #expect(find(["TERM": "linux"], colors: 8) { $0.glyphs = .full }.glyphs.set == .full)
  }

  // What a terminal answers, from its name to the question that comes last.
  private static let kitty = "\u{1B}_Gi=31;OK\u{1B}\\"
  private static let cell = "\u{1B}[6;18;9t"
  private static func name(_ name: String) -> String { "\u{1B}P>|\(name)\u{1B}\\" }

  private static let terminals: [(answers: String, way: PixelProtocol?)] = [
    (kitty + name("kitty(0.35.2)") + cell + "\u{1B}[?62;c", PixelProtocol.kitty),
    (kitty + name("Konsole 22.12.3") + cell + "\u{1B}[?62;1;4c", .kitty),
    (kitty + name("ghostty 1.2.0") + cell + "\u{1B}[?62;22c", .kitty),
    (name("XTerm(379)") + "\u{1B}[?2;0;1000;798S\u{1B}[?63;1;2;4;6c", .sixel),
    (name("foot(1.13.1)") + cell + "\u{1B}[?62;4;22c", .sixel),
    (cell + "\u{1B}[?63;1;2;3;4;7;29c", .sixel),
    // Old: a paper of cells would be hidden by a picture.
    (kitty + name("kitty(0.26.5)") + cell + "\u{1B}[?62;c", nil),
    (kitty + name("WezTerm 20240203") + cell + "\u{1B}[?65;4;6;18;22c", nil),
    (kitty + cell + "\u{1B}[?62;c", nil),
    (name("XTerm(379)") + "\u{1B}[?64;1;2;6c", nil), ("\u{1B}[?1;2c", nil),
  ]

  @Test(arguments: terminals)
  func `a terminal is sent pictures in the way that it is known to show`(
    answers: String, way: PixelProtocol?
  ) {
    let direct = ["TERM": "xterm-256color", "COLORTERM": "truecolor"]
    var findings = find(direct)
    var replies = TerminalReplies()
    replies.take(answers.utf8)
    findings.take(replies, window: CellPixels(width: 9, height: 19))
    #expect(findings.pixels.way == way)
    if way != nil {
      let height = answers.contains(Self.cell) ? 18 : 19
      #expect(findings.pixels.cell == CellPixels(width: 9, height: height))
    }
    #expect(find(direct).pixels.reason == .unanswered)
  }

  @Test func `pictures can be asked for and refused, and need colours and the size of a cell`() {
    let direct = ["TERM": "xterm-256color", "COLORTERM": "truecolor"]
    let sixel = Self.cell + "\u{1B}[?62;4c"
    #expect(find(direct, answers: sixel).pixels.way == .sixel)
    #expect(find(direct, answers: sixel) { $0.pixels = .kitty }.pixels.way == .kitty)
    #expect(find(direct, answers: sixel) { $0.pixels = .off }.pixels.way == nil)
    #expect(find(direct, answers: "\u{1B}[?62;4c").pixels.reason == .unknownCell)
    let few = find(direct, answers: sixel) { $0.colors = .colors256 }
    #expect(few.pixels.way == nil && !few.questions.asksPixels)
    let wide = find(direct, answers: "\u{1B}[2;3R" + sixel)
    #expect(wide.pixels.way == nil && wide.pixels.reason == .fewColors)
    for environment in [
      ["TERM": "tmux-256color", "TMUX": "/tmp/tmux"], ["TERM": "screen-256color", "STY": "1"],
      ["TERM": "linux"],
    ] {
      let found = find(environment, answers: sixel)
      #expect(found.pixels.way == nil && found.pixels.reason == .unasked)
    }
  }
}
