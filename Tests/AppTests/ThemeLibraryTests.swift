import App
import Drawing
import Files
import FoundationEssentials
import Testing
import Texts

struct ThemeLibraryTests {
  @Test func `without any file there is the theme in code`() {
    let library = ThemeLibrary(Shelf(folders: ["/nowhere/themes"]))
    #expect(library.themes == [.night])
    #expect(library.errors.isEmpty)
  }

  @Test func `the default comes first, the others by name; mistakes are told file by file`() throws
  {
    try withFolder([
      "a.toml": Self.file("zebra"), "b.toml": Self.file("dusk", ink: "blue"),
      "c.toml": Self.file("noon").replacing("dim = ", with: "dym = "),
      "d.toml": Self.file("dusk", ink: "#111"), "e.txt": "not a theme",
    ]) { folder in
      let library = ThemeLibrary(Shelf(folders: ["/nowhere", folder]))
      #expect(library.themes.map(\.name) == ["night", "dusk", "noon", "zebra"])
      // Of two themes of one name the first is kept, with what could be read of it.
      #expect(library.themes[1].ink == Theme.night.ink)
      #expect(
        library.errors.map { "\($0.brief.file ?? ""):\($0.line ?? 0)" } == [
          "b.toml:7", "c.toml:5", "c.toml:8",
        ])
    }
  }

  @Test func `the default's file takes the place of the one in code`() throws {
    try withFolder(["night.toml": Self.file("night", ink: "#111")]) { folder in
      let library = ThemeLibrary(Shelf(folders: [folder]))
      #expect(library.themes.map(\.ink) == [Color(0x111111)])
    }
  }

  @Test func `a theme is found by its name or by its file`() throws {
    try withFolder(["dusk.toml": Self.file("dusk"), "own.theme": Self.file("own")]) { folder in
      let library = ThemeLibrary(Shelf(folders: [folder]))
      // A path need not end like the files of a folder of themes.
      let names = ["dusk": "dusk", folder + "/dusk.toml": "dusk", folder + "/own.theme": "own"]
      for (asked, name) in names {
        let (theme, errors) = try library.theme(asked)
        #expect(theme.name == name && errors.isEmpty)
      }
    }
  }

  @Test func `a theme that is not there names those that are`() {
    let library = ThemeLibrary(Shelf(folders: []))
    let unknown = Fault(
      .flag("--theme"),
      .unknown(.errorUnknownTheme, found: "nigth", names: ["night", "dusk"]))
    #expect(throws: unknown) {
      try library.theme("nigth")
    }
    for name in ["missing.toml", "./missing"] {
      let error = Fault(.file(name), .unreadable(.init(.expectedThemeFile)))
      #expect(throws: error) { try library.theme(name) }
      #expect(
        Strings("en").describe(error) == "\(name): cannot be read as text; expected a theme file")
    }
  }

  @Test func `a theme with mistakes is had with them`() throws {
    try withFolder(["dusk.toml": Self.file("dusk", ink: "blue")]) { folder in
      let library = ThemeLibrary(Shelf(folders: [folder]))
      for name in ["dusk", folder + "/dusk.toml"] {
        let (theme, errors) = try library.theme(name)
        #expect(theme == library.themes[1])
        #expect(errors == library.errors && errors.map(\.line) == [7])
      }
    }
  }

  @Test func `a file that is not text is unreadable, and the news when it is asked for`() throws {
    try withFolder([:]) { folder in
      let file = folder + "/x.toml"
      try Data([0xff, 0xfe, 0x00]).write(to: URL(filePath: file))
      let library = ThemeLibrary(Shelf(folders: [folder]))
      let error = Fault(.file(file), .unreadable(.init(.expectedThemeFile)))
      #expect(library.errors == [error] && library.themes == [.night])
      #expect(throws: error) { try library.theme("x") }
    }
  }

  @Test func `a theme builds on another, whatever their files are called`() throws {
    let lamp = "name = \"lamp\"\ninherits = \"dusk\"\n[screen]\nink = \"#abc\"\n"
    let desk = "name = \"desk\"\ninherits = \"lamp\"\n[screen]\ndim = \"#999\"\n"
    try withFolder([
      "1.toml": desk, "2.toml": lamp, "3.toml": Self.file("dusk", ink: "#123"),
    ]) { folder in
      let library = ThemeLibrary(Shelf(folders: [folder]))
      #expect(library.errors.isEmpty)
      var (theme, _) = try library.theme("dusk")
      #expect(theme.ink == Color(0x112233))
      theme.name = "lamp"
      theme.ink = Color(0xaabbcc)
      #expect(try library.theme("lamp").theme == theme)
      theme.name = "desk"
      theme.dim = Color(0x999999)
      #expect(try library.theme("desk").theme == theme)
    }
  }

  @Test func `one's own theme may build on the one whose name it takes`() throws {
    let own = "name = \"dusk\"\ninherits = \"dusk\"\n[screen]\nink = \"#abc\"\n"
    try withFolder(["dusk.toml": own]) { mine in
      try withFolder(["dusk.toml": Self.file("dusk").replacing("0.25", with: "0.5")]) { theirs in
        let library = ThemeLibrary(Shelf(folders: [mine, theirs]))
        #expect(library.errors.isEmpty && library.themes.count == 2)
        #expect(library.themes[1].ink == Color(0xaabbcc))
        #expect(library.themes[1].contourStrength == 0.5)
      }
    }
  }

  @Test func `themes that build on each other in a ring are told`() throws {
    func file(_ name: String, on other: String) -> String {
      "name = \"\(name)\"\ninherits = \"\(other)\"\n"
    }
    try withFolder(["a.toml": file("a", on: "b"), "b.toml": file("b", on: "a")]) { folder in
      let library = ThemeLibrary(Shelf(folders: [folder]))
      let expected = Fault.Problem.wrong(found: "\"b\"", .oneOf(["night"]))
      #expect(
        library.errors.first
          == Fault(.file(folder + "/a.toml", line: 2, key: "inherits"), expected))
      #expect(library.errors.map(\.key) == ["inherits", "inherits"])
      #expect(library.themes.map(\.name) == ["night", "a", "b"])
      #expect(library.themes.allSatisfy { $0.ink == Theme.night.ink })
    }
  }

  @Test func `what is wrong in a light theme is as in day, which can be read beside it`() throws {
    try withFolder([
      "day.toml": Self.file("day", ink: "#321").replacing("\"dark\"", with: "\"light\""),
      "own.toml": Self.file("own", ink: "blue").replacing("\"dark\"", with: "\"light\""),
    ]) { folder in
      let library = ThemeLibrary(Shelf(folders: [folder]))
      let (own, _) = try library.theme("own")
      #expect(own.ink == Color(0x332211))
    }
  }

  @Test func `the themes of this program are all good and the default is as in code`() throws {
    let library = shippedThemes
    #expect(library.errors.isEmpty)
    #expect(
      library.themes.map(\.name) == [
        "night", "batlow", "day", "magma", "mono", "paper", "safe", "viridis",
      ])
    #expect(library.themes[0] == .night)
    #expect(library.themes.map(\.isDark).contains(false))
  }

  private static func file(_ name: String, ink: String = "#d5d9e4") -> String {
    ThemeFileTests.good.replacing("\"night\"", with: "\"\(name)\"")
      .replacing("ink = \"#d5d9e4\"", with: "ink = \"\(ink)\"")
  }
}
