import FoundationEssentials

/// The folders where TOML files of one kind lie, such as themes: the user's own first, then those
/// of an installation, then those of a checkout.
package struct Shelf: Hashable, Sendable {
  /// Where they are looked for, whether or not there are such folders.
  package let folders: [String]

  package init(folders: [String]) { self.folders = folders }

  /// - Parameters:
  ///   - kind: the name of the folders, such as `themes`.
  ///   - path: where the program lies: below `share/downhill` of its installation there may be one,
  ///     and in any folder above it, as in a checkout.
  package init(_ kind: String, environment: [String: String], programAt path: String) {
    var parts = path.split(separator: "/").dropLast()
    var folders = [parts.dropLast() + ["share", "downhill", Substring(kind)]]
    while !parts.isEmpty {
      folders.append(parts + [Substring(kind)])
      parts.removeLast()
    }
    let own = Self.ownFolder(environment).map { "\($0)/\(kind)" }
    self.folders = [own].compactMap { $0 } + folders.map { "/" + $0.joined(separator: "/") }
  }

  /// `$XDG_CONFIG_HOME/downhill`, by default in `~/.config`; a relative path there means nothing.
  package static func ownFolder(_ environment: [String: String]) -> String? {
    if let home = environment["XDG_CONFIG_HOME"], home.hasPrefix("/") { return "\(home)/downhill" }
    guard let home = environment["HOME"], home.hasPrefix("/") else { return nil }
    return "\(home)/.config/downhill"
  }

  /// The folders that there are.
  package var existing: [String] {
    folders.filter { FileManager.default.fileExists(atPath: $0) }
  }

  /// Every file, folder by folder, by name.
  package var files: [String] {
    existing.flatMap { folder in
      let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
      return names.filter { $0.hasSuffix(".toml") }.sorted().map { "\(folder)/\($0)" }
    }
  }

  /// The file of that name in the first folder that has one.
  package func file(named name: String) -> String? {
    folders.lazy.map { "\($0)/\(name).toml" }
      .first { FileManager.default.fileExists(atPath: $0) }
  }

  /// Whether a name is that of a file, wherever that lies, and not of one on a shelf.
  package static func isPath(_ name: String) -> Bool {
    name.contains("/") || name.hasSuffix(".toml")
  }

  package static func isFile(_ path: String) -> Bool {
    FileManager.default.fileExists(atPath: path)
  }

  /// A file as text; `nil` if it is not there or is no text.
  package static func text(ofFile path: String) -> String? {
    guard let bytes = FileManager.default.contents(atPath: path),
      let text = String(bytes: bytes, encoding: .utf8),
      // Text has none, other files have many.
      !text.utf8.contains(0)
    else { return nil }
    return text
  }
}

extension String {
  /// The last part of a path, without `.toml`.
  package var fileName: String {
    let name = split(separator: "/").last.map(String.init) ?? self
    return name.hasSuffix(".toml") ? String(name.dropLast(5)) : name
  }
}
