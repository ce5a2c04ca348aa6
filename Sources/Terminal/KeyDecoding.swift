import CCurses

extension Key {
  /// The key that a typed character stands for; `nil` for control characters without a name.
  ///
  /// Enter is ^M or ^J, Tab ^I, Backspace ^H or DEL, whatever the terminal sends.
  package init?(typed character: UInt32) {
    switch character {
    case 0x09: self = .tab
    case 0x0A, 0x0D: self = .enter
    case 0x08, 0x7F: self = .backspace
    case 0x1B: self = .escape
    case 0x01...0x1A: self = .control(Character(Unicode.Scalar(UInt8(character) + 0x60)))
    case 0x20...:
      guard let scalar = Unicode.Scalar(character), !(0x80..<0xA0).contains(character) else {
        return nil
      }
      self = .character(Character(scalar))
    default: return nil
    }
  }

  /// The key of a curses key code; `nil` for keys we have no use for.
  package init?(code: Int32) {
    if let key = Self.named[code] {
      self = key
    } else if let number = (1...20).first(where: { curses_key_f(Int32($0)) == code }) {
      self = .function(number)
    } else {
      return nil
    }
  }

  private static let named: [Int32: Key] = [
    KEY_LEFT: .left, KEY_RIGHT: .right, KEY_UP: .up, KEY_DOWN: .down,
    KEY_SLEFT: .shiftLeft, KEY_SRIGHT: .shiftRight,
    KEY_HOME: .home, KEY_END: .end, KEY_A1: .home, KEY_C1: .end,
    KEY_PPAGE: .pageUp, KEY_NPAGE: .pageDown, KEY_A3: .pageUp, KEY_C3: .pageDown,
    KEY_IC: .insert, KEY_DC: .delete, KEY_ENTER: .enter, KEY_BTAB: .shiftTab,
    KEY_BACKSPACE: .backspace,
  ]

  /// Byte sequences that terminals send beside those in their terminfo entry: arrows in either
  /// cursor-key mode, the ends and the function keys of the various traditions.
  static let sequences: [(bytes: String, code: Int32)] =
    [
      ("\u{1B}OA", KEY_UP), ("\u{1B}[A", KEY_UP), ("\u{1B}OB", KEY_DOWN), ("\u{1B}[B", KEY_DOWN),
      ("\u{1B}OC", KEY_RIGHT), ("\u{1B}[C", KEY_RIGHT),
      ("\u{1B}OD", KEY_LEFT), ("\u{1B}[D", KEY_LEFT),
      ("\u{1B}OH", KEY_HOME), ("\u{1B}[H", KEY_HOME),
      ("\u{1B}[1~", KEY_HOME), ("\u{1B}[7~", KEY_HOME),
      ("\u{1B}OF", KEY_END), ("\u{1B}[F", KEY_END),
      ("\u{1B}[4~", KEY_END), ("\u{1B}[8~", KEY_END),
      ("\u{1B}[2~", KEY_IC), ("\u{1B}[3~", KEY_DC),
      ("\u{1B}[5~", KEY_PPAGE), ("\u{1B}[6~", KEY_NPAGE), ("\u{1B}[Z", KEY_BTAB),
      ("\u{1B}[1;2D", KEY_SLEFT), ("\u{1B}[1;2C", KEY_SRIGHT),
      ("\u{1B}[d", KEY_SLEFT), ("\u{1B}[c", KEY_SRIGHT),
      ("\u{1B}OM", KEY_ENTER),
    ]
    + zip(["OP", "OQ", "OR", "OS"], 1...).map { ("\u{1B}" + $0, curses_key_f($1)) }
    + zip([11, 12, 13, 14, 15, 17, 18, 19, 20, 21, 23, 24], 1...).map {
      ("\u{1B}[\($0)~", curses_key_f($1))
    }
}
