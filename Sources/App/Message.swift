package import Descent
package import Drawing
package import Files
package import Terminal

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

  // The family of the rules.
  case tree(TreeMessage)

  // The lessons.
  case lesson(LessonMessage)

  // The laboratory, and the terrain.
  case lab(LabMessage)
  case turnTerrain(azimuth: Int, elevation: Int)

  // The terminal.
  case resize(Size, cellAspect: Double)
  case learn(TerminalFindings)
  case redraw, suspend, quit

  // Files.
  case writeRace
  /// Under that name; `nil` if it could not be.
  case saved(String?)
}

/// What happens to the settings of the car in focus.
package enum EditMessage: Hashable, Sendable {
  /// Opens or closes the editor.
  case toggle
  /// Chooses another setting, by so many rows.
  case choose(Int)
  /// The setting in a row, from 0.
  case select(Int)
  case adjust(up: Bool, isWide: Bool)
  case type(Character)
  /// The last character typed.
  case erase
  /// Makes what has been typed the value.
  case take
  case drop
}

/// What happens to a lesson, or to the list of them.
package enum LessonMessage: Hashable, Sendable {
  case toggleList
  /// The lessons have been read.
  case loaded(LessonLibrary)
  case moveChoice(Int)
  case openChosen
  case turn(pages: Int)
  case vote(Int)
  case takeVoteBack
  /// Drives to where the page pauses.
  case reveal
  /// Scrolls by so many lines; the layout turns it into `scrollText`.
  case scroll(Int)
  case scrollText(to: Int)
  /// The map instead of the text, where there is room for one of them.
  case toggleMap
}

/// What happens to the family tree.
package enum TreeMessage: Hashable, Sendable {
  /// Opens or closes it.
  case toggle
  /// Along the lines of the tree as it is drawn: in the layout's words `stand`.
  case walk(FamilyTree.Direction)
  case stand(on: String)
  /// A car of the rule drives.
  case drive
}

/// What `update` cannot do itself, for `Program` to carry out.
package enum Effect: Hashable, Sendable {
  case repaint, suspend, quit
  case useMouse(Bool)
  /// A race as a file.
  case save(String)
  /// The lessons in the program and on a shelf.
  case loadLessons(Shelf)
}
