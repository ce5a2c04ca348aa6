import Texts

/// The themes that can be chosen, from the folders where theme files lie.
package struct ThemeLibrary: Sendable {
  /// The default first, the others by name; the one in code is there without a file.
  package let themes: [Theme]
  /// What is wrong with the files, file by file.
  package let errors: [Fault]
  private let sources: Sources
  private let files: [ThemeFile]

  /// Reads every file; of two themes of one name the first is kept, the one in code last.
  package init(_ shelf: Shelf) {
    let sources = Sources(shelf)
    let files = sources.all.indices.map { sources.file($0) }
    (self.sources, self.files) = (sources, files)
    var kept: [Theme] = []
    for file in files where !kept.contains(where: { $0.name == file.theme.name }) {
      kept.append(file.theme)
    }
    let standard = kept.first { $0.name == Theme.night.name } ?? .night
    themes = [standard] + kept.filter { $0.name != standard.name }.sorted { $0.name < $1.name }
    errors = sources.errors + files.flatMap(\.errors)
  }

  /// The theme of that name with what is wrong with its file, or that in the file of that path, or
  /// the example of that name.
  package func theme(_ name: String) throws(Fault) -> (theme: Theme, errors: [Fault]) {
    if let theme = themes.first(where: { $0.name == name }) {
      return (theme, files.first { $0.theme.name == name }?.errors ?? [])
    }
    if let example = Example.text(name, .theme) {
      let file = sources.file(TableReader(example, file: name))
      return (file.theme, file.errors)
    }
    if Shelf.isPath(name) {
      guard let text = Shelf.text(ofFile: name) else { throw Sources.unreadable(name) }
      let file = sources.file(TableReader(text, file: name))
      return (file.theme, file.errors)
    }
    // The name may be that of a file that cannot be read: then that is the news.
    let isOfName = { (fault: Fault) in fault.file?.hasSuffix("/\(name).toml") ?? false }
    if let error = sources.errors.first(where: isOfName) { throw error }
    throw Fault(
      .flag("--theme"),
      .unknown(
        .errorUnknownTheme, found: name,
        names: themes.map(\.name) + Example.all(.theme).map(\.name)))
  }
}

/// What theme files hold; they may build on one another.
private struct Sources {
  private(set) var all: [(name: String, reader: TableReader)] = []
  private(set) var errors: [Fault] = []

  init(_ shelf: Shelf) {
    for path in shelf.files {
      guard let text = Shelf.text(ofFile: path) else {
        errors.append(Self.unreadable(path))
        continue
      }
      let reader = TableReader(text, file: path)
      all.append((reader.text("name") ?? path.fileName, reader))
    }
  }

  static func unreadable(_ path: String) -> Fault {
    Fault(.file(path), .unreadable(.init(.expectedThemeFile)))
  }

  func file(_ index: Int) -> ThemeFile { file(all[index].reader, [index]) }

  /// - Parameter builders: the files that build on this one, and it; on them it cannot build, nor
  ///   on what builds on them.
  func file(_ reader: TableReader, _ builders: [Int] = []) -> ThemeFile {
    let free = all.indices.filter { Set(grounds(of: $0)).isDisjoint(with: builders) }
    let names = Set(free.map { all[$0].name } + [Theme.night.name])
    return ThemeFile(reader, bases: names.sorted()) { name in
      if let index = free.first(where: { all[$0].name == name }) {
        return file(all[index].reader, builders + [index]).theme
      }
      return name == Theme.night.name ? .night : nil
    }
  }

  /// A file, what it inherits, what that inherits, and so on.
  private func grounds(of index: Int) -> [Int] {
    var grounds = [index]
    while let name = all[grounds[grounds.count - 1]].reader.text("inherits"),
      let next = all.indices.first(where: { all[$0].name == name && !grounds.contains($0) })
    {
      grounds.append(next)
    }
    return grounds
  }
}
