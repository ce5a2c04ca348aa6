import Descent
import Drawing
import Files

// What the keys of the family tree do to the model.
extension Model {
  mutating func answer(_ message: TreeMessage) {
    switch message {
    case .toggle:
      (crosshair, editor, grip) = (nil, nil, nil)
      guard treeRule == nil else { return treeRule = nil }
      let own = race.cars[focus].rule.about.name
      treeRule = FamilyTree.known.index(of: own) == nil ? FamilyTree.known.nodes[0].about.name : own
      // Where a lesson's text and the map take turns, the tree takes the map's.
      lecture?.showsMap = true
    case .walk(let direction): walkTree(direction)
    case .drive: driveTreeRule()
    }
  }

  /// Along the lines of the tree; up and down in the order of the list, where it is one.
  private mutating func walkTree(_ direction: FamilyTree.Direction) {
    guard let rule = treeRule, let area = Layout(self)?.tree else { return }
    let (tree, picture) = FamilyTreePanel.scene(of: rule, in: area)
    guard let place = tree.index(of: rule) else { return }
    var next = tree.step(direction, from: place)
    if picture == nil {
      if direction == .up { next = max(0, place - 1) }
      if direction == .down { next = min(place + 1, tree.nodes.count - 1) }
    }
    treeRule = tree.nodes[next].about.name
  }

  /// Goes to the car of that rule; if none drives, the rule races those that it grew from, from the
  /// same start.
  private mutating func driveTreeRule() {
    guard let name = treeRule, let known = Catalog.optimizer(named: name) else { return }
    if let car = race.cars.firstIndex(where: { $0.rule.about.name == name }) {
      focus = car
      hidden.remove(car)
    } else {
      let names = known.about.parents + [name]
      guard let cars = try? CarSpec.cars(names, on: surface) else { return }
      carSpecs = names
      timeline = Timeline(Race(surface: surface, cars: cars, start: race.start, seed: seed))
      (hidden, focus) = ([], cars.count - 1)
    }
    showMap()
    isPlaying = true
  }
}
