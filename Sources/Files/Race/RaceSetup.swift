package import Descent
import Drawing
import Texts

/// What a race is a function of, as the user asked for it.
package struct RaceSetup: Sendable {
  package var request: SurfaceRequest
  package var surface: any Surface
  /// As given on the command line; empty for the standard lineup of each surface.
  package var carSpecs: [String]
  package var cars: [Car]
  package var start: Point<Double>
  package var seed: UInt64
  package var changes: [Timeline.Change] = []
  /// What the rates have been chosen by.
  package var fairness: Fairness?

  package static let defaultSeed: UInt64 = 7

  package init(_ request: RaceRequest) throws(InputError) {
    self.request = request.surface
    surface = try request.surface.surface()
    var specs = request.cars
    if let noise = request.noise { specs = try CarSpec.specs(specs, withNoise: noise) }
    carSpecs = specs
    cars = try CarSpec.cars(specs, on: surface)
    let start = request.start
    self.start =
      try start.map { text throws(InputError) in try Self.point(text) }
      ?? surface.about.start
    seed = request.seed ?? Self.defaultSeed
    if surface.sampleCount == 0, let car = cars.first(where: { $0.sampling.batch != nil }) {
      throw .batchWithoutData(car: car.name)
    }
    guard surface.value(at: self.start).isFinite else {
      throw .lossNotFinite(start: start ?? "")
    }
    changes = try Self.changes(request.changes, of: cars)
  }

  /// Each change as the car's settings from its step on, those of the changes before it among them.
  private static func changes(
    _ requests: [RaceRequest.Change], of cars: [Car]
  ) throws(InputError) -> [Timeline.Change] {
    var (cars, changes) = (cars, [Timeline.Change]())
    let ordered = requests.enumerated().sorted { ($0.1.step, $0.0) < ($1.1.step, $1.0) }
    for (number, request) in ordered {
      guard let index = cars.firstIndex(where: { $0.name == request.car }) else {
        throw .unknownChangedCar(found: request.car, number: number + 1, expected: cars.map(\.name))
      }
      try CarSpec.change(&cars[index], by: request.settings)
      changes.append(Timeline.Change(tick: request.step, car: index, settings: cars[index]))
    }
    return changes
  }

  /// On a surface of the catalogue, or on data.
  package init(
    surface name: String? = nil, data: DataFile.Request? = nil, cars specs: [String] = [],
    start: String? = nil, seed: UInt64 = defaultSeed
  ) throws(InputError) {
    var request = RaceRequest()
    request.surface = SurfaceRequest(name: name, data: data)
    (request.cars, request.start, request.seed) = (specs, start, seed)
    try self.init(request)
  }

  /// The race with what is to be changed on the way.
  package var timeline: Timeline { Timeline(race, changes: changes) }

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
