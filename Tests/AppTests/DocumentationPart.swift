import App
import Descent
import Files
import Texts

/// The parts of the documentation that come from the catalogue, the key table and the examples.
enum DocumentationPart {
  private static let strings = Strings("en")

  static func text(_ name: String) -> String {
    switch name {
    case "keys": keys
    case "rules": table(["name", "rule", "settings", "source"], rules)
    case "dialects": table(["name", "dialect", "defaults", "formula"], dialects)
    case "surfaces": table(["name", "f(x, y)", "what to see"], surfaces)
    case "functions": functions
    case "lessons": table(["", "name", "title", "what it is about"], lessons)
    case "themes": table(["name", "for"], themes)
    case "examples": table(["name", "kind", "what it shows", "opens with"], examples)
    case "zigzag":
      "```toml\n" + (Example.named("zigzag", .lesson)?.text() ?? "") + "```\n"
    default: ""
    }
  }

  private static var keys: String {
    HelpSheet.groups(of: .standard).map { group in
      let rows = group.lines.map { ["`\($0.label)`", strings.help($0.words)] }
      return "\(strings[group.title]):\n\n" + table(["key", "what it does"], rows)
    }.joined(separator: "\n")
  }

  private static var rules: [[String]] {
    Catalog.optimizers.map { rule in
      let about = rule.about
      return [
        "`\(about.name)`", "\(about.title): \(about.formula.joined(separator: "; "))",
        rule.settings.map { "`\($0.name)`" }.joined(separator: " "),
        "[\(about.authors) \(about.year)](<\(about.link)>)",
      ]
    }
  }

  private static var dialects: [[String]] {
    Catalog.optimizers.flatMap { rule in
      rule.dialectDifferences.map { difference in
        let same = difference.settings.isEmpty && difference.formula.isEmpty
        return [
          "`\(rule.about.name)`", "`\(difference.dialect.rawValue)`",
          same ? strings[.cardSameDialect] : difference.settingsText,
          difference.formula.joined(separator: "; "),
        ]
      }
    }
  }

  private static var surfaces: [[String]] {
    Catalog.surfaces.map { surface in
      ["`\(surface.about.name)`", surface.about.formula, strings.surface(surface.about.name)]
    }
  }

  /// What the parser of formulas says it knows, without the variables and constants.
  private static var functions: String {
    do throws(FormulaError) { _ = try FormulaSurface("nothing", window: nil) } catch {
      if case .unknownName(_, let known) = error.problem {
        return known.dropFirst(5).map { "`\($0)`" }.joined(separator: ", ") + ".\n"
      }
    }
    return ""
  }

  private static var lessons: [[String]] {
    LessonLibrary(strings, Shelf(folders: [])).lessons.enumerated().map { place, lesson in
      ["\(place + 1)", "`\(lesson.name)`", lesson.title, lesson.summary]
    }
  }

  private static var themes: [[String]] {
    shippedThemes.themes.map { ["`\($0.name)`", strings[$0.isDark ? .listDark : .listLight]] }
  }

  private static var examples: [[String]] {
    Example.all.map {
      ["`\($0.name)`", $0.kind.rawValue, strings.example($0.name), "`\($0.command)`"]
    }
  }

  private static func table(_ head: [String], _ rows: [[String]]) -> String {
    ([head, head.map { _ in "---" }] + rows)
      .map { cells in "| \(cells.map(escaped).joined(separator: " | ")) |\n" }.joined()
  }

  /// A bar of the text's own, as in |x|, would end its cell.
  private static func escaped(_ cell: String) -> String {
    cell.split(separator: "|", omittingEmptySubsequences: false).joined(separator: "\\|")
  }
}
