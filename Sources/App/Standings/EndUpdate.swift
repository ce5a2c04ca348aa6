import Descent
import Files
import Texts

/// An end of a race that playing has stopped at.
struct PassedEnd: Sendable {
  var tick: Int
  var manners: [Finish.Manner]
  /// How many changes had been made to cars.
  var changes: Int
}

// What time does to what is shown, and where a race ends.
extension Model {
  /// How long an order of the standings is shown at least while the race plays.
  private static let secondsOfOrder = 0.5
  /// How long a notice is shown while the race plays.
  private static let secondsOfNotice = 6.0

  /// Shows a notice that something went wrong.
  package mutating func warn(_ text: String) {
    notice = text
    isWarning = true
  }

  /// Lets time pass for what is shown only for a while, in seconds of the race's speed.
  mutating func pass(seconds: Double) {
    guard isPlaying else { return }
    noticeSeconds += seconds
    if notice != nil, noticeSeconds > Self.secondsOfNotice { notice = nil }
    let shownFor = (heldStandings?.seconds ?? .infinity) + seconds
    // Thirty frames are a second, but for rounding.
    if shownFor < Self.secondsOfOrder - 1e-9 {
      heldStandings?.seconds = shownFor
    } else {
      heldStandings = (trueStandings, 0)
    }
  }

  /// Pauses a race that plays once every car has arrived, rests or has crashed.
  ///
  /// Who plays on from there sees it drive on: it stops again only if a car has come to something
  /// else. A lesson drives on to where its page pauses, and past ends that are none of its own.
  mutating func stopAtEnd() {
    guard isPlaying else { return }
    if lecture != nil {
      guard race.isOver else { return }
      isPlaying = false
      warn(
        strings(
          .noticeAllCrashed,
          ["restart": keymap.label(of: "restart"), "random": keymap.label(of: "random-start")]))
      return
    }
    guard let manners = timeline.manners(of: shown), manners != passedEnd?.manners else { return }
    isPlaying = false
    passedEnd = PassedEnd(
      tick: timeline.tick, manners: manners, changes: timeline.changes.count)
  }

  /// What holds after every message, whatever it was.
  mutating func settle() {
    // However that view was come to.
    if view == .fog, blindDrive == nil { beginDrive() }
    if isPlaying { hidesResult = false } else { heldStandings = nil }
    if let end = passedEnd, timeline.tick < end.tick || timeline.changes.count != end.changes {
      passedEnd = nil
    }
  }

  /// Who came where: of a race that has ended and stands.
  package var result: [Finish]? {
    guard !isPlaying, lecture == nil, !hidesResult, blindDrive == nil else { return nil }
    return timeline.finishes(of: shown, by: yardstick)
  }

  /// Esc: what is open, then a drive without the map, then the tour, then the result, then the
  /// family tree.
  mutating func closeTopmost() {
    if layers.popLast() != nil { return }
    if blindDrive != nil { return leaveDrive() }
    if tour != nil {
      tour = nil
    } else if view == .chart, chart.cursor != nil {
      chart.cursor = nil
    } else if view != .tree, result != nil {
      hidesResult = true
    } else {
      leaveTree()
    }
  }
}
