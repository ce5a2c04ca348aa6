import Foundation
import Testing

/// What the README and the documentation show works, and nothing in them is passed over.
@Suite struct DocumentationTests {
  /// What cannot run inside of a test, by how it begins: what the launcher does by itself, and what
  /// needs other machines or a terminal.
  static let leftOut = [
    "./downhill test", "./downhill install", "./downhill uninstall", "./downhill package",
    "./downhill class", "DOWNHILL_CPU=", "parallel ",
  ]

  private static func isLeftOut(_ command: String) -> Bool {
    leftOut.contains { command.hasPrefix($0) }
  }

  @Test(arguments: Page.all)
  func `shows commands that work, one after the other`(page: Page) async throws {
    try await withFolder { folder in
      // The folder looks like the checkout, and what a command writes stays in it.
      for entry in try FileManager.default.contentsOfDirectory(atPath: Downhill.checkout)
      where !entry.hasPrefix(".") && entry != "downhill" {
        try FileManager.default.createSymbolicLink(
          atPath: "\(folder)/\(entry)", withDestinationPath: "\(Downhill.checkout)/\(entry)")
      }
      try FileManager.default.createSymbolicLink(
        atPath: "\(folder)/downhill", withDestinationPath: Downhill.binary)
      for command in page.commands where !Self.isLeftOut(command) {
        let before = try contents(of: folder)
        let outcome = try await Downhill.shell(
          "PATH=\"$PWD:$PATH\"; SLURM_ARRAY_TASK_ID=1; " + command, in: folder)
        #expect(outcome.status == 0, "\(command)\n\(outcome.errors)")
        let after = try contents(of: folder)
        #expect(!outcome.output.isEmpty || after != before, "\(command)")
      }
    }
  }

  /// The names and sizes of a folder's files.
  private func contents(of folder: String) throws -> [String: Int] {
    var sizes: [String: Int] = [:]
    for name in try FileManager.default.contentsOfDirectory(atPath: folder) {
      let facts = try FileManager.default.attributesOfItem(atPath: "\(folder)/\(name)")
      sizes[name] = (facts[.size] as? NSNumber)?.intValue
    }
    return sizes
  }

  @Test func `has pages with commands, and each left out here`() {
    #expect(Page.all.count > 15)
    let commands = Page.all.flatMap(\.commands)
    #expect(commands.count > 80)
    for start in Self.leftOut {
      #expect(commands.contains { $0.hasPrefix(start) }, "\(start)")
    }
  }

  /// What is shown and not run, by page: blocks of other languages than those that tests look at.
  static let shown = [
    "CarsAndDialects.md": ["text"], "Landscapes.md": ["python", "python"],
    "Lessons.md": ["text", "text"],
    "Sweeps.md": ["sql", "python"], "YourOwnFunction.md": ["text"],
    "YourFirstRule.md": ["text", "text"], "YourFirstSurface.md": ["text", "text"],
    "YourFirstLesson.md": ["text", "text"],
  ]

  @Test(arguments: Page.all)
  func `has no block that nobody looks at`(page: Page) {
    // Commands are run above, TOML is read by AppTests, Swift is looked through below.
    let others = page.blocks.map(\.language).filter { !["sh", "toml", "swift"].contains($0) }
    #expect(others == Self.shown[page.name] ?? [])
    let fences = page.text.split(separator: "\n").count { $0.hasPrefix("```") }
    #expect(fences == 2 * page.blocks.count)
    if page.name == "README.md" { #expect(!page.blocks.contains { $0.language == "toml" }) }
  }

  @Test(arguments: Page.all)
  func `links to what is there, in a way that a repository's browser follows`(page: Page) {
    let folder = URL(filePath: "\(Downhill.checkout)/\(page.path)").deletingLastPathComponent()
    for link in page.links {
      #expect(FileManager.default.fileExists(atPath: folder.appending(path: link).path), "\(link)")
    }
    #expect(!page.text.contains("doc:"))
  }

  @Test func `leads to every page from the README and from the documentation's front page`() throws
  {
    let names = Set(Page.all.map(\.name)).subtracting(["README.md", "downhill.md"])
    let front = try #require(Page.all.first { $0.name == "downhill.md" })
    let topics = try #require(front.text.firstRange(of: "## Topics"))
    let listed = front.text[topics.upperBound...].matches(
      of: /^- \[.*\]\((.*)\)$/.anchorsMatchLineEndings()
    )
    .map { String($0.1) }
    #expect(listed.sorted() == names.sorted())
    let readme = try #require(Page.all.first { $0.name == "README.md" })
    #expect(
      names.isSubset(of: Set(readme.links.map { String($0.split(separator: "/").last ?? "") })))
    #expect(readme.text.count { $0 == "\n" } <= 150)
  }

  // The guides.

  private static let engine = HouseTests.sources.filter { $0.path.hasPrefix("Sources/Descent/") }
    .flatMap(\.code).joined(separator: "\n")

  @Test(arguments: Page.all.filter { $0.blocks.contains { $0.language == "swift" } })
  func `shows Swift whose types and names the engine has`(page: Page) throws {
    let code = page.blocks.filter { $0.language == "swift" }.flatMap(\.lines)
      .map { $0.replacing(/\/\/.*/, with: "").replacing(/"[^"]*"|@\w+(\(.*?\))?/, with: "") }
      .joined(separator: "\n")
    let standard: Set = ["Double", "Self"]
    var types = Set(code.matches(of: /\b[A-Z]\w+/).map { String($0.0) }).subtracting(standard)
    var names = Set(
      code.matches(of: /\.([a-z]\w*)|\b([a-z]\w*)[:(]/).compactMap { $0.1 ?? $0.2 }
        .map(String.init))
    // What the guide itself declares.
    for own in code.matches(of: /(?:struct|var|let|func) (\w+)/) {
      types.remove(String(own.1))
      names.remove(String(own.1))
    }
    #expect(types.count > 5 && names.count > 10)
    for type in types {
      let declares = try Regex("(struct|enum|protocol|typealias|class) \(type)\\b|<\(type): ")
      #expect(Self.engine.contains(declares) || type == "L" || type == "F", "\(type)")
    }
    for name in names {
      let declares = try Regex(
        "(case|var|let|func|static func) `?\(name)\\b|\\b\(name):|, \(name)\\b")
      #expect(Self.engine.contains(declares) || name == "init", "\(name)")
    }
  }

  /// Files that the guides tell the reader to write.
  private static let written = [
    "Sources/Descent/Optimizers/FirstOrder/QHM.swift",
    "Sources/Descent/Surfaces/LeaningWells.swift",
  ]

  @Test func `names files of the checkout that are there`() throws {
    let paths = Page.all.flatMap { page in
      page.text.matches(of: /`((?:Sources|Tests|themes)\/[^`\s]*)`/).map { String($0.1) }
    }
    for path in Self.written { #expect(paths.contains(path)) }
    #expect(paths.count > 5)
    for path in paths where !Self.written.contains(path) {
      #expect(
        FileManager.default.fileExists(atPath: "\(Downhill.checkout)/\(path)"), "\(path)")
    }
    let files = Set(HouseTests.files.map { $0.path.split(separator: "/").last.map(String.init) })
    for name in Page.all.flatMap({ $0.text.matches(of: /`(\w+\.swift)`/).map { String($0.1) } }) {
      #expect(files.contains(name), "\(name)")
    }
  }
}
