import Drawing
import Files
import Room
import Texts

/// A round that is open: what is offered, and how many have chosen.
enum ChoosingPage {
  static func draw(_ wall: ClassWall, _ model: Model, in rect: Rect, on frame: inout Frame) {
    guard let round = wall.round else { return }
    let lines = lines(of: wall, round, model, width: rect.width)
    frame.write(lines, in: rect)
    let rest = rect.inset(top: min(rect.height, lines.count + 1))
    guard !round.isFog else { return }
    drawCount(wall, round, model, in: rest, on: &frame)
  }

  private static func lines(
    of wall: ClassWall, _ round: Round, _ model: Model, width: Int
  ) -> [StyledLine] {
    let (theme, strings) = (model.theme, model.strings)
    var lines: [StyledLine] = []
    func add(_ action: String, _ label: Text, _ value: String) {
      var line = StyledLine()
      line.add(model.keymap.label(of: action).padded(to: 3), theme.accent, .bold)
      line.add(strings[label] + "  ", theme.dim)
      line.add(value.cut(to: max(0, width - line.width)), theme.ink, .bold)
      lines.append(line)
    }
    add("round-surface", .wallSurface, round.ground.title)
    add("round-fog", .wallKind, strings[round.isFog ? .wallKindFog : .wallKindRace])
    switch round.kind {
    case .fog(let offer):
      lines.append(StyledLine())
      lines += StyledLine.wrapped(
        strings(.wallFogNote, ["budget": "\(offer.budget)"]), to: width, theme.ink)
    case .race(let offer):
      add("round-starts", .wallStarts, strings[offer.start == nil ? .wallFree : .wallOneStart])
      add(
        "round-settings", .wallSettings,
        strings[wall.allowsSettings ? .wallMoreSettings : .wallRateOnly])
      lines.append(StyledLine())
      lines += rules(offer, model, width: width)
    }
    return lines
  }

  /// The rules with their signs and colours, as many in a row as fit.
  private static func rules(_ offer: RaceOffer, _ model: Model, width: Int) -> [StyledLine] {
    var lines = [StyledLine()]
    for rule in offer.rules {
      let wear = Livery.wear(of: rule.name, model.theme)
      let text = "\(wear.glyph) \(rule.title)"
      if lines[lines.count - 1].width + text.cellWidth > width { lines.append(StyledLine()) }
      lines[lines.count - 1].add(text + "  ", wear.color, .bold)
    }
    return lines
  }

  private static func drawCount(
    _ wall: ClassWall, _ round: Round, _ model: Model, in rect: Rect, on frame: inout Frame
  ) {
    let (theme, strings) = (model.theme, model.strings)
    let (chosen, all) = (round.choices.count, wall.room.seats.count)
    var y = rect.y
    if rect.height >= BlockDigits.height + 4 {
      BlockDigits.draw("\(chosen)", x: rect.x, y: y, ink: theme.accent, on: &frame)
      y += BlockDigits.height
    }
    guard y < rect.maxY else { return }
    frame.write(
      strings(.wallChosen, ["count": "\(chosen)", "all": "\(all)"]), x: rect.x, y: y,
      ink: theme.ink, style: .bold, maxWidth: rect.width)
    let waiting = wall.room.seats.filter { round.choices[$0.id] == nil }
    let rest = rect.inset(top: min(rect.height, y + 2 - rect.y))
    guard !waiting.isEmpty, rest.height > 1 else { return }
    frame.write(
      strings[.wallNotYet], x: rest.x, y: rest.y, ink: theme.dim, maxWidth: rest.width)
    ClassWall.draw(
      waiting.map { wall.name(of: $0.id) }, in: rest.inset(top: 1), ink: theme.dim, on: &frame)
  }
}
