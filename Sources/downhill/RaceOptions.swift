import App
import ArgumentParser
import Drawing
import Files
import Texts

/// What a race is made of: the options that `race`, `run`, `sweep` and `basins` share.
///
/// Numbers are parsed unconditionally: `--start -1.2,1` is a start, not a missing value.
struct RaceOptions: ParsableArguments {
  @Argument(help: help("file", "FILE.toml|EXAMPLE"), completion: .races) var file: String?
  @OptionGroup(title: Words.command("surface_group")) var ground: SurfaceOptions
  @OptionGroup(title: Words.command("cars_group")) var cars: CarOptions
  @Option(help: help("language", "NAME|FILE"), completion: .languages) var language: String?
  @Flag(help: help("quiet")) var quiet = false

  /// Whether anything is said of the race.
  var isSaid: Bool { file != nil || ground.isSaid || cars.isSaid }

  /// The race of the file, if one is given, as far as no flag says otherwise.
  ///
  /// - Parameter paths: `nil` where the race is about what a rule does.
  func race(_ paths: PathOptions? = nil) throws -> (setup: RaceSetup, file: RaceFile?) {
    try Words.checkLanguage()
    let found = try file.map { path throws(Fault) in try RaceFile(path: path) }
    var request = found?.request ?? RaceRequest()
    request.surface = try ground.request(before: request.surface)
    if !cars.car.isEmpty { request.cars = try cars.car.map { try CarSpec($0) } }
    if let start = cars.start { request.start = try Asked(point: start, flag: "--start") }
    request.seed = try number(cars.seed, "--seed", .expectedSeed) ?? request.seed
    if let noise = cars.noise { request.noise = try Asked(noise: noise, flag: "--noise") }
    if let paths { request.paths = try paths.requests(before: request.paths) }
    var setup = try RaceSetup(request)
    if paths == nil { try setup.checkThatARuleDrives() }
    if let fair = cars.fair {
      let fairness: Fairness = try word(fair, .errorUnknownFairness)
      checkLimits()
      let progress = Progress(of: Fairness.rates(setup.cars.count), isShown: !quiet)
      setup.makeFair(fairness, tell: progress.show)
      progress.end()
    }
    return (setup, found)
  }
}

/// Which cars drive, and how they start.
struct CarOptions: ParsableArguments {
  @Option(help: help("car", "NAME:SETTINGS"), completion: .cars) var car: [String] = []
  @Option(parsing: .unconditional, help: help("start", "X,Y")) var start: String?
  @Option(parsing: .unconditional, help: help("seed", "NUMBER")) var seed: String?
  @Option(parsing: .unconditional, help: help("noise", "NUMBER")) var noise: String?
  @Option(help: help("fair", "same|best"), completion: .words(Fairness.self)) var fair: String?

  /// Whether anything is said of the cars.
  var isSaid: Bool {
    !car.isEmpty || start != nil || seed != nil || noise != nil || fair != nil
  }
}

/// Recorded paths that drive along.
struct PathOptions: ParsableArguments {
  @Option(help: help("path", "FILE"), completion: .paths) var path: [String] = []
  @Option(help: help("path_columns", "X,Y[,LOSS[,STEP]]")) var pathColumns: String?

  var isSaid: Bool { !path.isEmpty }

  /// The paths that a file asks for, unless some are asked for here.
  func requests(before found: [PathFile.Request]) throws(Fault) -> [PathFile.Request] {
    let columns = try pathColumns.map { text throws(Fault) in
      try Asked(columns: text, flag: "--path-columns")
    }
    if columns != nil, path.isEmpty, found.isEmpty {
      throw Fault.option("--path-columns", at: .flag("--path-columns"), needs: "--path")
    }
    guard path.isEmpty else {
      return path.map { .init(file: Asked($0, from: .flag("--path")), columns: columns) }
    }
    return found.map { .init(file: $0.file, columns: columns ?? $0.columns) }
  }
}

/// What the text `command.NAME` tells of an option.
func help(_ name: String, _ value: String? = nil) -> ArgumentHelp {
  ArgumentHelp(Words.command(name), valueName: value)
}

/// A whole number from an option's text; `nil` if the option was not given. Whoever comes near a
/// limit is told it.
func number<N: FixedWidthInteger>(
  _ text: String?, _ flag: String, _ expected: Text, in range: ClosedRange<N> = 0...N.max
) throws(Fault) -> N? {
  guard let text else { return nil }
  guard let number = N(text), range.contains(number) else {
    let isCount = expected == .expectedCount || expected == .expectedSteps
    guard isCount, range.upperBound < N.max || text.isWholeNumber && N(text) == nil else {
      throw Fault(.flag(flag), .wrong(found: text, .init(expected)))
    }
    throw Fault(
      .flag(flag), .errorNotBetween,
      [
        "flag": flag, "found": text, "least": "\(range.lowerBound)",
        "most": "\(range.upperBound)",
      ])
  }
  return number
}

/// One of a few words from an option's text; `_` stands for `-`.
///
/// - Parameter unknown: the sentence for a word that there is not.
func word<W: RawRepresentable & CaseIterable>(
  _ text: String, _ unknown: Text
) throws(Fault) -> W where W.RawValue == String {
  guard let word = W(rawValue: text.replacing("_", with: "-").lowercased()) else {
    throw Fault(
      .standard, .unknown(unknown, found: text, names: W.allCases.map(\.rawValue)))
  }
  return word
}
