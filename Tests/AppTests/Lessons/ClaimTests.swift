import App
import Descent
import Files
import Testing

struct ClaimTests {
  private static let cars = ["gd", "adam-2"]

  @Test(arguments: [
    "loss of gd < 3", "loss of gd at 10 > -3e-5", "crash of adam-2 = never",
    "distance of gd to (3.58, -1.85) < 0.2", "distance of gd to ( 3 ,2 ) at 60 ~ 1",
    "distance of gd < 1", "loss of gd at 5 < 0.5 * loss of adam-2 at 9", "x of gd = x of adam-2",
    "arrival of gd<arrival of adam-2", "turns of gd at 0 = 0",
    "distance of gd to (0, 1) > 2 * distance of adam-2 to (0, 1) at 3",
  ])
  func `these are claims`(text: String) throws {
    #expect(try Claim(text, cars: Self.cars).text == text)
  }

  @Test(arguments: [
    ("", ""), ("lose of gd < 3", "lose"), ("loss gd < 3", "gd"), ("loss of adam < 3", "adam"),
    ("loss of gd", ""), ("loss of gd is 3", "is"), ("loss of gd < ", ""),
    ("loss of gd < much", "much"), ("loss of gd < 3 4", "4"), ("loss of gd = never", "never"),
    ("loss of gd at -1 < 3", "-1"), ("loss of gd at 1.5 < 3", "1.5"),
    ("loss of gd at 1000000 < 3", "1000000"), ("loss of gd < 2 * 3", "3"),
    ("distance of gd to 3, 2 < 1", "3"), ("distance of gd to (3 2) < 1", "2"),
    ("distance of gd to (3, inf) < 1", "inf"), ("loss of gd to (3, 2) < 1", "to"),
    ("loss of gd < nan", "nan"),
  ])
  func `what is no claim is told by the word that is wrong`(text: String, found: String) {
    #expect(throws: ClaimError.self) { try Claim(text, cars: Self.cars) }
    do throws(ClaimError) { _ = try Claim(text, cars: Self.cars) } catch {
      #expect(error.found == found)
    }
  }

  /// On x² + y² at η 0.1 each step of GD leaves 0.8 of each coordinate.
  @Test(arguments: [
    ("x of gd at 1 ~ 2.4", true), ("x of gd at 0 = 3", true), ("y of gd at 2 ~ -2.56", true),
    ("loss of gd at 0 = 25", true), ("loss of gd at 1 ~ 16", true), ("loss of gd = 25", false),
    ("slope of gd at 0 ~ 10", true), ("move of gd at 1 ~ 1", true), ("move of gd at 0 = 0", true),
    ("distance of gd at 1 ~ 4", true), ("distance of gd to (3, -4) at 0 = 0", true),
    ("rate of gd = 0.1", true), ("curvature of gd = 2", true), ("limit of gd = 1", true),
    ("limit of momentum > 1", true), ("limit of adam = 1", true),
    ("turns of gd = 0", true), ("overshoots of gd = 0", true), ("climbs of gd = 0", true),
    ("overshoots of momentum > 0", true), ("climbs of momentum > 3", true),
    ("turns of gd-2 = 59", true), ("overshoots of gd-2 = 60", true), ("climbs of gd-2 = 60", true),
    ("crash of gd = never", true), ("crash of gd > 1e300", true), ("crash of gd-3 < 10", true),
    ("crash of gd-3 at 0 = never", true), ("arrival of gd = 18", true),
    ("arrival of gd at 17 = never", true), ("arrival of gd-2 = never", true),
    ("gradients of gd = 60", true), ("gradients of gd at 7 = 7", true),
    ("lowest of gd-2 = 25", true), ("height of gd = 25", true), ("height of gd-2 > 25", true),
    ("loss of gd at 30 < 0.01 * loss of gd at 0", true),
    ("loss of gd at 9 > loss of gd at 8", false),
    ("loss of gd-3 < 1", false), ("loss of gd-3 > 1", true),
  ])
  func `claims are judged by the numbers`(text: String, holds: Bool) throws {
    let setup = try RaceSetup(
      surface: "bowl",
      cars: ["gd:lr=0.1", "momentum:lr=0.1", "adam:lr=0.1", "gd:lr=1.01", "gd:lr=1e200"],
      start: "3,-4")
    let logbook = Logbook(setup.race, steps: 60)
    let claim = try Claim(text, cars: setup.cars.map(\.name))
    let finding = claim.finding(in: logbook, at: 60)
    #expect(finding.holds == holds, "\(finding)")
  }

  @Test func `a logbook says what the race did`() throws {
    let setup = try RaceSetup(surface: "himmelblau", cars: ["adam", "sgd:noise=0.4", "gd:lr=5"])
    let logbook = Logbook(setup.race, steps: 50)
    var race = setup.race
    for step in 0...50 {
      for (index, car) in race.cars.enumerated() where race.drivers[index].crash == nil {
        let driver = race.drivers[index]
        for (quantity, value) in [
          ("loss", driver.loss), ("x", driver.position.x), ("y", driver.position.y),
          ("move", driver.lastMove.length), ("gradients", Double(driver.evaluations.gradients)),
        ] {
          let claim = try Claim("\(quantity) of \(car.name) at \(step) = 0", cars: [car.name])
          #expect(claim.finding(in: logbook, at: 0).left == value, "\(claim.text)")
        }
      }
      race.step()
    }
  }
}
