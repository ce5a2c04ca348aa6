import App
import Files
import FoundationEssentials
import Testing

struct ShelfTests {
  @Test func `files lie in the user's folder, beside an installed program or above one`() throws {
    try withFolder([:]) { folder in
      for path in ["own/downhill/themes", "share/downhill/themes", "a/themes", "themes", "a/b/bin"]
      {
        try FileManager.default.createDirectory(
          atPath: "\(folder)/\(path)", withIntermediateDirectories: true)
      }
      let environment = ["XDG_CONFIG_HOME": folder + "/own"]
      let installed = Shelf(
        "themes", environment: environment, programAt: folder + "/bin/downhill")
      #expect(
        Array(installed.existing.prefix(3)) == [
          folder + "/own/downhill/themes", folder + "/share/downhill/themes", folder + "/themes",
        ])
      let built = Shelf("themes", environment: [:], programAt: folder + "/a/b/bin/downhill")
      #expect(Array(built.existing.prefix(2)) == [folder + "/a/themes", folder + "/themes"])
      #expect(built.folders.contains(folder + "/a/b/themes"))
    }
    #expect(Shelf("themes", environment: [:], programAt: "").folders == ["/share/downhill/themes"])
  }

  @Test func `of two files of one name the first is found; both are listed`() throws {
    try withFolder(["b.toml": "1", "a.toml": "2", "c.txt": ""]) { first in
      try withFolder(["a.toml": "3", "d.toml": ""]) { second in
        let shelf = Shelf(folders: [first, "/nowhere", second])
        #expect(
          shelf.files == [
            first + "/a.toml", first + "/b.toml", second + "/a.toml", second + "/d.toml",
          ])
        #expect(shelf.file(named: "a") == first + "/a.toml")
        #expect(shelf.file(named: "d") == second + "/d.toml")
        #expect(shelf.file(named: "c") == nil)
      }
    }
  }

  @Test func `a path is no name`() {
    #expect(["a.toml", "./a", "/x/y"].allSatisfy(Shelf.isPath))
    #expect(!["a", "night", "fr_FR"].contains(where: Shelf.isPath))
    #expect(["/x/y.toml", "y.toml", "y", "./y"].map(\.fileName) == ["y", "y", "y", "y"])
  }

  @Test func `text is what is UTF-8 and has no end within`() throws {
    try withFolder(["a.toml": "글", "b.toml": "a\0b"]) { folder in
      try Data([0xff]).write(to: URL(filePath: folder + "/c.toml"))
      #expect(Shelf.text(ofFile: folder + "/a.toml") == "글")
      for name in ["b", "c", "d"] { #expect(Shelf.text(ofFile: "\(folder)/\(name).toml") == nil) }
      #expect(Shelf.text(ofFile: folder) == nil)
    }
  }
}
