import Descent
package import Drawing
import Files
import Texts

/// The family of the rules, and what there is to say about the one under the cursor.
package enum FamilyTreePanel {
  static func draw(_ model: Model, in area: Rect, on frame: inout Frame) {
    let (tree, picture) = scene(of: model.treeRule, in: area)
    guard let chosen = tree.index(of: model.treeRule) else { return }
    let rect = area.inset(left: 1, right: 1)
    if let picture {
      draw(picture, tree, chosen, model, on: &frame)
      drawAbout(chosen, tree, model, in: picture.aside, on: &frame)
    } else {
      let width = tree.nodes.map { $0.generation + $0.about.title.cellWidth }.max() ?? 0
      let (list, rest) = rect.split(left: width + 4)
      drawList(tree, chosen, model, in: list, on: &frame)
      drawAbout(chosen, tree, model, in: rest.inset(left: 1), on: &frame)
    }
  }

  /// The family with a rule in it that there is room for, and where its members stand; without a
  /// picture where there is only room for a list.
  package static func scene(of rule: String, in area: Rect) -> (
    tree: FamilyTree, picture: TreePicture?
  ) {
    let rect = area.inset(left: 1, right: 1)
    for tree in [FamilyTree.known, .ofLecture] where tree.index(of: rule) != nil {
      if let picture = TreePicture(tree, in: rect) { return (tree, picture) }
    }
    return (.known, nil)
  }

  private static func draw(
    _ picture: TreePicture, _ tree: FamilyTree, _ chosen: Int, _ model: Model,
    on frame: inout Frame
  ) {
    let theme = model.theme
    drawEdges(picture, tree, chosen, theme, on: &frame)
    for caption in picture.captions {
      frame.write(
        model.strings[caption.text].cut(to: picture.rect.maxX - caption.x), x: caption.x,
        y: caption.y, ink: caption.branch.map { ink(of: $0, theme) } ?? theme.dim)
    }
    for (place, node) in tree.nodes.enumerated() {
      let rect = picture.labels[place]
      let isChosen = place == chosen
      let label = node.about.title.padded(to: rect.width - 2 * picture.pad)
      let air = String(repeating: " ", count: picture.pad)
      frame.write(
        air + label + air, x: rect.x, y: rect.y,
        ink: isChosen ? theme.accentInk : ink(of: node.about.branch, theme),
        paper: isChosen ? theme.accent : theme.paper, style: .bold)
      guard picture.pad > 0 else { continue }
      let wear = Livery.wear(of: node.about.name, theme)
      frame.draw(
        wear.glyph, ink: isChosen ? theme.accentInk : wear.color, style: .bold, x: rect.x, y: rect.y
      )
    }
  }

  /// The lines from rule to rule, those of the chosen one over the others.
  private static func drawEdges(
    _ picture: TreePicture, _ tree: FamilyTree, _ chosen: Int, _ theme: Theme,
    on frame: inout Frame
  ) {
    let ownEdges = tree.edges.filter { $0.parent == chosen || $0.child == chosen }
    guard frame.lines == nil else {
      frame.lines? +=
        picture.printed(tree.edges, theme.dim, width: 1.6)
        + picture.printed(ownEdges, theme.accent, width: 2.2)
      return
    }
    let (x, y) = (picture.rect.x, picture.rect.y)
    let (all, own) = (picture.lines(of: tree.edges), picture.lines(of: ownEdges))
    all.draw(on: &frame, x: x, y: y, ink: theme.dim)
    for row in 0..<own.size.height {
      for column in 0..<own.size.width where !own.isEmpty(x: column, y: row) {
        frame.draw(
          all.glyph(x: column, y: row), ink: theme.accent, style: .bold, x: x + column, y: y + row)
      }
    }
  }

  /// The colour of a branch, as in the anatomy of a step: memory tells the direction, scale the
  /// length.
  private static func ink(of branch: About.Branch, _ theme: Theme) -> Color {
    switch branch {
    case .slope, .both: theme.ink
    case .direction: theme.anatomy.memory
    case .length: theme.anatomy.scale
    }
  }

  /// The rules in their order, each as far in as its generation, those around the cursor.
  private static func drawList(
    _ tree: FamilyTree, _ chosen: Int, _ model: Model, in rect: Rect, on frame: inout Frame
  ) {
    let theme = model.theme
    let first = max(0, min(chosen - rect.height / 2, tree.nodes.count - rect.height))
    for (row, node) in tree.nodes.dropFirst(first).prefix(rect.height).enumerated() {
      let isChosen = first + row == chosen
      let wear = Livery.wear(of: node.about.name, theme)
      let text = String(repeating: " ", count: node.generation) + node.about.title
      frame.write(
        "  \(text)".padded(to: rect.width), x: rect.x, y: rect.y + row,
        ink: isChosen ? theme.accentInk : theme.ink,
        paper: isChosen ? theme.accent : theme.paper, style: isChosen ? .bold : [])
      frame.draw(
        wear.glyph, ink: isChosen ? theme.accentInk : wear.color, style: .bold, x: rect.x,
        y: rect.y + row)
    }
  }

  /// What there is to say of a rule, the first things first; what has no room is left out whole.
  private static func drawAbout(
    _ chosen: Int, _ tree: FamilyTree, _ model: Model, in rect: Rect, on frame: inout Frame
  ) {
    let (theme, about) = (model.theme, tree.nodes[chosen].about)
    func lines(_ text: String, _ ink: Color, _ style: Cell.Style = []) -> [StyledLine] {
      StyledLine.wrapped(text, to: rect.width, ink, style)
    }
    let source = "\(about.authors) \(about.year)"
    let wear = Livery.wear(of: about.name, theme)
    let name = "\(wear.glyph) \(about.title)"
    let place = name.cellWidth + 2
    let isBeside = place + source.cellWidth <= rect.width
    var paragraphs = [
      lines(name, wear.color, .bold) + (isBeside ? [] : lines(source, theme.dim)),
      about.formula.flatMap { lines($0, theme.accent, .bold) },
    ]
    paragraphs += Strings.OptimizerPart.allCases.map {
      lines(model.strings.optimizer(about.name, $0), theme.ink)
    }
    func height() -> Int { paragraphs.map(\.count).reduce(0, +) }
    while height() > rect.height, paragraphs.count > 1 { paragraphs.removeLast() }
    // Air between them as far as rows are left, the upper ones first.
    var (y, spare) = (rect.y, rect.height - height())
    if isBeside { frame.write(source, x: rect.x + place, y: y, ink: theme.dim) }
    for paragraph in paragraphs {
      if y > rect.y, spare > 0 { (y, spare) = (y + 1, spare - 1) }
      for line in paragraph where y < rect.maxY {
        frame.write(line, x: rect.x, y: y, width: rect.width)
        y += 1
      }
    }
  }
}
