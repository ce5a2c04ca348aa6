/// Everything there is to choose from, in the order of the lists: a new rule or surface is its
/// own file and one line here.
package enum Catalog {
  package static let optimizers = lecture + heirs + references

  /// The rules of the lecture.
  package static let lecture: [any Optimizer] = [
    GradientDescent(),
    StochasticGradientDescent(),
    Momentum(),
    Nesterov(),
    Adagrad(),
    RMSProp(),
    AdaDelta(),
    Adam(),
    Nadam(),
  ]

  private static let heirs: [any Optimizer] = [
    AMSGrad(),
    AdaMax(),
    AdamW(),
    RAdam(),
    Lion(),
    Yogi(),
    AdaBelief(),
    Rprop(),
  ]

  /// Rules of another order, to measure the others by.
  private static let references: [any Optimizer] = [
    Newton(),
    BFGS(),
    ConjugateGradient(),
    NelderMead(),
    CMAES(),
  ]

  package static let surfaces: [any Surface] = [
    Himmelblau(),
    Bowl(),
    Ravine(),
    RotatedRavine(),
    Rosenbrock(),
    Beale(),
    SaddleWithTwoWells(),
    StyblinskiTang(),
    Rastrigin(),
    Easom(),
    TwoGaussianWells(),
    LongRavine(),
    Booth(),
    Matyas(),
    Banana(),
    DixonPrice(),
    Zakharov(),
    SineValley(),
    ThreeHumpCamel(),
    SixHumpCamel(),
    DoubleWell(),
    McCormick(),
    Branin(),
    GoldsteinPrice(),
    Ackley(),
    Griewank(),
    Levy13(),
    Bohachevsky(),
    DropWave(),
    Schaffer2(),
    Michalewicz(),
    Schwefel(),
    Eggholder(),
    LocalMinimum(),
    EllipticBowl(),
    Hills(),
    GaussianTrenches(),
    Saddle(),
    MonkeySaddle(),
    TiltedSaddle(),
    TwoWeights(),
  ]

  /// The rules in the order in which themes give colours and glyphs: those of the standard lineup,
  /// the others of the lecture, then the rest. What is added at the end of the catalogue takes
  /// nothing from those before it.
  package static let optimizersByRank: [any Optimizer] = {
    let lineup = Lineup.names.compactMap { name in lecture.first { $0.about.name == name } }
    return lineup + optimizers.filter { !Lineup.names.contains($0.about.name) }
  }()

  /// The rule of that name, or of that title ("NAG"); `_` stands for `-`.
  package static func optimizer(named name: String) -> (any Optimizer)? {
    let name = kebabCase(name)
    return optimizers.first { $0.about.name == name || $0.about.title.lowercased() == name }
  }

  package static func surface(named name: String) -> (any Surface)? {
    let name = kebabCase(name)
    return surfaces.first { $0.about.name == name }
  }
}
