import App
import ArgumentParser
import Files
import Texts

/// What a race is made of: the options that `race`, `run`, `sweep` and `basins` share.
///
/// Numbers are parsed unconditionally: `--start -1.2,1` is a start, not a missing value.
struct RaceOptions: ParsableArguments {
  @Argument(help: help(.commandFile, "FILE.toml|EXAMPLE")) var file: String?
  @OptionGroup(title: Words.strings[.commandSurfaceGroup]) var ground: SurfaceOptions
  @OptionGroup(title: Words.strings[.commandCarsGroup]) var cars: CarOptions
  @Option(help: help(.commandLanguage, "NAME|FILE")) var language: String?

  /// The race of the file, if one is given, as far as no flag says otherwise.
  func race() throws -> (setup: RaceSetup, file: RaceFile?) {
    try Words.checkLanguage()
    let found = try file.map { path throws(InputError) in try RaceFile(path: path) }
    var request = found?.request ?? RaceRequest()
    request.surface = try ground.request(before: request.surface)
    if !cars.car.isEmpty { request.cars = cars.car }
    request.start = cars.start ?? request.start
    request.seed = try number(cars.seed, "--seed", .expectedSeed) ?? request.seed
    request.noise = cars.noise ?? request.noise
    var setup = try RaceFile.setup(of: request, from: file)
    if let fair = cars.fair { setup.makeFair(try word(fair, .fairness)) }
    return (setup, found)
  }
}

/// Which cars drive, and how they start.
struct CarOptions: ParsableArguments {
  @Option(help: help(.commandCar, "NAME:SETTINGS")) var car: [String] = []
  @Option(parsing: .unconditional, help: help(.commandStart, "X,Y")) var start: String?
  @Option(parsing: .unconditional, help: help(.commandSeed, "NUMBER")) var seed: String?
  @Option(parsing: .unconditional, help: help(.commandNoise, "NUMBER")) var noise: String?
  @Option(help: help(.commandFair, "same|best")) var fair: String?
}

func help(_ text: Text, _ value: String? = nil) -> ArgumentHelp {
  ArgumentHelp(Words.strings[text], valueName: value)
}

/// A whole number from an option's text; `nil` if the option was not given.
func number<N: FixedWidthInteger>(
  _ text: String?, _ flag: String, _ expected: Text, in range: ClosedRange<N> = 0...N.max
) throws(InputError) -> N? {
  guard let text else { return nil }
  guard let number = N(text), range.contains(number) else {
    throw .badNumber(flag: flag, found: text, expected: expected)
  }
  return number
}

/// One of a few words from an option's text; `_` stands for `-`.
func word<W: RawRepresentable & CaseIterable>(
  _ text: String, _ kind: InputError.Kind
) throws(InputError) -> W where W.RawValue == String {
  guard let word = W(rawValue: text.replacing("_", with: "-").lowercased()) else {
    throw .unknownName(kind: kind, found: text, expected: W.allCases.map(\.rawValue))
  }
  return word
}
