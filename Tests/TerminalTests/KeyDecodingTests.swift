import Terminal
import Testing

struct KeyDecodingTests {
  @Test(
    arguments: [
      (0x71, Key.character("q")), (0x20, .character(" ")), (0x3F, .character("?")),
      (0xD55C, .character("한")), (0x2207, .character("∇")), (0x1F600, .character("😀")),
      (0x0D, .enter), (0x0A, .enter), (0x09, .tab), (0x1B, .escape),
      (0x08, .backspace), (0x7F, .backspace),
      (0x0C, .control("l")), (0x01, .control("a")), (0x1A, .control("z")), (0x13, .control("s")),
    ] as [(UInt32, Key)])
  func `a typed character is a key`(character: UInt32, key: Key) {
    #expect(Key(typed: character) == key)
  }

  @Test(arguments: [0x00, 0x1C, 0x1F, 0x85, 0xD800, 0x11_0000] as [UInt32])
  func `what is no character is no key`(character: UInt32) {
    #expect(Key(typed: character) == nil)
  }

  /// The codes are curses' own, in octal as its header has them.
  @Test(
    arguments: [
      (0o402, Key.down), (0o403, .up), (0o404, .left), (0o405, .right), (0o406, .home),
      (0o550, .end), (0o522, .pageDown), (0o523, .pageUp), (0o513, .insert), (0o512, .delete),
      (0o611, .shiftLeft), (0o622, .shiftRight), (0o541, .shiftTab), (0o407, .backspace),
      (0o527, .enter), (0o411, .function(1)), (0o424, .function(12)),
    ] as [(Int32, Key)])
  func `a curses code is a key`(code: Int32, key: Key) {
    #expect(Key(code: code) == key)
  }

  @Test func `keys without a use are none`() {
    #expect(Key(code: 0o410) == nil)
    #expect(Key(code: 0o1234) == nil)
  }
}
