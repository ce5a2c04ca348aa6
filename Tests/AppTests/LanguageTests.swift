import App
import Drawing
import Files
import Reports
import Testing
import Texts

/// A language that is not in the program.
struct LanguageTests {
  private static let french = """
    # Ce qui est traduit.
    [language]
    name = "français"
    nom = "?"
    [header]
    start = "départ ({x}, {y})"
    step = "pas {pas}"

    [footer]
    quit = "quitter"
    quite = "quitter"
    play = 3
    """

  private func library(_ files: [String: String], _ body: (LanguageLibrary) throws -> Void) throws {
    try withFolder(files) { try body(LanguageLibrary(Shelf(folders: [$0]))) }
  }

  @Test func `a file is a language; English stands in for what it lacks`() throws {
    try library(["fr.toml": Self.french]) { library in
      #expect(library.names == ["en", "ko", "fr"])
      let (strings, errors) = try library.language("fr")
      #expect(strings.language == "fr" && errors.isEmpty)
      #expect(strings[.languageName] == "français" && strings.footer("quit") == "quitter")
      #expect(strings(.headerStart, ["x": "1", "y": "2"]) == "départ (1, 2)")
      #expect(strings.footer("play") == "play")
      #expect(strings.surface("bowl") == Strings("en").surface("bowl"))
      // One file, one race.
      let model = try model(size: Size(140, 42))
      var other = model
      other.strings = strings
      let rows = Row.all(of: view(of: other, scenery: Scenery())).map(\.text)
      #expect(rows[0].contains("départ") && rows[41].contains("quitter"))
    }
  }

  @Test func `a file of a built-in language comes before it, text for text`() throws {
    try library(["ko.toml": "[standings]\nloss = \"비용\""]) { library in
      #expect(library.names == ["en", "ko"])
      let strings = try library.language("ko").strings
      #expect(strings[.standingsLoss] == "비용")
      #expect(strings.footer("quit") == Strings("ko").footer("quit"))
    }
  }

  @Test func `a language that is not there names those that are; a file is found by its path`()
    throws
  {
    try library([:]) { library in
      let unknown = Fault(
        .flag("--language"),
        .unknown(.errorUnknownLanguage, found: "fr", names: ["en", "ko"]))
      #expect(throws: unknown) {
        try library.language("fr").strings
      }
      let error = Fault(.file("./fr.toml"), .unreadable(.init(.expectedLanguageFile)))
      #expect(throws: error) { try library.language("./fr.toml").strings }
    }
    try withFolder(["x.toml": Self.french]) { folder in
      let library = LanguageLibrary(Shelf(folders: []))
      let strings = try library.language(folder + "/x.toml").strings
      #expect(strings.language == "x" && strings.footer("quit") == "quitter")
    }
  }

  @Test(arguments: [
    ("ko_KR.UTF-8", "ko"), ("ko", "ko"), ("ko.UTF-8", "ko"), ("ko_KR", "ko"), ("ko-KR", "ko"),
    ("ko@x", "ko"), ("en_US.UTF-8", "en"), ("C.UTF-8", "en"), ("POSIX", "en"), ("", "en"),
    ("de_DE.UTF-8", "en"), ("kok_IN", "en"), ("fr_FR.UTF-8", "fr"), ("fr", "fr"),
    ("pt_BR.UTF-8", "pt_BR"), ("pt-BR", "pt_BR"), ("pt_PT", "en"), ("../fr", "en"), ("/fr", "en"),
  ])
  func `the locale decides the language`(locale: String, language: String) throws {
    try library(["fr.toml": Self.french, "pt_BR.toml": ""]) { library in
      #expect(library.language(ofLocale: locale) == language)
    }
  }

  @Test func `what a file lacks, has too much or has wrong is told with its line`() throws {
    let check = LanguageCheck(Self.french, file: "fr.toml")
    let missing = check.total - check.count
    #expect(check.count == 4 && check.total == LanguageCheck.keys.count)
    // The play that is no text is wrong, and not missing.
    #expect(check.errors.count == missing - 1 + check.mistakes && check.mistakes == 4)
    let messages = check.errors.map(Strings("en").describe)
    for message in [
      "fr.toml:5: header.seed: found nothing; expected \"seed {seed}\" in this language, with {seed}",
      "fr.toml:7: header.step: found \"pas {pas}\"; expected \"step {step}\" in this language, with "
        + "{step}",
      "fr.toml:9: footer.step-on: found nothing; expected \"step\" in this language",
      "fr.toml:11: footer.quite: there is no such setting; expected another name; did you mean "
        + "\"footer.quit\"?",
      "fr.toml:4: language.nom: there is no such setting; expected one of name; did you "
        + "mean \"language.name\"?",
      "fr.toml:12: footer.play: found 3; expected \"play\" in this language",
      "fr.toml: help.title: found nothing; expected \"Keys\" in this language",
    ] {
      #expect(messages.contains(message), "\(message)")
    }
    let unknown = "fr.toml:11: footer.quite: there is no such setting; expected "
    let meant = "; did you mean \"footer.quit\"?"
    #expect(messages.contains { $0.hasPrefix(unknown) && $0.hasSuffix(meant) })
  }

  @Test(arguments: Strings.languages)
  func `the languages in the program are complete`(language: String) throws {
    let entry = try LanguageLibrary(Shelf(folders: [])).entry(language)
    #expect(entry.check.errors.isEmpty && entry.check.count == entry.check.total)
    #expect(entry.path == nil && entry.strings.language == language)
    let keys = Strings("en").keys.union(Strings.lessonTexts(of: "en").keys)
    #expect(Set(LanguageCheck.keys) == keys)
  }

  @Test func `languages are listed with how far they have come`() throws {
    try library(["fr.toml": Self.french]) { library in
      let entries = try library.names.map { try library.entry($0) }
      let report = ListReport(strings: Strings("en"), languages: entries)
      let lines = try report.text(.languages, as: .table).split(separator: "\n")
      let total = entries[0].check.total
      #expect(lines[1].contains(/^en +English +\d+\/\d+ +0 +built in$/))
      #expect(lines[2].contains("한국어") && lines[2].contains("\(total)/\(total)"))
      #expect(lines[3].contains(/^fr +français +4\/\d+ +4 +\/.*\/fr.toml$/))
      let json = try report.text(.languages, as: .json).split(separator: "\n")
      #expect(json[2].contains(#""language":"français","mistakes":4,"name":"fr","texts":4"#))
    }
  }

  @Test func `the texts of a language are listed, and as TOML are its file`() throws {
    try library(["fr.toml": Self.french]) { library in
      let report = ListReport(strings: Strings("en"), languages: [try library.entry("fr")])
      let table = try report.text(.texts, as: .table).split(separator: "\n")
      #expect(table[1].contains(/^language.name +français$/))
      #expect(try report.text(.texts, as: .json).contains(#"{"name":"footer.play","text":"play"}"#))
      #expect(try report.text(.texts, as: .toml) == Self.french)
      // What a translator begins with.
      let english = ListReport(strings: Strings("en"), languages: [try library.entry("en")])
      #expect(LanguageCheck(try english.text(.texts, as: .toml), file: "fr.toml").errors.isEmpty)
    }
  }
}
