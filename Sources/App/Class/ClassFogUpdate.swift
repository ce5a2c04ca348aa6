import Descent
import Drawing
import Files
import Room
import Texts

// The drive without the map as a class.
extension Model {
  /// Makes the steps that drivers have asked for, and tells them what they feel.
  mutating func answerFog() -> [Effect] {
    guard case .driving(let round)? = classroom?.room.phase, case .fog(let offer) = round.kind,
      let surface = classSurface
    else { return [] }
    var effects: [Effect] = []
    for (seat, drive) in round.drives.sorted(by: { $0.key < $1.key }) where drive.waits {
      let here = drive.feeling?.place ?? offer.start
      var place = Point(here.x, here.y)
      if let move = drive.pending {
        // To the right of up: a bearing.
        let angle = Double(move.heading) * .pi / 180
        place = Point(
          place.x + move.length * Double.sin(angle), place.y + move.length * Double.cos(angle))
      }
      let (height, slope) = (surface.value(at: place), surface.gradient(at: place))
      if height.isFinite, slope.isFinite {
        classroom?.fogWays[seat, default: []].append(place)
        let feeling = Feeling(
          at: ClassPlace(place.x, place.y), height: height, slope: ClassPlace(slope.x, slope.y))
        effects += tellClass(.felt(seat, feeling))
      } else {
        effects += tellClass(.crashed(seat, reason: wording { $0[.wallNoGround] }))
      }
    }
    if case .driving(let round)? = classroom?.room.phase, round.isFogOver {
      effects += endRound()
    }
    return effects
  }

  /// The ways of all, once the fog has lifted.
  mutating func showWays(_ seats: [Seat.ID]) {
    guard let wall = classroom, let surface = classSurface else { return }
    let driven = seats.filter { wall.fogWays[$0]?.isEmpty == false }
    let cars = driven.map { seat in
      let points = wall.fogWays[seat, default: []].map { surface.source(of: $0) }
      return Car(RecordedPath("\(seat)", points: points), on: surface)
    }
    begin(Timeline(Race(surface: surface, cars: cars, start: surface.about.start, seed: seed)))
    timeline.seek(to: cars.compactMap(\.path?.lastStep).max() ?? 0)
    classroom?.race = ClassRace(seats: driven)
    (hidden, focus, view) = ([], 0, .overlay)
  }
}

extension Round {
  /// Everybody who drives without the map has made all steps, or cannot go on.
  var isFogOver: Bool {
    guard case .fog(let offer) = kind, !drives.isEmpty else { return false }
    return drives.values.allSatisfy {
      $0.crash != nil || $0.used >= offer.budget && !$0.waits
    }
  }

  /// Who came lowest on the way, the best first.
  var fogStandings: [Standing] {
    let lowest = drives.mapValues { drive in
      drive.crash == nil ? drive.heights.min() ?? .infinity : .infinity
    }
    let sorted = drives.keys.sorted { (lowest[$0] ?? 0, $0) < (lowest[$1] ?? 0, $1) }
    return sorted.compactMap { seat in
      guard let drive = drives[seat], let height = lowest[seat], let feeling = drive.feeling else {
        return nil
      }
      let place = 1 + lowest.values.count { $0 < height }
      return Standing(
        seat: seat, place: place, loss: drive.heights.min() ?? height, position: feeling.place,
        crash: drive.crash)
    }
  }
}
