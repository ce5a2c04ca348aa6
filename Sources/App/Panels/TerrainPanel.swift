import Drawing

enum TerrainPanel {
  static func draw(
    _ map: Layout.Map, of model: Model, scenery: Scenery, on frame: inout Frame
  ) {}
}
