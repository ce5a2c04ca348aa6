/// A point and its mirror images in the axes.
private func mirrored(
  _ kind: CriticalPoint.Kind, _ x: Double, _ y: Double, value: Double
) -> [CriticalPoint] {
  let (xs, ys) = (x == 0 ? [0] : [-x, x], y == 0 ? [0] : [-y, y])
  return xs.flatMap { x in ys.map { y in CriticalPoint(kind, x, y, value: value) } }
}

/// −20 e^(−0.2 √((x²+y²)/2)) − e^((cos 2πx + cos 2πy)/2) + 20 + e: a funnel of dents with a sharp
/// tip.
///
/// The slope does not vanish towards the tip but tends to 2.83 all round it, so no constant rate
/// settles there; at the tip itself the slope is taken to be 0.
/// Source: Ackley, A Connectionist Machine for Genetic Hillclimbing, Kluwer 1987.
struct Ackley: Surface {
  let about = SurfaceAbout(
    name: "ackley", title: "Ackley",
    formula: "−20 e^(−0.2 √((x²+y²)/2)) − e^((cos 2πx + cos 2πy)/2) + 20 + e",
    window: Window(half: 5), start: Point(-3.4, 2.3), contours: .linear,
    rates: .init(ofSlope: 0.02, ofLength: 0.2),
    criticalPoints: [CriticalPoint(.globalMinimum, 0, 0, value: 0, .tip)])

  private static let scale = -0.2 / 2.0.squareRoot()
  private static let e = Double.exp(1)

  @inline(__always)
  func formula<F: Field>(_ x: F, _ y: F) -> F {
    let funnel = exp(Self.scale * norm(x, y))
    let dents = exp(0.5 * (cos(Double.pi2 * x) + cos(Double.pi2 * y)))
    return (20 - 20 * funnel) + (Self.e - dents)
  }
}

/// 1 + (x² + y²)/4000 − cos x cos(y/√2): an egg box on the flattest of bowls.
///
/// Source: Griewank, "Generalized descent for global optimization", J. Optim. Theory Appl. 34
/// (1981).
struct Griewank: Surface {
  let about = SurfaceAbout(
    name: "griewank", title: "Griewank", formula: "1 + (x²+y²)/4000 − cos x cos(y/√2)",
    window: Window(half: 10), start: Point(-7.4, 6.6), contours: .linear,
    rates: .init(ofSlope: 0.2, ofLength: 0.15),
    criticalPoints: [CriticalPoint(.globalMinimum, 0, 0, value: 0)]
      + mirrored(.localMinimum, 6.280045279379904, 0, value: 0.009864672061006214)
      + mirrored(.localMinimum, 0, 8.876888929095657, value: 0.019719489248184802)
      + mirrored(
        .localMinimum, 3.1400226338955397, 4.438444480920714, value: 0.007396040334115082)
      + mirrored(
        .localMinimum, 9.420067886213593, 4.438444437201061, value: 0.027125384395415616)
      + mirrored(
        .localMinimum, 6.280045217550294, 8.876888885374552, value: 0.02958416121207001))

  private static let root = 0.5.squareRoot()

  @inline(__always)
  func formula<F: Field>(_ x: F, _ y: F) -> F {
    1 + (squared(x) + squared(y)) / 4000 - cos(x) * cos(Self.root * y)
  }
}

/// sin²3πx + (x−1)² (1 + sin²3πy) + (y−1)² (1 + sin²2πy): corrugated all over.
///
/// Source: Lévy and Montalvo, "The tunneling algorithm for the global minimization of functions",
/// SIAM J. Sci. Stat. Comput. 6 (1985).
struct Levy13: Surface {
  let about = SurfaceAbout(
    name: "levy13", title: "Lévy N.13",
    formula: "sin²3πx + (x−1)²(1+sin²3πy) + (y−1)²(1+sin²2πy)",
    window: Window(half: 10), start: Point(-7.3, -4.2), contours: .logarithmic,
    rates: .init(ofSlope: 0.0002, ofLength: 0.3),
    criticalPoints: [CriticalPoint(.globalMinimum, 1, 1, value: 0)])

  @inline(__always)
  func formula<F: Field>(_ x: F, _ y: F) -> F {
    let (u, v) = (x - 1, y - 1)
    // Written about the minimum, where the sines are then 0 and not only nearly so.
    let along = squared(sin(3 * Double.pi * u))
    let across = 1 + squared(sin(3 * Double.pi * v))
    let down = 1 + squared(sin(Double.pi2 * v))
    return along + squared(u) * across + squared(v) * down
  }
}

/// x² + 2y² − 0.3 cos 3πx − 0.4 cos 4πy + 0.7: a rippled bowl with 25 dents in its window.
///
/// Source: Bohachevsky, Johnson and Stein, "Generalized simulated annealing for function
/// optimization", Technometrics 28 (1986).
struct Bohachevsky: Surface {
  let about = SurfaceAbout(
    name: "bohachevsky", title: "Bohachevsky 1",
    formula: "x² + 2y² − 0.3 cos 3πx − 0.4 cos 4πy + 0.7",
    window: Window(half: 2), start: Point(-1.7, 1.5), contours: .linear,
    rates: .init(ofSlope: 0.01, ofLength: 0.05),
    criticalPoints: wells)

  @inline(__always)
  func formula<F: Field>(_ x: F, _ y: F) -> F {
    let ripplesX = 0.3 * cos(3 * Double.pi * x)
    let ripplesY = 0.4 * cos(4 * Double.pi * y)
    return squared(x) + (0.3 - ripplesX) + 2 * squared(y) + (0.4 - ripplesY)
  }

  /// The roots of 2x + 0.9π sin 3πx, and of 4y + 1.6π sin 4πy, at the dents of either axis, with
  /// the axis's share of the height.
  private static let alongX = [
    (0, 0), (0.6186120678279501, 0.4129268302758151), (1.2224947771568115, 1.643826589847171),
  ]
  private static let alongY = [
    (0, 0), (0.46952754566849225, 0.46988241492139593),
    (0.9333791416826435, 1.8745699311174369),
  ]

  private static let wells: [CriticalPoint] = alongX.flatMap { x, heightX in
    alongY.flatMap { y, heightY in
      mirrored(
        x == 0 && y == 0 ? .globalMinimum : .localMinimum, x, y, value: heightX + heightY)
    }
  }
}

/// 0.5 + (sin²(x²−y²) − 0.5) / (1 + 0.001 (x²+y²))²: ripples whose floor hardly falls at all.
///
/// Source: Schaffer, Some Experiments in Machine Learning Using Vector Evaluated Genetic
/// Algorithms, Vanderbilt 1984.
struct Schaffer2: Surface {
  let about = SurfaceAbout(
    name: "schaffer2", title: "Schaffer N.2",
    formula: "0.5 + (sin²(x²−y²) − 0.5) / (1 + 0.001 (x²+y²))²",
    window: Window(half: 5), start: Point(-3.9, 1.2), contours: .linear,
    rates: .init(ofSlope: 0.01, ofLength: 0.1),
    criticalPoints: [CriticalPoint(.globalMinimum, 0, 0, value: 0)])

  @inline(__always)
  func formula<F: Field>(_ x: F, _ y: F) -> F {
    let (x2, y2) = (squared(x), squared(y))
    let ripples = squared(sin(x2 - y2)) - 0.5
    return 0.5 + ripples / squared(1 + 0.001 * (x2 + y2))
  }
}

/// −sin x sin²⁰(x²/π) − sin y sin²⁰(2y²/π): two grooves in a plain without slope.
///
/// Source: Michalewicz, Genetic Algorithms + Data Structures = Evolution Programs, Springer 1992.
struct Michalewicz: Surface {
  let about = SurfaceAbout(
    name: "michalewicz", title: "Michalewicz",
    formula: "−sin x sin²⁰(x²/π) − sin y sin²⁰(2y²/π)",
    window: Window(x: 0...3.2, y: 0...3.2), start: Point(2.55, 1.85), contours: .linear,
    rates: .init(ofSlope: 0.002, ofLength: 0.03),
    criticalPoints: [
      CriticalPoint(.globalMinimum, 2.2029055201726093, .pi / 2, value: -1.8013034100985525)
    ])

  @inline(__always)
  func formula<F: Field>(_ x: F, _ y: F) -> F {
    -groove(x, 1 / .pi) - groove(y, 2 / .pi)
  }

  private func groove<F: Field>(_ t: F, _ scale: Double) -> F {
    sin(t) * power(sin(scale * squared(t)), 20)
  }
}

/// 837.97 − x sin √|x| − y sin √|y|: the deepest town lies far from the second deepest.
///
/// Source: Schwefel, Numerical Optimization of Computer Models, Wiley 1981.
struct Schwefel: Surface {
  let about = SurfaceAbout(
    name: "schwefel", title: "Schwefel", formula: "837.97 − x sin √|x| − y sin √|y|",
    window: Window(half: 500), start: Point(-120, 90), contours: .linear,
    rates: .init(ofSlope: 1, ofLength: 8),
    criticalPoints: [
      CriticalPoint(.globalMinimum, 420.9687463599823, 420.9687463599823, value: 0)
    ])

  @inline(__always)
  func formula<F: Field>(_ x: F, _ y: F) -> F { axis(x) + axis(y) }

  private func axis<F: Field>(_ t: F) -> F { 418.9828872724338 - t * sin(sqrt(abs(t))) }
}

/// −(y+47) sin √|x/2+y+47| − x sin √|x−(y+47)|: the lowest place of its window is on the edge.
///
/// The table value −959.64 at (512, 404.23) is no minimum: the slope there is −3.39 along x, and
/// beyond the edge it goes on falling. So nothing is labelled.
/// Source: Whitley, Rana, Dzubera and Mathias, "Evaluating evolutionary algorithms", Artificial
/// Intelligence 85 (1996).
struct Eggholder: Surface {
  let about: SurfaceAbout = {
    var about = SurfaceAbout(
      name: "eggholder", title: "Eggholder",
      formula: "−(y+47) sin √|x/2+y+47| − x sin √|x−(y+47)|",
      window: Window(half: 512), start: Point(-310, 260), contours: .linear,
      rates: .init(ofSlope: 0.5, ofLength: 8), criticalPoints: [])
    about.lowest = .onTheEdge
    return about
  }()

  @inline(__always)
  func formula<F: Field>(_ x: F, _ y: F) -> F {
    let z = y + 47
    return -(z * sin(sqrt(abs(0.5 * x + z)))) - x * sin(sqrt(abs(x - z)))
  }
}
