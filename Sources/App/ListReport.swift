import Descent
import Drawing
import FoundationEssentials
import Terminal

/// What there is to choose from, as a table for people or JSON lines for programs.
package struct ListReport: Sendable {
  package enum What: String, CaseIterable, Sendable { case surfaces, optimizers, themes, keys }
  package enum Format: String, CaseIterable, Sendable { case table, json }

  private let strings: Strings
  private let themes: ThemeLibrary
  private let keymap: Keymap
  private let hasColors: Bool

  /// - Parameter hasColors: whether tables go to a terminal that shows 24-bit colours.
  package init(
    strings: Strings, themes: ThemeLibrary, keymap: Keymap = .standard, hasColors: Bool = false
  ) {
    self.strings = strings
    self.themes = themes
    self.keymap = keymap
    self.hasColors = hasColors
  }

  package func text(_ what: What, as format: Format) throws -> String {
    switch (what, format) {
    case (.surfaces, .table): surfaceTable()
    case (.optimizers, .table): optimizerTable()
    case (.themes, .table): themeTable()
    case (.surfaces, .json): try jsonLines(Catalog.surfaces.map { SurfaceLine($0, strings) })
    case (.optimizers, .json): try jsonLines(Catalog.optimizers.map { OptimizerLine($0, strings) })
    case (.keys, .table): keyTable()
    case (.keys, .json): try jsonLines(keyLines)
    case (.themes, .json): try jsonLines(themes.themes.map(ThemeLine.init))
    }
  }

  private func surfaceTable() -> String {
    rendered(
      [.listName, .listFormula, .listStart, .listRates, .listAbout],
      Catalog.surfaces.map { surface in
        let about = surface.about
        let rates = about.rates
        return [
          about.name, about.formula,
          "\(NumberText.compact(about.start.x)),\(NumberText.compact(about.start.y))",
          "\(NumberText.compact(rates.ofSlope)), \(NumberText.compact(rates.ofLength))",
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
      })
  }

  private func themeTable() -> String {
    let rows = themes.themes.map { [$0.name, strings[$0.isDark ? .listDark : .listLight]] }
    guard hasColors else { return rendered([.listName, .listAppearance], rows) }
    let heads = [Text.listName, .listAppearance, .listColors].map { strings[$0] }
    // The swatches come after the table, which measures its cells.
    let table = Table(heads.map { .init($0) }, rows: rows.map { $0 + [""] }).lines()
    let width = table[0].cellWidth - heads[2].cellWidth
    let lines = zip(table.dropFirst(), themes.themes).map { line, theme in
      line.withoutTrailingSpaces.padded(to: width) + swatch(of: theme)
    }
    return ([table[0].withoutTrailingSpaces] + lines).map { $0 + "\n" }.joined()
  }

  /// The cars as their glyphs on the theme's paper, and the ground from low to high.
  private func swatch(of theme: Theme) -> String {
    var swatch = ColoredText()
    swatch.add(" ", paper: theme.paper)
    for car in 0..<CarSpec.limit {
      swatch.add("\(theme.glyph(ofCar: car)) ", ink: theme.color(ofCar: car), paper: theme.paper)
    }
    swatch.add(" ")
    for color in Colormap(stops: theme.ground, levels: 24).colors { swatch.add(" ", paper: color) }
    return swatch.text
  }

  private func keyTable() -> String {
    rendered(
      [.listAction, .listKeys, .listAbout],
      keyLines.map { [$0.name, $0.keys.joined(separator: " "), $0.about] })
  }

  private var keyLines: [KeyLine] {
    Keymap.contexts.flatMap { HelpLine.lines(of: keymap[keyPath: $0]) }.flatMap { line in
      line.bindings.map {
        KeyLine(name: $0.action, keys: $0.keys.map(\.name), about: strings[line.help])
      }
    }
  }

  private func rendered(_ headers: [Text], _ rows: [[String]]) -> String {
    let table = Table(headers.map { .init(strings[$0]) }, rows: rows)
    return table.lines().map { $0.withoutTrailingSpaces + "\n" }.joined()
  }

  private func jsonLines(_ lines: [some Encodable]) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return try lines.map { line in
      String(decoding: try encoder.encode(line), as: UTF8.self) + "\n"
    }.joined()
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

  init(_ rule: any Optimizer, _ strings: Strings) {
    let facts = rule.about
    (name, title, authors) = (facts.name, facts.title, facts.authors)
    (source, link, year, formula) = (facts.source, facts.link, facts.year, facts.formula)
    idea = strings.optimizer(facts.name, .idea)
    settings = Dictionary(
      rule.defaults.map { ($0.name, $0.value) }, uniquingKeysWith: { first, _ in first })
  }
}

private struct KeyLine: Encodable {
  var name: String
  var keys: [String]
  /// What it does; the actions of a pair share one text.
  var about: String
}

private struct ThemeLine: Encodable {
  var name: String
  var appearance: String

  init(_ theme: Theme) {
    name = theme.name
    appearance = theme.isDark ? "dark" : "light"
  }
}
