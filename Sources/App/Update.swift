package import Descent
package import Drawing
package import Files
package import Terminal
import Texts

/// Everything that can happen to the model: what a key, the mouse or the clock means.
package enum Message: Hashable, Sendable {
  // Time.
  case advance(steps: Int)
  case togglePlay
  case step(by: Int)
  case toStart, toEnd
  case slower, faster, normalSpeed

  // The race.
  case restart, randomStart
  case nextSurface, previousSurface
  /// Turns the surface by so many degrees, round after 90.
  case turnSurface(by: Int)
  /// The data's columns standardised, or as they were given.
  case toggleStandardised
  case toggleCar(Int)
  case showAllCars
  case focusNext, focusPrevious

  // Settings, while the car drives.
  case edit(EditMessage)
  case fork
  // The step about to be taken.
  case nextSubstep, previousSubstep
  case nextGhost

  // The map.
  case show(MapView)
  case nextView
  case pan(x: Int, y: Int)
  case zoomIn, zoomOut, fit
  case toggleContourLabels
  case toggleBatchContours
  case toggleShading
  case nextTheme
  case nextYardstick
  case togglePresentation

  // A start chosen with keys.
  case beginCrosshair
  case placeCrosshair(Point<Double>)
  case startAtCrosshair

  // What the mouse does to the map and the race.
  case start(at: Point<Double>)
  case focus(car: Int)
  case zoom(by: Double, about: Point<Double>)
  /// Takes hold of the map at a cell.
  case hold(Model.Grip)
  /// Moves the map with the pointer.
  case slide(to: PlaneRect, Model.Grip)
  case letGo
  case toggleMouse

  /// Pasted text.
  case paste(String)

  // What lies over the map.
  case toggleCards, toggleHelp, scrollSheet(to: Int), close

  // In cells and rows of the screen: `Layout.meaning` says what they come to, which is another
  // message. `update` knows no cells and does nothing with these.
  case press(x: Int, y: Int)
  case drag(x: Int, y: Int)
  case release
  case wheel(up: Bool, x: Int, y: Int)
  case moveCrosshair(x: Int, y: Int)
  case scroll(Int)

  // The class that joins by phone.
  case classroom(ClassMessage)

  /// Begins the tour, or ends it.
  case toggleTour
  // A drive without the map.
  case drive(DriveMessage)

  // The family of the rules.
  case tree(TreeMessage)

  // The lessons, and the lecturer's notes of them.
  case lesson(LessonMessage)
  case desk(DeskMessage)

  // The laboratory, and the terrain.
  case lab(LabMessage)
  // The chart.
  case chart(ChartMessage)
  case turnTerrain(azimuth: Int, elevation: Int)

  // The terminal.
  case resize(Size, cellAspect: Double)
  case learn(TerminalFindings)
  case redraw, suspend
  /// Ends the program; `leave` asks first whether votes may be lost.
  case quit, leave

  // Files.
  case writeRace
  /// Prints what is seen as a drawing.
  case printPage
  /// Films what is done, or ends that; and the name of the film that has begun.
  case toggleFilm, filming(String)
  /// Under that name, or why it could not be.
  case saved(Result<String, SavedFile.Failure>)
}

/// The one place where the model changes.
package func update(_ model: inout Model, _ message: Message) -> [Effect] {
  let effects = answer(message, of: &model)
  return effects + model.followLessonInClass()
}

private func answer(_ message: Message, of model: inout Model) -> [Effect] {
  defer { model.settle() }
  guard model.leavesWall(for: message) else { return [] }
  guard model.blindDrive == nil || message.isForDrivers else { return [] }
  let wasWarned = model.warnsOfVotes
  let isDone =
    switch message {
    case .advance, .resize, .learn, .lab(.found): false
    case .desk(let message): message.isTyped
    case .classroom(let message): message.isTyped
    default: true
    }
  if isDone { (model.notice, model.explainsSigns, model.warnsOfVotes) = (nil, false, false) }
  defer { if isDone { model.followTour(message) } }
  if message.movesTime { model.substep = nil }
  switch message {
  case .advance(let steps) where model.classroom?.isShown == true:
    return model.driveClass(steps)
  case .advance(let steps):
    model.drive(to: model.timeline.tick + steps)
    model.pass(seconds: Double(steps) / Double(model.speed.stepsPerSecond))
    model.stopAtEnd()
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

  case .restart: model.restart()
  case .randomStart: model.startAtRandom()
  case .nextSurface: model.choose(surface: model.surfaceIndex + 1)
  case .previousSurface: model.choose(surface: model.surfaceIndex - 1)
  case .turnSurface(let degrees): model.turnSurface(by: degrees)
  case .toggleStandardised: model.toggleStandardised()
  case .toggleCar(let index): model.toggle(car: index)
  case .showAllCars: model.hidden = []
  case .focusNext: model.moveFocus(by: 1)
  case .focusPrevious: model.moveFocus(by: -1)

  case .edit(let message): model.edit(message)
  case .fork: model.fork()
  case .nextSubstep: model.goToNextSubstep()
  case .previousSubstep: model.goToPreviousSubstep()
  case .nextGhost: model.layNextGhost()

  case .show(let view): model.look(at: view)
  case .nextView:
    model.showNextView()
    model.focusCarWithSettings()
  case .pan where model.view == .focus, .zoomIn where model.view == .focus,
    .zoomOut where model.view == .focus, .fit where model.view == .focus:
    model.moveFocusView(message)
  case .pan(let x, let y):
    model.window = model.window.moved(byWidths: Double(x) / 8, heights: Double(y) / 8)
  case .zoomIn: model.zoom(by: 1.25, about: model.window.middle)
  case .zoomOut: model.zoom(by: 0.8, about: model.window.middle)
  case .fit: model.window = PlaneRect(model.surface.about.window)
  case .toggleContourLabels: model.showsContourLabels.toggle()
  case .toggleBatchContours: model.toggleBatchContours()
  case .toggleShading: model.toggleShading()
  case .nextTheme: model.takeNextTheme()
  case .nextYardstick: model.takeNextYardstick()
  case .togglePresentation: model.togglePresentation()

  case .beginCrosshair: model.beginCrosshair()
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

  case .paste(let text): return model.answer(pasted: text)

  case .toggleCards: model.toggle(.card)
  case .toggleHelp: model.toggle(.help)
  case .scrollSheet(let row): model.sheet?.scroll = row
  case .close:
    model.closeTopmost()
    model.grip = nil

  case .tree(let message): model.answer(message)
  case .lab(let message): model.answer(message)
  case .chart(let message): model.answer(message)
  case .turnTerrain(let azimuth, let elevation):
    model.camera.turn(azimuth: Double(azimuth), elevation: Double(elevation))
  case .lesson(let message): return model.answer(message, wasWarned: wasWarned)
  case .desk(let message): return model.answer(message)
  case .classroom(.close): return model.endClass(wasWarned)
  case .classroom(let message): return model.answer(message)
  case .toggleTour: model.toggleTour()
  case .drive(let message): model.answer(message)

  case .press, .drag, .release, .wheel, .moveCrosshair, .scroll: break

  case .resize(let size, let cellAspect):
    model.size = size
    model.cellAspect = cellAspect
    model.grip = nil
    return [.repaint]
  case .learn(let findings): return model.learn(findings)
  case .writeRace:
    return [.save(SavedFile("downhill-race", "toml", Array(RaceFile.text(of: model).utf8)))]
  case .printPage: return [.printPage]
  case .toggleFilm: return [.toggleFilm]
  case .filming(let name):
    let key = model.keymap.label(of: "film")
    model.notice = model.strings(.noticeFilming, ["file": name, "key": key])
  case .saved(.success(let name)):
    let text: Text =
      name.hasSuffix(".toml")
      ? .noticeSavedRace : name.hasSuffix(".csv") ? .wallSaved : .noticeSaved
    model.notice = model.strings(text, ["file": name])
  case .saved(.failure(let error)): model.warn(model.strings[error.notice])
  case .redraw: return [.repaint]
  case .suspend: return [.suspend]
  case .quit: return [.quit]
  case .leave:
    return model.mayLoseVotes(wasWarned) && model.mayLoseClass(wasWarned) ? [.quit] : []
  }
  return []
}

extension Model {
  fileprivate mutating func toggle(_ kind: Sheet.Kind) {
    sheet = sheet?.kind == kind ? nil : Sheet(kind)
  }

  /// Draws for the terminal as it is now known.
  fileprivate mutating func learn(_ findings: TerminalFindings) -> [Effect] {
    let before = rendition
    rendition = Rendition(
      glyphs: findings.glyphs.set, colors: findings.colors.depth, pixels: findings.pixels.cell,
      hasPalette: findings.pixels.way == .sixel)
    if let cell = rendition.pixels { cellAspect = cell.aspect }
    // Letters that are not ASCII need another set.
    if rendition.glyphs == .ascii { strings = Strings("en") }
    if followsBackground { theme = themes.standard(onLight: findings.background.isLight) }
    // Glyphs of another width than was thought have left a mess.
    return rendition == before ? [] : [.repaint]
  }
}
