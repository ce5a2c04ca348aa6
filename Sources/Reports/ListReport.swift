package import App
import Descent
import Drawing
package import Files
package import Terminal
package import Texts

/// What there is to choose from, as a table for people or JSON lines for programs.
package struct ListReport: Sendable {
  package enum What: String, CaseIterable, Sendable {
    case surfaces, optimizers, themes, languages, keys, texts, examples
  }
  package enum Format: String, CaseIterable, Sendable { case table, json, toml }

  let strings: Strings
  let themes: ThemeLibrary
  let languages: [LanguageLibrary.Entry]
  private let keymap: Keymap
  let colors: ColorDepth

  /// - Parameters:
  ///   - languages: those to list; for texts, theirs.
  ///   - colors: what the terminal shows that tables go to; none if they go elsewhere.
  package init(
    strings: Strings, themes: ThemeLibrary = ThemeLibrary(Shelf(folders: [])),
    languages: [LanguageLibrary.Entry] = [], keymap: Keymap = .standard,
    colors: ColorDepth = .mono
  ) {
    self.strings = strings
    self.themes = themes
    self.languages = languages
    self.keymap = keymap
    self.colors = colors
  }

  /// Throws `Fault` for a format that there is not for this.
  package func text(_ what: What, as format: Format) throws -> String {
    switch (what, format) {
    case (.surfaces, .table): surfaceTable()
    case (.optimizers, .table): optimizerTable()
    case (.themes, .table): themeTable()
    case (.languages, .table): languageTable()
    case (.keys, .table): keyTable()
    case (.texts, .table): textTable()
    case (.examples, .table): exampleTable()
    case (.surfaces, .json): try jsonLines(Catalog.surfaces.map { SurfaceLine($0, strings) })
    case (.optimizers, .json): try jsonLines(Catalog.optimizers.map { OptimizerLine($0, strings) })
    case (.themes, .json): try jsonLines(themes.themes.map(ThemeLine.init))
    case (.languages, .json): try jsonLines(languages.map(LanguageLine.init))
    case (.keys, .json): try jsonLines(keyLines)
    case (.texts, .json): try jsonLines(textLines)
    case (.examples, .json): try jsonLines(Example.all.map { ExampleLine($0, strings) })
    case (.texts, .toml): languages.map(\.source).joined()
    case (_, .toml):
      throw Fault(
        .flag("--format"),
        .unknown(.errorUnknownFormat, found: "toml", names: ["table", "json"]))
    }
  }

  private func surfaceTable() -> String {
    rendered(
      [.listName, .listFormula, .listStart, .listRates, .listLowest, .listAbout],
      Catalog.surfaces.map { surface in
        let about = surface.about
        let rates = about.rates
        return [
          about.name, about.formula,
          "\(NumberText.compact(about.start.x)),\(NumberText.compact(about.start.y))",
          "\(NumberText.compact(rates.ofSlope)), \(NumberText.compact(rates.ofLength))",
          about.lowestText(atMost: 4),
          strings.surface(about.name),
        ]
      })
  }

  private func optimizerTable() -> String {
    rendered(
      [.listName, .listTitle, .listYear, .listSettings, .listAbout],
      Catalog.optimizers.map { rule in
        [
          rule.about.name, rule.about.title, "\(rule.about.year)",
          rule.defaults.map { "\($0.name)=\($0.value ?? strings[.listRateBySurface])" }
            .joined(separator: ", "),
          strings.optimizer(rule.about.name, .route),
        ]
      }) + "\n" + dialectTable()
  }

  /// Where torch and Optax compute otherwise than the textbook, or begin with other settings.
  private func dialectTable() -> String {
    rendered(
      [.listName, .listDialect, .listSettings, .listFormula],
      Catalog.optimizers.flatMap { rule in
        rule.dialectDifferences.map { difference in
          let same = difference.settings.isEmpty && difference.formula.isEmpty
          return [
            rule.about.name, difference.dialect.rawValue,
            same ? strings[.cardSameDialect] : difference.settingsText,
            difference.formula.joined(separator: "; "),
          ]
        }
      })
  }

  private func keyTable() -> String {
    rendered(
      [.listAction, .listKeys, .listAbout],
      keyLines.map { [$0.name, $0.keys.joined(separator: " "), $0.about] })
  }

  private var keyLines: [KeyLine] {
    Keymap.contexts.flatMap { HelpLine.lines(of: keymap[keyPath: $0]) }.flatMap { line in
      line.bindings.map {
        KeyLine(
          name: $0.action, keys: $0.keys.map(\.name),
          about: strings.action($0.action, in: line.words))
      }
    }
  }

  func rendered(_ headers: [Text], _ rows: [[String]]) -> String {
    let table = Table(headers.map { .init(strings[$0]) }, rows: rows)
    return table.lines().map { $0.withoutTrailingSpaces + "\n" }.joined()
  }

}

extension Optimizer {
  /// Each setting with its default; `nil` for a learning rate that is each surface's to suggest.
  fileprivate var defaults: [(name: String, value: String?)] {
    settings.map { setting in
      let isOfSurface = setting.name == "lr" && about.rate != .factor
      return (setting.name, isOfSurface ? nil : setting.valueText)
    }
  }
}

private struct SurfaceLine: Encodable {
  var name, title, formula, about: String
  var window: [[Double]]
  var start: [Double]
  var rateOfSlope, rateOfLength: Double
  var criticalPoints: [PointLine]

  struct PointLine: Encodable {
    var kind: String
    var x, y, loss: Double
  }

  init(_ surface: any Surface, _ strings: Strings) {
    let facts = surface.about
    (name, title, formula) = (facts.name, facts.title, facts.formula)
    about = strings.surface(facts.name)
    window = [facts.window.x, facts.window.y].map { [$0.lowerBound, $0.upperBound] }
    start = [facts.start.x, facts.start.y]
    (rateOfSlope, rateOfLength) = (facts.rates.ofSlope, facts.rates.ofLength)
    criticalPoints = facts.criticalPoints.map {
      PointLine(kind: $0.kind.rawValue, x: $0.position.x, y: $0.position.y, loss: $0.value)
    }
  }
}

private struct OptimizerLine: Encodable {
  var name, title, authors, source, link, idea: String
  var year: Int
  var formula: [String]
  var settings: [String: String?]
  /// What torch and Optax have otherwise.
  var dialects: [String: DialectLine]

  struct DialectLine: Encodable {
    var settings: [String: String]
    var formula: [String]
  }

  init(_ rule: any Optimizer, _ strings: Strings) {
    let facts = rule.about
    (name, title, authors) = (facts.name, facts.title, facts.authors)
    (source, link, year, formula) = (facts.source, facts.link, facts.year, facts.formula)
    idea = strings.optimizer(facts.name, .idea)
    settings = Dictionary(
      rule.defaults.map { ($0.name, $0.value) }, uniquingKeysWith: { first, _ in first })
    dialects = Dictionary(
      uniqueKeysWithValues: rule.dialectDifferences.map { difference in
        let settings = difference.settings.map { ($0.name, $0.valueText) }
        return (
          difference.dialect.rawValue,
          DialectLine(
            settings: Dictionary(uniqueKeysWithValues: settings), formula: difference.formula)
        )
      })
  }
}

private struct KeyLine: Encodable {
  var name: String
  var keys: [String]
  /// What it does; the actions of a pair share one text.
  var about: String
}
