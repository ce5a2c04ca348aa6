/// What the views of many drives say, by its key in the language tables.
package enum LabText: String, CaseIterable, Sendable {
  case headerBasins = "header.basins"
  case headerSettings = "header.settings"
  case headerStarts = "header.starts"
  case headerSearching = "header.searching"
  case headerFair = "header.fair"
  case fairSame = "fair.same"
  case fairBest = "fair.best"
  case noticeSeekingRates = "notice.seeking_rates"
  case noticeSameRate = "notice.same_rate"
  case noticeBestRates = "notice.best_rates"
  case noticeNoBestRate = "notice.no_best_rate"
  case basinsOnTheWay = "basins.on_the_way"
  case stripTitle = "strip.title"
  case stripCrawls = "strip.crawls"
  case stripArrives = "strip.arrives"
  case stripSwings = "strip.swings"
  case stripLeaves = "strip.leaves"
  case stripNow = "strip.now"
  case stripLimit = "strip.limit"
  case mapNoSetting = "settings_map.no_setting"
  case mapLoss = "settings_map.loss"
  case mapAxes = "settings_map.axes"
  case sweepBest = "report.sweep_best"
  case sweepProgress = "report.sweep_progress"
  case sweepNotWritable = "error.sweep_not_writable"
  case sweepBusy = "error.sweep_busy"
  case sweepForeign = "error.sweep_foreign"
  case sweepAnother = "error.sweep_another"
}

extension Strings {
  package subscript(text: LabText) -> String { self[text.rawValue] }

  /// A text with its `{blanks}` filled in.
  package func callAsFunction(_ text: LabText, _ blanks: [String: String]) -> String {
    filled(self[text], blanks)
  }
}
