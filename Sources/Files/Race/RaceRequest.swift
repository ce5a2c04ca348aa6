import Descent
import Drawing
import Texts

/// A race as it is asked for, by flags or in a file, before anything of it is looked up.
package struct RaceRequest: Sendable {
  package var surface = SurfaceRequest()
  /// Empty for the standard lineup.
  package var cars: [String] = []
  /// `x,y`
  package var start: String?
  package var seed: UInt64?
  package var noise: String?
  package var changes: [Change] = []

  /// Other settings of a car from a step on.
  package struct Change: Sendable {
    package var step: Int
    package var car: String
    package var settings: String
    /// Of its file.
    package var line: Int?
  }

  package init() {}

  /// Which setting of a file a fault is about.
  func faultyKey(_ error: InputError) -> String {
    switch error {
    case .unknownName(.optimizer, _, _), .setting, .notASetting, .sampling, .scheduleWithoutRate:
      let index = cars.firstIndex { (try? CarSpec.cars([$0], on: Catalog.surfaces[0])) == nil }
      return index.map { "cars[\($0 + 1)]" } ?? "cars"
    case .batchWithoutData, .tooManyCars: return "cars"
    case .badNumber(let flag, _, _): return String(flag.drop { $0 == "-" })
    case .lossNotFinite: return "start"
    case .formula: return "formula"
    case .unknownChangedCar(_, let number, _): return "change[\(number)].car"
    case .unknownName, .twoSurfaces, .columnsWithoutData: return "surface"
    case .missingColumn(_, let found, _), .twinColumns(_, let found):
      return found.isEmpty ? "data" : "x"
    default: return "data"
    }
  }
}

extension SettingsReader {
  /// The race of a table, its keys after a prefix such as `race.`.
  mutating func raceRequest(_ prefix: String, beside file: String) -> RaceRequest {
    func key(_ name: String) -> String { prefix + name }
    var request = RaceRequest()
    request.surface.name = value(key("surface"), .text)
    request.surface.formula = value(key("formula"), .text)
    request.surface.window = value(key("window"), .window).map {
      "\($0.minX),\($0.maxX),\($0.minY),\($0.maxY)"
    }
    let data = value(key("data"), .text)
    let x = value(key("x"), .text, isRequired: data != nil)
    let y = value(key("y"), .text, isRequired: data != nil)
    let standardised = value(key("standardise"), .flag) ?? false
    let model = value(key("model"), .word(DataFile.Model.allCases.map(\.rawValue)))
    let positive = value(key("class"), .text)
    request.surface.data = data.map {
      .init(file: Self.path(of: $0, beside: file), x: x, y: y, standardised: standardised)
    }
    request.surface.data?.model = model.flatMap(DataFile.Model.init) ?? .line
    request.surface.data?.positive = positive
    let extent = value(key("extent"), .window).map {
      "\($0.minX),\($0.maxX),\($0.minY),\($0.maxY)"
    }
    request.surface.grid = value(key("grid"), .text).map {
      .init(file: Self.path(of: $0, beside: file), extent: extent)
    }
    request.surface.degrees = value(key("rotate"), .number).map { "\($0)" }
    request.surface.scale = value(key("scale"), .number).map { "\($0)" }
    request.cars = value(key("cars"), .list(of: .text, atLeast: 1, .expectedCars)) ?? []
    request.start = value(key("start"), .place).map { "\($0.x),\($0.y)" }
    request.seed = value(key("seed"), .whole(in: 0...Int.max, .expectedSeed)).map { UInt64($0) }
    request.noise = value(key("noise"), .number).map { "\($0)" }
    return request
  }

  /// A file beside the one that names it comes before one of the program's.
  private static func path(of data: String, beside file: String) -> String {
    guard !data.hasPrefix("/"), let slash = file.lastIndex(of: "/") else { return data }
    let path = String(file[...slash] + data)
    return Shelf.isFile(path) ? path : data
  }
}

extension Form<Double> {
  /// Any number of TOML's.
  static var number: Form { Form(.expectedNumber) { $0.double } }
}
