import App
import Drawing
import Files
import FoundationEssentials
import Terminal
import Texts

#if canImport(Glibc)
  import Glibc
#endif

/// The colour depth that a word on the command line means; `nil` for `auto`.
func colorDepth(_ text: String) throws(Fault) -> ColorDepth? {
  let words: [(name: String, depth: ColorDepth?)] = [
    ("auto", nil), ("truecolor", .trueColor), ("256", .colors256), ("16", .colors16),
    ("8", .colors8), ("mono", .mono),
  ]
  guard let word = words.first(where: { $0.name == text.lowercased() }) else {
    throw Fault(
      .flag("--color"), .unknown(.errorUnknownColor, found: text, names: words.map(\.name)))
  }
  return word.depth
}

extension TerminalWishes {
  /// What the words of `--color`, `--glyphs`, `--ambiguous` and `--pixels` mean; `auto` wishes to
  /// find out. What is not given is as the user's file says. Without a theme that is asked for, the
  /// background decides.
  init(
    color: String?, glyphs: String?, ambiguous: String?, pixels: String?, asksForTheme: Bool
  ) throws(Fault) {
    self.init()
    colors = try colorDepth(color ?? Words.config.color ?? "auto")
    self.glyphs = try glyphSet(glyphs ?? Words.config.glyphs ?? "auto")
    self.ambiguous = try word(ambiguous ?? "auto", .errorUnknownAmbiguous)
    self.pixels = try pixelWish(pixels ?? Words.config.pixels ?? "auto")
    needsBackground = !asksForTheme
  }
}

/// The glyph set that a word on the command line means; `nil` for `auto`.
private func glyphSet(_ text: String) throws(Fault) -> GlyphSet? {
  if text.lowercased() == "auto" { return nil }
  guard let set = GlyphSet(rawValue: text.lowercased()) else {
    throw Fault(
      .flag("--glyphs"),
      .unknown(
        .errorUnknownGlyphs, found: text, names: ["auto"] + GlyphSet.allCases.map(\.rawValue)))
  }
  return set
}

/// What a word on the command line wants of pixels.
private func pixelWish(_ text: String) throws(Fault) -> PixelWish {
  guard let wish = PixelWish(rawValue: text.lowercased()) else {
    throw Fault(
      .flag("--pixels"),
      .unknown(.errorUnknownPixels, found: text, names: PixelWish.allCases.map(\.rawValue)))
  }
  return wish
}

func describe(_ error: TerminalError) -> String {
  switch error {
  case .outputIsNoTerminal: Words.strings[.errorNotATerminal]
  case .noKeyboard: Words.strings[.errorNoKeyboard]
  case .termNotSet: Words.strings(.errorUnknownTerminal, ["found": ""])
  case .unknownTerminal(let name): Words.strings(.errorUnknownTerminal, ["found": name])
  case .tooDumb(let name): Words.strings(.errorDumbTerminal, ["found": name])
  }
}

/// The colours that lists are printed in.
func outputColors() throws(Fault) -> ColorDepth {
  .ofOutput(choice: try colorDepth(Words.config.color ?? "auto"))
}

extension Shelf {
  /// The folders of this kind that belong to this program and its user.
  init(_ kind: String) {
    self.init(kind, environment: Words.environment, programAt: programPath())
  }
}

/// Where this program lies, whatever name it was started by.
private func programPath() -> String {
  (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe"))
    ?? CommandLine.arguments[0]
}
