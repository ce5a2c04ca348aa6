import App
import Drawing
import FoundationEssentials
import Testing

struct ThemeLibraryTests {
  @Test func `without any file there is the theme in code`() {
    let library = ThemeLibrary(folders: ["/nowhere/themes"])
    #expect(library.themes == [.night])
    #expect(library.errors.isEmpty)
  }

  @Test func `the default comes first, the others by name, a broken file is reported`() throws {
    try withFolder([
      "a.toml": Self.file("zebra"), "b.toml": Self.file("dusk"), "c.toml": "name = 3",
      "d.toml": Self.file("dusk", ink: "#111"), "e.txt": "not a theme",
    ]) { folder in
      let library = ThemeLibrary(folders: ["/nowhere", folder])
      #expect(library.themes.map(\.name) == ["night", "dusk", "zebra"])
      // Of two themes of one name the first is kept.
      #expect(library.themes[1].ink == Theme.night.ink)
      #expect(library.errors.map(\.file) == [folder + "/c.toml"])
      #expect(library.errors.map(\.line) == [1])
    }
  }

  @Test func `the default's file takes the place of the one in code`() throws {
    try withFolder(["night.toml": Self.file("night", ink: "#111")]) { folder in
      let library = ThemeLibrary(folders: [folder])
      #expect(library.themes.map(\.ink) == [Color(0x111111)])
    }
  }

  @Test func `a theme is found by its name or by its file`() throws {
    try withFolder(["dusk.toml": Self.file("dusk"), "own.theme": Self.file("own")]) { folder in
      let library = ThemeLibrary(folders: [folder])
      // A path need not end like the files of a folder of themes.
      let names = ["dusk": "dusk", folder + "/dusk.toml": "dusk", folder + "/own.theme": "own"]
      for (asked, name) in names {
        let theme = try library.theme(asked)
        #expect(theme.name == name)
      }
    }
  }

  @Test func `a theme that is not there names those that are`() throws {
    let library = ThemeLibrary(folders: [])
    let error = try #require(throws: ThemeLookupError.self) { try library.theme("nigth") }
    guard case .unknown(let found, let expected) = error else {
      Issue.record("\(error)")
      return
    }
    #expect(found == "nigth" && expected == ["night"])
    for name in ["missing.toml", "./missing"] {
      let error = try #require(throws: ThemeLookupError.self) { try library.theme(name) }
      guard case .broken(let fault) = error else {
        Issue.record("\(error)")
        return
      }
      #expect(fault == ThemeError(file: name, line: nil, problem: .unreadable))
      #expect(
        Strings("en").describe(fault) == "\(name): cannot be read; expected a theme file")
    }
  }

  @Test func `the name of a broken file says what is broken`() throws {
    try withFolder(["dusk.toml": Self.file("dusk", ink: "blue")]) { folder in
      let library = ThemeLibrary(folders: [folder])
      let error = try #require(throws: ThemeLookupError.self) { try library.theme("dusk") }
      guard case .broken(let fault) = error else {
        Issue.record("\(error)")
        return
      }
      #expect(fault.file == folder + "/dusk.toml" && fault.line == 7)
    }
  }

  @Test func `a file that is not text is unreadable`() throws {
    try withFolder([:]) { folder in
      try Data([0xff, 0xfe, 0x00]).write(to: URL(filePath: folder + "/x.toml"))
      let library = ThemeLibrary(folders: [folder])
      #expect(library.errors.map(\.problem) == [.unreadable])
    }
  }

  @Test func `themes lie beside an installed program or above one in a checkout`() throws {
    try withFolder([:]) { folder in
      for path in ["share/downhill/themes", "a/themes", "themes", "a/b/bin"] {
        try FileManager.default.createDirectory(
          atPath: "\(folder)/\(path)", withIntermediateDirectories: true)
      }
      let installed = ThemeLibrary.folders(forProgramAt: folder + "/bin/downhill")
      #expect(installed.first == folder + "/share/downhill/themes")
      let built = ThemeLibrary.folders(forProgramAt: folder + "/a/b/bin/downhill")
      #expect(Array(built.prefix(2)) == [folder + "/a/themes", folder + "/themes"])
    }
    #expect(ThemeLibrary.folders(forProgramAt: "").allSatisfy { $0.hasPrefix("/share") })
  }

  @Test func `the themes of this program are all good and the default is as in code`() throws {
    let library = ThemeLibrary(folders: [repositoryFolder + "/themes"])
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

/// Runs with a folder of its own that holds these files.
private func withFolder(
  _ files: [String: String], _ body: (String) throws -> Void
) throws {
  let folder = FileManager.default.temporaryDirectory.path + "downhill-\(UUID().uuidString)"
  try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(atPath: folder) }
  for (name, text) in files {
    try Data(text.utf8).write(to: URL(filePath: "\(folder)/\(name)"))
  }
  try body(folder)
}
