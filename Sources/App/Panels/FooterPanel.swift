import Drawing

/// The last row: the keys that work now, or one line of news.
enum FooterPanel {
  static func draw(_ model: Model, in rect: Rect, on frame: inout Frame) {
    let theme = model.theme
    if let notice = model.notice {
      frame.write(
        notice, x: rect.x + 1, y: rect.y, ink: theme.warning, style: .bold,
        maxWidth: rect.width - 2)
      return
    }
    var x = rect.x + 1
    for hint in hints(for: model, within: rect.width - 2) {
      x += frame.write(hint.keys, x: x, y: rect.y, ink: theme.ink, style: .bold) + 1
      x += frame.write(hint.word, x: x, y: rect.y, ink: theme.dim) + 2
    }
  }

  private typealias Hint = (keys: String, word: String)

  /// As many hints as fit; help and quit always do.
  private static func hints(for model: Model, within width: Int) -> [Hint] {
    let lines = HelpLine.lines(of: model.keymap.bindings(for: model))
    var hints: [Hint] = lines.compactMap { line in
      guard let word = line.footer, let keys = line.shortLabel else { return nil }
      return (keys, model.strings[word])
    }
    func total() -> Int {
      hints.map { $0.keys.cellWidth + $0.word.cellWidth + 3 }.reduce(-2, +)
    }
    while hints.count > 2, total() > width { hints.remove(at: hints.count - 3) }
    return hints
  }
}
