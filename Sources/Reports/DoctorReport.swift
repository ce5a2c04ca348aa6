import Drawing
package import Files
package import Terminal
package import Texts

/// What the program makes of where it runs, and why: for a person with a question, and for whoever
/// answers it.
package struct DoctorReport: Sendable {
  package var strings: Strings
  package var diagnosis: TerminalDiagnosis
  package var machine: Machine
  /// The theme that is asked for; `nil` if the background decides.
  package var theme: Theme?
  /// The themes that there are to choose from.
  package var choice: [Theme]
  /// Where files of themes and languages are looked for.
  package var themes, languages: Shelf
  /// Where the user's settings would be, and whether there is such a file; `nil` without a home.
  package var config: (path: String, exists: Bool)?

  package init(
    strings: Strings, diagnosis: TerminalDiagnosis, machine: Machine, theme: Theme?,
    choice: [Theme], themes: Shelf, languages: Shelf, config: (path: String, exists: Bool)?
  ) {
    self.strings = strings
    self.diagnosis = diagnosis
    self.machine = machine
    self.theme = theme
    self.choice = choice
    self.themes = themes
    self.languages = languages
    self.config = config
  }

  /// One fact a line, named on the left.
  package func text() -> String {
    let facts: [(Text, String)] = [
      (.doctorVersion, "downhill \(machine.version)"),
      (.doctorProcessor, processor), (.doctorVectors, vectors),
      (.doctorColors, because(colorDepth, strings.describe(diagnosis.findings.colors.reason))),
      (
        .doctorGlyphs,
        because(
          diagnosis.findings.glyphs.set.rawValue,
          strings.describe(diagnosis.findings.glyphs.reason))
      ),
      (.doctorPicture, because(picture, strings.describe(diagnosis.findings.pixels.reason))),
      (.doctorOffers, offers),
      (.doctorBackground, background), (.doctorTheme, themeInUse),
      (.doctorAsked, asked), (.doctorLocale, locale), (.doctorSize, size), (.doctorCell, cell),
      (.doctorTerm, term),
      (.doctorThemes, folders(themes)), (.doctorLanguages, folders(languages)),
      (.doctorConfig, configuration), (.doctorBetter, better),
    ]
    let width = facts.map { strings[$0.0].cellWidth }.max() ?? 0
    return facts.map { strings[$0.0].padded(to: width) + "  " + $0.1.spelt + "\n" }.joined()
  }

  /// The machine that the program runs on, and what it was built for.
  package struct Machine: Sendable {
    package var version: String
    /// The processor's name; empty if the system does not tell.
    package var name: String
    package var processors: Int
    /// Bits of the widest vectors that the program was built for, and of the processor's own.
    package var builtBits, ownBits: Int

    package init(version: String, name: String, processors: Int, builtBits: Int, ownBits: Int) {
      (self.version, self.name, self.processors) = (version, name, processors)
      (self.builtBits, self.ownBits) = (builtBits, ownBits)
    }
  }

  private var processor: String {
    let name = machine.name.isEmpty ? strings[.doctorUnknown] : machine.name
    return "\(name) × \(machine.processors)"
  }

  private var vectors: String {
    strings(.doctorBits, ["built": "\(machine.builtBits)", "own": "\(machine.ownBits)"])
  }

  private var offers: String {
    guard let offers = diagnosis.findings.offers else { return strings[.doctorUnknown] }
    return [PixelProtocol.kitty, .sixel].map { way in
      because(way.rawValue, strings[offers.contains(way) ? .doctorYes : .doctorNo])
    }
    .joined(separator: ", ")
  }

  /// What would make more of machine and terminal.
  private var better: String {
    let findings = diagnosis.findings
    let hints: [(Text, Bool)] = [
      (.doctorBetterBuild, machine.builtBits < machine.ownBits),
      (.doctorBetterLocale, !diagnosis.isUnicode),
      (
        .doctorBetterColors,
        diagnosis.size != nil && ![.trueColor, .mono].contains(findings.colors.depth)
      ),
      (.doctorBetterPixels, findings.offers == [] && findings.colors.depth == .trueColor),
    ]
    let texts = hints.filter(\.1).map { strings[$0.0] }
    return texts.isEmpty ? strings[.doctorNothing] : texts.joined(separator: "; ")
  }

  private func because(_ what: String, _ why: String) -> String { "\(what): \(why)" }

  private var colorDepth: String {
    switch diagnosis.findings.colors.depth {
    case .trueColor: "truecolor"
    case .colors256: "256"
    case .colors16: "16"
    case .colors8: "8"
    case .mono: "mono"
    }
  }

  private var picture: String {
    let pixels = diagnosis.findings.pixels
    guard let way = pixels.way, let cell = pixels.cell else { return strings[.doctorCells] }
    return strings(
      .doctorWay, ["way": way.rawValue, "width": "\(cell.width)", "height": "\(cell.height)"])
  }

  private var background: String {
    let background = diagnosis.findings.background
    return because(
      strings[background.isLight ? .doctorLight : .doctorDark],
      strings.describe(background.reason))
  }

  private var themeInUse: String {
    if let theme { return because(theme.name, strings[.doctorChosen]) }
    let isLight = diagnosis.findings.background.isLight
    return because(
      choice.standard(onLight: isLight).name,
      strings[isLight ? .doctorForLight : .doctorForDark])
  }

  private var asked: String {
    let questions = diagnosis.findings.questions
    let texts = [
      questions.asksColor ? strings[.doctorAsksColor] : nil,
      questions.asksWidth ? strings[.doctorAsksWidth] : nil,
      questions.asksBackground ? strings[.doctorAsksBackground] : nil,
      questions.asksPixels ? strings[.doctorAsksPixels] : nil,
    ].compactMap { $0 }
    if !diagnosis.canAnswer { return strings[.doctorNothing] }
    return texts.isEmpty ? strings[.doctorNothing] : texts.joined(separator: ", ")
  }

  private var locale: String {
    let name = diagnosis.locale.isEmpty ? strings[.doctorNotSet] : diagnosis.locale
    return because(
      name, strings[diagnosis.isUnicode ? .doctorUnicode : .doctorNotUnicode])
  }

  private var size: String {
    diagnosis.size.map { "\($0.width)×\($0.height)" } ?? strings[.doctorNoTerminal]
  }

  private var cell: String {
    guard let cell = diagnosis.cell else { return strings[.doctorNoPixels] }
    let aspect = NumberText.brief((cell.height / cell.width * 100).rounded() / 100)
    return strings(
      .doctorPixels,
      [
        "width": NumberText.brief((cell.width * 10).rounded() / 10),
        "height": NumberText.brief((cell.height * 10).rounded() / 10), "aspect": aspect,
      ])
  }

  private var term: String {
    let name = diagnosis.term.isEmpty ? strings[.doctorNotSet] : diagnosis.term
    let entry =
      switch diagnosis.findings.entry {
      case .system: strings[.doctorSystemEntry]
      case .own(let own): strings(.doctorOwnEntry, ["name": own])
      case nil: strings[.doctorNoEntry]
      }
    return because(name, entry)
  }

  private func folders(_ shelf: Shelf) -> String {
    let folders = shelf.existing
    return folders.isEmpty ? strings[.doctorNone] : folders.joined(separator: ", ")
  }

  private var configuration: String {
    guard let config else { return strings[.doctorNone] }
    return config.exists ? config.path : strings(.doctorNoFile, ["file": config.path])
  }
}

extension Strings {
  func describe(_ reason: PixelDecision.Reason) -> String {
    switch reason {
    case .chosen: self[.doctorChosen]
    case .offered: self[.doctorOffered]
    case .notOffered: self[.doctorNotOffered]
    case .unanswered: self[.doctorUnanswered]
    case .unasked: self[.doctorUnasked]
    case .unknownCell: self[.doctorNoPixels]
    case .fewColors: self[.doctorFewColors]
    case .untested(let name): self(.doctorUntested, ["name": name])
    }
  }

  func describe(_ reason: ColorDecision.Reason) -> String {
    switch reason {
    case .chosen: self[.doctorChosen]
    case .noColor: self(.doctorVariable, ["name": "NO_COLOR"])
    case .describedMono, .describedDirect, .describedCount: self[.doctorDescribed]
    case .gnuScreen: self(.doctorInside, ["name": "GNU screen"])
    case .tmux: self(.doctorInside, ["name": "tmux"])
    case .colorTerm: self(.doctorVariable, ["name": "COLORTERM"])
    case .terminalName: self(.doctorVariable, ["name": "TERM"])
    case .terminalProgram: self[.doctorProgram]
    case .answered: self[.doctorAnswered]
    }
  }

  func describe(_ reason: BackgroundDecision.Reason) -> String {
    switch reason {
    case .answered(let color): self(.doctorAnsweredColor, ["color": color.text])
    case .colorFGBG: self(.doctorVariable, ["name": "COLORFGBG"])
    case .usual: self[.doctorUnknownBackground]
    }
  }

  func describe(_ reason: GlyphDecision.Reason) -> String {
    switch reason {
    case .chosen, .saidWide, .saidNarrow: self[.doctorChosen]
    case .locale: self[.doctorNotUnicode]
    case .console: self[.doctorConsole]
    case .foundWide: self[.doctorFoundWide]
    case .foundNarrow: self[.doctorFoundNarrow]
    case .usual: self[.doctorUsual]
    }
  }
}
