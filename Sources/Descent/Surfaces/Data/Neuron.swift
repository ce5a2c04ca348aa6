/// The mean squared error of the smallest neural network, one hidden neuron and two weights: mean
/// over i of (v tanh(w xᵢ) − yᵢ)².
///
/// Not convex: (w, v) and (−w, −v) compute the same, so that every minimum has a twin and a saddle
/// lies between them, where the network has not learnt anything yet.
package struct Neuron: ModelSurface {
  package let about: SurfaceAbout
  package let samples: Samples
  package let isStandardised: Bool
  package let inputs: [Double]
  package let targets: [Double]

  package var sampleCount: Int { inputs.count }

  /// - Parameter standardised: brings inputs and targets to mean 0 and standard deviation 1 first.
  package init(_ samples: Samples, standardised: Bool) throws(SamplesError) {
    (self.samples, isStandardised) = (samples, standardised)
    inputs = standardised ? Samples.standardised(samples.inputs) : samples.inputs
    targets = standardised ? Samples.standardised(samples.targets) : samples.targets
    let bare = Bare(inputs: inputs, targets: targets)
    let rough = try Samples(inputs: inputs, targets: targets).thinned(to: 300)
    // A search asks thousands of times; the places it finds are then brought to rest on all data.
    let survey = Survey(
      of: Bare(inputs: rough.inputs, targets: rough.targets), settlingOn: bare)
    var about = survey.about(
      name: "neuron", title: "One neuron", formula: "mean (v·tanh(w·xᵢ) − yᵢ)²")
    about.contents = samples.fingerprint(standardised: standardised)
    self.about = about
    guard about.rates.ofSlope.isFinite, bare.value(at: about.start).isFinite else {
      throw .overflow
    }
  }

  package func loss<F: Field>(ofSample index: Int, _ w: F, _ v: F) -> F {
    squared(v * F.apply(.tanh, to: inputs[index] * w) - targets[index])
  }

  package func prediction(of input: Double, at parameters: Point<Double>) -> Double {
    parameters.y * Double.apply(.tanh, to: input * parameters.x)
  }

  private struct Bare: DataSurface {
    let inputs: [Double]
    let targets: [Double]
    let about = SurfaceAbout.unknown
    var sampleCount: Int { inputs.count }

    func loss<F: Field>(ofSample index: Int, _ w: F, _ v: F) -> F {
      squared(v * F.apply(.tanh, to: inputs[index] * w) - targets[index])
    }
  }
}
