import Drawing

/// How a key is written: by name in files (`space`, `A`, `ctrl-l`, `shift-left`, `f2`), by label on
/// the screen (`Space`, `A`, `^L`, `Shift ←`, `F2`).
extension Key {
  /// The key of a name; `nil` if there is none. Names of one character are that character, those
  /// of more may be in capitals; a jamo is the Latin key that it shares.
  package init?(name: String) {
    let word = name.lowercased()
    if let named = Self.named.first(where: { $0.name == word }) {
      self = named.key
    } else if name.count == 1, let character = name.first, character != " ",
      name.cellWidth > 0, !name.unicodeScalars.contains(where: \.isHidden)
    {
      self = Key.character(character).onLatinKeyboard
    } else if word.hasPrefix("ctrl-"), word.count == 6, let letter = word.last,
      "abcdefgklnopqrstuvwxyz".contains(letter)
    {
      // The terminal sends Backspace, Tab and Enter for the letters h, i, j and m.
      self = .control(letter)
    } else if word.hasPrefix("f"), let number = Int(word.dropFirst()), Self.functions ~= number {
      self = .function(number)
    } else {
      return nil
    }
  }

  package var name: String {
    switch self {
    case .character(" "): "space"
    case .character(let character): String(character)
    case .control(let letter): "ctrl-\(letter)"
    case .function(let number): "f\(number)"
    default: Self.named.first { $0.key == self }!.name
    }
  }

  package var label: String {
    switch self {
    case .character(" "): "Space"
    case .character(let character): String(character)
    case .control(let letter): "^\(letter.uppercased())"
    case .function(let number): "F\(number)"
    default: Self.named.first { $0.key == self }!.label
    }
  }

  /// The names of keys that are not characters, for suggestions.
  package static let names = named.map(\.name)

  private static let functions = 1...20

  private static let named: [(key: Key, name: String, label: String)] = [
    (.character(" "), "space", "Space"), (.enter, "enter", "Enter"), (.tab, "tab", "Tab"),
    (.shiftTab, "shift-tab", "Shift Tab"), (.backspace, "backspace", "Backspace"),
    (.escape, "esc", "Esc"), (.left, "left", "←"), (.right, "right", "→"), (.up, "up", "↑"),
    (.down, "down", "↓"), (.shiftLeft, "shift-left", "Shift ←"),
    (.shiftRight, "shift-right", "Shift →"), (.home, "home", "Home"), (.end, "end", "End"),
    (.pageUp, "pageup", "PgUp"), (.pageDown, "pagedown", "PgDn"), (.insert, "insert", "Ins"),
    (.delete, "delete", "Del"),
  ]
}
