import App
import ArgumentParser
import Files
import Texts

/// What a race is made of: the options that `race` and `run` share.
///
/// Numbers are parsed unconditionally: `--start -1.2,1` is a start, not a missing value.
struct RaceOptions: ParsableArguments {
  @Argument(help: help(.commandFile, "FILE.toml")) var file: String?
  @Option(help: help(.commandSurface, "NAME")) var surface: String?
  @Option(parsing: .unconditional, help: help(.commandFormula, "FORMULA")) var formula: String?
  @Option(parsing: .unconditional, help: help(.commandWindow, "X0,X1,Y0,Y1")) var window: String?
  @Option(help: help(.commandCar, "NAME:SETTINGS")) var car: [String] = []
  @Option(parsing: .unconditional, help: help(.commandStart, "X,Y")) var start: String?
  @Option(parsing: .unconditional, help: help(.commandSeed, "NUMBER")) var seed: String?
  @Option(help: help(.commandData, "FILE.csv")) var data: String?
  @Option(help: help(.commandGrid, "FILE")) var grid: String?
  @Option(parsing: .unconditional, help: help(.commandExtent, "X0,X1,Y0,Y1"))
  var extent: String?
  @Option(help: help(.commandX, "COLUMN")) var x: String?
  @Option(help: help(.commandY, "COLUMN")) var y: String?
  @Option(help: help(.commandModel, "line|logistic|neuron")) var model: String?
  @Option(name: .customLong("class"), help: help(.commandClass, "VALUE")) var positive: String?
  @Flag(name: [.long, .customLong("standardize")], help: help(.commandStandardise))
  var standardise = false
  @Option(parsing: .unconditional, help: help(.commandRotate, "DEGREES")) var rotate: String?
  @Option(parsing: .unconditional, help: help(.commandScale, "NUMBER")) var scale: String?
  @Option(parsing: .unconditional, help: help(.commandNoise, "NUMBER")) var noise: String?
  @Option(help: help(.commandFair, "same|best")) var fair: String?
  @Option(help: help(.commandLanguage, "NAME|FILE")) var language: String?

  /// The race of the file, if one is given, as far as no flag says otherwise.
  func race() throws -> (setup: RaceSetup, file: RaceFile?) {
    try Words.checkLanguage()
    let found = try file.map { path throws(InputError) in try RaceFile(path: path) }
    var request = found?.request ?? RaceRequest()
    let data = try dataRequest()
    let grid = try gridRequest()
    if surface != nil || data != nil || formula != nil || grid != nil {
      request.surface = SurfaceRequest(name: surface, data: data, grid: grid)
      request.surface.formula = formula
    }
    request.surface.window = window ?? request.surface.window
    request.surface.degrees = rotate ?? request.surface.degrees
    request.surface.scale = scale ?? request.surface.scale
    if !car.isEmpty { request.cars = car }
    request.start = start ?? request.start
    request.seed = try number(seed, "--seed", .expectedSeed) ?? request.seed
    request.noise = noise ?? request.noise
    var setup = try RaceFile.setup(of: request, from: file)
    if let fair { setup.makeFair(try word(fair, .fairness)) }
    return (setup, found)
  }

  private func gridRequest() throws(InputError) -> GridFile.Request? {
    if let grid { return .init(file: grid, extent: extent) }
    if extent != nil { throw .flagWithout(flag: "--extent", needed: "--grid") }
    return nil
  }

  private func dataRequest() throws(InputError) -> DataFile.Request? {
    if let data {
      var request = DataFile.Request(file: data, x: x, y: y, standardised: standardise)
      if let model { request.model = try word(model, .model) }
      request.positive = positive
      return request
    }
    let flags = [
      ("--x", x != nil), ("--y", y != nil), ("--standardise", standardise),
      ("--model", model != nil), ("--class", positive != nil),
    ]
    if let stray = flags.first(where: \.1) { throw .columnsWithoutData(flag: stray.0) }
    return nil
  }
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
