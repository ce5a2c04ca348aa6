import Drawing

/// What is wrong with a theme file, and where.
package struct ThemeError: Error, Hashable, Sendable {
  package var file: String
  /// From 1; `nil` where the fault has no line of its own.
  package var line: Int?
  package var problem: Problem

  package init(file: String, line: Int?, problem: Problem) {
    self.file = file
    self.line = line
    self.problem = problem
  }

  package enum Problem: Hashable, Sendable {
    case unreadable
    case notTOML(reason: String)
    case missing(key: String)
    case wrong(key: String, found: String, expected: Text)
    case unknown(key: String, nearest: String?)
  }
}

extension Strings {
  /// `themes/x.toml:12: map.contour is "reddish"; expected a colour such as #5ab4ee`
  package func describe(_ error: ThemeError) -> String {
    let place = error.line.map { "\(error.file):\($0)" } ?? error.file
    let problem =
      switch error.problem {
      case .unreadable: self[.themeUnreadable]
      case .notTOML(let reason): self(.themeNotTOML, ["reason": reason])
      case .missing(let key): self(.themeMissing, ["key": key])
      case .wrong(let key, let found, let expected):
        self(.themeWrong, ["key": key, "found": found, "expected": self[expected]])
      case .unknown(let key, let nearest):
        self(.themeUnknown, ["key": key])
          + (nearest.map { self(.errorDidYouMean, ["nearest": $0]) } ?? "")
      }
    return "\(place): \(problem)"
  }
}

/// A theme read from TOML text.
package enum ThemeFile {
  package static func theme(from text: String, file: String) throws(ThemeError) -> Theme {
    let toml: TOMLFile
    do throws(TOMLFault) { toml = try TOMLFile(text) } catch {
      throw ThemeError(file: file, line: error.line, problem: .notTOML(reason: error.reason))
    }
    let reader = Reader(toml: toml, file: file)
    // First, since a misspelt key is also a missing one, and this says where it stands.
    try reader.refuseUnknownKeys()
    return Theme(
      name: try reader.string(.name),
      isDark: try reader.word(.appearance, ["dark": true, "light": false], .expectedAppearance),
      paper: try reader.color(.paper),
      ink: try reader.color(.ink),
      dim: try reader.color(.dim),
      accent: try reader.color(.accent),
      accentInk: try reader.color(.accentInk),
      warning: try reader.color(.warning),
      ground: try reader.colors(.ground, atLeast: 2, .expectedGround),
      contour: try reader.color(.contour),
      contourStrength: try reader.fraction(.contourStrength),
      halo: try reader.color(.halo),
      haloStrength: try reader.fraction(.haloStrength),
      landmark: try reader.color(.landmark),
      cars: try reader.colors(.carColors, atLeast: CarSpec.limit, .expectedCarColors),
      glyphs: try reader.glyphs(.carGlyphs, atLeast: CarSpec.limit))
  }

  private enum Key: String, CaseIterable {
    case name
    case appearance
    case paper = "screen.paper"
    case ink = "screen.ink"
    case dim = "screen.dim"
    case accent = "screen.accent"
    case accentInk = "screen.accent_ink"
    case warning = "screen.warning"
    case ground = "map.ground"
    case contour = "map.contour"
    case contourStrength = "map.contour_strength"
    case halo = "map.halo"
    case haloStrength = "map.halo_strength"
    case landmark = "map.landmark"
    case carColors = "cars.colors"
    case carGlyphs = "cars.glyphs"
  }

  /// Reads typed values and knows on which line each stands.
  private struct Reader {
    let toml: TOMLFile
    let file: String

    func string(_ key: Key) throws(ThemeError) -> String {
      try parsed(key, .expectedString) { $0.string }
    }

    func word<T>(_ key: Key, _ words: [String: T], _ expected: Text) throws(ThemeError) -> T {
      try parsed(key, expected) { $0.string.flatMap { words[$0] } }
    }

    func color(_ key: Key) throws(ThemeError) -> Color {
      try parsed(key, .expectedColor) { $0.string.flatMap(Color.init(hex:)) }
    }

    func fraction(_ key: Key) throws(ThemeError) -> Double {
      try parsed(key, .expectedFraction) { value in
        let number = value.double ?? value.int.map { Double($0) }
        return number.flatMap { (0...1).contains($0) ? $0 : nil }
      }
    }

    func colors(_ key: Key, atLeast count: Int, _ expected: Text) throws(ThemeError) -> [Color] {
      try list(key, atLeast: count, expected, Color.init(hex:))
    }

    func glyphs(_ key: Key, atLeast count: Int) throws(ThemeError) -> [Unicode.Scalar] {
      let glyphs = try list(key, atLeast: count, .expectedGlyphs) { text in
        text.unicodeScalars.count == 1 && text.cellWidth == 1 && text != " "
          ? text.unicodeScalars.first : nil
      }
      for (place, glyph) in glyphs.enumerated() where glyphs[..<place].contains(glyph) {
        throw wrong(key, "\"\(glyph)\"", .expectedGlyphs)
      }
      return glyphs
    }

    private func list<T>(
      _ key: Key, atLeast count: Int, _ expected: Text, _ parse: (String) -> T?
    ) throws(ThemeError) -> [T] {
      let elements = try parsed(key, expected) { $0.list }
      var items: [T] = []
      for element in elements {
        guard let item = element.string.flatMap(parse) else {
          throw wrong(key, element.shown, expected)
        }
        items.append(item)
      }
      guard items.count >= count else { throw wrong(key, TOMLNode.shown(elements), expected) }
      return items
    }

    private func parsed<T>(
      _ key: Key, _ expected: Text, _ parse: (TOMLNode) -> T?
    ) throws(ThemeError) -> T {
      guard let node = toml.node(at: key.rawValue) else {
        throw ThemeError(file: file, line: nil, problem: .missing(key: key.rawValue))
      }
      guard let value = parse(node) else { throw wrong(key, node.shown, expected) }
      return value
    }

    func refuseUnknownKeys() throws(ThemeError) {
      let known = Key.allCases.map(\.rawValue)
      for (key, value) in toml.root {
        let inner = value.table ?? []
        let paths = inner.isEmpty ? [key] : inner.map { "\(key).\($0.key)" }
        for path in paths where !known.contains(path) {
          throw ThemeError(
            file: file, line: toml.line(of: path),
            problem: .unknown(key: path, nearest: nearestName(to: path, among: known)))
        }
      }
    }

    private func wrong(_ key: Key, _ found: String, _ expected: Text) -> ThemeError {
      ThemeError(
        file: file, line: toml.line(of: key.rawValue),
        problem: .wrong(key: key.rawValue, found: found, expected: expected))
    }
  }
}
