import Descent
import Drawing
import Files
package import Texts

/// Who came where, after how many steps and what they cost, once a race has ended.
enum ResultPanel {
  /// What it takes over a map; in the sidebar it is as wide as that.
  static let width = 42
  /// The least that it can be read in.
  static let leastWidth = 32

  /// Where the numbers end, from the left of the panel.
  private struct Columns {
    var manner: Int
    var step: Int
    var asked: Int
    /// Only of data, and where there is room.
    var samples: Int?

    init(width: Int, hasData: Bool) {
      let last = hasData && width >= 40 ? width - 9 : width
      samples = last < width ? width : nil
      (asked, step) = (last, last - 8)
      // A word, a blank and four digits.
      manner = step - 10
    }
  }

  /// Title, a row for each car, and what one can do now.
  static func height(of finishes: [Finish], _ model: Model, width: Int) -> Int {
    1 + finishes.count + hints(model, width: width).count
  }

  /// - Parameter isOverMap: the panel needs a ground of its own.
  static func draw(
    _ finishes: [Finish], _ model: Model, isOverMap: Bool, in whole: Rect, on frame: inout Frame
  ) {
    let (theme, strings) = (model.theme, model.strings)
    var rect = whole
    if isOverMap {
      let paper = theme.paper.mixed(with: theme.ink, 0.08)
      frame.fill(whole, with: Cell(" ", ink: theme.ink, paper: paper))
      rect = whole.inset(left: 1, right: 1)
    }
    let columns = Columns(width: rect.width, hasData: model.surface.sampleCount > 0)
    frame.write(
      strings[.resultTitle], x: rect.x, y: rect.y, ink: theme.dim, style: .bold,
      maxWidth: columns.manner)
    func head(_ text: Text, endingAt column: Int?) {
      guard let column else { return }
      let word = strings[text]
      frame.write(word, x: rect.x + column - word.cellWidth, y: rect.y, ink: theme.dim)
    }
    head(.resultSteps, endingAt: columns.step)
    head(.resultAsked, endingAt: columns.asked)
    head(.resultSamples, endingAt: columns.samples)
    for (place, finish) in finishes.enumerated() where place + 1 < rect.height {
      draw(finish, place: place, columns, model, in: rect, on: &frame)
    }
    frame.write(
      hints(model, width: rect.width), in: rect.inset(top: 1 + finishes.count))
  }

  private static func draw(
    _ finish: Finish, place: Int, _ columns: Columns, _ model: Model, in rect: Rect,
    on frame: inout Frame
  ) {
    let (theme, strings, y) = (model.theme, model.strings, rect.y + 1 + place)
    let color = model.livery[finish.car].color
    frame.write("\(place + 1)", x: rect.x, y: y, ink: theme.ink)
    if model.isPresentation {
      CarBadge.draw(finish.car, x: rect.x + 2, y: y, model, on: &frame)
    } else {
      frame.write(
        "\(model.livery[finish.car].glyph)", x: rect.x + 2, y: y, ink: color, style: .bold)
    }
    let left = model.isPresentation ? 3 + CarBadge.width : 4
    let manner = strings.manner(of: finish)
    frame.write(
      model.race.name(ofCar: finish.car, among: model.shown, cutTo: columns.manner - left - 1),
      x: rect.x + left, y: y, ink: color, style: .bold, maxWidth: columns.manner - left - 1)
    frame.write(
      manner, x: rect.x + columns.manner, y: y,
      ink: finish.manner == .crashed ? theme.warning : theme.ink)
    func number(_ value: Int, endingAt column: Int?) {
      guard let column else { return }
      let text = "\(value)"
      frame.write(text, x: rect.x + column - text.cellWidth, y: y, ink: theme.ink)
    }
    number(finish.step, endingAt: columns.step)
    number(finish.asked, endingAt: columns.asked)
    number(finish.samples, endingAt: columns.samples)
  }

  private static func hints(_ model: Model, width: Int) -> [StyledLine] {
    let hint = model.strings(
      .resultKeys,
      [
        "play": model.keymap.label(of: "play"), "restart": model.keymap.label(of: "restart"),
        "random": model.keymap.label(of: "random-start"),
      ])
    return StyledLine.wrapped(hint, to: width, model.theme.dim)
  }
}

extension Strings {
  /// ★ or ☆ of a car that has arrived there; in a word what else has become of it.
  package func manner(of finish: Finish) -> String {
    switch finish.manner {
    case .arrived(_, let isLowest): isLowest ? "★" : "☆"
    case .rests: self[.resultRests]
    case .crashed: "✗"
    }
  }
}
