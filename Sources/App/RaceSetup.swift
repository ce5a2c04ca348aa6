package import Descent

/// What a race is a function of, as the user asked for it.
package struct RaceSetup: Sendable {
  package var surface: any Surface
  /// As given on the command line; empty for the standard lineup of each surface.
  package var carSpecs: [String]
  package var cars: [Car]
  package var start: Point<Double>
  package var seed: UInt64

  package static let defaultSeed: UInt64 = 7

  /// - Parameter start: `x,y`; `nil` for where the surface suggests.
  package init(
    on request: SurfaceRequest, cars specs: [String] = [], start: String? = nil,
    seed: UInt64 = defaultSeed
  ) throws(InputError) {
    surface = try request.surface()
    carSpecs = specs
    cars = try CarSpec.cars(specs, on: surface)
    self.start =
      try start.map { text throws(InputError) in try Self.point(text) }
      ?? surface.about.start
    self.seed = seed
    if surface.sampleCount == 0, let car = cars.first(where: { $0.sampling.batch != nil }) {
      throw .batchWithoutData(car: car.name)
    }
    guard surface.value(at: self.start).isFinite else {
      throw .lossNotFinite(start: start ?? "")
    }
  }

  /// On a surface of the catalogue, or on data.
  package init(
    surface name: String? = nil, data: DataFile.Request? = nil, cars specs: [String] = [],
    start: String? = nil, seed: UInt64 = defaultSeed
  ) throws(InputError) {
    try self.init(
      on: SurfaceRequest(name: name, data: data), cars: specs, start: start, seed: seed)
  }

  package var race: Race { Race(surface: surface, cars: cars, start: start, seed: seed) }

  private static func point(_ text: String) throws(InputError) -> Point<Double> {
    let numbers = text.split(separator: ",", omittingEmptySubsequences: false)
      .map { Double(String($0).trimmed) }
    guard numbers.count == 2, let x = numbers[0], let y = numbers[1], x.isFinite, y.isFinite else {
      throw .badNumber(flag: "--start", found: text, expected: .expectedPoint)
    }
    return Point(x, y)
  }
}
