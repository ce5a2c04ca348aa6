import App
import ArgumentParser
import Descent
import Files
import FoundationEssentials
import Reports
import Terminal
import Texts

#if canImport(Glibc)
  import Glibc
#endif

/// What a shell offers for the value of an option.
extension CompletionKind {
  /// The words of an enumeration.
  static func words<W: RawRepresentable & CaseIterable>(_: W.Type) -> CompletionKind
  where W.RawValue == String { .list(W.allCases.map(\.rawValue)) }

  static var surfaces: CompletionKind {
    .list(Catalog.surfaces.map(\.about.name))
  }
  static var themes: CompletionKind {
    names(or: ["toml"]) {
      ThemeLibrary(Shelf("themes")).themes.map(\.name) + examples(.theme)
    }
  }
  static var languages: CompletionKind {
    names(or: ["toml"]) { Words.languages.names }
  }
  static var lessons: CompletionKind {
    names(or: ["toml"]) {
      LessonLibrary(Words.strings, Shelf("lessons")).lessons.map(\.name) + examples(.lesson)
    }
  }
  static var races: CompletionKind {
    names(or: ["toml"]) { examples(.race) }
  }
  static var data: CompletionKind {
    names(or: ["csv", "tsv", "txt"]) { samples(.data) }
  }
  static var grids: CompletionKind {
    names(or: ["npy", "csv", "tsv", "txt"]) { samples(.grid) }
  }
  static var paths: CompletionKind {
    names(or: ["csv", "tsv", "npy"]) { samples(.path) }
  }
  static var cars: CompletionKind {
    custom { CarCompletion.words(after: $2) }
  }
  static var levels: CompletionKind {
    .list(
      (1...6).map(String.init) + Catalog.surfaces.map(\.about.name))
  }
  static var switches: CompletionKind {
    .list(["on", "off"])
  }
  static var depths: CompletionKind {
    .list(["auto", "truecolor", "256", "16", "8", "mono"])
  }

  private static func examples(_ kind: Example.Kind) -> [String] {
    Example.all(kind).map(\.name)
  }

  private static func samples(_ kind: Example.Kind) -> [String] {
    Example.all(kind).map(\.file)
  }

  /// Names that are known when they are asked for, or files with one of these endings.
  static func names(
    or endings: [String], _ names: @escaping @Sendable () -> [String]
  ) -> CompletionKind {
    custom { _, _, typed in
      names().filter { $0.hasPrefix(typed) } + files(from: typed, endings)
    }
  }

  /// Files and folders whose paths begin so; in place of one folder alone, what lies in it.
  static func files(from typed: String, _ endings: [String]) -> [String] {
    let folder = typed.lastIndex(of: "/").map { String(typed[...$0]) } ?? ""
    let start = typed.dropFirst(folder.count)
    let place = folder.isEmpty ? "." : folder.hasPrefix("~/") ? home + folder.dropFirst() : folder
    var found: [String] = []
    for name in (try? FileManager.default.contentsOfDirectory(atPath: place)) ?? []
    where name.hasPrefix(start) && (!name.hasPrefix(".") || start.hasPrefix(".")) {
      var isFolder = false
      _ = FileManager.default.fileExists(atPath: "\(place)/\(name)", isDirectory: &isFolder)
      let ending = name.split(separator: ".").last?.lowercased() ?? ""
      if isFolder { found.append("\(folder)\(name)/") }
      if !isFolder, endings.contains(ending) { found.append(folder + name) }
    }
    if found.count == 1, found[0].hasSuffix("/"), found[0] != typed {
      let inner = files(from: found[0], endings)
      return inner.isEmpty ? found : inner
    }
    return found.sorted()
  }

  private static var home: String { Words.environment["HOME"] ?? "~" }
}

/// A car as it is typed: `adam`, `adam:lr=0.1,beta2=`.
enum CarCompletion {
  /// All that a car may go on with after what has been typed.
  static func words(after typed: String) -> [String] {
    guard let colon = typed.firstIndex(of: ":") else {
      return Catalog.optimizers.map(\.about.name).filter { $0.hasPrefix(typed) }
        .flatMap { [$0, $0 + ":"] }
    }
    guard let rule = Catalog.optimizer(named: String(typed[..<colon])) else { return [] }
    let settings = typed[typed.index(after: colon)...].split(
      separator: ",", omittingEmptySubsequences: false)
    let begun = settings.last ?? ""
    let head = String(typed.dropLast(begun.count))
    if let sign = begun.firstIndex(of: "=") {
      let (name, value) = (begun[..<sign], begun[begun.index(after: sign)...])
      return values(of: kebabCase(String(name)), rule).filter { $0.hasPrefix(value) }
        .map { "\(head)\(name)=\($0)" }
    }
    let given = Set(
      settings.dropLast().map { kebabCase(String($0.prefix { $0 != "=" })) })
    return names(of: rule).filter { $0.hasPrefix(begun) && !given.contains($0) }
      .map { "\(head)\($0)=" }
  }

  private static func names(of rule: any Optimizer) -> [String] {
    rule.settingNames + ["batch", "noise", "schedule", "schedule-steps", "schedule-factor"]
  }

  /// The words that a setting may have, or the number that it has unless it is told another.
  private static func values(of name: String, _ rule: any Optimizer) -> [String] {
    if name == "schedule" { return Schedule.Form.allCases.map(\.rawValue) }
    guard let setting = rule.settings.first(where: { $0.name == name }) else { return [] }
    switch setting.range {
    case .words(let words): return words
    case .number:
      guard case .number(let number) = setting.value else { return [] }
      return ["\(number)"]
    }
  }
}
