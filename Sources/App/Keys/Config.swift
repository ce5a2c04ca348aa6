package import Files
import FoundationEssentials
import TOML
import Terminal
package import Texts

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
  package private(set) var pixels: String?
  /// Steps a second, within `Speed.range`.
  package private(set) var speed: Int?
  /// Whether a race drives as soon as it opens.
  package private(set) var play: Bool?
  /// Whether slopes are shaded.
  package private(set) var shading: Bool?
  package private(set) var keymap = Keymap.standard
  private var reader: TableReader

  package static let colors = ["auto", "truecolor", "256", "16", "8", "mono"]
  package static let glyphSets = ["auto", "full", "safe", "ascii"]

  /// The file that belongs to an environment; nothing is wrong if there is none.
  package init(environment: [String: String]) {
    file = Shelf.ownFolder(environment).map { "\($0)/config.toml" }
    reader = TableReader("", file: file ?? "")
    guard let file, FileManager.default.fileExists(atPath: file) else { return }
    if let text = Shelf.text(ofFile: file) {
      reader = TableReader(text, file: file)
      read()
    } else {
      reader.note(Fault(.file(file), .unreadable(.init(.expectedConfigFile))))
    }
  }

  package init(text: String, file: String) {
    self.file = file
    reader = TableReader(text, file: file)
    read()
  }

  private mutating func read() {
    theme = reader.value("theme", .text).map(resolved)
    language = reader.value("language", .text).map(resolved)
    color = reader.value("color", .word(Self.colors))
    glyphs = reader.value("glyphs", .word(Self.glyphSets))
    pixels = reader.value("pixels", .word(PixelWish.allCases.map(\.rawValue)))
    speed = reader.value("speed", .whole(in: Speed.range, .expectedSpeed))
    play = reader.value("play", .flag)
    shading = reader.value("shading", .flag)
    readKeys(reader.value("keys", .table(.expectedKeyTable)) ?? TOMLTable())
    reader.refuseOthers()
  }

  /// Every mistake, in the order of the file.
  package var errors: [Fault] { reader.errors }

  /// The theme that was asked for; `nil` after noting that there is none.
  package mutating func theme(from library: ThemeLibrary) -> Theme? {
    guard let name = theme else { return nil }
    do throws(Fault) {
      let (theme, errors) = try library.theme(name)
      // The library tells of its own.
      if Shelf.isPath(name) { for error in errors { reader.note(error) } }
      return theme
    } catch {
      note("theme", error)
      return nil
    }
  }

  /// The texts of the language that was asked for; `nil` after noting that there are none.
  package mutating func strings(from library: LanguageLibrary) -> Strings? {
    guard let name = language else { return nil }
    do throws(Fault) {
      let (strings, errors) = try library.language(name)
      for error in errors { reader.note(error) }
      return strings
    } catch {
      note("language", error)
      return nil
    }
  }

  /// What was asked for cannot be had: the setting that asks for it is wrong.
  private mutating func note(_ key: String, _ fault: Fault) {
    switch fault.problem {
    case .unknown(_, _, let found, let names):
      reader.note(key, .wrong(found: "\"\(found)\"", .oneOf(names)))
    default:
      let expected: Text = key == "theme" ? .expectedThemeFile : .expectedLanguageFile
      reader.note(key, .wrong(found: "\"\(fault.file ?? "")\"", .init(expected)))
    }
  }

  /// A path that is relative is so to the file it stands in.
  private func resolved(_ name: String) -> String {
    guard let file, Shelf.isPath(name), !name.hasPrefix("/") else { return name }
    return file.split(separator: "/").dropLast().reduce(into: "") { $0 += "/" + $1 } + "/" + name
  }
}

// The keys.
extension Config {
  /// Reads `[keys]`. Of two actions of one file that want a key, the first has it; from an action
  /// that the file does not name it is taken away.
  private mutating func readKeys(_ table: TOMLTable) {
    for context in Keymap.contexts {
      var bindings = keymap[keyPath: context]
      var owners: [Key: String] = [:]
      for entry in table.entries {
        let action = entry.name
        guard let place = bindings.firstIndex(where: { $0.action == action }) else { continue }
        let setting = "keys.\(entry.pathName)"
        guard let asked = keys(setting, entry.node) else { continue }
        var kept: [Key] = []
        for key in asked where !kept.contains(key) {
          if let other = owners[key] {
            reader.note(
              setting,
              .wrong(found: "\"\(key.name)\"", .init(.expectedFreeKey, ["action": other])))
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
    let known = keymap.all.map { "keys.\($0.action)" }
    for name in table.entries.map({ "keys.\($0.pathName)" }) where !known.contains(name) {
      reader.note(name, .unknownSetting(.init(.expectedAction, names: known)))
    }
  }

  /// The keys of one action, without those that do not exist; `nil` if none is left.
  private mutating func keys(_ setting: String, _ value: TOMLNode) -> [Key]? {
    if value.string == "disabled" { return [] }
    var keys: [Key] = []
    for node in value.list ?? [value] {
      if let key = node.string.flatMap(Key.init(name:)) {
        keys.append(key)
      } else {
        reader.note(
          setting,
          .wrong(
            found: node.shown, .init(.expectedKey, names: Key.names + ["disabled"])))
      }
    }
    return keys.isEmpty && value.list?.isEmpty != true ? nil : keys
  }
}
