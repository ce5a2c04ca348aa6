extension Trial {
  /// Trials that are driven side by side: the places at the end tell where each start comes to,
  /// those on the way since when it is there.
  ///
  /// Where there are too many places to remember, the same drive once more is cheaper than a look
  /// around for every minimum at every step.
  enum Drive<L: Lane> {
    /// One start for each lane; the last lanes may have none.
    typealias Group = (trial: Trial, starts: ArraySlice<Point<Double>>)

    /// Groups side by side: more gain nothing where it was measured.
    private static var width: Int {
      L.laneCount == 1 ? sideBySide : startsSideBySide / L.laneCount
    }
    /// Steps that are remembered: about a megabyte for a full width of eights.
    private static var remembered: Int { 2048 }

    /// One for each start of each trial.
    static func outcomes(of trials: [Trial], from starts: [Point<Double>]) -> [Outcome] {
      let groups: [Group] = trials.flatMap { trial in
        stride(from: 0, to: starts.count, by: L.laneCount).map { first in
          (trial, starts[first..<min(first + L.laneCount, starts.count)])
        }
      }
      return stride(from: 0, to: groups.count, by: width).flatMap { first in
        outcomes(sideBySide: Array(groups[first..<min(first + width, groups.count)]))
      }
    }

    private static func outcomes(sideBySide groups: [Group]) -> [Outcome] {
      var convoy = convoy(of: groups, stepsAPage: remembered)
      convoy.drive()
      let ends = zip(groups, convoy.places).map(Ends.init)
      var watches = zip(groups, ends).map(Watch.init)
      if convoy.isOnePage {
        for index in watches.indices { watches[index].note(convoy, group: index) }
      } else if !ends.allSatisfy({ $0.found.allSatisfy(\.isLost) }) {
        var again = Self.convoy(of: groups, stepsAPage: 64)
        again.drive { convoy in
          for index in watches.indices { watches[index].note(convoy, group: index) }
        }
      }
      return zip(groups, zip(ends, watches)).flatMap { group, seen in
        group.starts.indices.map { seen.0.outcome($0 - group.starts.startIndex, group, seen.1) }
      }
    }

    private static func convoy(of groups: [Group], stepsAPage: Int) -> Convoy<L> {
      let trial = groups[0].trial
      return Convoy(
        of: groups.map(\.trial.car.rule), from: groups.map(start), on: trial.surface,
        by: trial.car.drivenSchedule, steps: trial.steps, stepsAPage: stepsAPage)
    }

    /// Lanes without a start go along with the last one.
    private static func start(of group: Group) -> Point<L> {
      func start(_ lane: Int) -> Point<Double> {
        group.starts[min(group.starts.startIndex + lane, group.starts.endIndex - 1)]
      }
      return Point(L { start($0).x }, L { start($0).y })
    }

    /// Where the starts of a group come to.
    private struct Ends {
      let places: Point<L>
      let heights: L
      let found: [End]

      init(_ group: Group, at places: Point<L>) {
        self.places = places
        let heights = L.value(of: group.trial.surface, at: places)
        self.heights = heights
        found = group.starts.enumerated().map { lane, start in
          group.trial.end(
            at: Point(places.x.lane(lane), places.y.lane(lane)), heights.lane(lane), from: start)
        }
      }

      func outcome(_ lane: Int, _ group: Group, _ watch: Watch) -> Outcome {
        Outcome(
          end: found[lane], steps: watch.arrival(ofLane: lane) ?? group.trial.steps,
          position: Point(places.x.lane(lane), places.y.lane(lane)), loss: heights.lane(lane),
          turns: watch.turns(ofLane: lane))
      }
    }

    /// Sees the particles of a group go by and knows where they will end.
    private struct Watch {
      private let targets: Point<L>
      private let hasTarget: [Bool]
      private let reach: Double
      private let half: Int
      private let steps: Int
      /// The last step at which each was out of reach, −1 if never.
      private var away = L(repeating: -1)
      private var turned = L(repeating: 0)
      private var last: Point<L>
      private var move = Point<L>.zero

      init(_ group: Group, to ends: Ends) {
        let trial = group.trial
        let places = ends.found.map { end in trial.index(of: end).map { trial.minima[$0].position }
        }
        /// Nowhere for a particle that comes nowhere.
        func target(_ lane: Int) -> Point<Double> {
          (lane < places.count ? places[lane] : nil) ?? Point(.infinity, .infinity)
        }
        targets = Point(L { target($0).x }, L { target($0).y })
        hasTarget = places.map { $0 != nil }
        reach = trial.reach
        (half, steps) = (trial.steps / 2, trial.steps)
        last = start(of: group)
        note(last, at: 0)
      }

      private mutating func note(_ place: Point<L>, at step: Int) {
        let d = place - targets
        away = L.whereLess(
          d.x * d.x + d.y * d.y, L(repeating: reach * reach), away,
          else: L(repeating: Double(step)))
      }

      mutating func note(_ convoy: Convoy<L>, group: Int) {
        for step in convoy.page {
          let place = convoy.place(ofGroup: group, after: step)
          note(place, at: step)
          if step >= half {
            let next = place - last
            let turn = next.x * move.x + next.y * move.y
            if step > half { turned = L.whereNegative(turn, turned + 1, else: turned) }
            move = next
          }
          last = place
        }
      }

      func arrival(ofLane lane: Int) -> Int? {
        hasTarget[lane] ? Int(away.lane(lane)) + 1 : nil
      }

      func turns(ofLane lane: Int) -> Double { turned.lane(lane) / Double(max(1, steps - half)) }
    }
  }
}
