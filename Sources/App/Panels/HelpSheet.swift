import Drawing

/// The help: every key with what it does, from the key table.
enum HelpSheet {
  static func sheet(of model: Model, width: Int) -> Sheet {
    let (strings, theme) = (model.strings, model.theme)
    var sheet = Sheet(title: strings[.helpTitle], width: width)
    let groups: [(title: Text?, bindings: [Binding])] = [
      (nil, Keymap.race), (.helpWhileChoosing, Keymap.crosshair), (.helpWhileReading, Keymap.sheet),
    ]
    let labels = groups.flatMap(\.bindings).map(\.label.cellWidth).max() ?? 0
    for (title, bindings) in groups {
      if let title {
        sheet.addBlank(theme.ink)
        sheet.add(strings[title], theme.dim)
      }
      for binding in bindings {
        guard let help = binding.help else { continue }
        sheet.add(binding.label, strings[help], leadWidth: labels, theme.ink)
      }
    }
    sheet.addBlank(theme.ink)
    sheet.add(strings[.helpMouseHint], theme.dim)
    sheet.add(strings[.helpLegend], theme.dim)
    return sheet
  }
}
