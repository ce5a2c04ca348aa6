/// What the navigator says of the road, by its key in the language tables.
package enum RemarkText: String, CaseIterable, Sendable {
  case remarkLeavingNumbers = "remark.leaving_numbers"
  case remarkLeavingGrid = "remark.leaving_grid"
  case remarkStanding = "remark.standing"
  case remarkHeading = "remark.heading"
  case remarkSlope = "remark.slope"
  case remarkSlopeAhead = "remark.slope_ahead"
  case remarkLevel = "remark.level"
  case remarkLevelAhead = "remark.level_ahead"
  case remarkCarrying = "remark.carrying"
  case remarkAslant = "remark.aslant"
  case remarkUphill = "remark.uphill"
  case remarkRecalculatingLeft = "remark.recalculating_left"
  case remarkRecalculatingRight = "remark.recalculating_right"
  case remarkOvershot = "remark.overshot"
  case remarkOvershotAxis = "remark.overshot_axis"
  case remarkOvershotBoth = "remark.overshot_both"
  case remarkCrawling = "remark.crawling"
  case remarkUneven = "remark.uneven"
  case remarkTooFast = "remark.too_fast"
  case remarkPlateau = "remark.plateau"
  case remarkArrived = "remark.arrived"
  case remarkArrivedLocal = "remark.arrived_local"
  case remarkSaddle = "remark.saddle"
  case remarkOffMap = "remark.off_map"
  case remarkClimbing = "remark.climbing"
  case remarkMisled = "remark.misled"
  case remarkNoisy = "remark.noisy"
}

extension Strings {
  package subscript(text: RemarkText) -> String { self[text.rawValue] }

  /// A text with its `{blanks}` filled in.
  package func callAsFunction(_ text: RemarkText, _ blanks: [String: String]) -> String {
    filled(self[text], blanks)
  }
}
