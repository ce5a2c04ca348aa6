import App
import Terminal
import Testing

struct KeyNameTests {
  private static let table: [(name: String, key: Key, label: String)] = [
    ("space", .character(" "), "Space"), ("a", .character("a"), "a"), ("A", .character("A"), "A"),
    ("?", .character("?"), "?"), ("-", .character("-"), "-"), ("1", .character("1"), "1"),
    ("é", .character("é"), "é"), ("f", .character("f"), "f"),
    ("ctrl-l", .control("l"), "^L"), ("ctrl-z", .control("z"), "^Z"),
    ("f1", .function(1), "F1"), ("f12", .function(12), "F12"), ("f20", .function(20), "F20"),
    ("enter", .enter, "Enter"), ("tab", .tab, "Tab"), ("shift-tab", .shiftTab, "Shift Tab"),
    ("backspace", .backspace, "Backspace"), ("esc", .escape, "Esc"),
    ("left", .left, "←"), ("right", .right, "→"), ("up", .up, "↑"), ("down", .down, "↓"),
    ("shift-left", .shiftLeft, "Shift ←"), ("shift-right", .shiftRight, "Shift →"),
    ("home", .home, "Home"), ("end", .end, "End"), ("pageup", .pageUp, "PgUp"),
    ("pagedown", .pageDown, "PgDn"), ("insert", .insert, "Ins"), ("delete", .delete, "Del"),
  ]

  @Test(arguments: table)
  func `a key is read from its name and written as it`(name: String, key: Key, label: String) {
    #expect(Key(name: name) == key)
    #expect(key.name == name)
    #expect(key.label == label)
  }

  @Test(arguments: Keymap.standard.all.flatMap(\.keys))
  func `every key in use has a name`(key: Key) {
    #expect(Key(name: key.name) == key)
  }

  @Test(arguments: [
    ("SPACE", Key.character(" ")), ("Ctrl-L", .control("l")), ("F2", .function(2)),
    ("Shift-Left", .shiftLeft), ("ㅂ", .character("q")), ("ㅃ", .character("Q")),
  ])
  func `capitals in names and jamo are understood`(name: String, key: Key) {
    #expect(Key(name: name) == key)
  }

  @Test(arguments: [
    "", " ", "spce", "ab", "ctrl-", "ctrl-1", "ctrl-ll", "f0", "f21", "f-1", "\u{7}", "\u{301}",
    // These come from the terminal as Backspace, Tab and Enter.
    "ctrl-h", "ctrl-i", "ctrl-j", "ctrl-m",
  ])
  func `other names are no keys`(name: String) {
    #expect(Key(name: name) == nil)
  }
}
