import FoundationEssentials

/// The themes that can be chosen, from the folders where theme files lie.
package struct ThemeLibrary: Sendable {
  /// Every theme that could be read, the default first, the others by name.
  package let themes: [Theme]
  /// What was wrong with files that could not.
  package private(set) var errors: [ThemeError] = []

  /// Reads every `*.toml` of the folders; of two themes of one name the first is kept, the one
  /// in code last.
  package init(folders: [String]) {
    var read: [Theme] = []
    for folder in folders {
      let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
      for name in names.sorted() where name.hasSuffix(".toml") {
        do throws(ThemeError) {
          let theme = try Self.theme(inFile: "\(folder)/\(name)")
          if !read.contains(where: { $0.name == theme.name }) { read.append(theme) }
        } catch {
          errors.append(error)
        }
      }
    }
    let standard = read.first { $0.name == Theme.night.name } ?? .night
    themes = [standard] + read.filter { $0.name != standard.name }.sorted { $0.name < $1.name }
  }

  /// The theme of that name, or in that file if the name has a slash or ends in `.toml`.
  package func theme(_ name: String) throws(ThemeLookupError) -> Theme {
    if let theme = themes.first(where: { $0.name == name }) { return theme }
    guard name.contains("/") || name.hasSuffix(".toml") else {
      // The name may be that of a file that is broken: then that is the news.
      if let fault = errors.first(where: { $0.file.hasSuffix("/\(name).toml") }) {
        throw .broken(fault)
      }
      throw .unknown(found: name, expected: themes.map(\.name))
    }
    do throws(ThemeError) { return try Self.theme(inFile: name) } catch { throw .broken(error) }
  }

  private static func theme(inFile path: String) throws(ThemeError) -> Theme {
    guard let bytes = FileManager.default.contents(atPath: path),
      let text = String(bytes: bytes, encoding: .utf8)
    else { throw ThemeError(file: path, line: nil, problem: .unreadable) }
    return try ThemeFile.theme(from: text, file: path)
  }

  /// Where theme files lie for a program at this path: `share/downhill/themes` of an installation,
  /// and `themes` in any folder above it, as in a checkout.
  package static func folders(forProgramAt path: String) -> [String] {
    var parts = path.split(separator: "/").dropLast()
    var folders = [parts.dropLast() + ["share", "downhill", "themes"]]
    while !parts.isEmpty {
      folders.append(parts + ["themes"])
      parts.removeLast()
    }
    return folders.map { "/" + $0.joined(separator: "/") }.filter {
      FileManager.default.fileExists(atPath: $0)
    }
  }
}

package enum ThemeLookupError: Error, Sendable {
  case unknown(found: String, expected: [String])
  case broken(ThemeError)
}
