/// The facts about a surface that are the same in every language.
package struct SurfaceAbout: Sendable {
  /// The name on the command line, in kebab-case; also the key of its texts in the language tables.
  package var name: String
  /// The name in the header: a proper name, not translated.
  package var title: String
  /// The formula in Unicode mathematics, for the header.
  package var formula: String
  /// The part of the plane that a class looks at.
  package var window: Window
  /// Where a race starts unless told otherwise.
  package var start: Point<Double>
  /// How contour levels are spaced so that the valleys show.
  package var contours: ContourSpacing
  package var rates: Rates
  /// The labelled points, each verified by the tests.
  package var criticalPoints: [CriticalPoint]
  package var lowest = Lowest.labelled
  /// The fingerprint of the data or the grid that the heights come from; 0 where the formula says
  /// all.
  package var contents: UInt64 = 0

  /// The facts about a surface that nothing is known about yet.
  static var unknown: SurfaceAbout {
    SurfaceAbout(
      name: "", title: "", formula: "", window: Window(half: 5), start: .zero, contours: .linear,
      rates: .init(ofSlope: 1, ofLength: 1), criticalPoints: [], lowest: .unknown)
  }

  /// Degrees counter-clockwise that it has been turned by.
  package var turnedBy = 0.0
  /// What its heights have been multiplied by.
  package var scaledBy = 1.0

  /// Equal for two surfaces if, and only if, they have the same heights, window and labels. What is
  /// kept of a surface (a picture, a finding) is kept under this.
  package var identity: Identity {
    Identity(
      name: name, formula: formula, contents: contents, window: window, turnedBy: turnedBy,
      scaledBy: scaledBy)
  }

  package struct Identity: Hashable, Sendable, CustomStringConvertible {
    fileprivate let name, formula: String
    fileprivate let contents: UInt64
    fileprivate let window: Window
    fileprivate let turnedBy, scaledBy: Double

    /// One line that differs where two identities do.
    package var description: String {
      "\(name) \(formula) \(contents) \(window.x) \(window.y) \(turnedBy) \(scaledBy)"
    }
  }

  /// Where the lowest place is.
  package enum Lowest: Sendable {
    /// At the labelled global minima.
    case labelled
    /// Nowhere: it falls for ever.
    case nowhere
    /// On the edge of the window, where the slope does not vanish: no minimum to label.
    case onTheEdge
    /// No place could be verified to be it.
    case unknown
  }

  package enum ContourSpacing: Sendable { case linear, logarithmic }

  /// Rates that make a watchable race here, by what a rule's rate multiplies. They are defaults
  /// only: shown beside each car, never applied to a rate that the user gave.
  package struct Rates: Sendable {
    /// The rate for rules that multiply it by the gradient: plane units² per unit of loss.
    package var ofSlope: Double
    /// The rate for rules that divide the gradient by its own size: plane units a step.
    package var ofLength: Double

    /// Two digits of each, as people would say them.
    func rounded() -> Rates {
      Rates(ofSlope: said(ofSlope, digits: 2), ofLength: said(ofLength, digits: 2))
    }
  }
}

/// An axis-aligned rectangle of the plane.
package struct Window: Hashable, Sendable {
  package var x: ClosedRange<Double>
  package var y: ClosedRange<Double>

  package init(x: ClosedRange<Double>, y: ClosedRange<Double>) {
    self.x = x
    self.y = y
  }

  package func contains(_ point: Point<Double>) -> Bool {
    x.contains(point.x) && y.contains(point.y)
  }

  /// The square from −half to half on both axes.
  init(half: Double) { self.init(x: -half...half, y: -half...half) }
}

/// A labelled point of a surface.
package struct CriticalPoint: Hashable, Sendable {
  package enum Kind: String, Sendable { case globalMinimum, localMinimum, saddle }

  package var kind: Kind
  package var position: Point<Double>
  /// The height there.
  package var value: Double
  package var form = Form.smooth

  package enum Form: Sendable {
    /// The slope vanishes and the Hessian says the rest.
    case smooth
    /// A tip: the slope has a size all round it and none at it.
    case tip
    /// The Hessian tells nothing of one direction: a whole curve of such points, or a saddle of
    /// higher order.
    case flat
  }

  init(_ kind: Kind, _ x: Double, _ y: Double, value: Double, _ form: Form = .smooth) {
    self.kind = kind
    position = Point(x, y)
    self.value = value
    self.form = form
  }
}
