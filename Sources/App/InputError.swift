package import Descent
import Drawing

/// Everything that can be wrong with what a user gave, at the one door where it comes in.
/// `Strings.describe` renders it: where, what was found, what was expected, the nearest name.
package enum InputError: Error, Hashable, Sendable {
  case unknownName(kind: Kind, found: String, expected: [String])
  case setting(car: String, SettingError)
  case notASetting(car: String, found: String)
  case sampling(car: String, setting: String, found: String, expected: Text)
  case badNumber(flag: String, found: String, expected: Text)
  case batchWithoutData(car: String)
  case scheduleWithoutRate(car: String)
  case lossNotFinite(start: String)
  case tooManyCars(found: Int, limit: Int)
  case twoSurfaces(first: String, second: String)
  case flagWithout(flag: String, needed: String)
  case formula(String, FormulaError)
  case noGround(formula: String)
  case unknownChangedCar(found: String, number: Int, expected: [String])
  case missingColumnFlag(flag: String, expected: [String])
  case columnsWithoutData(flag: String)
  case noFile(file: String, samples: [String])
  case unreadable(file: String)
  case emptyFile(file: String)
  case noRows(file: String)
  case malformed(file: String, CSVFault)
  case wrongWidth(file: String, row: Int, found: Int, expected: Int)
  case twinColumns(file: String, found: String)
  case missingColumn(file: String, found: String, expected: [String])
  case badCell(file: String, row: Int, column: String, found: String)
  case data(file: String, column: String, SamplesError)
  case emptyCell(file: String, row: Int, column: String)
  case missingClass(file: String, column: String, found: String, expected: [String])
  case notTwoClasses(file: String, column: String, found: Int)
  case missingValue(option: String, expected: String)
  case valueNotTaken(option: String, found: String)
  case missingWord(expected: [String])
  case extraWord(found: String)
  case file(FileError)
  case outputFailed
  case grid(file: String, GridError)
  case sweep(SweepError)

  package enum Kind: Sendable {
    case optimizer, surface, theme, language, lesson, format, color, glyphs, ambiguous, view,
      yardstick, model, list, command, option, fairness
  }
}

extension InputError {
  package init(_ kind: Kind, _ error: LookupError) {
    switch error {
    case .unknown(let found, let expected):
      self = .unknownName(kind: kind, found: found, expected: expected)
    case .unreadable(let error): self = .file(error)
    }
  }
}

extension Strings {
  /// One clear line for a person.
  package func describe(_ error: InputError) -> String {
    switch error {
    case .unknownName(let kind, let found, let expected):
      let text: Text =
        switch kind {
        case .optimizer: .errorUnknownOptimizer
        case .surface: .errorUnknownSurface
        case .theme: .errorUnknownTheme
        case .language: .errorUnknownLanguage
        case .lesson: .errorUnknownLesson
        case .format: .errorUnknownFormat
        case .color: .errorUnknownColor
        case .glyphs: .errorUnknownGlyphs
        case .ambiguous: .errorUnknownAmbiguous
        case .view: .errorUnknownView
        case .yardstick: .errorUnknownYardstick
        case .model: .errorUnknownModel
        case .list: .errorUnknownList
        case .fairness: .errorUnknownFairness
        case .command: .errorUnknownCommand
        case .option: .errorUnknownOption
        }
      return self(text, ["found": found]) + choice(found, expected)
    case .setting(let car, let error):
      return self(.errorInCar, ["car": car]) + describe(error)
    case .notASetting(let car, let found):
      return self(.errorInCar, ["car": car]) + self(.errorNotASetting, ["found": found])
    case .sampling(let car, let setting, let found, let expected):
      return self(.errorInCar, ["car": car])
        + describe(.badNumber(flag: setting, found: found, expected: expected))
    case .badNumber(let flag, let found, let expected):
      return self(
        .errorBadNumber, ["flag": flag, "found": found, "expected": self[expected]])
    case .batchWithoutData(let car):
      return self(.errorInCar, ["car": car]) + self[.errorBatchWithoutData]
    case .scheduleWithoutRate(let car):
      return self(.errorInCar, ["car": car]) + self[.errorScheduleWithoutRate]
    case .lossNotFinite(let start): return self(.errorLossNotFinite, ["found": start])
    case .tooManyCars(let found, let limit):
      return self(.errorTooManyCars, ["found": "\(found)", "limit": "\(limit)"])
    case .twoSurfaces(let first, let second):
      return self(.errorTwoSurfaces, ["first": first, "second": second])
    case .flagWithout(let flag, let needed):
      return self(.errorFlagWithout, ["flag": flag, "needed": needed])
    case .formula(_, let error): return describe(error)
    case .sweep(let error): return describe(error)
    case .noGround(let formula): return self(.errorNoGround, ["formula": formula])
    case .unknownChangedCar(let found, _, let expected):
      return self(.errorUnknownCar, ["found": found]) + choice(found, expected)
    case .missingColumnFlag(let flag, let expected):
      return self(
        .errorMissingColumnFlag,
        ["flag": flag, "expected": expected.joined(separator: ", ")])
    case .columnsWithoutData(let flag): return self(.errorColumnsWithoutData, ["flag": flag])
    case .noFile(let file, let samples):
      let nearest = nearestName(to: file, among: samples)
      return self(.errorNoFile, ["file": file, "samples": samples.joined(separator: ", ")])
        + (nearest.map { self(.errorDidYouMean, ["nearest": $0]) } ?? "")
    case .unreadable(let file): return self(.errorUnreadable, ["file": file])
    case .emptyFile(let file): return self(.errorEmptyFile, ["file": file])
    case .noRows(let file): return self(.errorNoRows, ["file": file])
    case .malformed(let file, let fault): return describe(fault, in: file)
    case .wrongWidth(let file, let row, let found, let expected):
      return self(
        .errorWrongWidth,
        ["file": file, "row": "\(row)", "found": "\(found)", "expected": "\(expected)"])
    case .twinColumns(let file, let found):
      return self(.errorTwinColumns, ["file": file, "found": found])
    case .missingColumn(let file, let found, let expected):
      return self(.errorMissingColumn, ["file": file, "found": found]) + choice(found, expected)
    case .badCell(let file, let row, let column, let found):
      return self(
        .errorBadCell, ["file": file, "row": "\(row)", "column": column, "found": found])
    case .missingValue(let option, let expected):
      return self(.errorMissingValue, ["option": option, "expected": expected])
    case .valueNotTaken(let option, let found):
      return self(.errorValueNotTaken, ["option": option, "found": found])
    case .missingWord(let expected):
      return self(.errorMissingWord, ["expected": expected.joined(separator: ", ")])
    case .extraWord(let found): return self(.errorExtraWord, ["found": found])
    case .file(let error): return describe(error)
    case .outputFailed: return self[.errorOutputFailed]
    case .grid(let file, let error): return describe(error, in: file)
    case .emptyCell(let file, let row, let column):
      return self(.errorBadCell, ["file": file, "row": "\(row)", "column": column, "found": ""])
    case .missingClass(let file, let column, let found, let expected):
      return self(DataText.missingClass, ["file": file, "column": column, "found": found])
        + choice(found, expected)
    case .notTwoClasses(let file, let column, let found):
      return self(
        DataText.notTwoClasses, ["file": file, "column": column, "found": "\(found)"])
    case .data(let file, let column, let error):
      let names = ["file": file, "column": column]
      return switch error {
      case .tooFew(let found): self(.errorTooFewRows, names.merging(["found": "\(found)"]) { $1 })
      case .constantInputs(let found):
        self(.errorConstantColumn, names.merging(["found": NumberText.compact(found)]) { $1 })
      case .overflow: self(.errorDataOverflow, names)
      case .oneClass(let found):
        self(DataText.oneClass, names.merging(["found": NumberText.compact(found)]) { $1 })
      }
    }
  }

  func describe(_ error: SettingError) -> String {
    switch error {
    case .unknown(let setting, let expected):
      self(.errorUnknownSetting, ["found": setting]) + choice(setting, expected)
    case .notANumber(let setting, let found, let expected):
      self(
        .errorSettingNotANumber,
        ["setting": setting, "found": found, "expected": expected.formula])
    case .outside(let setting, let found, let expected):
      self(
        .errorSettingOutside, ["setting": setting, "found": found, "expected": expected.formula])
    case .unknownWord(let setting, let found, let expected):
      self(.errorSettingUnknownWord, ["setting": setting, "found": found])
        + choice(found, expected)
    }
  }

  /// "; expected one of a, b, c; did you mean b?"
  func choice(_ found: String, _ expected: [String]) -> String {
    self(.errorExpectedOneOf, ["expected": expected.joined(separator: ", ")])
      + suggestion(found, expected)
  }

  /// "; did you mean b?", or nothing.
  func suggestion(_ found: String, _ expected: [String]) -> String {
    nearestName(to: found, among: expected).map { self(.errorDidYouMean, ["nearest": $0]) } ?? ""
  }
}
