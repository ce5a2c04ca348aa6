/// What is on the chart's upright axis. Each is a number of one car at one step.
package enum ChartQuantity: String, CaseIterable, Sendable {
  /// What the loss is above the lowest minimum; the loss itself where none is known.
  case loss
  /// To the nearest lowest minimum, in plane units.
  case distance
  /// ‖∇J‖ of the whole loss, whatever the car was shown of it.
  case slope
  /// The length of the step that led here over ‖∇J‖ where it began: GD's rate for a step as long.
  case rate
}
