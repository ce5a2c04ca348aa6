/// The mean cross-entropy of a logistic regression: mean over i of log(1 + exp(zᵢ)) − yᵢ zᵢ with
/// zᵢ = w xᵢ + b, for classes yᵢ of 0 and 1.
///
/// The plane is that of the parameters (w, b). The surface is convex; where one number parts the
/// classes it falls for ever and has no minimum.
/// Source: Cox, "The regression analysis of binary sequences", J. Royal Stat. Soc. B 20 (1958).
package struct LogisticRegression: ModelSurface {
  package let about: SurfaceAbout
  package let samples: Samples
  package let isStandardised: Bool
  package let inputs: [Double]
  private let classes: [Double]

  package var targets: [Double] { classes }
  package var sampleCount: Int { inputs.count }

  /// - Parameters:
  ///   - samples: targets of 0 and 1, both among them.
  ///   - standardised: replaces each input by (x − mean) / standard deviation first.
  package init(_ samples: Samples, standardised: Bool) throws(SamplesError) {
    if let first = samples.targets.first, samples.targets.allSatisfy({ $0 == first }) {
      throw .oneClass(found: first)
    }
    (self.samples, isStandardised) = (samples, standardised)
    classes = samples.targets
    inputs = standardised ? Samples.standardised(samples.inputs) : samples.inputs
    let bare = Bare(inputs: inputs, classes: classes)
    let name = "logistic-regression"
    let formula = "mean log(1 + exp zᵢ) − yᵢ·zᵢ,  zᵢ = w·xᵢ + b"
    let isParted = Self.isParted(inputs, classes)
    let minimum = isParted ? nil : Self.minimum(of: bare)
    let spread = Samples.spread(of: inputs)
    // Without a minimum, as far as the rise from one class to the other is as wide as the data.
    let reach = 8 / spread.deviation
    let middle = minimum?.position ?? .zero
    let half = minimum.map { 1.3 * max(abs($0.position.x), abs($0.position.y), 0.5) } ?? reach
    let bend = bare.jet(at: middle).hessian.eigenvalues.greatest
    about = SurfaceAbout(
      name: name, title: "Logistic regression", formula: formula,
      window: Window(x: middle.x - half...middle.x + half, y: middle.y - half...middle.y + half),
      start: minimum == nil ? Point(-half / 2, half / 2) : .zero, contours: .logarithmic,
      rates: SurfaceAbout.Rates(ofSlope: 0.5 / max(bend, 1e-300), ofLength: half / 40).rounded(),
      criticalPoints: minimum.map { [$0] } ?? [],
      lowest: isParted ? .nowhere : minimum == nil ? .unknown : .labelled,
      contents: samples.fingerprint(standardised: standardised))
  }

  package func loss<F: Field>(ofSample index: Int, _ w: F, _ b: F) -> F {
    let z = inputs[index] * w + b
    return F.apply(.softplus, to: z) - classes[index] * z
  }

  /// The probability of class 1, 1 / (1 + exp(−z)), as (1 + tanh(z / 2)) / 2, which does not
  /// overflow.
  package func prediction(of input: Double, at parameters: Point<Double>) -> Double {
    let z = parameters.x * input + parameters.y
    return 0.5 * (1 + Double.apply(.tanh, to: 0.5 * z))
  }

  /// The input that either class is equally likely for; `nil` where the slope w is 0.
  package func boundary(at parameters: Point<Double>) -> Double? {
    let input = -parameters.y / parameters.x
    return input.isFinite ? input : nil
  }

  /// Whether some number has all of one class on one side and all of the other on the other.
  private static func isParted(_ inputs: [Double], _ classes: [Double]) -> Bool {
    let zeros = zip(inputs, classes).filter { $0.1 == 0 }.map(\.0)
    let ones = zip(inputs, classes).filter { $0.1 == 1 }.map(\.0)
    guard let a = zeros.min(), let b = zeros.max(), let c = ones.min(), let d = ones.max() else {
      return true
    }
    return b <= c || d <= a
  }

  /// Newton's method with its safeguards: the surface is convex.
  private static func minimum(of surface: Bare) -> CriticalPoint? {
    var (place, state) = (Point<Double>.zero, Stateless())
    for _ in 0..<200 {
      var objective = Objective<Double>(surface)
      let next = Newton().step(from: place, &state, on: &objective)
      if next == place { break }
      place = next
    }
    let jet = surface.jet(at: place)
    let (least, greatest) = jet.hessian.eigenvalues
    guard jet.gradient.length <= max(1e-9, 1e-12 * greatest), least > 0 else { return nil }
    return CriticalPoint(.globalMinimum, place.x, place.y, value: jet.value)
  }

  /// The data before anything is known about their surface.
  private struct Bare: DataSurface {
    let inputs: [Double]
    let classes: [Double]
    let about = SurfaceAbout.unknown
    var sampleCount: Int { inputs.count }

    func loss<F: Field>(ofSample index: Int, _ w: F, _ b: F) -> F {
      let z = inputs[index] * w + b
      return F.apply(.softplus, to: z) - classes[index] * z
    }
  }
}
