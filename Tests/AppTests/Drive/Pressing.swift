import App
import Drawing
import Files
import Terminal
import Testing

extension Model {
  /// The model after keys, as `Program` has them answered; a key that means nothing does nothing.
  func pressing(_ keys: [Key]) throws -> Model {
    var model = self
    for key in keys {
      if let message = Keymap.message(for: .key(key), in: model) { model.take(message) }
    }
    return model
  }

  /// The same for keys that are letters.
  func pressing(_ keys: String...) throws -> Model {
    try pressing(keys.joined().map(Key.character))
  }

  /// The frame, for a screen with every glyph and colour.
  var frame: Frame { App.view(of: self, scenery: Scenery()) }

  /// How many cells of the map are fog.
  var fogCells: Int { frame.cells.count { $0.glyph == "." && $0.paper == theme.fog } }
}
