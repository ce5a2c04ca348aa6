package import Descent
package import Drawing

/// A lesson as a value: pages of text, each with a race to look at.
package struct Lesson: Sendable {
  /// The word that opens it on the command line; for a teacher's own lesson its file's name.
  package var name: String
  /// The file it is from, for messages.
  package var file: String
  package var title: String
  /// One line for the list.
  package var summary: String
  /// At least one.
  package var pages: [Page]

  /// No page looks further than this.
  package static let lastStep = 100_000
  /// The most choices a question may have: one for each digit key.
  package static let choiceLimit = 9

  /// One page: what it says, and the race that it says it about.
  package struct Page: Sendable {
    package var name: String
    /// Where the file begins it.
    package var line: Int?
    package var title: String
    package var text: LessonText
    /// What the lecturer wants at the desk and the class need not see.
    package var notes: LessonText?
    package var setup: RaceSetup

    package var view: MapView?
    /// The step it opens at.
    package var from = 0
    /// The step at which the race stops.
    package var pause: Int?
    /// Drives by itself from `from` to `pause` when it opens.
    package var plays = false
    /// The part of the plane shown; the surface's own if `nil`.
    package var window: PlaneRect?
    /// Cars that are not shown; they drive all the same.
    package var hidden: Set<Int> = []
    package var focus = 0
    package var substep: Substep.Part?
    /// A car whose rule is laid beside the one in focus.
    package var ghost: Car?
    /// The car whose formula stands under the text.
    package var formula: Int?
    package var showsContourLabels = false
    /// What stands in the column under the text, where there is room; what suits the page if `nil`.
    package var column: Picture?
    /// The step that the column's picture shows, with every car of the race; the step looked at if
    /// `nil`.
    package var columnStep: Int?
    /// The view from the page's pause on, if another one.
    package var viewAfter: MapView?
    /// What a chart is of.
    package var quantity = ChartQuantity.loss
    /// What each car does at every rate, under the maps.
    package var hasStrip = false
    /// Numbers of every shown car that the text speaks of.
    package var counters: [Claim.Quantity] = []
    /// Gradients that a drive without the map may ask for.
    package var budget: Int?
    /// The rule at which the family tree opens; `nil` for a page that shows maps.
    package var treeRule: String?
    package var speed: Speed
    package var signs: [Sign] = []
    package var question: Question?
    package var claims: [Statement] = []

    /// The step that claims look at unless they say another.
    package var lookedAt: Int { pause ?? from }
  }

  /// A second picture beside that of the view.
  package enum Picture: String, CaseIterable, Sendable {
    case chart, data, map, terrain, basins, none
  }

  /// Something on the map that the page points at: a place, or the way between two.
  package struct Sign: Hashable, Sendable {
    package enum Target: Hashable, Sendable {
      case place(Point<Double>)
      /// Wherever that car is.
      case car(Int)
      /// Where that car was at a step; not shown before.
      case way(car: Int, step: Int)
    }

    package var target: Target
    /// The other end of a line.
    package var end: Point<Double>?
    /// With a blank `{distance}` for how long the line is, in plane units.
    package var text: String

    package init(target: Target, to end: Point<Double>? = nil, text: String) {
      (self.target, self.end, self.text) = (target, end, text)
    }

    /// The text with the length of the line from its beginning filled in.
    package func text(from start: Point<Double>) -> String {
      guard let end else { return text }
      return text.replacing("{distance}", with: NumberText.brief(end.offset(from: start).length))
    }
  }

  /// Predict, then run: the answer is known where the page pauses.
  package struct Question: Sendable {
    package var text: LessonText
    package var choices: [Choice]
  }

  package struct Choice: Sendable {
    package var text: String
    package var claim: Statement
  }

  /// A claim, and where in the file it is made.
  package struct Statement: Hashable, Sendable {
    package var claim: Claim
    package var key: String
    package var line: Int?
  }
}

extension Lesson.Page {
  /// The choice that holds; `nil` if not exactly one does.
  package func answer(_ logbook: Logbook) -> Int? {
    let choices = question?.choices ?? []
    let right = choices.indices.filter {
      choices[$0].claim.claim.finding(in: logbook, at: lookedAt).holds
    }
    return right.count == 1 ? right[0] : nil
  }

  /// What the race did as far as the page's statements look.
  package var logbook: Logbook {
    let statements = claims + (question?.choices.map(\.claim) ?? [])
    let last = statements.map { $0.claim.lastStep(lookedAt) }.max() ?? lookedAt
    return Logbook(setup.race, steps: last)
  }
}
