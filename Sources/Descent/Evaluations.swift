/// How often a rule has asked the surface, by what it asked for: what a step costs.
package struct Evaluations: Hashable, Sendable {
  package var values = 0
  package var gradients = 0
  package var hessians = 0
  /// Samples of data read for them, each as often as it was read; 0 where there are no data.
  package var samples = 0

  package init() {}

  /// All questions, whatever they were about.
  package var total: Int { values + gradients + hessians }

  static func += (a: inout Evaluations, b: Evaluations) {
    a.values += b.values
    a.gradients += b.gradients
    a.hessians += b.hessians
    a.samples += b.samples
  }
}
