import Descent
import Files
import Foundation
import Testing
import Texts

/// That what the lessons of the program say can be checked, and does not hang on chance.
struct LessonTruthTests {
  @Test(arguments: LessonLibrary.builtIn)
  func `what a page says of chance holds for other seeds too`(name: String) throws {
    let lesson = try #require(LessonLibrary.file(of: name, Strings("en"))?.lesson)
    for var page in lesson.pages {
      for seed in UInt64(1)...16 {
        page.setup.seed = seed
        let logbook = page.logbook
        func holds(_ statement: Lesson.Statement) -> Bool {
          statement.claim.finding(in: logbook, at: page.lookedAt).holds
        }
        for statement in page.claims where !holds(statement) {
          Issue.record("\(page.name), seed \(seed): \(statement.claim.text)")
        }
        if let question = page.question {
          #expect(question.choices.count { holds($0.claim) } == 1, "\(page.name), seed \(seed)")
        }
      }
    }
  }

  @Test(arguments: LessonLibrary.builtIn, Strings.languages)
  func `a number in a lesson's prose is a setting, a claim or explained`(
    name: String, language: String
  ) throws {
    let texts = LessonLibrary.texts(of: name, in: Strings.lessonTexts(of: language))
    let source = try #require(LessonLibrary.text(of: name))
    let parts = source.split(separator: "\n").map { $0.prefix { $0 != "#" } }
      .joined(separator: "\n").split(separator: "[[page]]").map(String.init)
    var before = parts[0]
    for part in parts.dropFirst() {
      let page = String(try #require(part.firstMatch(of: /name = "(.*?)"/)).1)
      // A page begins with what came of the one before.
      let known = Self.numbers(in: parts[0] + before + part)
      for (key, text) in texts where key.hasPrefix("\(page).") {
        // How long a lecturer may stay is advice.
        for number in Self.numbers(in: text.replacing(/[0-9]+분쯤/, with: ""))
        where !known.contains(where: number.isRounded)
          && !Self.isExplained(number, "\(name).\(page)")
        {
          Issue.record("\(key): \(number.text)")
        }
      }
      before = part
    }
  }

  /// The best of as many rates, evenly spaced on a log scale, by the loss after 150 steps.
  private static func best(_ rule: String, _ rates: [Double]) throws -> Double {
    let losses = try rates.map { rate in
      let specs = ["\(rule):lr=\(rate)"]
      var race = try RaceSetup(surface: "rosenbrock", cars: specs, start: "-1.2,1").race
      while race.tick < 150, !race.isOver { race.step() }
      return race.drivers[0].crash == nil ? race.drivers[0].loss : .infinity
    }
    return rates[losses.indices.min { losses[$0] < losses[$1] }!]
  }

  @Test(arguments: [("momentum", 1e-5, 0.02, 0.00275, 0.0021294), ("adam", 1e-3, 10, 1.35, 1.3214)])
  func `the rates that the last lesson calls best are the best of those that were tried`(
    rule: String, from: Double, to: Double, coarse: Double, fine: Double
  ) throws {
    func rate(_ place: Double, of count: Double) -> Double {
      from * pow(to / from, place / (count - 1))
    }
    let tried = (0..<47).map { rate(Double($0), of: 47) }
    #expect((try Self.best(rule, tried) / coarse - 1).magnitude < 0.002)
    // Of the 400,000 those close to what the lesson says.
    let place = log(fine / from) / log(to / from) * 399_999
    let near = (-300...300).map { rate(place.rounded() + Double($0), of: 400_000) }
    #expect((try Self.best(rule, near) / fine - 1).magnitude < 0.00005)
  }

  @Test func `every explained number stands on its page`() {
    for (page, numbers) in Self.explained {
      let said = Strings.languages.flatMap { language in
        Strings.lessonTexts(of: language).filter { $0.key.hasPrefix("lesson.\(page).") }
          .flatMap { Self.numbers(in: $0.value).map(\.value) }
      }
      for number in numbers.keys { #expect(said.contains(number), "\(page): \(number)") }
    }
  }

  /// Numbers that no race can show, by lesson and page, and why they are right.
  private static let explained: [String: [Double: String]] = [
    "map.wheels": [1: "the unit of road that the slope is measured by"],
    "map.trouble": [90: "the definition of a turn"],
    "gradient-descent.crawl": [66: "between (9, -62.5), downhill, and (9, -2.5), to the goal"],
    "gradient-descent.lowest": [78: "the deepest minimum: verified with the surface, -78.33"],
    "gradient-descent.here": [78: "as on the page before"],
    "batches.flowers": [150: "the rows of iris.csv"],
    "batches.cost": [2250: "15 times 150"],
    "batches.uphill": [145: "150 without 5"],
    "momentum.two-parts": [
      0.9: "the rule's own γ", 0.81: "0.9 to the 2nd", 0.35: "0.9 to the 10th",
    ],
    "momentum.limit": [0.9: "the rule's own γ", 0.81: "0.9 to the 2nd"],
    "momentum.gamma": [0.9: "the rule's own γ"],
    "momentum.jitter": [0.9: "the rule's own γ"],
    "momentum.inertia": [0.9: "the rule's own γ", 10: "the ratio of the rates 0.005 and 0.0005"],
    "nesterov.slalom": [0.9: "the rule's own γ", 1.26: "1.53 less 0.27"],
    "adagrad.new-road": [0.02: "the slope across, twice the start's y"],
    "rmsprop.forget": [22: "0.9 to the 22nd is 0.098"],
    "rmsprop.first-step": [0.03: "from -9 to -8.97", 3: "from -9 to -6"],
    "rmsprop.cold-start": [3: "from -9 to -6", 0.95: "from -9 to -8.05"],
    "rmsprop.end": [0.0045: "0.00632 over √2", 0.001: "the default of Keras"],
    "adam.rest": [6000: "roughly from the arrival, 58, to 6270"],
    "adam.correction": [
      6.6: "(1 - 0.9¹²) / √(1 - 0.999¹²)", 12: "as 6.6", 1000: "1 / (1 - β₂)",
    ],
    "adam.borrowed": [1000: "1 / (1 - β₂)"],
    "family.youngest": [
      0.9: "β₁", 1847: "Cauchy", 1964: "Polyak", 2015: "Kingma and Ba", 2016: "Dozat",
    ],
    "family.end": [100: "in Korean ten powers of ten are 100 times 10⁸"],
    "saddles.nudge": [0.14: "0.1 on each axis"],
    "saddles.end": [121: "11 times 11 wells on the map"],
    "which.own-rate": [
      47: "how many rates were tried", 400_000: "how many then", 40: "in Korean 40 times 10⁴",
    ],
  ]

  private static func isExplained(_ number: Number, _ page: String) -> Bool {
    explained[page]?[number.value] != nil
  }

  /// A number as a text has it, without its sign.
  private struct Number {
    let text: String
    let value: Double

    /// Whether the other is this one rounded to the digits that this one has, or a percentage.
    func isRounded(_ exact: Number) -> Bool {
      let decimals = text.contains("e") ? 0 : text.drop { $0 != "." }.dropFirst().count
      let half = 0.5 / (0..<decimals).reduce(1) { unit, _ in unit * 10 }
      return [exact.value, exact.value * 100].contains { other in
        let isClose = (other - value).magnitude <= half * (1 + 1e-9)
        return other == value || isClose && (decimals > 0 || other.rounded() != other)
      }
    }
  }

  private static func numbers(in text: String) -> [Number] {
    text.matches(of: /(?:^|[^\w.])([0-9]+(?:,[0-9]{3})*(?:\.[0-9]+)?(?:e-?[0-9]+)?)/).compactMap {
      let text = String($0.1)
      return Double(text.replacing(",", with: "")).map { Number(text: text, value: $0) }
    }
  }
}
