import Foundation
import Testing

/// The user's `config.toml`, from outside.
@Suite struct ConfigTests {
  @Test func `mistakes are told on standard error and the rest counts`() async throws {
    try await withConfig("language = \"ko\"\nspeed = -1\n[keys]\nquit = \"x\"\n") { environment in
      let outcome = try await Downhill.run("list", "keys", environment: environment)
      #expect(outcome.status == 0)
      #expect(outcome.errors.contains("/config.toml:2: speed: 찾은 값 -1; "))
      #expect(outcome.errors.split(separator: "\n").count == 1)
      #expect(outcome.output.contains(/\nquit +x +끝내기\n/))
      for command in [["run", "--steps", "1"], []] {
        let outcome = try await Downhill.run(command, environment: environment)
        #expect(outcome.status == 0)
        #expect(outcome.errors.contains("/config.toml:2: "))
      }
    }
  }

  @Test func `flags override the file`() async throws {
    try await withConfig("language = \"ko\"\n") { environment in
      let outcome = try await Downhill.run(
        "list", "keys", "--language", "en", environment: environment)
      #expect(outcome.output.contains("play or pause"))
    }
  }

  @Test func `every colour depth of the file is one of the flag`() async throws {
    for color in ["auto", "truecolor", "256", "16", "8", "mono"] {
      try await withConfig("color = \"\(color)\"\n") { environment in
        let outcome = try await Downhill.run([], environment: environment)
        #expect(outcome.status == 0 && outcome.errors.isEmpty, "\(color)")
      }
    }
  }

  @Test func `a broken theme is shown as far as it can be, and every mistake is told`() async throws
  {
    try await withFolder { folder in
      let file = folder + "/own.toml"
      try Data("name = \"own\"\ninherits = \"day\"\n[screen]\nink = 3\ndim = blue\n[=\n".utf8)
        .write(to: URL(filePath: file))
      let outcome = try await Downhill.run("race", "--theme", file)
      #expect(outcome.status == 0 && outcome.output.contains("Himmelblau"))
      let lines = outcome.errors.split(separator: "\n")
      #expect(lines.count == 3)
      for (line, place) in zip(
        lines, ["4: screen.ink: found 3; ", "5: not TOML: ", "6: not TOML: "])
      {
        #expect(line.hasPrefix("downhill: \(file):\(place)"))
      }
    }
  }

  @Test func `a language is one file`() async throws {
    try await withFolder { folder in
      let languages = URL(filePath: folder).appending(path: "downhill/languages")
      try FileManager.default.createDirectory(at: languages, withIntermediateDirectories: true)
      let english = try await Downhill.run("list", "texts", "--format", "toml")
      let french = english.output.replacing("name = \"English\"", with: "name = \"français\"")
        .replacing("Four towns of equal height.", with: "Quatre villes de même hauteur.")
      #expect(french != english.output)
      try Data(french.utf8).write(to: languages.appending(path: "fr.toml"))
      var environment = ["XDG_CONFIG_HOME": folder]
      let asked = try await Downhill.run(
        "list", "surfaces", "--language", "fr", environment: environment)
      environment["LANG"] = "fr_FR.UTF-8"
      let spoken = try await Downhill.run("list", "surfaces", environment: environment)
      #expect(asked.output.contains("Quatre villes") && asked.output == spoken.output)
      let complete = try await Downhill.run("list", "texts", environment: environment)
      #expect(complete.status == 0 && complete.errors.isEmpty)

      try Data("[footer]\nquit = \"quitter\"\nquite = \"\"\n".utf8)
        .write(to: languages.appending(path: "fr.toml"))
      let listed = try await Downhill.run("list", "languages", environment: environment)
      #expect(listed.output.contains(/\nfr +English +1\/\d+ +1 +\/.*\/fr.toml\n/))
      let told = try await Downhill.run("list", "texts", environment: environment)
      #expect(told.output.contains(/\nfooter.quit +quitter\n/))
      #expect(told.errors.contains("/fr.toml:3: footer.quite: there is no such setting; "))
      #expect(told.errors.contains("/fr.toml:1: footer.help: found nothing; expected \"help\" in "))
    }
  }

  @Test func `a language that is not there names those that are`() async throws {
    let outcome = try await Downhill.run("list", "keys", "--language", "fr")
    #expect(outcome.status == 2)
    #expect(
      outcome.errors == "downhill: there is no language \"fr\"; expected one of en, ko\n")
    let file = try await Downhill.run("list", "keys", "--language", "./fr.toml")
    #expect(file.status == 2)
    #expect(
      file.errors == "downhill: ./fr.toml: cannot be read as text; expected a language file\n")
  }

  @Test func `themes in the user's folder come first`() async throws {
    try await withFolder { folder in
      let themes = URL(filePath: folder).appending(path: "downhill/themes")
      try FileManager.default.createDirectory(at: themes, withIntermediateDirectories: true)
      let day = try String(contentsOfFile: Downhill.checkout + "/themes/day.toml", encoding: .utf8)
      for (name, text) in [
        ("own", day.replacing("name = \"day\"", with: "name = \"own\"")),
        ("day", day.replacing("\"light\"", with: "\"dark\"")),
      ] {
        try Data(text.utf8).write(to: themes.appending(path: "\(name).toml"))
      }
      let outcome = try await Downhill.run(
        "list", "themes", "--format", "json", environment: ["XDG_CONFIG_HOME": folder])
      #expect(outcome.output.contains(#"{"appearance":"light","name":"own"}"#))
      #expect(outcome.output.contains(#"{"appearance":"dark","name":"day"}"#))
    }
  }

  private func withConfig(
    _ text: String, _ body: ([String: String]) async throws -> Void
  ) async throws {
    try await withFolder { folder in
      let own = URL(filePath: folder).appending(path: "downhill")
      try FileManager.default.createDirectory(at: own, withIntermediateDirectories: true)
      try Data(text.utf8).write(to: own.appending(path: "config.toml"))
      try await body(["XDG_CONFIG_HOME": folder])
    }
  }
}
