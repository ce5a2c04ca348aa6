import App
import Descent
import Drawing
import Files
import FoundationEssentials
import Terminal
import Testing
import Texts

struct FamilyTreeTests {
  private let tree = FamilyTree.known
  private static let trees = [FamilyTree.known, .ofLecture]

  @Test func `every rule of the catalogue stands in it, after its parents, in a place of its own`()
    throws
  {
    let rules = Catalog.optimizers.map(\.about)
    #expect(rules.count == 22)
    #expect(tree.nodes.map(\.about.name) == rules.map(\.name))
    #expect(Set(tree.nodes.map { [$0.generation, $0.lane] }).count == tree.nodes.count)
    for edge in tree.edges {
      #expect(tree.nodes[edge.parent].generation < tree.nodes[edge.child].generation)
    }
    let parents = rules.map(\.parents.count).reduce(0, +)
    #expect(tree.edges.count == parents && tree.edges.allSatisfy(\.isFree))
  }

  @Test func `a line that goes up or down is that of one parent alone`() throws {
    let size = Size(140, 39)
    let picture = try #require(TreePicture(tree, in: Rect(size)))
    // Drawn alone, the lines of two parents have no upright dots in common but where they end in
    // one child.
    func upright(_ parent: String) throws -> Set<[Int]> {
      let place = try #require(tree.index(of: parent))
      let lines = picture.lines(of: tree.edges.filter { $0.parent == place })
      var dots = Set<[Int]>()
      for x in 0..<lines.dotWidth {
        for y in 1..<lines.dotHeight where lines[dotX: x, dotY: y] && lines[dotX: x, dotY: y - 1] {
          dots.insert([x, y])
        }
      }
      return dots
    }
    #expect(try upright("nesterov").isDisjoint(with: try upright("adam")))
    #expect(try !upright("nesterov").isEmpty)
  }

  @Test func `the branches lie on two sides of the trunk`() throws {
    func lane(_ name: String) throws -> Int {
      tree.nodes[try #require(tree.index(of: name))].lane
    }
    #expect(try lane("momentum") < lane("sgd") && lane("sgd") < lane("adagrad"))
    #expect(try lane("adam") == lane("gd"))
    #expect(try lane("rmsprop") != lane("adadelta"))
  }

  @Test func `a rule that the catalogue does not know yet finds a place by itself`() throws {
    var new = try #require(Catalog.optimizer(named: "adam")).about
    (new.name, new.title, new.parents) = ("adam-x", "Adam X", ["adam"])
    let tree = FamilyTree(Catalog.lecture.map(\.about) + [new])
    #expect(tree.nodes.last?.generation == 5 && tree.edges.allSatisfy(\.isFree))
    #expect(Set(tree.nodes.map { [$0.generation, $0.lane] }).count == tree.nodes.count)
    let picture = try #require(TreePicture(tree, in: Rect(Size(80, 22))))
    #expect(Self.fault(in: picture, tree, Rect(Size(80, 22))) == nil)
  }

  @Test(arguments: [Size(140, 39), Size(80, 22), Size(60, 18), Size(42, 22), Size(92, 39)])
  func `nothing lies over anything, and no line runs through a rule`(size: Size) throws {
    let pictures = Self.trees.map { TreePicture($0, in: Rect(size)) }
    #expect(pictures[1] != nil && (size.height < 39 || pictures[0] != nil))
    for (tree, picture) in zip(Self.trees, pictures) {
      guard let picture else { continue }
      #expect(Self.fault(in: picture, tree, Rect(size)) == nil)
    }
  }

  @Test func `a small window draws the lecture's rules, and lists all for one of the others`() {
    let small = Rect(Size(80, 22))
    let scene = FamilyTreePanel.scene(of: "adam", in: small)
    #expect(scene.tree.nodes.count == Catalog.lecture.count && scene.picture != nil)
    let other = FamilyTreePanel.scene(of: "yogi", in: small)
    #expect(other.tree.nodes.count == tree.nodes.count && other.picture == nil)
  }

  @Test func `where there is no room for it there is a list`() throws {
    #expect(TreePicture(tree, in: Rect(Size(38, 10))) == nil)
    let open = try model(size: Size(40, 12)).after(.tree(.toggle))
    let rows = Row.all(of: view(of: open, scenery: Scenery())).map(\.text)
    for (rule, text) in [("sgd", "  SGD"), ("rmsprop", "    RMSProp")] {
      let glyph = Livery.wear(of: rule, open.theme).glyph
      #expect(rows.contains { $0.hasPrefix(" \(glyph)\(text)") }, "\(rule)")
    }
  }

  private static func fault(in picture: TreePicture, _ tree: FamilyTree, _ area: Rect) -> String? {
    let captions = picture.captions.map {
      Rect(x: $0.x, y: $0.y, width: Strings("ko")[$0.text].cellWidth, height: 1)
    }
    let rects = picture.labels + captions + [picture.aside]
    for (place, rect) in rects.enumerated() {
      guard
        !rect.isEmpty, rect.x >= 0, rect.y >= 0, rect.maxX <= area.maxX, rect.maxY <= area.maxY
      else { return "\(rect) is not inside" }
      for other in rects[..<place]
      where rect.x < other.maxX && other.x < rect.maxX && rect.y < other.maxY
        && other.y < rect.maxY
      {
        return "\(rect) lies over \(other)"
      }
    }
    let lines = picture.lines(of: tree.edges)
    for rect in picture.labels + captions {
      for x in rect.x..<rect.maxX
      where !lines.isEmpty(x: x - picture.rect.x, y: rect.y - picture.rect.y) {
        return "a line runs through \(rect)\n\(lines)"
      }
    }
    return nil
  }

  @Test func `walking with the arrow keys reaches every rule`() {
    var reached: Set<Int> = [0]
    var open = [0]
    while let place = open.popLast() {
      for direction in [FamilyTree.Direction.left, .right, .up, .down] {
        let next = tree.step(direction, from: place)
        if reached.insert(next).inserted { open.append(next) }
      }
    }
    #expect(reached.count == tree.nodes.count)
  }

  @Test func `in the list, up and down go through every rule in order`() throws {
    var open = try model(cars: ["gd"], size: Size(40, 12)).after(.tree(.toggle))
    var walked = [open.treeRule]
    for _ in tree.nodes.dropFirst() {
      open = press(.down, in: open)
      walked.append(open.treeRule)
    }
    #expect(walked == tree.nodes.map(\.about.name))
    #expect(press(.down, .up, in: open).treeRule == tree.nodes[tree.nodes.count - 2].about.name)
  }

  @Test func `it opens at the car in focus, and Esc or the same key closes it`() throws {
    let open = press(.character("T"), in: try model().after(.focusNext))
    #expect(open.treeRule == "momentum")
    #expect(press(.right, in: open).treeRule == "nesterov")
    #expect(press(.left, .left, in: open).treeRule == "gd")
    #expect(press(.escape, in: open).view != .tree)
    #expect(press(.character("T"), in: open).view != .tree)
  }

  @Test func `Enter focuses the car of a rule that is in the race, which drives on`() throws {
    let before = try model().after(.step(by: 7), .toggleCar(1))
    let after = press(.character("T"), .right, .right, .enter, in: before)
    #expect(after.focus == 1 && after.shown.contains(1) && after.view != .tree)
    #expect(after.race.tick == 7 && after.isPlaying && after.race.cars.count == 3)
  }

  @Test func `Enter races a rule that is not against its parents, from the same start`() throws {
    let before = try model(start: "1.5,0.5").after(.tree(.toggle))
    let after = press(.right, .down, .right, .enter, in: before)
    #expect(after.race.cars.map(\.name) == ["adagrad", "rmsprop"] && after.focus == 1)
    #expect(after.race.start == before.race.start && after.race.tick == 0 && after.isPlaying)
    #expect(after.surface.about.name == "bowl" && after.view != .tree)
    #expect(after.after(.nextSurface).race.cars.map(\.name) == ["adagrad", "rmsprop"])
  }

  @Test func `a lesson's page shows the tree beside its text`() throws {
    var model = try model()
    let library = LessonLibrary(model.strings, Shelf(folders: []))
    model.give(try library.lecture("family").lecture)
    #expect(model.treeRule == "gd" && Layout(model)?.tree != nil && Layout(model)?.lesson != nil)
    #expect(press(.right, in: model).treeRule == "sgd")
    #expect(press(.character("n"), .character("n"), in: model).treeRule == "nesterov")
    #expect(press(.escape, in: model).view != .tree)
  }

  @Test(arguments: Strings.languages, [Size(80, 24), Size(140, 42), Size(60, 20)])
  func `what is said of a rule is whole, or left out`(language: String, size: Size) throws {
    var model = try model(size: size, language: language)
    let library = LessonLibrary(model.strings, Shelf(folders: []))
    for inLesson in [false, true] {
      if inLesson { model.give(try library.lecture("family").lecture) }
      var said = 0
      for node in tree.nodes {
        (model.view, model.treeRule) = (.tree, node.about.name)
        // In a pocket, a lesson's text and the tree take turns.
        guard let tree = Layout(model)?.tree else { continue }
        let aside = FamilyTreePanel.scene(of: node.about.name, in: tree).picture?.aside
        let rows = Row.all(of: view(of: model, scenery: Scenery())).map(\.text)
        for part in Strings.OptimizerPart.allCases {
          guard let width = aside?.width else { continue }
          let lines = model.strings.optimizer(node.about.name, part).wrapped(to: width)
          let shown = lines.count { line in rows.contains { $0.contains(line) } }
          #expect(shown == 0 || shown == lines.count, "\(node.about.name) \(part)")
          said += shown
        }
      }
      #expect(said > 10 || size.width < 80, "\(said) lines")
    }
  }

  private func press(_ keys: Key..., in model: Model) -> Model {
    var model = model
    for key in keys {
      if let message = Keymap.message(for: .key(key), in: model) {
        model.take(message)
      }
    }
    return model
  }
}
