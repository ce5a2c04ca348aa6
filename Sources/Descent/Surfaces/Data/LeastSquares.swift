/// The mean squared error of a line through data: mean over i of (w xᵢ + b − yᵢ)².
///
/// The plane is that of the parameters θ = (slope w, intercept b), not of the data. The minimum
/// is known exactly, from the normal equations.
/// Source: Legendre, Nouvelles méthodes pour la détermination des orbites des comètes (1805).
package struct LeastSquares: ModelSurface {
  package let about: SurfaceAbout
  package let samples: Samples
  package let isStandardised: Bool
  package let inputs: [Double]
  package let targets: [Double]

  package var sampleCount: Int { inputs.count }

  /// - Parameter standardised: replaces each input by (x − mean) / standard deviation first, which
  ///   makes the ravine round. The mean and deviation are of the population.
  package init(_ samples: Samples, standardised: Bool = false) throws(SamplesError) {
    (self.samples, isStandardised) = (samples, standardised)
    let fit = LineFit(samples.inputs, samples.targets)
    guard fit.isFinite else { throw .overflow }

    let scaled = standardised ? Samples.standardised(samples.inputs) : samples.inputs
    let line = standardised ? LineFit(scaled, samples.targets) : fit
    self.inputs = scaled
    targets = samples.targets

    let minimum = Point(line.slope, line.intercept)
    let half = 1.3 * max(abs(minimum.x), abs(minimum.y), 0.5)
    let limit = 2 / line.greatestEigenvalue
    about = SurfaceAbout(
      name: "least-squares", title: "Least squares", formula: "mean (w·xᵢ + b − yᵢ)²",
      window: Window(
        x: minimum.x - half...minimum.x + half, y: minimum.y - half...minimum.y + half),
      start: .zero, contours: .logarithmic,
      rates: SurfaceAbout.Rates(ofSlope: 0.25 * limit, ofLength: half / 40).rounded(),
      criticalPoints: [
        CriticalPoint(.globalMinimum, minimum.x, minimum.y, value: line.error)
      ], contents: samples.fingerprint(standardised: standardised))
  }

  package func loss<F: Field>(ofSample index: Int, _ slope: F, _ intercept: F) -> F {
    squared(inputs[index] * slope + intercept - targets[index])
  }

  package func prediction(of input: Double, at parameters: Point<Double>) -> Double {
    parameters.x * input + parameters.y
  }
}

/// The line of least squared error, from sums about the means, which do not cancel.
private struct LineFit {
  let mean: Double
  /// Population standard deviation of the inputs.
  let deviation: Double
  let slope: Double
  let intercept: Double
  /// The mean squared error of the line.
  let error: Double

  init(_ inputs: [Double], _ targets: [Double]) {
    let count = Double(inputs.count)
    let meanX = inputs.reduce(0, +) / count
    let meanY = targets.reduce(0, +) / count
    var (xx, xy) = (0.0, 0.0)
    for (x, y) in zip(inputs, targets) {
      xx += (x - meanX) * (x - meanX)
      xy += (x - meanX) * (y - meanY)
    }
    let line = (slope: xy / xx, intercept: meanY - xy / xx * meanX)
    mean = meanX
    deviation = (xx / count).squareRoot()
    (slope, intercept) = line
    error =
      zip(inputs, targets).reduce(0) { sum, sample in
        let residual = line.slope * sample.0 + line.intercept - sample.1
        return sum + residual * residual
      } / count
  }

  var isFinite: Bool {
    slope.isFinite && intercept.isFinite && error.isFinite && greatestEigenvalue.isFinite
  }

  /// Of the Hessian 2 [mean x², mean x; mean x, 1].
  var greatestEigenvalue: Double {
    Hessian(xx: 2 * (deviation * deviation + mean * mean), xy: 2 * mean, yy: 2)
      .eigenvalues.greatest
  }
}
