import Terminal
import Testing

struct ColorDecisionTests {
  struct Case: CustomTestStringConvertible {
    let environment: [String: String]
    var colors: Int? = 256
    var direct = false
    var choice: ColorDepth?
    let depth: ColorDepth
    let reason: ColorDecision.Reason

    init(
      _ environment: [String: String], _ depth: ColorDepth, _ reason: ColorDecision.Reason,
      colors: Int? = 256, direct: Bool = false, choice: ColorDepth? = nil
    ) {
      self.environment = environment
      (self.colors, self.direct, self.choice) = (colors, direct, choice)
      (self.depth, self.reason) = (depth, reason)
    }

    var testDescription: String { "\(environment) with \(colors ?? -1) colours: \(depth)" }
  }

  static let cases: [Case] = [
    Case(["TERM": "xterm-256color"], .colors256, .describedCount),
    Case(["TERM": "xterm"], .colors8, .describedCount, colors: 8),
    Case(["TERM": "xterm-16color"], .colors16, .describedCount, colors: 16),
    Case(["TERM": "linux"], .colors8, .describedCount, colors: 8),
    Case(["TERM": "vt100"], .mono, .describedMono, colors: 0),
    Case(["TERM": "vt100", "COLORTERM": "truecolor"], .mono, .describedMono, colors: 0),

    Case(["TERM": "xterm-256color", "COLORTERM": "truecolor"], .trueColor, .colorTerm),
    Case(["TERM": "xterm-256color", "COLORTERM": "24bit"], .trueColor, .colorTerm),
    Case(["TERM": "xterm-256color", "COLORTERM": "yes"], .colors256, .describedCount),
    Case(["TERM": "some-256color"], .trueColor, .describedDirect, direct: true),
    Case(["TERM": "xterm-direct"], .trueColor, .describedDirect, colors: 1 << 24, direct: true),
    Case(["TERM": "xterm-direct"], .trueColor, .terminalName, colors: nil),
    Case(["TERM": "xterm-kitty"], .trueColor, .terminalName),
    Case(["TERM": "foot"], .trueColor, .terminalName, colors: nil),
    Case(["TERM": "alacritty"], .trueColor, .terminalName),

    Case(
      ["TERM": "xterm-256color", "TERM_PROGRAM": "iTerm.app"], .trueColor, .terminalProgram),
    Case(["TERM": "xterm-256color", "WT_SESSION": "1"], .trueColor, .terminalProgram),
    Case(["TERM": "xterm-256color", "XTERM_VERSION": "XTerm(379)"], .trueColor, .terminalProgram),
    Case(
      ["TERM": "xterm-256color", "TERM_PROGRAM": "Apple_Terminal"], .colors256, .terminalProgram),

    Case(["TERM": "tmux-256color"], .trueColor, .tmux),
    Case(["TERM": "screen-256color", "TMUX": "socket"], .trueColor, .tmux),
    Case(["TERM": "screen-256color"], .colors256, .gnuScreen),
    Case(["TERM": "screen", "COLORTERM": "truecolor"], .colors8, .gnuScreen, colors: 8),
    Case(["TERM": "xterm-256color", "STY": "1.x", "COLORTERM": "24bit"], .colors256, .gnuScreen),

    Case(["TERM": "xterm-256color", "NO_COLOR": "1", "COLORTERM": "24bit"], .mono, .noColor),
    Case(["TERM": "xterm-256color", "NO_COLOR": ""], .colors256, .describedCount),
    Case(["TERM": "xterm", "NO_COLOR": "1"], .trueColor, .chosen, choice: .trueColor),
    Case(["TERM": "xterm-kitty"], .mono, .chosen, choice: .mono),
    Case([:], .trueColor, .chosen, colors: nil, choice: .trueColor),
    Case([:], .mono, .describedCount, colors: nil),
  ]

  @Test(arguments: cases)
  func `the environment and terminfo decide the depth`(example: Case) {
    let description = example.colors.map {
      TerminalDescription(colors: $0, hasDirectColor: example.direct)
    }
    let decision = ColorDecision(
      choice: example.choice, environment: example.environment, description: description)
    #expect(decision == ColorDecision(depth: example.depth, reason: example.reason))
  }
}
