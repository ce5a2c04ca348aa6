extension Contour {
  /// A place for a short text on a contour line.
  package struct Label: Hashable, Sendable {
    package let level: Double
    /// The text's first cell.
    package let x: Int
    package let y: Int
  }

  /// Places for the labels of lines in a panel, at most one a line, away from one another.
  ///
  /// Longer lines choose first; a line chooses where it runs level, so that the text lies along
  /// it, and as far inside as it can. Lines under 12 dots, and lines without room, get none.
  package static func labels(for lines: [Contour], in size: Size, width: Int) -> [Label] {
    let room = Rect(x: 1, y: 1, width: size.width - 2, height: size.height - 2)
    guard width > 0, room.width >= width, room.height > 0 else { return [] }
    var taken: [Label] = []
    let lengths = lines.map(\.length)
    let byLength = lines.indices.filter { lengths[$0] >= 12 }
      .sorted { (lengths[$0], $1) > (lengths[$1], $0) }
    for index in byLength {
      if let label = lines[index].bestLabel(in: room, width, avoiding: taken) {
        taken.append(label)
      }
    }
    return taken.sorted { ($0.level, $0.y, $0.x) < ($1.level, $1.y, $1.x) }
  }

  private func bestLabel(in room: Rect, _ width: Int, avoiding taken: [Label]) -> Label? {
    var (best, bestScore): (Label?, Double) = (nil, 0)
    let reach = 2
    for index in stride(from: reach, to: xs.count - reach, by: 2) {
      let label = Label(
        level: level, x: (Int(xs[index]) / 2) - width / 2, y: Int(ys[index]) / 4)
      guard room.contains(x: label.x, y: label.y),
        room.contains(x: label.x + width - 1, y: label.y),
        taken.allSatisfy({ abs($0.x - label.x) > width + 2 || abs($0.y - label.y) > 1 })
      else { continue }
      let run = (xs[index + reach] - xs[index - reach]).magnitude
      let rise = (ys[index + reach] - ys[index - reach]).magnitude
      let inside = min(
        label.x - room.x, room.maxX - width - label.x, (label.y - room.y) * 2,
        (room.maxY - 1 - label.y) * 2)
      let score = run / (run + rise + 1e-9) + 0.02 * Double(min(inside, 12)) + 1e-6
      if score > bestScore { (best, bestScore) = (label, score) }
    }
    return best
  }
}
