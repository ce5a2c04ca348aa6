import App
import Descent
import FoundationEssentials
import Testing
import Texts

/// The README's tables, which come from the key table and the catalogue. With `DOWNHILL_RECORD=1`
/// in the environment they are written instead of compared.
struct ReadmeTests {
  private let file = repositoryFolder + "/README.md"
  private let strings = Strings("en")

  @Test(.serialized, arguments: ["keys", "rules", "surfaces"])
  func `the tables say what the program does`(name: String) throws {
    let readme = try #require(FileManager.default.contents(atPath: file))
    let text = String(decoding: readme, as: UTF8.self)
    let open = try #require(text.firstRange(of: "<!-- \(name):"))
    let start = try #require(text[open.upperBound...].firstRange(of: "-->\n")).upperBound
    let end = try #require(text[start...].firstRange(of: "<!-- /\(name) -->")).lowerBound
    let expected = table(name)
    if ProcessInfo.processInfo.environment["DOWNHILL_RECORD"] == "1" {
      let written = text[..<start] + expected + text[end...]
      try Data(written.utf8).write(to: URL(filePath: file))
    } else {
      #expect(text[start..<end] == expected)
    }
  }

  private func table(_ name: String) -> String {
    switch name {
    case "keys": table(["key", "what it does"], keys)
    case "rules": table(["name", "rule", "settings", "source"], rules)
    default: table(["name", "f(x, y)", "what to see"], surfaces)
    }
  }

  private var keys: [[String]] {
    HelpLine.lines(of: Keymap.standard.race + Keymap.standard.views[0].bindings).map {
      ["`\($0.label)`", strings[$0.help]]
    }
  }

  private var rules: [[String]] {
    Catalog.optimizers.map { rule in
      let about = rule.about
      return [
        "`\(about.name)`", "\(about.title): \(about.formula.joined(separator: "; "))",
        rule.settings.map { "`\($0.name)`" }.joined(separator: " "),
        "[\(about.authors) \(about.year)](<\(about.link)>)",
      ]
    }
  }

  private var surfaces: [[String]] {
    Catalog.surfaces.map { surface in
      ["`\(surface.about.name)`", surface.about.formula, strings.surface(surface.about.name)]
    }
  }

  private func table(_ head: [String], _ rows: [[String]]) -> String {
    ([head, head.map { _ in "---" }] + rows)
      .map { cells in "| \(cells.map(escaped).joined(separator: " | ")) |\n" }.joined()
  }

  /// A bar of the text's own, as in |x|, would end its cell.
  private func escaped(_ cell: String) -> String {
    cell.split(separator: "|", omittingEmptySubsequences: false).joined(separator: "\\|")
  }
}
