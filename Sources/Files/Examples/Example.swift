import Texts

/// A file that comes with the program, to be opened by its name or to be copied.
package struct Example: Sendable {
  /// What stands in a file, and so what opens it.
  package enum Kind: String, CaseIterable, Sendable {
    case race, lesson, theme, config, data, grid, path
  }

  /// Also the key of its texts in the language tables.
  package let name: String
  package let kind: Kind
  /// As a copy of it would be named: `ravine-turned.toml`.
  package let file: String
  /// What opens it, or takes a copy that has to lie in a place of its own.
  package let command: String
  /// Where the file stands within this floor.
  private let folder: String
  /// The languages that have a file of their own, such as `zigzag-ko.toml`.
  private let languages: Set<String>

  private init(
    _ name: String, _ kind: Kind, _ ending: String, _ words: String,
    folder: String = "Examples/Files", languages: Set<String> = []
  ) {
    (self.name, self.kind, file) = (name, kind, "\(name).\(ending)")
    (self.folder, self.languages) = (folder, languages)
    command = "downhill \(words)"
  }

  /// The bytes of the file, in a language if there is a file for it; else in English.
  package func bytes(in language: String = "en") -> [UInt8] {
    guard languages.contains(language) else { return embeddedFile("\(folder)/\(file)") }
    return embeddedFile("\(folder)/\(name)-\(language).toml")
  }

  package func text(in language: String = "en") -> String {
    String(decoding: bytes(in: language), as: UTF8.self)
  }

  package static func all(_ kind: Kind) -> [Example] { all.filter { $0.kind == kind } }

  /// The example of that name, or of that file name, such as `iris` or `iris.csv`.
  package static func named(_ name: String, _ kind: Kind) -> Example? {
    all(kind).first { $0.name == name || $0.file == name }
  }

  /// What stands in the example of that name; `nil` where a file of that name comes first.
  static func text(_ name: String, _ kind: Kind, in language: String = "en") -> String? {
    Shelf.isFile(name) ? nil : named(name, kind)?.text(in: language)
  }
}

extension Example {
  /// Every example, kind by kind.
  package static let all = [
    race("ravine-turned"), race("adam-dialects"), race("fair-rates"), race("own-formula"),
    race("minibatches"), race("digits-paths"),
    Example("zigzag", .lesson, "toml", "lesson zigzag", languages: ["ko"]),
    Example("dusk", .theme, "toml", "--theme dusk"),
    config("classroom"),
    data("iris", x: "petal_length_cm", y: "petal_width_cm", in: samples),
    data("anscombe-1", x: "x", y: "y", in: samples),
    data("braking", x: "speed_kmh", y: "distance_m"),
    Example("digits-mlp20-skip", .grid, "npy", "--grid digits-mlp20-skip", folder: samples),
    Example("digits-mlp20-plain", .grid, "npy", "--grid digits-mlp20-plain", folder: samples),
    Example("crater", .grid, "txt", "--grid crater"),
    Example(
      "digits-plane", .grid, "npy", "--grid digits-plane --extent=-13.4,13.4,-6.9,6",
      folder: samples),
    path("digits-sgd"), path("digits-adam"),
  ]

  private static let samples = "Data/Samples"

  private static func race(_ name: String) -> Example {
    Example(name, .race, "toml", "race \(name)")
  }

  private static func path(_ name: String) -> Example {
    Example(
      name, .path, "csv", "--grid digits-plane --extent=-13.4,13.4,-6.9,6 --path \(name)",
      folder: samples)
  }

  private static func config(_ name: String) -> Example {
    Example(name, .config, "toml", "list examples \(name) > config.toml")
  }

  private static func data(
    _ name: String, x: String, y: String, in folder: String = "Examples/Files"
  ) -> Example {
    Example(name, .data, "csv", "--data \(name) --x \(x) --y \(y)", folder: folder)
  }
}
