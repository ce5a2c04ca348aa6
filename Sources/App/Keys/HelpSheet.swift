import Drawing
import Files
package import Texts

/// The help: every key with what it does, from the key table.
package enum HelpSheet {
  /// The keys of each place where they have meanings of their own, with a title from the second on.
  package static func groups(of keymap: Keymap) -> [(title: Text?, lines: [HelpLine])] {
    var groups: [(title: Text?, lines: [HelpLine])] = [(nil, HelpLine.lines(of: keymap.race))]
    groups += keymap.views.map { ($0.title, HelpLine.lines(of: $0.bindings)) }
    groups += [
      (.helpWhileEditing, HelpLine.lines(of: keymap.editor)),
      (.helpWhileTyping, HelpLine.lines(of: keymap.typing)),
      (.helpWhileChoosing, HelpLine.lines(of: keymap.crosshair)),
      (.helpWhileReading, HelpLine.lines(of: keymap.sheet)),
      (.helpInLesson, HelpLine.lines(of: keymap.lesson + keymap.pocket)),
      (.helpWhileAsking, HelpLine.lines(of: keymap.question)),
      (.helpWhileListing, HelpLine.lines(of: keymap.lessonList)),
    ]
    return groups
  }

  static func sheet(of model: Model, width: Int) -> SheetText {
    let (strings, theme) = (model.strings, model.theme)
    var sheet = SheetText(title: strings[.helpTitle], width: width)
    let groups = groups(of: model.keymap)
    let labels = groups.flatMap(\.lines).map(\.label.cellWidth).max() ?? 0
    for (title, lines) in groups {
      if let title {
        sheet.addBlank()
        sheet.add(strings[title], theme.dim)
      }
      for line in lines {
        sheet.add(line.label, strings.help(line.words), leadWidth: labels, theme.ink)
      }
    }
    sheet.addBlank()
    sheet.add(strings[.helpMouseHint], theme.dim)
    sheet.add(strings[.helpRemap], theme.dim)
    sheet.add(strings[.helpLegend], theme.dim)
    return sheet
  }
}
