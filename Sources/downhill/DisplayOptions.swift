import App
import ArgumentParser
import Drawing
import Files
import Reports
import Terminal
import Texts

/// How things look: the options that `race` and `lesson` share.
struct DisplayOptions: ParsableArguments {
  @Option(help: help("theme", "NAME|FILE"), completion: .themes) var theme: String?
  @Option(help: help("color", "DEPTH"), completion: .depths) var color: String?
  @Option(
    help: help("glyphs", "SET"), completion: .list(["auto"] + GlyphSet.allCases.map(\.rawValue)))
  var glyphs: String?
  @Option(help: help("ambiguous", "WIDTH"), completion: .words(AmbiguousWidth.self)) var ambiguous:
    String?
  @Option(help: help("pixels", "WAY"), completion: .words(PixelWish.self)) var pixels: String?
  @Option(help: help("shading", "on|off"), completion: .switches) var shading: String?
  @Flag(help: help("no_sync")) var noSync = false
  @Flag(help: help("presentation")) var presentation = false
  @Flag(help: help("plain")) var plain = false
  @Option(parsing: .unconditional, help: help("plain_every", "NUMBER")) var every: String?

  var display: Display {
    Display(
      theme: theme, color: color, glyphs: glyphs, ambiguous: ambiguous, pixels: pixels,
      isSynchronized: !noSync, isPresentation: presentation, shading: shading)
  }

  /// Every how many steps `plain` has a line, if that was said.
  func steps() throws(Fault) -> Int? {
    try number(every, "--every", .expectedCount, in: 1...Lesson.lastStep)
  }

  /// Lines on standard output, and what is typed on standard input.
  func talk() -> PlainTalk {
    let lines = TypedLines()
    return PlainTalk(
      strings: Words.strings, write: Words.print,
      read: {
        // Whoever types must have read what was asked.
        try? Words.flush()
        return lines.next()
      }, hasEnded: { lines.hasEnded })
  }
}
