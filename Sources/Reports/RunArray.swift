import Descent
package import Files

extension RunReport {
  /// The race as one NumPy array of doubles [step, car, quantity]: every `every`-th step from 0,
  /// the cars in the order of the race, and of each x, y and loss; with costs also the rate of the
  /// step that led there, gradients, values, Hessians and samples asked till then.
  ///
  /// From the step a car crashed at its x, y and loss are NaN. A race that is ended on the way
  /// leaves an array that is cut off, which NumPy refuses.
  ///
  /// - Parameter goesOn: is asked now and then, with the step that has been reached; `false` ends
  ///   it there.
  package func writeArray(
    every: Int, costs: Bool = false, to write: ([UInt8]) throws(Fault) -> Void,
    while goesOn: (Int) -> Bool = { _ in true }
  ) throws(Fault) {
    var timeline = setup.timeline
    let steps = UInt(max(0, steps)) / UInt(every)
    try write(
      NumPyArray.header(
        "<f8", shape: [steps + 1, UInt(timeline.race.cars.count), costs ? 8 : 3]))
    for step in 0...steps {
      guard timeline.tick % timeline.leg != 0 || goesOn(timeline.tick) else { return }
      timeline.seek(to: Int(step) * every)
      var bytes: [UInt8] = []
      for index in timeline.race.cars.indices {
        for number in Self.numbers(ofCar: index, in: timeline.race, costs: costs) {
          bytes += (0..<8).map { UInt8(truncatingIfNeeded: number.bitPattern >> (8 * $0)) }
        }
      }
      try write(bytes)
    }
  }

  private static func numbers(ofCar index: Int, in race: Race, costs: Bool) -> [Double] {
    let driver = race.drivers[index]
    let place =
      driver.crash == nil
      ? [driver.position.x, driver.position.y, driver.loss] : [.nan, .nan, .nan]
    guard costs else { return place }
    let asked = driver.evaluations
    let counts = [asked.gradients, asked.values, asked.hessians, asked.samples]
    // Before the first step there is none behind it.
    return place + [race.cars[index].rule(at: max(0, race.tick - 1)).rate] + counts.map(Double.init)
  }
}
