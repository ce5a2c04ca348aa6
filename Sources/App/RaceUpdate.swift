import Descent
import Drawing
import Files
import Texts

// What happens to the race: its start, its surface and its cars.
extension Model {
  mutating func restart() {
    if lecture != nil {
      drivePageAgain()
    } else {
      timeline.seek(to: 0)
      isPlaying = true
    }
  }

  mutating func startAtRandom() {
    if starts.isEmpty {
      randomStarts += 1
      let window = surface.about.window
      start(at: window.said(randomPoint(in: window, seed: seed, draw: randomStarts)))
    } else {
      // Round and round: the one that was driven from comes last.
      starts.append(race.start)
      start(at: starts.removeFirst())
    }
  }

  /// A new race of the same cars from another start.
  mutating func start(at point: Point<Double>) {
    guard surface.value(at: point).isFinite else {
      warn(strings[.noticeNoGround])
      return
    }
    begin(Timeline(Race(surface: surface, cars: race.cars, start: point, seed: seed)))
  }

  mutating func choose(surface index: Int) {
    guard !sayIfPathsStay() else { return }
    surfaceIndex = (index + surfaces.count) % surfaces.count
    let surface = surfaces[surfaceIndex].turned(by: turn, scaledBy: heightScale)
    let cars = cars(movedTo: surface)
    begin(Timeline(Race(surface: surface, cars: cars, start: surface.about.start, seed: seed)))
    window = PlaneRect(surface.about.window)
    crosshair = nil
    grip = nil
  }

  /// The same race from the same place of the surface, which lies at another angle: 0 … 90 degrees.
  mutating func turnSurface(by degrees: Int) {
    let sum = (turn + Double(degrees)).rounded()
    let next = sum > 90 ? 0 : sum < 0 ? 90 : sum
    let turned = surface.turned(by: next, scaledBy: heightScale)
    let start = turned.image(of: surface.source(of: race.start))
    let other = Race(surface: turned, cars: race.cars, start: start, seed: seed)
    // A path may begin on the very edge of a grid, where rounding pushes it off.
    guard other.drivers.allSatisfy(\.loss.isFinite) else {
      warn(strings[.noticeNoGround])
      return
    }
    turn = next
    begin(Timeline(other))
    window = PlaneRect(turned.about.window)
    (crosshair, grip) = (nil, nil)
  }

  /// The same cars on the same data, with other columns.
  mutating func toggleStandardised() {
    guard let own = surfaces[surfaceIndex] as? any ModelSurface else {
      warn(strings[.noticeNoData])
      return
    }
    guard !sayIfPathsStay() else { return }
    surfaces[surfaceIndex] = own.standardised(!own.isStandardised)
    request.data?.standardised.toggle()
    choose(surface: surfaceIndex)
    let (plain, standardised) = surface.conditionNumbers ?? (nil, nil)
    func said(_ number: Double?) -> String { number.map { NumberText.brief($0) } ?? "–" }
    notice = strings(
      own.isStandardised ? .noticePlainColumns : .noticeStandardised,
      ["plain": said(plain), "standardised": said(standardised)])
  }

  mutating func toggle(car index: Int) {
    guard race.cars.indices.contains(index) else { return }
    hidden.formSymmetricDifference([index])
    // A race with nobody in it would show nothing to turn back on.
    if shown.isEmpty { hidden = [] }
    if hidden.contains(focus) { moveFocus(by: 1) }
  }

  mutating func moveFocus(by step: Int) {
    let count = race.cars.count
    for _ in 0..<count {
      focus = (focus + step + count) % count
      editor?.typed = ""
      if case .named(race.cars[focus].rule.about.name) = ghost { ghost = nil }
      if !hidden.contains(focus) { return }
    }
  }

  mutating func takeNextYardstick() {
    let all = Yardstick.allCases
    yardstick = all[(all.firstIndex(of: yardstick)! + 1) % all.count]
    (heldStandings, chart.cursor) = (nil, nil)
    notice = strings[yardstick.notice]
  }
}

extension Yardstick {
  fileprivate var notice: Text {
    switch self {
    case .steps: .noticeBySteps
    case .gradients: .noticeByGradients
    case .data: .noticeByData
    }
  }
}
