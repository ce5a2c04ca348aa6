import Descent
import Drawing
import Files

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

// What the keys of the family tree do to the model.
extension Model {
  mutating func answer(_ message: TreeMessage) {
    switch message {
    case .toggle:
      layers = []
      toggle(.tree)
      guard view == .tree else { return }
      let own = race.cars[focus].rule.about.name
      treeRule = FamilyTree.known.index(of: own) == nil ? FamilyTree.known.nodes[0].about.name : own
      // Where a lesson's text and the map take turns, the tree takes the map's.
      lecture?.showsMap = true
    case .walk: break
    case .stand(let rule): treeRule = rule
    case .drive: driveTreeRule()
    }
  }

  /// Shows the tree with its cursor on a rule; from there it leads back to a view.
  mutating func showTree(at rule: String, over other: MapView) {
    (view, treeRule, viewsBefore[.tree]) = (.tree, rule, other)
  }

  /// Goes back from the family tree to the view that it lies over.
  mutating func leaveTree() { view = raceView }

  /// Goes to the car of that rule; if none drives, the rule races those that it grew from, from the
  /// same start.
  private mutating func driveTreeRule() {
    let name = treeRule
    guard let known = Catalog.optimizer(named: name) else { return }
    if let car = race.cars.firstIndex(where: { $0.rule.about.name == name }) {
      focus = car
      hidden.remove(car)
    } else {
      let names = known.about.parents + [name]
      guard let specs = try? names.map({ try CarSpec($0) }),
        let cars = try? CarSpec.cars(of: specs, on: surface)
      else { return }
      carSpecs = specs
      // Recorded paths drive on beside them.
      let all = cars + race.cars.filter { $0.path != nil }.prefix(CarSpec.limit - cars.count)
      begin(Timeline(Race(surface: surface, cars: all, start: race.start, seed: seed)))
      (hidden, focus) = ([], cars.count - 1)
    }
    showMap()
    isPlaying = true
  }
}
