import Drawing
import TOMLKit

/// What is wrong with a theme file, and where.
package struct ThemeError: Error, Hashable, Sendable {
  package var file: String
  /// From 1; `nil` where the fault has no line of its own.
  package var line: Int?
  package var problem: Problem

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
    let table: TOMLTable
    do { table = try TOMLTable(string: text) } catch {
      let fault = error as? TOMLParseError
      throw ThemeError(
        file: file, line: fault?.source.begin.line,
        problem: .notTOML(reason: fault?.description ?? "\(error)"))
    }
    var reader = Reader(table: table, text: text, file: file)
    let theme = Theme(
      name: try reader.string("name"),
      isDark: try reader.word("appearance", ["dark": true, "light": false], .expectedAppearance),
      paper: try reader.color("screen.paper"),
      ink: try reader.color("screen.ink"),
      dim: try reader.color("screen.dim"),
      accent: try reader.color("screen.accent"),
      accentInk: try reader.color("screen.accent_ink"),
      warning: try reader.color("screen.warning"),
      ground: try reader.colors("map.ground", atLeast: 2, .expectedGround),
      contour: try reader.color("map.contour"),
      contourStrength: try reader.fraction("map.contour_strength"),
      halo: try reader.color("map.halo"),
      haloStrength: try reader.fraction("map.halo_strength"),
      landmark: try reader.color("map.landmark"),
      cars: try reader.colors("cars.colors", atLeast: CarSpec.limit, .expectedCarColors),
      glyphs: try reader.glyphs("cars.glyphs", atLeast: CarSpec.limit))
    try reader.refuseUnknownKeys()
    return theme
  }

  /// Reads typed values by `section.key` and knows on which line each stands.
  private struct Reader {
    let table: TOMLTable
    let text: String
    let file: String
    private var read: Set<String> = []

    init(table: TOMLTable, text: String, file: String) {
      self.table = table
      self.text = text
      self.file = file
    }

    mutating func string(_ path: String) throws(ThemeError) -> String {
      let value = try value(path)
      guard let string = value.string else { throw wrong(path, value, .expectedString) }
      return string
    }

    mutating func word<T>(_ path: String, _ words: [String: T], _ expected: Text) throws(ThemeError)
      -> T
    {
      let value = try value(path)
      guard let word = value.string.flatMap({ words[$0] }) else {
        throw wrong(path, value, expected)
      }
      return word
    }

    mutating func color(_ path: String) throws(ThemeError) -> Color {
      let value = try value(path)
      guard let color = value.string.flatMap(Color.init(hex:)) else {
        throw wrong(path, value, .expectedColor)
      }
      return color
    }

    mutating func fraction(_ path: String) throws(ThemeError) -> Double {
      let value = try value(path)
      let number = value.double ?? value.int.map { Double($0) }
      guard let number, (0...1).contains(number) else {
        throw wrong(path, value, .expectedFraction)
      }
      return number
    }

    mutating func colors(
      _ path: String, atLeast count: Int, _ expected: Text
    ) throws(ThemeError) -> [Color] {
      try list(path, atLeast: count, expected, Color.init(hex:))
    }

    mutating func glyphs(_ path: String, atLeast count: Int) throws(ThemeError) -> [Unicode.Scalar] {
      let glyphs = try list(path, atLeast: count, .expectedGlyphs) { text in
        text.unicodeScalars.count == 1 && text.cellWidth == 1 ? text.unicodeScalars.first : nil
      }
      guard Set(glyphs).count == glyphs.count else {
        throw wrong(path, try value(path), .expectedGlyphs)
      }
      return glyphs
    }

    private mutating func list<T>(
      _ path: String, atLeast count: Int, _ expected: Text, _ parse: (String) -> T?
    ) throws(ThemeError) -> [T] {
      let value = try value(path)
      var items: [T] = []
      for element in value.array ?? [] {
        guard let item = element.string.flatMap(parse) else {
          throw wrong(path, element, expected)
        }
        items.append(item)
      }
      guard items.count >= count else { throw wrong(path, value, expected) }
      return items
    }

    private mutating func value(_ path: String) throws(ThemeError) -> any TOMLValueConvertible {
      read.insert(path)
      var node: (any TOMLValueConvertible)? = table
      for part in path.split(separator: ".") { node = node?.table?[String(part)] }
      guard let node else {
        throw ThemeError(file: file, line: nil, problem: .missing(key: path))
      }
      return node
    }

    func refuseUnknownKeys() throws(ThemeError) {
      for (key, value) in table {
        let paths = value.table.map { inner in inner.keys.map { "\(key).\($0)" } } ?? [key]
        for path in paths.sorted() where !read.contains(path) {
          let nearest = nearestName(to: path, among: read.sorted())
          throw ThemeError(
            file: file, line: line(of: path), problem: .unknown(key: path, nearest: nearest))
        }
      }
    }

    private func wrong(
      _ path: String, _ found: any TOMLValueConvertible, _ expected: Text
    ) -> ThemeError {
      let found = found.string.map { "\"\($0)\"" } ?? found.debugDescription
      return ThemeError(
        file: file, line: line(of: path),
        problem: .wrong(key: path, found: found, expected: expected))
    }

    /// The parser does not say where a value stands, so the text is searched for its key.
    private func line(of path: String) -> Int? {
      let parts = path.split(separator: ".").map(String.init)
      let section = parts.dropLast().joined(separator: ".")
      var current = ""
      for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
      {
        let words = line.filter { $0 != " " && $0 != "\t" }
        if words.hasPrefix("[") {
          current = String(words.dropFirst().prefix { $0 != "]" })
        } else if current == section, words.hasPrefix("\(parts.last!)=") {
          return index + 1
        }
      }
      return nil
    }
  }
}
