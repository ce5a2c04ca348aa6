import Drawing
import Files
package import Texts

/// The help: every key with what it does, from the key table. What is in force comes first.
package enum HelpSheet {
  /// Keys that belong together, under a title.
  package struct Group: Sendable {
    package let title: Text
    package let lines: [HelpLine]

    fileprivate init(_ title: Text, _ bindings: [Binding]) {
      self.title = title
      lines = HelpLine.lines(of: bindings)
    }
  }

  /// The keys of the race by what they are for, then those of each place where keys have meanings
  /// of their own.
  package static func groups(of keymap: Keymap) -> [Group] {
    Keymap.raceGroups.map { group in
      Group(group.title, keymap.race.filter { group.actions.contains($0.action) })
    }
      + keymap.views.map { Group($0.title, $0.bindings) } + [
        Group(.helpWhileEditing, keymap.editor), Group(.helpWhileTyping, keymap.typing),
        Group(.helpWhileChoosing, keymap.crosshair), Group(.helpWhileReading, keymap.sheet),
        Group(.helpInLesson, keymap.lesson + keymap.pocket),
        Group(.helpWhileAsking, keymap.question), Group(.helpWhileListing, keymap.lessonList),
        Group(.helpAtDesk, keymap.desk),
      ] + keymap.wall.map { Group($0.title, $0.bindings) }
  }

  /// The titles of the keys that come before those of the race as soon as the help is closed, the
  /// nearest first.
  package static func titlesInForce(in model: Model) -> [Text] {
    if model.desk != nil { return [.helpAtDesk] }
    if let wall = model.classroom, wall.isShown { return wall.titlesOfKeys }
    var titles: [Text] = []
    if let editor = model.editor {
      titles += (editor.typed.isEmpty ? [] : [.helpWhileTyping]) + [.helpWhileEditing]
    }
    if model.crosshair != nil { titles.append(.helpWhileChoosing) }
    if let lecture = model.lecture {
      titles += (lecture.isAsking ? [.helpWhileAsking] : []) + [.helpInLesson]
    }
    return titles + model.groupsInForce.map(\.title)
  }

  /// Whether a sheet so wide has two columns of keys.
  static func hasColumns(_ width: Int) -> Bool { width >= 100 }

  static func sheet(of model: Model, width: Int) -> SheetText {
    let (strings, theme) = (model.strings, model.theme)
    let groups = groups(of: model.keymap)
    let inForce = titlesInForce(in: model)
    let own = inForce.compactMap { title in groups.first { $0.title == title } }
    let race = groups.prefix(Keymap.raceGroups.count)
    // The lecturer's notes know few keys.
    let isAtDesk = model.desk != nil || model.classroom?.isShown == true
    let common =
      isAtDesk ? [Group(.helpProgram, model.keymap.race.filter(\.isAtDesk))] : Array(race)
    let others = groups.dropFirst(race.count).filter { !isAtDesk && !inForce.contains($0.title) }

    var sheet = SheetText(title: strings[.helpTitle], width: width)
    let labels = groups.flatMap(\.lines).map(\.label.cellWidth).max() ?? 0
    let columns = hasColumns(width + 4) ? 2 : 1
    let columnWidth = (width - (columns - 1) * gap) / columns
    for part in [own + common, Array(others)] {
      let blocks = part.map { group in
        let ink = inForce.contains(group.title) ? theme.accent : theme.dim
        return block(group, strings, theme.ink, titleInk: ink, labels, width: columnWidth)
      }
      sheet.lines +=
        columns == 2 ? sideBySide(blocks, columnWidth, theme.ink) : blocks.flatMap(\.self)
    }
    for text in [Text.helpMouseHint, .helpRemap, .helpLegend] {
      sheet.add(strings[text], theme.dim)
    }
    return sheet
  }

  /// Blanks between two columns.
  private static let gap = 4

  /// A group's title, its keys, and a blank line.
  private static func block(
    _ group: Group, _ strings: Strings, _ ink: Color, titleInk: Color, _ labels: Int, width: Int
  ) -> [StyledLine] {
    var text = SheetText(title: "", width: width)
    text.lines.append(StyledLine(strings[group.title], titleInk, .bold))
    for line in group.lines {
      text.add(line.label, strings.help(line.words), leadWidth: labels, ink)
    }
    text.addBlank()
    return text.lines
  }

  /// Blocks in two columns of about the same height, none of them divided.
  private static func sideBySide(
    _ blocks: [[StyledLine]], _ width: Int, _ ink: Color
  ) -> [StyledLine] {
    func height(_ blocks: ArraySlice<[StyledLine]>) -> Int { blocks.map(\.count).reduce(0, +) }
    let cut =
      (0...blocks.count).min { a, b in
        max(height(blocks[..<a]), height(blocks[a...]))
          < max(height(blocks[..<b]), height(blocks[b...]))
      } ?? 0
    let (left, right) = (blocks[..<cut].flatMap(\.self), blocks[cut...].flatMap(\.self))
    return (0..<max(left.count, right.count)).map { row in
      var line = row < left.count ? left[row] : StyledLine()
      guard row < right.count, !right[row].runs.isEmpty else { return line }
      line.pad(to: width + gap, ink)
      line.add(right[row])
      return line
    }
  }
}
