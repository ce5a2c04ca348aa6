package import Descent
package import Drawing

/// The step that the car in focus is about to take, with what is laid beside it.
package struct StepInFocus: Sendable {
  package let anatomy: [Substep]
  package let scene: StepScene
  /// The sub-step looked at, from 0; `nil` for the whole step.
  package let current: Int?
  package let ghost: Ghost?

  /// Another rule, and the step it would take from the very same state.
  package struct Ghost: Sendable {
    package var rule: any Optimizer
    package var scene: StepScene
    /// The car of the race that drives by it.
    package var car: Int?
    /// It has a memory, and another one than the car's: it begins anew.
    package var forgets: Bool
    /// Where it would go.
    package var end: Point<Double>?
  }

  package init(_ model: Model) {
    anatomy = model.race.anatomy(ofCar: model.focus)
    scene = StepScene(anatomy)
    current = model.substep.flatMap { part in
      model.race.anatomy(ofCar: model.focus).firstIndex { $0.part == part }
    }
    ghost = anatomy.isEmpty ? nil : Ghost(model)
  }

  /// The last sub-step that has been reached, from 0; −1 if there is no step to take.
  package var reached: Int { current ?? anatomy.count - 1 }

  /// Where the car will be.
  package var end: Point<Double>? { Self.end(of: anatomy) }

  /// The part of the plane that a map of that size shows of it.
  package func viewport(in size: Size, of model: Model) -> Viewport {
    let driver = model.race.drivers[model.focus]
    var (position, move) = (driver.position, driver.lastMove)
    if driver.crash != nil {
      // Where it last was, and how it came there.
      let path = model.timeline.trajectories[model.focus]
      position = Point(path.x.last ?? .nan, path.y.last ?? .nan)
      if let x = path.x.dropLast().last, let y = path.y.dropLast().last {
        move = Point(position.x - x, position.y - y)
      }
    }
    return StepScene.viewport(
      of: [scene] + (ghost.map { [$0.scene] } ?? []), at: position, after: move,
      zoom: model.focusZoom, window: model.window, in: size, cellAspect: model.cellAspect)
  }

  fileprivate static func end(of anatomy: [Substep]) -> Point<Double>? {
    anatomy.last?.readings.last { if case .place = $0.picture { true } else { false } }?.value
  }
}

extension StepInFocus.Ghost {
  fileprivate init?(_ model: Model) {
    guard let rule = model.ghostRule else { return nil }
    let anatomy = model.race.anatomy(of: rule, insteadOfCar: model.focus)
    self.rule = rule
    scene = StepScene(anatomy).withoutHeadings
    car = model.race.cars.indices.first {
      $0 != model.focus && model.race.cars[$0].rule.about.name == rule.about.name
    }
    forgets =
      !model.race.drivers[model.focus].sharesMemory(with: rule)
      && anatomy.contains { $0.part == .memory }
    end = StepInFocus.end(of: anatomy)
  }
}
