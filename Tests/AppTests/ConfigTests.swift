import App
import Drawing
import Files
import FoundationEssentials
import Terminal
import Testing
import Texts

struct ConfigTests {
  @Test func `everything can be set`() {
    let config = config(
      """
      theme = "day"
      language = "ko"
      color = 256
      glyphs = "safe"
      speed = 60
      play = true

      [keys]
      play = "p"
      quit = ["x", "ctrl-x"]
      mouse = "disabled"
      fit = []
      """)
    #expect(config.errors.isEmpty)
    #expect(config.theme == "day" && config.language == "ko" && config.color == "256")
    #expect(config.glyphs == "safe" && config.speed == 60 && config.play == true)
    #expect(keys("play", config) == [.character("p")])
    #expect(keys("quit", config) == [.character("x"), .control("x")])
    #expect(keys("mouse", config) == [] && keys("fit", config) == [])
    #expect(keys("step-on", config) == [.character(".")])
  }

  @Test func `without a file, or with an empty one, nothing is set and nothing is wrong`() {
    for config in [Config(environment: [:]), Config(environment: ["HOME": "/nowhere"]), config("")]
    {
      #expect(config.errors.isEmpty)
      #expect(
        config.theme == nil && config.language == nil && config.speed == nil && config.play == nil)
      #expect(config.keymap.all.map(\.keys) == Keymap.standard.all.map(\.keys))
    }
  }

  @Test(arguments: [
    (["XDG_CONFIG_HOME": "/x", "HOME": "/h"], "/x/downhill"),
    (["HOME": "/h"], "/h/.config/downhill"),
    (["XDG_CONFIG_HOME": "x", "HOME": "/h"], "/h/.config/downhill"),
    (["XDG_CONFIG_HOME": "", "HOME": "/h"], "/h/.config/downhill"), ([:], nil),
  ])
  func `the folder is where XDG says`(environment: [String: String], folder: String?) {
    #expect(Shelf.ownFolder(environment) == folder)
  }

  @Test(arguments: [
    (
      "them = \"day\"",
      "1: them: there is no such setting; expected one of theme, language, color, "
        + "glyphs, pixels, speed, play, shading, keys; did you mean \"theme\"?"
    ),
    ("theme = 3", "1: theme: found 3; expected text in quotes"),
    (
      "color = 24",
      "1: color: found 24; expected one of auto, truecolor, 256, 16, 8, mono; "
        + "did you mean \"256\"?"
    ),
    (
      "glyphs = \"asci\"",
      "1: glyphs: found \"asci\"; expected one of auto, full, safe, ascii; did you mean \"ascii\"?"
    ),
    ("\nspeed = 0", "2: speed: found 0; expected a whole number from 1 to 1920"),
    ("speed = \"fast\"", "1: speed: found \"fast\"; expected a whole number from 1 to 1920"),
    ("keys = 1", "1: keys: found 1; expected a table [keys] of actions and their keys"),
    (
      "[keys]\nplya = \"p\"",
      "2: keys.plya: there is no such setting; expected one of the actions that downhill list keys "
        + "names; did you mean \"keys.play\"?"
    ),
    (
      "[keys]\n\nplay = \"spce\"",
      "3: keys.play: found \"spce\"; expected keys such as \"space\", \"A\", \"ctrl-l\", "
        + "\"shift-left\" or \"f2\", or \"disabled\"; did you mean \"space\"?"
    ),
    (
      "[keys]\nplay = 7",
      "2: keys.play: found 7; expected keys such as \"space\", \"A\", \"ctrl-l\", "
        + "\"shift-left\" or \"f2\", or \"disabled\""
    ),
    (
      "[keys]\nplay = \"x\"\nrestart = [\"y\", \"x\"]",
      "3: keys.restart: found \"x\"; expected another key; play has this one"
    ),
  ])
  func `a mistake says where it is, what was found and what was expected`(
    text: String, message: String
  ) {
    let errors = config(text).errors
    #expect(errors.map(Strings("en").describe) == ["/c/config.toml:\(message)"])
    #expect(Strings("en").notice(of: errors) == "config.toml:\(message)")
  }

  @Test func `the rest of the file still counts`() {
    let config = config(
      """
      theme = "day"
      language = 12
      speed = = 3
      glyphs = "ascii"
      [keys]
      play = ["spce", "p"]
      restart = "p"
      nothing = "z"
      quit = "x"
      """)
    #expect(config.errors.map(\.line) == [2, 3, 6, 7, 8])
    #expect(config.theme == "day" && config.glyphs == "ascii" && config.language == nil)
    #expect(keys("play", config) == [.character("p")])
    #expect(keys("restart", config) == [.character("r")])
    #expect(keys("quit", config) == [.character("x")])
    #expect(
      Strings("en").notice(of: config.errors)
        == "config.toml:2: language: found 12; expected text in quotes (and 4 more)")
  }

  @Test func `a file that is no TOML at all ends with what is wrong`() {
    for text in ["[", "play = [", "a\nb\nc", "x = \"", "[keys]\n[keys]", "=\n=\n="] {
      #expect(!config(text).errors.isEmpty, "\(text)")
    }
  }

  @Test func `a key that the file gives away leaves the action that had it`() throws {
    let config = config("[keys]\nplay = [\"space\", \"s\"]\nstart-left = \"h\"")
    #expect(config.errors.isEmpty)
    #expect(keys("next-surface", config) == [])
    // Another context is another matter.
    #expect(keys("pan-left", config) == [.character("h")])
    var model = try model()
    model.keymap = config.keymap
    #expect(Keymap.message(for: .key(.character("s")), in: model) == .togglePlay)
    let choosing = model.after(.beginCrosshair)
    #expect(
      Keymap.message(for: .key(.character("h")), in: choosing) == .moveCrosshair(x: -1, y: 0))
  }

  @Test func `footer, help and notices show the keys in force`() throws {
    var model = try model(size: Size(140, 100))
    model.keymap =
      config(
        "[keys]\nplay = \"p\"\nquit = [\"x\", \"f10\"]\nrestart = \"f5\"\nsuspend = \"disabled\""
      ).keymap
    let footer = row(99, of: model)
    #expect(footer.contains(" p play ") && footer.contains(" x quit"))
    let help = (0..<100).map { y in
      row(y, of: model.after(.toggleHelp)).split(separator: " ").joined(separator: " ")
    }
    for words in ["p play or pause", "x F10 quit", "– back to the shell"] {
      #expect(help.contains { $0.contains(words) }, "\(words)")
    }
    // ^C is always a way out.
    #expect(Keymap.message(for: .key(.control("c")), in: model) == .quit)
  }

  @Test func `a theme or language that is not there is an error of its line`() {
    var config = config("speed = 5\ntheme = \"dya\"\nlanguage = \"kr\"")
    #expect(config.theme(from: shippedThemes) == nil)
    #expect(config.strings(from: LanguageLibrary(Shelf(folders: []))) == nil)
    let messages = config.errors.map(Strings("en").describe)
    #expect(messages.count == 2)
    #expect(
      messages[0].hasPrefix("/c/config.toml:2: theme: found \"dya\"; expected one of night, "))
    #expect(messages[0].hasSuffix("did you mean \"day\"?"))
    #expect(
      messages[1] == "/c/config.toml:3: language: found \"kr\"; expected one of en, ko; "
        + "did you mean \"ko\"?")
  }

  @Test func `a file that cannot be read is an error of the line that names it`() {
    var config = config("theme = \"x.toml\"\nlanguage = \"y.toml\"")
    #expect(config.theme(from: shippedThemes) == nil)
    #expect(config.strings(from: LanguageLibrary(Shelf(folders: []))) == nil)
    #expect(
      config.errors.map(Strings("en").describe) == [
        "/c/config.toml:1: theme: found \"/c/x.toml\"; expected a theme file",
        "/c/config.toml:2: language: found \"/c/y.toml\"; expected a language file",
      ])
  }

  @Test func `the mistakes of a theme file follow those of the file that names it`() throws {
    try withFolder(["x.toml": "name = \"x\"\ninherits = \"night\"\nscreen.ink = 3"]) { folder in
      var config = Config(text: "speed = 0\ntheme = \"x.toml\"", file: folder + "/config.toml")
      #expect(config.theme(from: shippedThemes)?.name == "x")
      #expect(
        config.errors.map { "\($0.brief.file ?? ""):\($0.line ?? 0)" } == [
          "config.toml:1", "x.toml:3",
        ])
    }
  }

  @Test func `a theme's path is relative to the file it stands in`() {
    #expect(config("theme = \"my.toml\"").theme == "/c/my.toml")
    #expect(config("theme = \"/my.toml\"").theme == "/my.toml")
    #expect(config("theme = \"day\"").theme == "day")
  }

  @Test func `a file that is not text is unreadable`() throws {
    try withFolder([:]) { folder in
      let file = folder + "/downhill/config.toml"
      try FileManager.default.createDirectory(
        atPath: folder + "/downhill", withIntermediateDirectories: true)
      for bytes in [[0xff, 0xfe], Array("speed = 5\n\0\nspeed = 7".utf8)] as [[UInt8]] {
        try Data(bytes).write(to: URL(filePath: file))
        let config = Config(environment: ["XDG_CONFIG_HOME": folder])
        #expect(config.errors == [Fault(.file(file), .unreadable(.init(.expectedConfigFile)))])
      }
    }
  }

  @Test func `the file that the documentation shows is good, and sets what it says`() throws {
    let page = repositoryFolder + "/Sources/downhill/Documentation.docc/Settings.md"
    let bytes = try #require(FileManager.default.contents(atPath: page))
    let readme = String(decoding: bytes, as: UTF8.self)
    let open = try #require(readme.firstRange(of: "```toml\n")).upperBound
    let end = try #require(readme[open...].firstRange(of: "```")).lowerBound
    let config = config(String(readme[open..<end]))
    #expect(config.errors.isEmpty)
    #expect(config.theme == "day" && config.speed == 60 && config.glyphs == "safe")
    #expect(keys("play", config) == [.character(" "), .character("p")])
    #expect(keys("mouse", config) == [])
  }

  private func config(_ text: String) -> Config { Config(text: text, file: "/c/config.toml") }

  private func keys(_ action: String, _ config: Config) -> [Key]? {
    config.keymap.all.first { $0.action == action }?.keys
  }

  private func row(_ y: Int, of model: Model) -> String {
    let frame = view(of: model, scenery: Scenery())
    return (0..<frame.size.width).reduce(into: "") { $0.unicodeScalars.append(frame[$1, y].glyph) }
  }
}
