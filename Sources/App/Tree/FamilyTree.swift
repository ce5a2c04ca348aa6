package import Descent

/// Where the rules stand in their family: a column for each generation, the two branches above and
/// below the trunk; those that ask for more than a slope, or for none, in a row of their own. All
/// of it follows from `About.parents`, `About.branch` and `About.order`.
package struct FamilyTree: Sendable {
  package struct Node: Sendable {
    package var about: About
    /// The number of steps on the longest way from a rule without parents; 0 for such a rule. In
    /// the row of the others, their order.
    package var generation = 0
    /// The row of the picture, from 0 at the top.
    package var lane = 0
  }

  /// A line from a rule to one that grew from it, by their places in `nodes`.
  package struct Edge: Hashable, Sendable {
    package var parent, child: Int
    /// The generation after which the line changes from the parent's lane to the child's.
    package var bend: Int
    /// Whether the line meets no other rule.
    package var isFree: Bool
  }

  package enum Direction: Hashable, Sendable { case left, right, up, down }

  package private(set) var nodes: [Node]
  package private(set) var edges: [Edge] = []
  package var generations: Int { (nodes.map(\.generation).max() ?? -1) + 1 }
  package var lanes: Int { (nodes.map(\.lane).max() ?? -1) + 1 }

  /// The family of every rule.
  package static let known = FamilyTree(Catalog.optimizers.map(\.about))

  /// The family of the lecture's rules, which finds room in smaller windows.
  package static let ofLecture = FamilyTree(Catalog.lecture.map(\.about))

  package init(_ rules: [About]) {
    nodes = rules.map { Node(about: $0) }
    placeGenerations()
    placeLanes()
    for child in nodes.indices {
      for parent in parents(of: child) { edges.append(route(parent, child)) }
    }
  }

  package func index(of name: String) -> Int? { nodes.firstIndex { $0.about.name == name } }

  package func parents(of child: Int) -> [Int] { nodes[child].about.parents.compactMap(index) }

  package func children(of parent: Int) -> [Int] {
    nodes.indices.filter { parents(of: $0).contains(parent) }
  }

  /// The rule that an arrow key leads to; the same one where nothing lies that way.
  package func step(_ direction: Direction, from place: Int) -> Int {
    let here = nodes[place]
    func lanesAway(_ other: Int) -> Int { abs(nodes[other].lane - here.lane) }
    func nearest(_ others: [Int]) -> Int {
      others.min { (away($0), lanesAway($0)) < (away($1), lanesAway($1)) } ?? place
    }
    func away(_ other: Int) -> Int { abs(nodes[other].generation - here.generation) }
    switch direction {
    case .left:
      return parents(of: place).min { lanesAway($0) < lanesAway($1) }
        ?? nearest(
          nodes.indices.filter {
            lanesAway($0) == 0 && nodes[$0].generation < here.generation
          })
    case .right:
      return children(of: place).min { lanesAway($0) < lanesAway($1) }
        ?? nearest(
          nodes.indices.filter {
            lanesAway($0) == 0 && nodes[$0].generation > here.generation
          })
    case .up: return nearest(nodes.indices.filter { nodes[$0].lane < here.lane })
    case .down: return nearest(nodes.indices.filter { nodes[$0].lane > here.lane })
    }
  }
}

extension FamilyTree {
  private mutating func placeGenerations() {
    // A line of descent is never longer than there are rules.
    for _ in nodes {
      for child in nodes.indices {
        let above = parents(of: child).map { nodes[$0].generation }.max()
        nodes[child].generation = min(nodes.count - 1, above.map { $0 + 1 } ?? 0)
      }
    }
    for (place, other) in others.enumerated() { nodes[other].generation = place }
  }

  /// Those that do not drive by slopes alone.
  private var others: [Int] { nodes.indices.filter { nodes[$0].about.order != .first } }

  /// The trunk lies between the branches and goes on where they meet again.
  private static let bands: [Set<About.Branch>] = [[.direction], [.slope, .both], [.length]]

  /// A rule stays in its parent's lane, if that is of its own branch and free.
  private mutating func placeLanes() {
    var first = 0
    for band in Self.bands {
      var (count, taken): (Int, Set<[Int]>) = (0, [])
      let members = nodes.indices.filter {
        band.contains(nodes[$0].about.branch) && nodes[$0].about.order == .first
      }
      for place in members.sorted(by: { nodes[$0].generation < nodes[$1].generation }) {
        let generation = nodes[place].generation
        let inherited = parents(of: place).filter(members.contains).map { nodes[$0].lane }
        let lanes = inherited + Array(first...first + members.count)
        let lane = lanes.first { !taken.contains([generation, $0]) } ?? first
        taken.insert([generation, lane])
        nodes[place].lane = lane
        count = max(count, lane - first + 1)
      }
      first += count
    }
    for other in others { nodes[other].lane = first }
  }

  /// Bends as late as it can without running through another rule.
  private func route(_ parent: Int, _ child: Int) -> Edge {
    let (from, to) = (nodes[parent], nodes[child])
    func isFree(_ bend: Int) -> Bool {
      !nodes.contains { node in
        node.generation > from.generation && node.generation < to.generation
          && node.lane == (node.generation <= bend ? from.lane : to.lane)
      }
    }
    let bends = (from.generation..<max(from.generation + 1, to.generation)).reversed()
    let bend = bends.first(where: isFree)
    return Edge(
      parent: parent, child: child, bend: bend ?? to.generation - 1, isFree: bend != nil)
  }
}
