import Descent
import Drawing
import Files
import Texts

/// The open editor: the car's settings, a line each, the chosen one set off.
enum EditorPanel {
  /// Title, settings, and what the chosen one may be.
  static func height(of model: Model) -> Int { model.editedSettings.count + 2 }

  /// Where it stands over maps that have nothing beside them.
  static let width = 36
  /// Where the maps are narrow too: symbols instead of names.
  static let narrowWidth = 20

  /// The row of settings at a row of the screen, from 0.
  static func setting(atRow y: Int, in rect: Rect, of model: Model) -> Int? {
    let row = y - rect.y - 1
    return model.editedSettings.indices.contains(row) ? row : nil
  }

  static func draw(_ model: Model, in rect: Rect, on frame: inout Frame) {
    guard let editor = model.editor else { return }
    let (theme, strings, car) = (model.theme, model.strings, model.race.cars[model.focus])
    let paper = theme.paper.mixed(with: theme.ink, 0.08)
    frame.fill(rect, with: Cell(" ", ink: theme.ink, paper: paper))
    let color = model.livery[model.focus].color
    frame.write(
      " \(model.focus + 1) \(model.livery[model.focus].glyph) \(car.title) ".padded(to: rect.width),
      x: rect.x, y: rect.y, ink: theme.accentInk, paper: color, style: .bold)

    let settings = model.editedSettings
    let columns = Columns(settings, width: rect.width)
    for (row, setting) in settings.enumerated() where row + 2 < rect.height {
      let isChosen = row == min(editor.row, settings.count - 1)
      columns.draw(
        setting, isChosen ? editor : nil, theme, in: rect, y: rect.y + 1 + row, on: &frame)
    }
    guard let chosen = model.chosenSetting else {
      let text = strings(.noticeRecorded, ["name": car.title])
      frame.write(
        text, x: rect.x + 1, y: rect.maxY - 1, ink: theme.dim, maxWidth: rect.width - 2)
      return
    }
    let isLate = chosen.isOfTheStart && model.timeline.tick > 0
    frame.write(
      isLate ? strings[.editorOfTheStart] : chosen.rangeText, x: rect.x + 1, y: rect.maxY - 1,
      ink: isLate ? theme.warning : theme.dim, maxWidth: rect.width - 2)
  }
}

/// Name, symbol and value of a setting, as far as the width allows.
private struct Columns {
  /// Cells from the left; `nil` for what has no room.
  var name: Int?
  var symbol: Int?
  var value: Int

  init(_ settings: [EditedSetting], width: Int) {
    let names = settings.map(\.name.cellWidth).max() ?? 0
    let symbols = settings.map(\.symbol.cellWidth).max() ?? 0
    let values = 10
    if width >= names + symbols + values + 4 {
      (name, symbol, value) = (1, names + 2, names + symbols + 3)
    } else if width >= names + values + 2 {
      (name, symbol, value) = (1, nil, names + 2)
    } else {
      (name, symbol, value) = (nil, 1, symbols + 2)
    }
  }

  /// - Parameter editor: where the setting is the chosen one.
  func draw(
    _ setting: EditedSetting, _ editor: Editor?, _ theme: Theme, in rect: Rect, y: Int,
    on frame: inout Frame
  ) {
    let ink = editor == nil ? theme.ink : theme.accentInk
    let style: Cell.Style = editor == nil ? [] : .bold
    if editor != nil {
      frame.fill(
        Rect(x: rect.x, y: y, width: rect.width, height: 1),
        with: Cell(" ", ink: ink, paper: theme.accent))
    }
    if let name { frame.write(setting.name, x: rect.x + name, y: y, ink: ink, style: style) }
    if let symbol {
      frame.write(
        setting.symbol, x: rect.x + symbol, y: y,
        ink: name == nil || editor != nil ? ink : theme.dim, style: style)
    }
    let room = rect.width - value - 1
    if let editor, !editor.typed.isEmpty {
      let paper = editor.isRefused ? theme.warning : theme.accentInk
      let typed = editor.isRefused ? theme.accentInk : theme.accent
      // The end of what is typed is what one looks at.
      let text = String("\(editor.typed)_".suffix(room))
      frame.write(text, x: rect.x + value, y: y, ink: typed, paper: paper, style: .bold)
    } else {
      frame.write(
        setting.valueText.cut(to: room), x: rect.x + value, y: y, ink: ink, style: style)
    }
  }
}
