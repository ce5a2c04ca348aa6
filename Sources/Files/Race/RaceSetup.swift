package import Descent
import Drawing
import Texts

/// What a race is a function of, as the user asked for it.
package struct RaceSetup: Sendable {
  package var request: SurfaceRequest
  package var surface: any Surface
  /// What must be known of the file that the surface was made from.
  package let notes: [DataNote]
  /// As asked for; empty for the standard lineup of each surface.
  package var carSpecs: [CarSpec]
  package var cars: [Car]
  package var start: Point<Double>
  package var seed: UInt64
  package var changes: [Timeline.Change] = []
  /// What the rates have been chosen by.
  package var fairness: Fairness?

  package static let defaultSeed: UInt64 = 7

  package init(_ request: RaceRequest) throws(Fault) {
    self.request = request.surface
    (surface, notes) = try request.surface.read()
    carSpecs = try Self.specs(of: request)
    cars = try CarSpec.cars(of: carSpecs, on: surface)
    start = request.start?.value ?? surface.about.start
    seed = request.seed ?? Self.defaultSeed
    if surface.sampleCount == 0, let place = cars.firstIndex(where: { $0.sampling.batch != nil }) {
      throw Fault(carSpecs[place].origin, .errorBatchWithoutData, car: cars[place].name)
    }
    if !surface.value(at: start).isFinite {
      let origin = request.start?.origin ?? .standard
      throw Fault(
        origin, .errorLossNotFinite,
        [
          "flag": origin.naming("--start"),
          "found": "\(NumberText.compact(start.x)),\(NumberText.compact(start.y))",
        ])
    }
    changes = try Self.changes(request.changes, of: cars)
  }

  /// The cars that are asked for, those of the standard lineup if noise makes them differ from it.
  private static func specs(of request: RaceRequest) throws(Fault) -> [CarSpec] {
    var specs = request.cars
    guard let noise = request.noise else { return specs }
    if specs.isEmpty { for name in Lineup.names { specs.append(try CarSpec(name)) } }
    for place in specs.indices { specs[place].commonNoise = noise.value }
    return specs
  }

  /// Each change as the car's settings from its step on, those of the changes before it among them.
  private static func changes(
    _ requests: [RaceRequest.Change], of cars: [Car]
  ) throws(Fault) -> [Timeline.Change] {
    var (cars, changes) = (cars, [Timeline.Change]())
    let ordered = requests.enumerated().sorted { ($0.1.step, $0.0) < ($1.1.step, $1.0) }
    for (_, request) in ordered {
      guard let index = cars.firstIndex(where: { $0.name == request.car.value }) else {
        throw Fault(
          request.car.origin,
          .unknown(.errorUnknownCar, found: request.car.value, names: cars.map(\.name)))
      }
      try CarSpec.change(&cars[index], by: request.settings)
      changes.append(Timeline.Change(tick: request.step, car: index, settings: cars[index]))
    }
    return changes
  }

  /// A race in the words of the command line.
  package init(
    surface name: String? = nil, data: DataFile.Request? = nil, cars specs: [String] = [],
    start: String? = nil, seed: UInt64 = defaultSeed
  ) throws(Fault) {
    var request = RaceRequest()
    request.surface = SurfaceRequest(
      name: name.map { Asked($0, from: .flag("--surface")) }, data: data)
    for spec in specs { request.cars.append(try CarSpec(spec)) }
    if let start { request.start = try Asked(point: start, flag: "--start") }
    request.seed = seed
    try self.init(request)
  }

  /// The race with what is to be changed on the way.
  package var timeline: Timeline { Timeline(race, changes: changes) }

  package var race: Race { Race(surface: surface, cars: cars, start: start, seed: seed) }
}
