import Descent
import Drawing
import Files
import Terminal
import Texts

/// The one place where the model changes.
package func update(_ model: inout Model, _ message: Message) -> [Effect] {
  switch message {
  case .advance, .resize, .learn, .lab(.found): break
  default: model.notice = nil
  }
  if message.movesTime { model.substep = nil }
  switch message {
  case .advance(let steps):
    model.drive(to: model.timeline.tick + steps)
    if model.race.isOver, model.isPlaying {
      model.isPlaying = false
      model.notice = model.strings(
        .noticeAllCrashed,
        [
          "restart": model.keymap.label(of: "restart"),
          "random": model.keymap.label(of: "random-start"),
        ])
    }
  case .togglePlay:
    model.isPlaying.toggle()
    if model.isPlaying { model.showMap() }
  case .step(let steps):
    model.isPlaying = false
    model.drive(to: model.timeline.tick + steps)
  case .toStart:
    model.isPlaying = false
    model.timeline.seek(to: 0)
  case .toEnd:
    model.isPlaying = false
    model.timeline.seek(to: model.timeline.end)
  case .slower: model.speed.slower()
  case .faster: model.speed.faster()
  case .normalSpeed: model.speed = Speed()

  case .restart:
    if model.lecture != nil {
      model.drivePageAgain()
    } else {
      model.timeline.seek(to: 0)
      model.isPlaying = true
    }
  case .randomStart where !model.starts.isEmpty:
    // Round and round: the one that was driven from comes last.
    model.starts.append(model.race.start)
    model.start(at: model.starts.removeFirst())
  case .randomStart:
    model.randomStarts += 1
    model.start(
      at: randomPoint(
        in: model.surface.about.window, seed: model.seed, draw: model.randomStarts))
  case .nextSurface: model.choose(surface: model.surfaceIndex + 1)
  case .previousSurface: model.choose(surface: model.surfaceIndex - 1)
  case .turnSurface(let degrees): model.turnSurface(by: degrees)
  case .toggleStandardised: model.toggleStandardised()
  case .toggleCar(let index):
    guard model.race.cars.indices.contains(index) else { break }
    model.hidden.formSymmetricDifference([index])
    // A race with nobody in it would show nothing to turn back on.
    if model.shown.isEmpty { model.hidden = [] }
    if model.hidden.contains(model.focus) { model.moveFocus(by: 1) }
  case .showAllCars: model.hidden = []
  case .focusNext: model.moveFocus(by: 1)
  case .focusPrevious: model.moveFocus(by: -1)

  case .edit(let message): model.edit(message)
  case .fork: model.fork()
  case .nextSubstep: model.goToNextSubstep()
  case .previousSubstep: model.goToPreviousSubstep()
  case .nextGhost: model.layNextGhost()

  case .show(let view): model.view = view
  case .nextView:
    // Those with a key of their own are not among them.
    let views = MapView.all.filter { $0.key != nil }.map(\.name)
    model.view = views[(views.firstIndex(of: model.raceView)! + 1) % views.count]
  case .pan where model.view == .focus, .zoomIn where model.view == .focus,
    .zoomOut where model.view == .focus, .fit where model.view == .focus:
    model.moveFocusView(message)
  case .pan(let x, let y):
    model.window = model.window.moved(byWidths: Double(x) / 8, heights: Double(y) / 8)
  case .zoomIn: model.zoom(by: 1.25, about: model.window.middle)
  case .zoomOut: model.zoom(by: 0.8, about: model.window.middle)
  case .fit: model.window = PlaneRect(model.surface.about.window)
  case .toggleContourLabels: model.showsContourLabels.toggle()
  case .toggleBatchContours:
    guard model.surface.sampleCount > 0 else {
      model.notice = model.strings[.noticeNoData]
      break
    }
    model.showsBatchContours.toggle()
    model.notice =
      model.strings[
        model.showsBatchContours ? .noticeBatchContours : .noticeNoBatchContours]
  case .nextTheme:
    model.followsBackground = false
    let index = model.themes.firstIndex(of: model.theme)!
    model.theme = model.themes[(index + 1) % model.themes.count]
    model.notice = model.strings(.noticeTheme, ["name": model.theme.name])

  case .nextYardstick:
    let all = Yardstick.allCases
    model.yardstick = all[(all.firstIndex(of: model.yardstick)! + 1) % all.count]
    model.notice = model.strings[model.yardstick.notice]

  case .togglePresentation: model.isPresentation.toggle()

  case .beginCrosshair:
    (model.crosshair, model.editor) = (model.race.start, nil)
    model.showMap()
    if !model.shownView.isPlane { model.view = .overlay }
  case .placeCrosshair(let point): model.crosshair = point
  case .startAtCrosshair:
    if let point = model.crosshair { model.start(at: point) }
    model.crosshair = nil

  case .start(let point):
    model.start(at: point)
    (model.crosshair, model.grip) = (nil, nil)
  case .focus(let car): (model.focus, model.grip) = (car, nil)
  case .zoom(let factor, let point): model.zoom(by: factor, about: point)
  case .hold(let grip): model.grip = grip
  case .slide(let window, let grip): (model.window, model.grip) = (window, grip)
  case .letGo: model.grip = nil
  case .toggleMouse:
    model.usesMouse.toggle()
    model.notice = model.strings[model.usesMouse ? .noticeMouseOn : .noticeMouseOff]
    return [.useMouse(model.usesMouse)]

  case .toggleCards: model.toggle(.card)
  case .toggleHelp: model.toggle(.help)
  case .scrollSheet(let row): model.sheet?.scroll = row
  case .close:
    if model.layers.popLast() == nil { model.leaveTree() }
    model.grip = nil

  case .tree(let message): model.answer(message)
  case .lab(let message): model.answer(message)
  case .turnTerrain(let azimuth, let elevation):
    model.camera.turn(azimuth: Double(azimuth), elevation: Double(elevation))
  case .lesson(let message): return model.answer(message)

  case .press, .drag, .release, .wheel, .moveCrosshair, .scroll: break

  case .resize(let size, let cellAspect):
    model.size = size
    model.cellAspect = cellAspect
    model.grip = nil
    return [.repaint]
  case .learn(let findings): return model.learn(findings)
  case .writeRace: return [.save(RaceFile.text(of: model))]
  case .saved(let name):
    model.notice =
      name.map { model.strings(.noticeSaved, ["file": $0]) } ?? model.strings[.noticeNotSaved]
  case .redraw: return [.repaint]
  case .suspend: return [.suspend]
  case .quit: return [.quit]
  }
  return []
}

extension Model {
  /// Draws for the terminal as it is now known.
  fileprivate mutating func learn(_ findings: TerminalFindings) -> [Effect] {
    let before = rendition
    rendition = Rendition(glyphs: findings.glyphs.set, colors: findings.colors.depth)
    // Letters that are not ASCII need another set.
    if rendition.glyphs == .ascii { strings = Strings("en") }
    if followsBackground { theme = themes.standard(onLight: findings.background.isLight) }
    // Glyphs of another width than was thought have left a mess.
    return rendition == before ? [] : [.repaint]
  }

  fileprivate mutating func toggle(_ kind: Sheet.Kind) {
    sheet = sheet?.kind == kind ? nil : Sheet(kind)
  }

  /// A new race of the same cars from another start.
  mutating func start(at point: Point<Double>) {
    guard surface.value(at: point).isFinite else {
      notice = strings[.noticeNoGround]
      return
    }
    timeline = Timeline(
      Race(surface: surface, cars: race.cars, start: point, seed: seed))
  }

  fileprivate mutating func choose(surface index: Int) {
    surfaceIndex = (index + surfaces.count) % surfaces.count
    let surface = surfaces[surfaceIndex].turned(by: turn, scaledBy: heightScale)
    let cars = cars(movedTo: surface)
    timeline = Timeline(
      Race(surface: surface, cars: cars, start: surface.about.start, seed: seed))
    window = PlaneRect(surface.about.window)
    crosshair = nil
    grip = nil
    isPlaying = true
  }

  /// The same race from the same place of the surface, which lies at another angle: 0 … 90 degrees.
  fileprivate mutating func turnSurface(by degrees: Int) {
    let next = (turn + Double(degrees)).rounded()
    turn = next > 90 ? 0 : next < 0 ? 90 : next
    let turned = surface.turned(by: turn, scaledBy: heightScale)
    let start = turned.image(of: surface.source(of: race.start))
    timeline = Timeline(Race(surface: turned, cars: race.cars, start: start, seed: seed))
    window = PlaneRect(turned.about.window)
    (crosshair, grip) = (nil, nil)
  }

  /// The same cars on the same data, with other columns.
  fileprivate mutating func toggleStandardised() {
    guard let own = surfaces[surfaceIndex] as? any ModelSurface else {
      notice = strings[.noticeNoData]
      return
    }
    surfaces[surfaceIndex] = own.standardised(!own.isStandardised)
    request.data?.standardised.toggle()
    choose(surface: surfaceIndex)
    let (plain, standardised) = surface.conditionNumbers ?? (nil, nil)
    func said(_ number: Double?) -> String { number.map(NumberText.brief) ?? "–" }
    notice = strings(
      own.isStandardised ? .noticePlainColumns : .noticeStandardised,
      ["plain": said(plain), "standardised": said(standardised)])
  }

  fileprivate mutating func moveFocus(by step: Int) {
    let count = race.cars.count
    for _ in 0..<count {
      focus = (focus + step + count) % count
      editor?.typed = ""
      if case .named(race.cars[focus].rule.about.name) = ghost { ghost = nil }
      if !hidden.contains(focus) { return }
    }
  }

  fileprivate mutating func zoom(by factor: Double, about point: Point<Double>) {
    let zoomed = window.zoomed(by: factor, aboutX: point.x, y: point.y)
    // Beyond this the grid of a map is finer than the numbers, or coarser than they reach.
    let span = max(zoomed.width, zoomed.height)
    let reach = max(abs(zoomed.middle.x), abs(zoomed.middle.y), 1e-3)
    if span > 1e-9 * reach && span < 1e9 { window = zoomed }
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
