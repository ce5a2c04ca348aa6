import Descent
import Foundation
import Testing

@Suite struct FormulaTests {
  private func value(_ formula: String, _ x: Double = 1.3, _ y: Double = -0.7) throws -> Double {
    try FormulaSurface(formula, window: .init(x: -2...2, y: -2...2)).value(at: Point(x, y))
  }

  private func problem(_ formula: String) -> FormulaError? {
    do throws(FormulaError) {
      _ = try FormulaSurface(formula)
      return nil
    } catch { return error }
  }

  @Test(arguments: [
    ("1+2*3", 7.0), ("(1+2)*3", 9), ("2-3-4", -5), ("8/4/2", 1), ("2^3^2", 512), ("-2^2", -4),
    ("2^-1", 0.5), ("1/2*4", 2), ("||2|-5|", 3), ("2(3)", 6), ("(2)(3)", 6), ("--3", 3), ("+3", 3),
    ("2**3", 8), ("3²", 9), ("2³", 8), ("1e3", 1000), (".5", 0.5), ("2e-1", 0.2), ("|-3|", 3),
    ("|2-|-5||", 3), ("2|-3|", 6), ("√4", 2), ("√(4+5)", 3), ("min(3,1,2)", 1), ("max(3,1,2)", 3),
    ("pow(2,10)", 1024), ("2^0", 1), ("4^0.5", 2), ("hypot(3,4)", 5), ("ln(e)", 1),
    ("2 × 3 · 4 ÷ 6 − 1", 3), ("[1+1]*2", 4), ("floor(-1.5)", -2), ("sign(-3)", -1),
    ("relu(-2)+relu(2)", 2), ("sigmoid(0)", 0.5), ("log2(8)", 3), ("log10(1000)", 3),
    ("cbrt(27)", 3),
  ])
  func `numbers come out as in mathematics`(formula: String, expected: Double) throws {
    #expect(abs(try value(formula) - expected) < 1e-12)
  }

  @Test func `x and y stand side by side with numbers, brackets and each other`() throws {
    let (x, y) = (1.3, -0.7)
    for (formula, expected) in [
      ("2x", 2 * x), ("xy", x * y), ("2xy", 2 * x * y), ("3(x+1)", 3 * (x + 1)),
      ("(x+1)(y-1)", (x + 1) * (y - 1)), ("2 sin(x)", 2 * sin(x)), ("x sin(y)", x * sin(y)),
      ("xsin", .nan), ("x^2y", x * x * y), ("2^x", pow(2, x)), ("x²y³", x * x * (y * y * y)),
      ("X*Y", x * y), ("1/2x", 0.5 * x), ("-x^2", -(x * x)), ("x^-2", 1 / (x * x)),
      ("2pi x", 2 * .pi * x),
      ("|x||y|", abs(x) * abs(y)),
    ] where !expected.isNaN {
      #expect(abs(try value(formula) - expected) < 1e-14, "\(formula)")
    }
  }

  @Test(arguments: [
    ("rosenbrock", "(1-x)^2 + 100*(y-x^2)^2"),
    ("himmelblau", "(x^2+y-11)^2 + (x+y^2-7)^2"),
    ("beale", "(1.5-x+x*y)^2 + (2.25-x+x*y^2)^2 + (2.625-x+x*y^3)^2"),
    ("booth", "(x+2y-7)^2 + (2x+y-5)^2"),
    ("rastrigin", "20 + x^2 - 10cos(2pi*x) + y^2 - 10cos(2pi*y)"),
    ("mccormick", "sin(x+y) + (x-y)^2 - 1.5x + 2.5y + 1"),
    ("ackley", "-20exp(-0.2sqrt((x^2+y^2)/2)) - exp((cos(2pi*x)+cos(2pi*y))/2) + 20 + e"),
  ])
  func `a built-in surface typed in is the same, with slope and bend`(
    name: String, formula: String
  ) throws {
    let known = try #require(Catalog.surface(named: name))
    let typed = try FormulaSurface(formula, window: known.about.window)
    for draw in 1...200 {
      let point = randomPoint(in: known.about.window, seed: 11, draw: draw)
      let (a, b) = (known.jet(at: point), typed.jet(at: point))
      func isNear(_ a: Double, _ b: Double, _ size: Double) -> Bool {
        abs(a - b) <= 1e-11 * max(1, size)
      }
      #expect(isNear(a.value, b.value, abs(a.value)))
      #expect(typed.gradient(at: point) == b.gradient)
      let slope = a.gradient.length
      #expect(
        isNear(a.gradient.x, b.gradient.x, slope) && isNear(a.gradient.y, b.gradient.y, slope))
      let bend = max(abs(a.hessian.eigenvalues.least), abs(a.hessian.eigenvalues.greatest))
      #expect(
        isNear(a.hessian.xx, b.hessian.xx, bend) && isNear(a.hessian.xy, b.hessian.xy, bend)
          && isNear(a.hessian.yy, b.hessian.yy, bend))
    }
  }

  /// Each function somewhere inside its domain, off its kinks.
  static let calls = [
    "sqrt(x)", "cbrt(x)", "exp(x)", "log(x)", "log2(x)", "log10(x)", "sin(x)", "cos(x)", "tan(x)",
    "asin(x/2)", "acos(x/2)", "atan(x)", "sinh(x)", "cosh(x)", "tanh(x)", "abs(x)", "sign(x)",
    "floor(x)", "relu(x)", "sigmoid(x)", "softplus(x)", "x^y", "x^2.5", "3^x", "atan2(x,y)",
    "hypot(x,y)", "min(x,y)", "max(x,y)", "x/y", "x^-3", "sin(x*y)/(1+x^2)", "(x+y)^5",
    "atan2(y,x*x)", "hypot(x*y,y)", "(x*y+2)^(x+y)",
  ]

  @Test(arguments: calls)
  func `slopes and bends are what small differences say`(formula: String) throws {
    let surface = try FormulaSurface(formula, window: .init(x: -2...2, y: -2...2))
    for point in [Point(1.3, 0.7), Point(0.4, 1.6)] {
      let jet = surface.jet(at: point)
      let h = 1e-4
      func f(_ dx: Double, _ dy: Double) -> Double {
        surface.value(at: Point(point.x + dx * h, point.y + dy * h))
      }
      let scale = max(1, abs(jet.value), jet.gradient.length, abs(jet.hessian.xx))
      #expect(abs(jet.gradient.x - (f(1, 0) - f(-1, 0)) / (2 * h)) < 1e-6 * scale)
      #expect(abs(jet.gradient.y - (f(0, 1) - f(0, -1)) / (2 * h)) < 1e-6 * scale)
      let xx = (f(1, 0) - 2 * f(0, 0) + f(-1, 0)) / (h * h)
      let yy = (f(0, 1) - 2 * f(0, 0) + f(0, -1)) / (h * h)
      let xy = (f(1, 1) - f(1, -1) - f(-1, 1) + f(-1, -1)) / (4 * h * h)
      #expect(abs(jet.hessian.xx - xx) < 1e-4 * scale)
      #expect(abs(jet.hessian.xy - xy) < 1e-4 * scale)
      #expect(abs(jet.hessian.yy - yy) < 1e-4 * scale)
      #expect(surface.gradient(at: point) == jet.gradient && surface.value(at: point) == jet.value)
    }
  }

  @Test(arguments: calls)
  func `eight lanes equal one particle bit for bit`(formula: String) throws {
    let surface = try FormulaSurface(formula, window: .init(x: -2...2, y: -2...2))
    let xs = Lanes(-1.5, -1, -0.0, 0, 0.3, 1, 1.9, .nan)
    let ys = Lanes(0.7, 1, 0, -0.4, -2, 1, 1.9, 0.1)
    let values = surface.value(at: Point(xs, ys))
    let slopes = surface.gradient(at: Point(xs, ys))
    for lane in 0..<8 {
      let point = Point(xs[lane], ys[lane])
      let slope = surface.gradient(at: point)
      #expect(values[lane].sameBits(as: surface.value(at: point)))
      #expect(slopes.x[lane].sameBits(as: slope.x) && slopes.y[lane].sameBits(as: slope.y))
    }
  }

  @Test
  func `what a part does not depend on is no derivative of it, even where it has none itself`()
    throws
  {
    // 0 · ∞ would be NaN.
    let surface = try FormulaSurface("1/x^2 + 3y", window: Window(x: -1...1, y: -1...1))
    let gradient = surface.gradient(at: Point(0, 2))
    #expect(!gradient.x.isFinite && gradient.y == 3)
    #expect(surface.jet(at: Point(0, 2)).gradient.y == 3)
    let eight = surface.gradient(at: Point(Lanes(repeating: 0), Lanes(repeating: 2)))
    #expect(eight.y == Lanes(repeating: 3))
  }

  @Test func `what is wrong is told with its place`() {
    func check(_ formula: String, _ place: Int, _ problem: FormulaError.Problem) {
      let found = self.problem(formula)
      #expect(found?.place == place && found?.problem == problem, "\(formula): \(found as Any)")
    }
    check("", 0, .empty)
    check("  ", 0, .empty)
    check("2*(x+", 5, .noOperand(found: nil))
    check("x+*y", 2, .noOperand(found: "*"))
    check("x)", 1, .noOperator(found: ")"))
    check("x ^", 3, .noOperand(found: nil))
    check("(x", 0, .unclosed("("))
    check("sin(x", 3, .unclosed("("))
    check("|x", 0, .unclosed("|"))
    check("x $ y", 2, .stray("$"))
    check("1e999", 0, .notANumber("1e999"))
    check("1..2", 2, .noOperator(found: ".2"))
    check("3 4", 2, .noOperator(found: "4"))
    check("sin", 0, .noArguments(function: "sin"))
    check("min(x)", 0, .wrongCount(function: "min", found: 1, expected: "≥ 2"))
    check("sin(x, y)", 0, .wrongCount(function: "sin", found: 2, expected: "1"))
    check(
      String(repeating: "x+", count: 600), 1000, .tooLong(found: 1200, limit: 1000))
    check(String(repeating: "(", count: 150), 100, .tooDeep(limit: 100))
    check(String(repeating: "-", count: 150) + "x", 100, .tooDeep(limit: 100))
    if case .unknownName(let name, let known)? = problem("z + 1")?.problem {
      #expect(name == "z" && known.contains("x") && known.contains("sin"))
    } else {
      Issue.record("z is known")
    }
  }

  @Test func `long and deep formulas within the limits run`() throws {
    let long = (0..<330).map { _ in "x+" }.joined() + "y"
    #expect(abs(try value(long) - (330 * 1.3 - 0.7)) < 1e-9)
    let deep = String(repeating: "(x+", count: 99) + "y" + String(repeating: ")", count: 99)
    #expect(abs(try value(deep) - (99 * 1.3 - 0.7)) < 1e-9)
  }

  // The window, and what is labelled in it.

  @Test func `minima and saddles are found and lie in the window`() throws {
    let surface = try FormulaSurface("(x^2+y-11)^2 + (x+y^2-7)^2")
    let about = surface.about
    #expect(about.criticalPoints.count { $0.kind == .globalMinimum } == 4)
    #expect(about.criticalPoints.count { $0.kind == .saddle } == 4)
    for point in about.criticalPoints {
      #expect(
        about.window.x.contains(point.position.x) && about.window.y.contains(point.position.y))
      #expect(CriticalPointCheck(point, on: surface).faults.isEmpty)
    }
    #expect(about.lowest == .labelled && surface.value(at: about.start).isFinite)
  }

  @Test(arguments: [
    "(1-x)^2+100(y-x^2)^2", "x^2+y^2", "sin(x)*cos(y)", "log(x)+1/x+y^2", "(x-1000)^2+y^2",
    "1e-6*(x^2+y^2)", "x*y", "exp(-x^2-y^2)", "|x|+2|y|", "x+y", "tanh(x*y)", "5", "1/x", "sqrt(x)",
  ])
  func `every label is right, and a race can start`(formula: String) throws {
    let surface = try FormulaSurface(formula)
    for point in surface.about.criticalPoints {
      let check = CriticalPointCheck(point, on: surface)
      #expect(!check.faults.contains(.curvature) && !check.faults.contains(.value), "\(point)")
    }
    #expect(surface.value(at: surface.about.start).isFinite)
    let rates = surface.about.rates
    #expect(rates.ofSlope > 0 && rates.ofLength > 0 && rates.ofSlope.isFinite)
    #expect(surface.about.window.x.contains(surface.about.start.x))
  }

  @Test(
    arguments: [
      ("x^2/2+sin(3x)+|y|", [(-2.323, 0.0), (-0.471, 0), (1.408, 0)]),
      ("|x|+|y|", [(0, 0)]), ("x^4+y^4", [(0, 0)]), ("sqrt(x^2+y^2)", [(0, 0)]),
      ("hypot(x-1,y+2)", [(1, -2)]), ("1e7(x-1)^2+y^2", [(1, 0)]),
      ("(x-1)^2+1e9(y+2)^2", [(1, -2)]),
      ("max(|x|,|y-2|)", [(0, 2)]), ("|x-1|+2|y-x|", [(1, 1)]), ("|x-y|+(x+y-1)^2", [(0.5, 0.5)]),
      ("(x-0.3)^4+(y+0.7)^2", [(0.3, -0.7)]), ("(x-sqrt(2))^4+y^4", [(1.414, 0)]),
      ("x^6+y^6", [(0, 0)]), ("|x|^1.5+y^2", [(0, 0)]), ("x^2*(x-2)^2+|y-1|", [(0, 1), (2, 1)]),
    ] as [(String, [(Double, Double)])])
  func `kinks, tips, flat bottoms and ill-scaled ones are found`(
    formula: String, expected: [(Double, Double)]
  ) throws {
    let surface = try FormulaSurface(formula)
    let minima = surface.about.criticalPoints.filter { $0.kind != .saddle }
    #expect(minima.count == expected.count, "\(minima.map(\.position))")
    for (x, y) in expected {
      #expect(
        minima.contains { $0.position.offset(from: Point(x, y)).length < 1e-3 },
        "(\(x), \(y)) among \(minima.map(\.position))")
    }
    #expect(surface.about.lowest == .labelled)
    for point in minima {
      #expect(CriticalPointCheck(point, on: surface).faults.isEmpty, "\(point)")
    }
  }

  @Test(arguments: [
    "(x^2+y^2-1)^2", "(x-y)^2", "|x|", "|x-y|", "x+y", "5", "floor(x)+floor(y)", "(y-x^2)^2",
    "relu(x)+relu(y)", "exp(-x^2-y^2)", "tanh(x*y)", "ln(x)+y",
  ])
  func `valleys, floors and slopes have no minimum to label`(formula: String) throws {
    let about = try FormulaSurface(formula).about
    #expect(about.criticalPoints.allSatisfy { $0.kind == .saddle }, "\(about.criticalPoints)")
    #expect(about.lowest == .unknown)
  }

  @Test(arguments: [
    "(1-x)^2+100(y-x^2)^2", "x^2+y^2", "(x-1000)^2+y^2", "1e-6*(x^2+y^2)", "sin(x)*cos(y)",
    "(x^2+y-11)^2 + (x+y^2-7)^2", "(x-pi)^2+(y-e)^2", "sqrt(x)+y^2",
  ])
  func `window, start and rates have no negligible digits`(formula: String) throws {
    let about = try FormulaSurface(formula).about
    let (x, y) = (about.window.x, about.window.y)
    for number in [
      x.lowerBound, x.upperBound, y.lowerBound, y.upperBound, about.start.x, about.start.y,
      about.rates.ofSlope, about.rates.ofLength,
    ] {
      let digits = "\(number)".prefix { $0 != "e" }.filter(\.isNumber).drop { $0 == "0" }
      #expect(digits.reversed().drop { $0 == "0" }.count <= 6, "\(number)")
    }
  }

  @Test func `nothing is labelled lowest where another place of the window is lower`() throws {
    let falling = try FormulaSurface("x^3 - 3x + y^2", window: .init(x: -4...4, y: -2...2))
    #expect(falling.about.criticalPoints.map(\.kind) == [.localMinimum, .saddle])
    #expect(falling.about.lowest == .unknown)
  }

  /// 200,000 texts, half of them of words that formulas have: no crash, no hang, and whatever is
  /// read runs.
  @Test func `any text is read or refused`() {
    let words =
      FormulaParser.names + [
        "+", "-", "*", "/", "^", "(", ")", ",", "|", "2", "0.5", "1e9", " ", "²", "√",
      ]
    var state: UInt64 = 0x5EED
    func next(_ count: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % UInt64(count))
    }
    var read = 0
    for number in 0..<200_000 {
      let length = next(number % 50 == 0 ? 400 : 14) + 1
      let text =
        number % 2 == 0
        ? (0..<length).map { _ in words[next(words.count)] }.joined()
        : String(decoding: (0..<length).map { _ in UInt8(next(256)) }, as: UTF8.self)
      do throws(FormulaError) {
        let program = try FormulaParser.program(text)
        _ = program.value(at: Point(0.5, -1.5))
        read += 1
      } catch {
        #expect(0...text.count ~= error.place, "\(text)")
      }
    }
    #expect(read > 1000, "\(read)")
  }
}
