extension Trial {
  /// Trials that are driven side by side from the same starts: the places at the end tell where
  /// each start comes to, those on the way since when it is there.
  ///
  /// Where there are too many places to remember, the same drive once more is cheaper than a look
  /// around for every minimum at every step.
  struct Drive<L: Lane> {
    private let trials: [Trial]
    private let starts: [Point<Double>]

    /// As many starts of a trial as there are lanes; the last group of a trial may have fewer.
    private struct Group {
      let trial: Int
      let starts: Range<Int>
    }

    /// Groups side by side: more gain nothing where it was measured.
    private static var width: Int {
      L.laneCount == 1 ? sideBySide : startsSideBySide / L.laneCount
    }

    /// Steps that are remembered: about a megabyte for a full width of eights.
    private static var remembered: Int { 2048 }

    /// - Parameters:
    ///   - trials: as `Trial.outcomes(of:from:)` takes them; at least one.
    ///   - starts: at least one.
    init(of trials: [Trial], from starts: [Point<Double>]) {
      (self.trials, self.starts) = (trials, starts)
    }

    /// One for each start of each trial.
    func outcomes() -> [Outcome] {
      let groups = trials.indices.flatMap { trial in
        stride(from: 0, to: starts.count, by: L.laneCount).map { first in
          Group(trial: trial, starts: first..<min(first + L.laneCount, starts.count))
        }
      }
      return stride(from: 0, to: groups.count, by: Self.width).flatMap { first in
        outcomes(of: groups[first..<min(first + Self.width, groups.count)])
      }
    }

    /// Of as many groups as drive side by side.
    private func outcomes(of groups: ArraySlice<Group>) -> [Outcome] {
      let places = groups.map { start(of: $0.starts) }
      var convoy = convoy(of: groups, from: places, stepsAPage: Self.remembered)
      convoy.drive()
      let ends = zip(groups, convoy.places).map { group, place in
        Ends(of: starts[group.starts], at: place, in: trials[group.trial])
      }
      var watches = zip(groups, zip(places, ends)).map { group, way in
        Watch(from: way.0, to: way.1, in: trials[group.trial])
      }
      if convoy.isOnePage {
        for index in watches.indices { watches[index].note(convoy, group: index) }
      } else if !ends.allSatisfy(\.areLost) {
        var again = self.convoy(of: groups, from: places, stepsAPage: 64)
        again.drive { convoy in
          for index in watches.indices { watches[index].note(convoy, group: index) }
        }
      }
      return zip(ends, watches).flatMap { ends, watch in
        ends.found.indices.map { ends.outcome(ofLane: $0, watch) }
      }
    }

    private func convoy(
      of groups: ArraySlice<Group>, from places: [Point<L>], stepsAPage: Int
    ) -> Convoy<L> {
      Convoy(
        of: groups.map { trials[$0.trial].car.rule }, from: places, on: trials[0].surface,
        by: trials[0].car.drivenSchedule, steps: trials[0].steps, stepsAPage: stepsAPage)
    }

    /// Lanes without a start go along with the last one.
    private func start(of group: Range<Int>) -> Point<L> {
      func start(_ lane: Int) -> Point<Double> {
        starts[min(group.lowerBound + lane, group.upperBound - 1)]
      }
      return Point(L { start($0).x }, L { start($0).y })
    }

    /// Where the starts of a group come to.
    private struct Ends {
      let found: [End]
      private let places: Point<L>
      private let heights: L

      init(of starts: ArraySlice<Point<Double>>, at places: Point<L>, in trial: Trial) {
        let heights = L.value(of: trial.surface, at: places)
        found = starts.enumerated().map { lane, start in
          trial.end(
            at: Point(places.x.lane(lane), places.y.lane(lane)), heights.lane(lane), from: start)
        }
        (self.places, self.heights) = (places, heights)
      }

      var areLost: Bool { found.allSatisfy(\.isLost) }

      func outcome(ofLane lane: Int, _ watch: Watch) -> Outcome {
        Outcome(
          end: found[lane], steps: watch.arrival(ofLane: lane),
          position: Point(places.x.lane(lane), places.y.lane(lane)), loss: heights.lane(lane),
          turns: watch.turns(ofLane: lane))
      }
    }

    /// Sees the particles of a group go by and knows where they will end.
    private struct Watch {
      private let targets: Point<L>
      private let hasTarget: [Bool]
      /// Squared.
      private let reach: L
      private let half: Int
      private let steps: Int
      /// The last step at which each was out of reach, −1 if never.
      private var away = L(repeating: -1)
      private var turned = L(repeating: 0)
      private var last: Point<L>
      private var move = Point<L>.zero

      init(from start: Point<L>, to ends: Ends, in trial: Trial) {
        let places = ends.found.map { end in trial.index(of: end).map { trial.minima[$0].position }
        }
        /// Nowhere for a particle that comes nowhere.
        func target(_ lane: Int) -> Point<Double> {
          (lane < places.count ? places[lane] : nil) ?? Point(.infinity, .infinity)
        }
        targets = Point(L { target($0).x }, L { target($0).y })
        hasTarget = places.map { $0 != nil }
        reach = L(repeating: trial.reach * trial.reach)
        (half, steps) = (trial.steps / 2, trial.steps)
        last = start
        away = outOfReach(start, at: 0)
      }

      /// `away`, after that step too.
      @inline(__always)
      private func outOfReach(_ place: Point<L>, at step: Int) -> L {
        let d = place - targets
        return L.whereLess(
          d.x * d.x + d.y * d.y, reach, away, else: L(repeating: Double(step)))
      }

      /// Takes in the page of a convoy.
      mutating func note(_ convoy: Convoy<L>, group: Int) {
        for step in convoy.page {
          let place = convoy.place(ofGroup: group, after: step)
          away = outOfReach(place, at: step)
          if step >= half {
            let next = place - last
            let turn = next.x * move.x + next.y * move.y
            if step > half { turned = L.whereNegative(turn, turned + 1, else: turned) }
            move = next
          }
          last = place
        }
      }

      /// All steps for one that has not arrived.
      func arrival(ofLane lane: Int) -> Int {
        hasTarget[lane] ? Int(away.lane(lane)) + 1 : steps
      }

      func turns(ofLane lane: Int) -> Double { turned.lane(lane) / Double(max(1, steps - half)) }
    }
  }
}
