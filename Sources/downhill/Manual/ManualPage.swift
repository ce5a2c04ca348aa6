import Texts

/// The manual page of the program, made from what the parser knows of its commands and from the
/// language's texts.
struct ManualPage {
  private let program: CommandInfo
  private var lines = ""

  init(of program: CommandInfo) { self.program = program }

  /// In mdoc, which groff and mandoc set.
  func text() -> String {
    var page = self
    page.head()
    page.commands()
    page.options()
    page.entries(
      Words.command("manual_environment_title"), of: Words.command("manual_environment"), as: "Ev")
    page.entries(Words.command("manual_files_title"), of: Words.command("manual_files"), as: "Pa")
    page.entries(
      Words.command("manual_status_title"), of: Words.command("manual_status"), as: "Er")
    page.examples()
    page.section(Words.command("manual_see_title"))
    page.add(".Xr man 1 ,\n.Xr tmux 1 ,\n.Xr xterm 1\n")
    page.lines += Roff.paragraph(Words.command("manual_see"))
    return page.lines
  }

  private mutating func add(_ text: String) { lines += text }

  private mutating func section(_ title: String) { add(".Sh \(Roff.words(title))\n") }

  /// Lines of the synopsis are broken by hand: groff does so in English alone.
  private mutating func head() {
    add(
      """
      .\\" \(Downhill.version)
      .Dd \(Downhill.date)
      .Dt DOWNHILL 1
      .Os
      .Sh \(Roff.words(Words.command("manual_name_title")))
      .Nm downhill
      .Nd \(Self.withoutStop(Words.command("about")))
      .Sh \(Roff.words(Words.command("manual_synopsis_title")))
      .Nm
      .Op Ar OPTION ...
      .br
      .Nm
      .Ar COMMAND
      .Op Ar OPTION ...
      .br
      .Nm
      .Ar COMMAND
      .Fl \\-help

      """)
    section(Words.command("manual_description_title"))
    let paragraphs = Words.command("manual_description").split(separator: "\n")
    lines += paragraphs.map { Roff.paragraph(String($0)) }.joined(separator: ".Pp\n")
  }

  private static func withoutStop(_ text: String) -> String {
    Roff.words(text.hasSuffix(".") ? String(text.dropLast()) : text)
  }

  /// Every command with the options that are its own.
  private mutating func commands() {
    section(Words.command("manual_commands_title"))
    add(".Bl -tag -width 4n\n")
    for (name, info) in program.listed {
      let arguments = info.arguments ?? []
      add(".It Cm \(Roff.words(name))\(synopsis(arguments))\n")
      add(Roff.paragraph(info.abstract ?? ""))
      if let discussion = info.discussion { add(".Pp\n" + Roff.paragraph(discussion)) }
      let own = arguments.filter { $0.sectionTitle == nil && !Self.isEverywhere($0) }
      list(own)
      let groups = groups(arguments)
      if !groups.isEmpty {
        let titles = groups.joined(separator: ", ")
        add(".Pp\n" + Roff.paragraph("\(Words.command("manual_groups")) \(titles)."))
      }
    }
    add(".El\n")
  }

  /// What stands behind the name of a command: its operands.
  private func synopsis(_ arguments: [CommandInfo.Argument]) -> String {
    arguments.filter { $0.kind == .positional }.map { argument in
      let dots = argument.isRepeating ? " ..." : ""
      let value = " Ar \(Roff.words(argument.valueName ?? ""))\(dots)"
      return argument.isOptional ? " Op\(value)" : value
    }
    .joined(separator: " Ns No \" \"")
  }

  /// Titles of the groups of options, in their order.
  private func groups(_ arguments: [CommandInfo.Argument]) -> [String] {
    arguments.compactMap(\.sectionTitle).reduce(into: []) { titles, title in
      if !titles.contains(title) { titles.append(title) }
    }
  }

  /// The options that several commands have, group by group.
  private mutating func options() {
    section(Words.command("manual_options_title"))
    let arguments = program.listed.flatMap { $0.info.arguments ?? [] }
    for title in groups(arguments) {
      add(".Ss \(Roff.words(title))\n")
      list(Self.unique(arguments.filter { $0.sectionTitle == title }), opens: true)
    }
    add(".Ss \(Roff.words(Words.command("manual_everywhere_title")))\n")
    list(Self.unique(arguments.filter(Self.isEverywhere)), opens: true)
  }

  private static func unique(_ arguments: [CommandInfo.Argument]) -> [CommandInfo.Argument] {
    arguments.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }

  private static func isEverywhere(_ argument: CommandInfo.Argument) -> Bool {
    ["language", "version", "help"].contains(argument.names?.last?.name)
  }

  /// - Parameter opens: whether nothing stands before the list in its section.
  private mutating func list(_ arguments: [CommandInfo.Argument], opens: Bool = false) {
    guard !arguments.isEmpty else { return }
    if !opens { add(".Pp\n") }
    add(".Bl -tag -width 4n\(opens ? "" : " -compact")\n")
    for argument in arguments {
      let names = (argument.names ?? []).map { name in
        "Fl \(name.kind == "long" ? "\\-" : "")\(Roff.text(name.name))"
      }
      var value = Roff.words(argument.valueName ?? "")
      if argument.isRepeating, argument.kind == .positional { value += " ..." }
      let item =
        switch argument.kind {
        case .positional: "Ar \(value)"
        case .option: names.joined(separator: " , ") + " Ar \(value)"
        case .flag: names.joined(separator: " , ")
        }
      add(".It \(item)\n" + Roff.paragraph(argument.abstract ?? ""))
    }
    add(".El\n")
  }

  /// A list of terms and what they are, from a text of lines `term: what it is`.
  private mutating func entries(_ title: String, of text: String, as macro: String) {
    section(title)
    add(".Bl -tag -width 4n\n")
    for line in text.split(separator: "\n") {
      guard let colon = line.firstRange(of: ": ") else { continue }
      add(".It \(macro) \(Roff.words(String(line[..<colon.lowerBound])))\n")
      add(Roff.paragraph(String(line[colon.upperBound...])))
    }
    add(".El\n")
  }

  /// Sentences, and after `$ ` commands.
  private mutating func examples() {
    let title = Roff.words(Words.command("manual_examples_title"))
    section(Words.command("manual_examples_title"))
    for line in Words.command("manual_examples").split(separator: "\n") {
      if line.hasPrefix("$ ") {
        add(".Pp\n.Dl \(Roff.words(String(line)))\n")
      } else {
        add((lines.hasSuffix("\n.Sh \(title)\n") ? "" : ".Pp\n") + Roff.paragraph(String(line)))
      }
    }
  }
}
