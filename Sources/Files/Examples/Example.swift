/// A file that comes with the program, to be opened by its name or to be copied.
package struct Example: Sendable {
  /// What stands in a file, and so what opens it.
  package enum Kind: String, CaseIterable, Sendable { case race, lesson, theme, config, data, grid }

  /// Also the key of its texts in the language tables.
  package let name: String
  package let kind: Kind
  /// As a copy of it would be named: `ravine-turned.toml`.
  package let file: String
  /// What opens it, or takes a copy that has to lie in a place of its own.
  package let command: String
  private let content: @Sendable () -> [UInt8]
  /// The same in other languages, by their names.
  private let translations: [String: @Sendable () -> [UInt8]]

  private init(
    _ name: String, _ kind: Kind, _ ending: String, _ words: String,
    _ content: @escaping @Sendable () -> [UInt8],
    translations: [String: @Sendable () -> [UInt8]] = [:]
  ) {
    (self.name, self.kind, file) = (name, kind, "\(name).\(ending)")
    command = "downhill \(words)"
    (self.content, self.translations) = (content, translations)
  }

  /// The bytes of the file, in a language if there is a file for it; else in English.
  package func bytes(in language: String = "en") -> [UInt8] {
    (translations[language] ?? content)()
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
    race("ravine-turned") { PackageResources.ravine_turned_toml },
    race("adam-dialects") { PackageResources.adam_dialects_toml },
    race("fair-rates") { PackageResources.fair_rates_toml },
    race("own-formula") { PackageResources.own_formula_toml },
    race("minibatches") { PackageResources.minibatches_toml },
    lesson("zigzag", korean: { PackageResources.zigzag_ko_toml }) { PackageResources.zigzag_toml },
    theme("dusk") { PackageResources.dusk_toml },
    config("classroom") { PackageResources.classroom_toml },
    data("iris", x: "petal_length_cm", y: "petal_width_cm") { PackageResources.iris_csv },
    data("anscombe-1", x: "x", y: "y") { PackageResources.anscombe_1_csv },
    data("braking", x: "speed_kmh", y: "distance_m") { PackageResources.braking_csv },
    grid("digits-mlp20-skip", "npy") { PackageResources.digits_mlp20_skip_npy },
    grid("digits-mlp20-plain", "npy") { PackageResources.digits_mlp20_plain_npy },
    grid("crater", "txt") { PackageResources.crater_txt },
  ]

  private static func race(
    _ name: String, _ content: @escaping @Sendable () -> [UInt8]
  ) -> Example {
    Example(name, .race, "toml", "race \(name)", content)
  }

  private static func lesson(
    _ name: String, korean: @escaping @Sendable () -> [UInt8],
    _ content: @escaping @Sendable () -> [UInt8]
  ) -> Example {
    Example(name, .lesson, "toml", "lesson \(name)", content, translations: ["ko": korean])
  }

  private static func theme(
    _ name: String, _ content: @escaping @Sendable () -> [UInt8]
  ) -> Example {
    Example(name, .theme, "toml", "--theme \(name)", content)
  }

  private static func config(
    _ name: String, _ content: @escaping @Sendable () -> [UInt8]
  ) -> Example {
    Example(name, .config, "toml", "list examples \(name) > config.toml", content)
  }

  private static func data(
    _ name: String, x: String, y: String, _ content: @escaping @Sendable () -> [UInt8]
  ) -> Example {
    Example(name, .data, "csv", "--data \(name) --x \(x) --y \(y)", content)
  }

  private static func grid(
    _ name: String, _ ending: String, _ content: @escaping @Sendable () -> [UInt8]
  ) -> Example {
    Example(name, .grid, ending, "--grid \(name)", content)
  }
}
