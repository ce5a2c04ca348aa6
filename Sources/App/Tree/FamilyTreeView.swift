import Drawing
import Files
import Terminal
import Texts

/// The family of the rules in place of the maps, with what there is to say of the rule under the
/// cursor.
struct FamilyTreeView: RaceView {
  let name = MapView.tree
  let key: (action: String, key: Key)? = nil
  let isPlane = false

  let keys = [
    KeyGroup(
      .helpInTree,
      [
        Keymap.on("tree-left", [.left], .tree(.walk(.left)), .footer),
        Keymap.on("tree-down", [.down], .tree(.walk(.down))),
        Keymap.on("tree-up", [.up], .tree(.walk(.up))),
        Keymap.on("tree-right", [.right], .tree(.walk(.right))),
        Keymap.on("drive-rule", [.enter], .tree(.drive), .footer),
        Keymap.on("close-tree", [.escape], .close, .footer, words: "close"),
      ])
  ]

  func sidebarColumns(in size: Size) -> Int? { nil }

  func place(in area: Rect, of model: Model, on layout: inout Layout) { layout.tree = area }

  func draw(_ model: Model, _ layout: Layout, scenery: Scenery, on frame: inout Frame) {
    if let tree = layout.tree { FamilyTreePanel.draw(model, in: tree, on: &frame) }
  }
}
