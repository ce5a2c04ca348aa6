import Foundation
import Testing

/// The user's `config.toml`, from outside.
@Suite struct ConfigTests {
  @Test func `mistakes are told on standard error and the rest counts`() async throws {
    try await withConfig("language = \"ko\"\nspeed = -1\n[keys]\nquit = \"x\"\n") { environment in
      let outcome = try await Downhill.run("list", "keys", environment: environment)
      #expect(outcome.status == 0)
      #expect(outcome.errors.contains("/config.toml:2: speed 값이 -1입니다"))
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
