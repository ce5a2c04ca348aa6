import Files
package import Texts

/// A walk through the program in eight stops. At each stop the user presses one key herself; what
/// she then sees is told beside the next key.
package struct Tour: Hashable, Sendable {
  /// A key to press, and what there is to see once it has been pressed.
  package struct Stop: Hashable, Sendable {
    package let action: String
    fileprivate let asked, seen: Text
    /// What the key shows, where it might as well leave it.
    let view: MapView?

    fileprivate init(_ action: String, _ asked: Text, _ seen: Text, shows view: MapView? = nil) {
      self.action = action
      (self.asked, self.seen) = (asked, seen)
      self.view = view
    }

    /// What to press, with the key that the action has.
    package func asked(in strings: Strings, _ keymap: Keymap) -> String {
      strings(asked, ["key": keymap.label(of: action)])
    }

    /// What there is to see then.
    package func seen(in strings: Strings, _ keymap: Keymap) -> String {
      strings(seen, ["back": keymap.label(of: "step-back")])
    }
  }

  private static let allStops = [
    Stop("play", .tourPlay, .tourPlaySeen), Stop("overlay", .tourOverlay, .tourOverlaySeen),
    Stop("step-on", .tourStep, .tourStepSeen), Stop("next-car", .tourCar, .tourCarSeen),
    Stop("focus", .tourFocus, .tourFocusSeen),
    Stop("basins", .tourBasins, .tourBasinsSeen, shows: .basins),
    Stop("terrain", .tourTerrain, .tourTerrainSeen),
    Stop("next-surface", .tourSurface, .tourSurfaceSeen),
  ]

  /// The stops whose actions have a key.
  package static func stops(in keymap: Keymap) -> [Stop] {
    allStops.filter { stop in
      keymap.race.contains { $0.action == stop.action && !$0.keys.isEmpty }
    }
  }

  /// What is told once so many stops are passed: what there is to see, and what to press next;
  /// after the last stop, where to go from here.
  package static func told(
    after passed: Int, in strings: Strings, _ keymap: Keymap
  ) -> (seen: String, next: String) {
    let stops = stops(in: keymap)
    let seen =
      passed == 0
      ? strings(.tourBegin, ["count": "\(stops.count)"])
      : stops[passed - 1].seen(in: strings, keymap)
    guard passed == stops.count else {
      return (seen, stops[passed].asked(in: strings, keymap))
    }
    let keys = ["play", "help", "lessons"].map { ($0, keymap.label(of: $0)) }
    return (seen, strings(.tourEnd, Dictionary(uniqueKeysWithValues: keys)))
  }

  /// The stops passed so far: the place of the one that waits for its key.
  package internal(set) var passed = 0
}
