package import Descent
package import Drawing
package import Texts

/// Where the parts of the family tree stand on the screen.
package struct TreePicture: Sendable {
  /// What the tree takes, its captions included.
  package let rect: Rect
  /// What is left for the text, below or beside.
  package let aside: Rect
  /// One row for each node.
  package let labels: [Rect]
  /// Blanks around the title in a label.
  let pad: Int
  private let tree: FamilyTree
  private let gap: Int
  private let columns: [(x: Int, width: Int)]

  package struct Caption: Sendable {
    package var text: Text
    /// `nil` for the rules beside the family.
    package var branch: About.Branch?
    package var x, y: Int
  }

  /// What the branches ask, above the upper one and below the lower one; and what the rules beside
  /// them are, below those.
  package let captions: [Caption]

  /// `nil` where there is no room for it and a few rows of text.
  package init?(_ tree: FamilyTree, in area: Rect) {
    let isWide = area.width >= 108
    let (whole, beside) = isWide ? area.split(left: area.width - 46) : (area, area)
    let widths = (0..<tree.generations).map { generation in
      tree.nodes.filter { $0.generation == generation }.map(\.about.title.cellWidth).max() ?? 0
    }
    let (titles, gaps) = (widths.reduce(0, +), max(1, tree.generations - 1))
    let pad =
      [2, 1].first { whole.width >= titles + 2 * $0 * tree.generations + 3 * gaps } ?? 0
    let gap = min(12, (whole.width - titles - 2 * pad * tree.generations) / gaps)
    let between = max(1, tree.lanes - 1)
    let room = isWide ? area.height * 3 / 4 : area.height - (area.width < 70 ? 13 : 10)
    let pitch = max(2, min(isWide ? 8 : 4, (room - 3) / between))
    // A row of air above, a caption above and below the lanes.
    let height = pitch * between + 4
    guard gap >= 2, area.height >= height + (isWide ? 0 : 7) else { return nil }

    let used = titles + 2 * pad * tree.generations + gap * gaps
    var x = whole.x + (isWide ? max(0, (whole.width - used) / 2) : 0)
    var columns: [(x: Int, width: Int)] = []
    for width in widths {
      columns.append((x, width + 2 * pad))
      x += width + 2 * pad + gap
    }
    // With rows to spare it stands a little above the middle, its text beside it, or a row below.
    let spare = area.height - height
    let above = isWide ? spare * 2 / 5 : 0
    rect = whole.inset(top: above).split(top: height).top
    aside =
      isWide
      ? beside.inset(left: 2, top: above + 1) : whole.inset(top: height + (spare > 9 ? 1 : 0))
    let top = rect.y + 2
    labels = tree.nodes.map { node in
      Rect(
        x: columns[node.generation].x, y: top + node.lane * pitch,
        width: node.about.title.cellWidth + 2 * pad, height: 1)
    }
    captions = Self.captions(of: tree, labels, pad)
    (self.tree, self.pad, self.gap, self.columns) = (tree, pad, gap, columns)
  }

  private static func captions(
    of tree: FamilyTree, _ labels: [Rect], _ pad: Int
  ) -> [Caption] {
    func caption(
      _ text: Text, _ branch: About.Branch?, isBelow: Bool, of isMember: (About) -> Bool
    ) -> Caption? {
      let members = tree.nodes.indices.filter { isMember(tree.nodes[$0].about) }
      guard let first = members.min(by: { labels[$0].x < labels[$1].x }) else { return nil }
      let rows = members.map { labels[$0].y }
      let y = isBelow ? (rows.max() ?? 0) + 1 : (rows.min() ?? 0) - 1
      return Caption(text: text, branch: branch, x: labels[first].x + pad, y: y)
    }
    return [
      caption(.treeDirection, .direction, isBelow: false) {
        $0.branch == .direction && $0.order == .first
      },
      caption(.treeLength, .length, isBelow: true) { $0.branch == .length && $0.order == .first },
      caption(.treeOther, nil, isBelow: true) { $0.order != .first },
    ].compactMap(\.self)
  }

  /// The lines from rules to those that grew from them, in the cells of `rect`.
  package func lines(of edges: [FamilyTree.Edge]) -> Canvas {
    var canvas = Canvas(rect.size)
    for edge in edges {
      let corners = corners(of: edge)
      for (from, to) in zip(corners, corners.dropFirst()) {
        canvas.line(from: from.x, from.y, to: to.x, to.y)
      }
    }
    return canvas
  }

  /// The same for a page, in the cells of the frame.
  func printed(_ edges: [FamilyTree.Edge], _ ink: Color, width: Double) -> [PrintedLine] {
    edges.map { edge in
      PrintedLine(
        corners(of: edge).map {
          Place(Double(rect.x) + $0.x / 2, Double(rect.y) + $0.y / 4)
        }, ink, width: width)
    }
  }

  /// From the parent to the bend, up or down, and on to the child, in dots from the corner of
  /// `rect`.
  private func corners(of edge: FamilyTree.Edge) -> [(x: Double, y: Double)] {
    let (from, to) = (labels[edge.parent], labels[edge.child])
    let bend = columns[edge.bend].x + columns[edge.bend].width - rect.x
    let x = Double(2 * bend) + track(of: edge) + 0.5
    let (y0, y1) = (
      Double(4 * (from.y - rect.y) + 1) + 0.5, Double(4 * (to.y - rect.y) + 1) + 0.5
    )
    return [
      (Double(2 * (from.maxX - rect.x)) + 0.5, y0), (x, y0), (x, y1),
      (Double(2 * (to.x - rect.x)) - 0.5, y1),
    ]
  }

  /// The dot of its gap in which an edge goes up or down. Parents with a gap in common have one
  /// each, the one with the most children first, so that a line never seems to be another's.
  private func track(of edge: FamilyTree.Edge) -> Double {
    let beside = tree.edges.filter {
      $0.bend == edge.bend && tree.nodes[$0.parent].lane != tree.nodes[$0.child].lane
    }
    var children: [Int: Int] = [:]
    for other in beside { children[other.parent, default: 0] += 1 }
    let order = children.keys.sorted { (children[$1]!, $0) < (children[$0]!, $1) }
    guard let place = order.firstIndex(of: edge.parent), order.count > 1 else {
      return Double(gap - (gap == 2 ? 0 : 1))
    }
    return (Double(2 * gap * (place + 1)) / Double(order.count + 1)).rounded(.down)
  }
}
