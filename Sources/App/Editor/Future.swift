import Descent
import Drawing
import Files

/// Where a car is going to go: what is shown, faintly, before anything has been driven.
struct Future {
  /// The places it comes to, the first one where it is now; all of them finite.
  let places: [Point<Double>]

  /// How far it looks, in steps.
  private static let steps = 300

  /// The way of the car in focus from here, with what the open editor holds: its value as it is
  /// being typed, if it can be one.
  init?(editedIn model: Model) {
    guard let editor = model.editor else { return nil }
    var race = model.race
    if let setting = model.chosenSetting, !editor.typed.isEmpty {
      var car = race.cars[model.focus]
      guard (try? CarSpec.set(setting.name, to: editor.typed, of: &car)) != nil else { return nil }
      race.change(car: model.focus, to: car)
    }
    self.init(ofCar: model.focus, in: race)
  }

  /// The whole way of a car from the start, as it is set.
  init?(fromStartOf car: Int, in model: Model) {
    let race = model.race
    self.init(
      ofCar: 0,
      in: Race(
        surface: race.surface, cars: [race.cars[car]], start: race.start, seed: race.seed))
  }

  private init?(ofCar car: Int, in race: Race) {
    var (race, places) = (race, [race.drivers[car].position])
    for _ in 0..<Self.steps {
      race.step()
      let driver = race.drivers[car]
      guard driver.crash == nil, driver.position.isFinite else { break }
      places.append(driver.position)
    }
    guard places.count > 1 else { return nil }
    self.places = places
  }

  /// The way in dots of a map.
  func canvas(in viewport: Viewport) -> Canvas {
    var canvas = Canvas(viewport.size)
    for (from, to) in zip(places, places.dropFirst()) {
      let (start, end) = (viewport.dot(x: from.x, y: from.y), viewport.dot(x: to.x, y: to.y))
      canvas.line(from: start.x, start.y, to: end.x, end.y)
    }
    return canvas
  }
}

extension MapSketch {
  /// A way over a map in pixels, as thin as can be.
  mutating func draw(_ future: Future, _ ink: Color, in viewport: Viewport) {
    for (from, to) in zip(future.places, future.places.dropFirst()) {
      line(
        fromDot: viewport.dot(x: from.x, y: from.y), viewport.dot(x: to.x, y: to.y), width: 1, ink,
        hasRim: false)
    }
  }
}
