package import Descent
import Drawing
import Texts

/// A race as it is asked for, by flags or in a file, before anything of it is looked up. Every part
/// knows where it was said.
package struct RaceRequest: Sendable {
  package var surface = SurfaceRequest()
  /// Empty for the standard lineup.
  package var cars: [CarSpec] = []
  package var start: Asked<Point<Double>>?
  package var seed: UInt64?
  /// σ of every car that has no noise of its own.
  package var noise: Asked<Double>?
  package var changes: [Change] = []
  /// Recorded paths that drive along.
  package var paths: [PathFile.Request] = []

  /// Other settings of a car from a step on.
  package struct Change: Sendable {
    package var step: Int
    package var car: Asked<String>
    package var settings: Asked<String>
  }

  package init() {}
}

extension TableReader {
  /// The race of a table, its keys after a prefix such as `race.`.
  mutating func raceRequest(_ prefix: String) -> RaceRequest {
    func key(_ name: String) -> String { prefix + name }
    var request = RaceRequest()
    request.surface.name = asked(key("surface"), .text)
    request.surface.formula = asked(key("formula"), .text)
    request.surface.window = asked(key("window"), .window)
    request.surface.data = dataRequest(prefix)
    let extent = asked(key("extent"), .extent)
    request.surface.grid = asked(key("grid"), .text).map {
      .init(file: beside($0), extent: extent)
    }
    request.surface.degrees = asked(key("rotate"), .degrees)
    request.surface.scale = asked(key("scale"), .scale)
    request.cars = carSpecs(key("cars"))
    request.start = asked(key("start"), .place)
    request.seed = value(key("seed"), .whole(in: 0...Int.max, .expectedSeed)).map { UInt64($0) }
    request.noise = asked(key("noise"), .noise)
    request.paths = pathRequests(prefix)
    return request
  }

  private mutating func pathRequests(_ prefix: String) -> [PathFile.Request] {
    let files = value(prefix + "paths", .list(of: .text, atLeast: 1, .expectedPaths)) ?? []
    let columns = asked(prefix + "path-columns", .pathColumns)
    if let columns, files.isEmpty, !has(prefix + "paths") {
      note(Fault.option("--path-columns", at: columns.origin, needs: "--paths"))
    }
    return files.enumerated().map { place, file in
      PathFile.Request(
        file: beside(Asked(file, from: origin(of: "\(prefix)paths[\(place + 1)]"))),
        columns: columns)
    }
  }

  private mutating func dataRequest(_ prefix: String) -> DataFile.Request? {
    let file = asked(prefix + "data", .text)
    let x = asked(prefix + "x", .text, isRequired: file != nil)
    let y = asked(prefix + "y", .text, isRequired: file != nil)
    let isStandardised = value(prefix + "standardise", .flag) ?? false
    let model = value(prefix + "model", .word(DataFile.Model.allCases.map(\.rawValue)))
    let positive = asked(prefix + "class", .text)
    let missing = value(prefix + "missing", .word(DataFile.Missing.allCases.map(\.rawValue)))
    return file.map {
      var request = DataFile.Request(
        file: beside($0), x: x, y: y, standardised: isStandardised)
      request.model = model.flatMap(DataFile.Model.init) ?? .line
      request.positive = positive
      request.missing = missing.flatMap(DataFile.Missing.init) ?? .drop
      return request
    }
  }

  private mutating func carSpecs(_ key: String) -> [CarSpec] {
    let texts = value(key, .list(of: .text, atLeast: 1, .expectedCars)) ?? []
    return texts.enumerated().compactMap { place, text in
      let origin = origin(of: "\(key)[\(place + 1)]")
      do throws(Fault) { return try CarSpec(text, from: origin) } catch {
        note(error)
        return nil
      }
    }
  }

  /// A file beside this one comes before one of the program's.
  private func beside(_ name: Asked<String>) -> Asked<String> {
    guard !name.value.hasPrefix("/"), let slash = file.lastIndex(of: "/") else { return name }
    let path = String(file[...slash] + name.value)
    return Shelf.isFile(path) ? Asked(path, from: name.origin) : name
  }
}
