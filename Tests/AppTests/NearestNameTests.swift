import App
import Descent
import Files
import Testing

struct NearestNameTests {
  private static let rules = Catalog.optimizers.map(\.about.name)
  private static let surfaces = Catalog.surfaces.map(\.about.name)

  @Test(arguments: [
    ("adamm", "adam"), ("Adam", "adam"), ("amad", "adam"), ("momentun", "momentum"),
    ("nestrov", "nesterov"), ("rms", "rmsprop"), ("rms_prop", "rmsprop"), ("ada-delta", "adadelta"),
    ("ada", "adam"), ("grad", "adagrad"), ("sdg", "sgd"), ("g", "gd"),
  ])
  func `a misspelt rule is meant`(found: String, meant: String) {
    #expect(nearestName(to: found, among: Self.rules) == meant)
  }

  @Test(arguments: [
    ("rosenbrok", "rosenbrock"), ("rosen", "rosenbrock"), ("himelblau", "himmelblau"),
    ("two_wells", "saddle-with-two-wells"), ("gaussian", "gaussian-trenches"),
    ("rotated_ravin", "rotated-ravine"), ("styblinski", "styblinski-tang"),
  ])
  func `a misspelt surface is meant`(found: String, meant: String) {
    #expect(nearestName(to: found, among: Self.surfaces) == meant)
  }

  @Test(arguments: ["", "zz", "w", "simulated-annealing", "차"])
  func `nothing is suggested for a name that is none of them`(found: String) {
    #expect(nearestName(to: found, among: Self.rules) == nil)
  }

  @Test func `of equally near names the first is meant`() {
    #expect(nearestName(to: "x3", among: ["x1", "x2"]) == "x1")
    #expect(nearestName(to: "x", among: []) == nil)
  }
}
