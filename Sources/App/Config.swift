import FoundationEssentials
import Terminal

/// What the user's `config.toml` asks for. Flags of the command line override it; a mistake in one
/// line leaves the others in force.
package struct Config: Sendable {
  /// Where the file lies or would lie; `nil` if the user has no home.
  package private(set) var file: String?
  /// A theme's name, or the path of its file.
  package private(set) var theme: String?
  package private(set) var language: String?
  package private(set) var color: String?
  package private(set) var glyphs: String?
  /// Steps a second, within `Speed.range`.
  package private(set) var speed: Int?
  package private(set) var keymap = Keymap.standard
  package private(set) var errors: [ConfigError] = []
  private var themeLine: Int?

  static let settings = ["theme", "language", "color", "glyphs", "speed", "keys"]
  package static let colors = ["auto", "truecolor", "256", "16", "8", "mono"]
  package static let glyphSets = ["auto", "full", "safe", "ascii"]

  /// The file that belongs to an environment; nothing is wrong if there is none.
  package init(environment: [String: String]) {
    guard let folder = Self.folder(environment) else { return }
    let file = "\(folder)/config.toml"
    self.file = file
    guard FileManager.default.fileExists(atPath: file) else { return }
    guard let bytes = FileManager.default.contents(atPath: file),
      let text = String(bytes: bytes, encoding: .utf8),
      // The parser would take it for the end.
      !text.contains("\0")
    else {
      errors = [ConfigError(file: file, line: nil, problem: .unreadable)]
      return
    }
    read(text, file)
  }

  package init(text: String, file: String) {
    self.file = file
    read(text, file)
  }

  private mutating func read(_ text: String, _ file: String) {
    guard let toml = readable(text, file) else { return }
    for (key, value) in toml.root { read(key, value, toml) }
    // In the order of the file, whatever order its settings were read in.
    errors.sort { ($0.line ?? 0) < ($1.line ?? 0) }
  }

  /// `$XDG_CONFIG_HOME/downhill`, by default in `~/.config`; a relative path there means nothing.
  package static func folder(_ environment: [String: String]) -> String? {
    if let home = environment["XDG_CONFIG_HOME"], home.hasPrefix("/") { return "\(home)/downhill" }
    guard let home = environment["HOME"], home.hasPrefix("/") else { return nil }
    return "\(home)/.config/downhill"
  }

  /// The theme that was asked for; `nil` after noting that there is none.
  package mutating func theme(from library: ThemeLibrary) -> Theme? {
    guard let theme else { return nil }
    do throws(ThemeLookupError) { return try library.theme(theme) } catch {
      switch error {
      case .unknown(let found, let expected):
        note(themeLine, .unknownWord(setting: "theme", found: found, expected: expected))
      case .broken(let fault):
        if !library.errors.contains(fault) {
          note(themeLine, .wrong(setting: "theme", found: "\"\(theme)\"", expected: .expectedTheme))
        }
      }
      return nil
    }
  }

  /// The text as TOML, without the lines that are not.
  private mutating func readable(_ text: String, _ file: String) -> TOMLFile? {
    var lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      .map(String.init)
    while true {
      do throws(TOMLFault) { return try TOMLFile(lines.joined(separator: "\n")) } catch {
        errors.append(
          ConfigError(file: file, line: error.line, problem: .notTOML(reason: error.reason)))
        // What was never closed is noticed at the end of the file, where nothing can be left out.
        guard let line = error.line, lines.indices.contains(line - 1), !lines[line - 1].isEmpty
        else { return nil }
        lines[line - 1] = ""
      }
    }
  }

  private mutating func read(_ key: String, _ value: TOMLNode, _ toml: TOMLFile) {
    let line = toml.line(of: key)
    switch key {
    case "theme":
      guard let name = value.string else {
        return note(line, .wrong(setting: key, found: value.shown, expected: .expectedString))
      }
      (theme, themeLine) = (resolved(name), line)
    case "language": language = word(key, value, Strings.languages, line)
    case "color": color = word(key, value, Self.colors, line)
    case "glyphs": glyphs = word(key, value, Self.glyphSets, line)
    case "speed":
      guard let number = value.int, Speed.range ~= number else {
        return note(line, .wrong(setting: key, found: value.shown, expected: .expectedSpeed))
      }
      speed = number
    case "keys":
      guard let table = value.table else {
        return note(line, .wrong(setting: key, found: value.shown, expected: .expectedKeyTable))
      }
      readKeys(table, toml)
    default: note(line, .unknownSetting(found: key))
    }
  }

  /// A path that is relative is so to the file it stands in.
  private func resolved(_ theme: String) -> String {
    guard let file, theme.contains("/") || theme.hasSuffix(".toml"), !theme.hasPrefix("/") else {
      return theme
    }
    return file.split(separator: "/").dropLast().reduce(into: "") { $0 += "/" + $1 } + "/" + theme
  }

  private mutating func word(
    _ key: String, _ value: TOMLNode, _ words: [String], _ line: Int?
  ) -> String? {
    // 256 needs no quotes.
    let found = value.string ?? value.int.map(String.init) ?? value.shown
    if words.contains(found) { return found }
    note(line, .unknownWord(setting: key, found: found, expected: words))
    return nil
  }

  private mutating func note(_ line: Int?, _ problem: ConfigError.Problem) {
    errors.append(ConfigError(file: file ?? "", line: line, problem: problem))
  }
}

// The keys.
extension Config {
  /// Reads `[keys]`. Of two actions of one file that want a key, the first has it; from an action
  /// that the file does not name it is taken away.
  private mutating func readKeys(_ table: [(key: String, value: TOMLNode)], _ toml: TOMLFile) {
    let entries = table.map {
      (action: $0.key, value: $0.value, line: toml.line(of: "keys.\($0.key)"))
    }
    .sorted { ($0.line ?? 0) < ($1.line ?? 0) }
    for context in Keymap.contexts {
      var bindings = keymap[keyPath: context]
      var owners: [Key: String] = [:]
      for (action, value, line) in entries {
        guard let place = bindings.firstIndex(where: { $0.action == action }) else { continue }
        let setting = "keys.\(action)"
        guard let asked = keys(setting, value, line) else { continue }
        var kept: [Key] = []
        for key in asked where !kept.contains(key) {
          if let other = owners[key] {
            note(line, .boundTwice(setting: setting, found: key.name, other: other))
          } else {
            owners[key] = action
            kept.append(key)
          }
        }
        if asked.isEmpty || !kept.isEmpty { bindings[place].keys = kept }
      }
      for place in bindings.indices {
        let action = bindings[place].action
        bindings[place].keys.removeAll { key in owners[key].map { $0 != action } ?? false }
      }
      keymap[keyPath: context] = bindings
    }
    let known = Set(keymap.all.map(\.action))
    for (action, _, line) in entries where !known.contains(action) {
      note(line, .unknownAction(found: action))
    }
  }

  /// The keys of one action, without those that do not exist; `nil` if none is left.
  private mutating func keys(_ setting: String, _ value: TOMLNode, _ line: Int?) -> [Key]? {
    if value.string == "disabled" { return [] }
    var keys: [Key] = []
    for node in value.list ?? [value] {
      if let key = node.string.flatMap(Key.init(name:)) {
        keys.append(key)
      } else {
        note(line, .unknownKey(setting: setting, found: node.string ?? node.shown))
      }
    }
    return keys.isEmpty && value.list?.isEmpty != true ? nil : keys
  }
}
