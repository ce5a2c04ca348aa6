import Descent
import Files
import Texts

// What the tour does to the model, and what happens to it.
extension Model {
  /// The stop that waits for its key; `nil` after the last, and where no tour is given.
  package var tourStop: Tour.Stop? {
    guard let tour else { return nil }
    let stops = Tour.stops(in: keymap)
    return stops.indices.contains(tour.passed) ? stops[tour.passed] : nil
  }

  /// Begins the tour at step 0 of the race, with nothing open over it.
  package mutating func beginTour() {
    guard lecture == nil else {
      notice = strings(.noticeTourInLesson, ["lessons": keymap.label(of: "lessons")])
      return
    }
    guard !Tour.stops(in: keymap).isEmpty else { return }
    leaveDrive()
    tour = Tour()
    layers = []
    (view, substep) = (.sideBySide, nil)
    timeline.seek(to: 0)
    isPlaying = false
  }

  mutating func toggleTour() {
    if tour == nil { beginTour() } else { tour = nil }
  }

  /// Goes on to the next stop once the user has done what this one asks for. Whatever else she does
  /// is done, and the tour waits; it ends with whatever is done after its last stop, and where a
  /// lesson begins.
  mutating func followTour(_ message: Message) {
    guard tour != nil, message != .toggleTour else { return }
    guard lecture == nil else {
      tour = nil
      return
    }
    guard let stop = tourStop else {
      tour = nil
      return
    }
    let asked = keymap.race.first { $0.action == stop.action }?.message
    guard message == asked, stop.view == nil || stop.view == view else { return }
    // Space at a race that plays already has paused it.
    if message == .togglePlay, !isPlaying { return }
    tour?.passed += 1
  }
}
