package import Descent
import Drawing
import Texts

/// What a race is a function of, as the user asked for it.
package struct RaceSetup: Sendable {
  package var request: SurfaceRequest
  package var surface: any Surface
  /// What must be known of the file that the surface was made from.
  package private(set) var notes: [DataNote]
  /// As asked for; empty for the standard lineup of each surface.
  package var carSpecs: [CarSpec]
  package var cars: [Car]
  /// The recorded paths as asked for; their cars come behind the others.
  package private(set) var paths: [PathFile.Request] = []
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
    // Whoever brings paths and asks for no car wants to see the paths.
    cars =
      carSpecs.isEmpty && !request.paths.isEmpty
      ? [] : try CarSpec.cars(of: carSpecs, on: surface)
    start = request.start?.value ?? surface.about.start
    seed = request.seed ?? Self.defaultSeed
    try add(request.paths)
    if request.start == nil, let first = cars.lazy.compactMap(\.path).first?.first {
      start = surface.image(of: first)
    }
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
    if specs.isEmpty, request.paths.isEmpty {
      for name in Lineup.names { specs.append(try CarSpec(name)) }
    }
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
      // A recorded path has no settings.
      let index = cars.firstIndex { $0.name == request.car.value && $0.path == nil }
      guard let index else {
        let names = cars.filter { $0.path == nil }.map(\.name)
        throw Fault(
          request.car.origin,
          .unknown(.errorUnknownCar, found: request.car.value, names: names))
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

// Recorded paths.
extension RaceSetup {
  /// Adds a car for each path, under a name that no other car has.
  private mutating func add(_ requests: [PathFile.Request]) throws(Fault) {
    paths = requests
    for request in requests {
      guard cars.count < CarSpec.limit else {
        throw Fault(
          request.file.origin, .errorTooManyCars,
          ["found": "\(cars.count + 1)", "limit": "\(CarSpec.limit)"])
      }
      let reading = try PathFile.read(request)
      notes += reading.notes
      try check(reading.path, of: request)
      var car = Car(reading.path, on: surface)
      car.name = Self.freeName(reading.path.name, among: cars)
      cars.append(car)
    }
  }

  /// `run`, or `run-2` if there is a car of that name.
  private static func freeName(_ name: String, among cars: [Car]) -> String {
    var (free, number) = (name, 2)
    while cars.contains(where: { $0.name == free }) {
      (free, number) = ("\(name)-\(number)", number + 1)
    }
    return free
  }

  /// A path must begin where the surface has a height; what else is to be known of it is noted.
  private mutating func check(_ path: RecordedPath, of request: PathFile.Request) throws(Fault) {
    let file = request.file.value
    guard surface.value(at: surface.image(of: path.first)).isFinite else {
      throw Fault(
        .file(file), .pathNoGround,
        ["x": NumberText.said(path.first.x), "y": NumberText.said(path.first.y)]
      ).naming(request.file)
    }
    if let (step, count) = path.losesGround(of: surface) {
      notes.append(DataNote(file, .pathLosesGround(step: step, count: count)))
    }
  }

  /// A race of nothing but recorded paths has no car that could be tried out.
  package func checkThatARuleDrives() throws(Fault) {
    guard let path = paths.first, cars[0].path != nil else { return }
    throw Fault(path.file.origin, .pathNoRule, ["file": path.file.value])
  }

  /// How many steps a race drives where nobody has said: so many, or as many as the longest path
  /// has; where paths drive alone, as many as that.
  package func steps(orElse standard: Int) -> Int {
    guard let last = cars.compactMap(\.path?.lastStep).max() else { return standard }
    return cars.allSatisfy { $0.path != nil } ? last : max(standard, last)
  }
}
