import App
import Files
import TOML
import Testing
import Texts

/// What no text may say, where it is told, and why.
struct TOMLFaultTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var text: String
    var line, column: Int
    var reason: TOMLFault.Reason

    init(_ text: String, _ line: Int, _ column: Int, _ reason: TOMLFault.Reason) {
      (self.text, self.line, self.column, self.reason) = (text, line, column, reason)
    }

    var testDescription: String { text }
  }

  private static func found(
    _ found: String?, _ expected: TOMLFault.Expected
  ) -> TOMLFault.Reason { .unexpected(found: found, expected) }

  static let statements: [Case] = [
    Case("a = 1\n= 2", 2, 1, found("=", .statement)), Case("차 = 1", 1, 1, found("차", .statement)),
    Case(" ???", 1, 2, found("???", .statement)), Case("{}", 1, 1, found("{", .statement)),
    Case("a", 1, 2, found(nil, .equals)), Case("a b = 1", 1, 3, found("b", .equals)),
    Case("\"a\"b = 1", 1, 4, found("b", .equals)), Case("'a' 'b' = 1", 1, 5, found("'", .equals)),
    Case("a. = 1", 1, 4, found("=", .name)), Case(".a = 1", 1, 1, found(".a", .statement)),
    Case("a..b = 1", 1, 3, found(".b", .name)), Case("a.b", 1, 4, found(nil, .equals)),
    Case("\"\"\"a\"\"\" = 1", 1, 3, found("\"", .equals)),
    Case("a é = 1", 1, 3, found("é", .equals)),
    Case("a =", 1, 4, found(nil, .value)), Case("a =\n1", 1, 4, found(nil, .value)),
    Case("a = # 1", 1, 5, found("#", .value)), Case("a = = 1", 1, 5, found("=", .value)),
    Case("a = blue", 1, 5, found("blue", .value)), Case("a = True", 1, 5, found("True", .value)),
    Case("a = truer", 1, 5, found("truer", .value)), Case("a = #777", 1, 5, found("#777", .value)),
    Case("a = infinity", 1, 5, found("infinity", .value)), Case("a = ,", 1, 5, found(",", .value)),
    Case("a = 1 b = 2", 1, 7, found("b", .lineEnd)), Case("a = 1, 2", 1, 6, found(",", .lineEnd)),
    Case("a = \"b\" c", 1, 9, found("c", .lineEnd)), Case("a = []]", 1, 7, found("]", .lineEnd)),
    Case("a = \"차\" 차", 1, 9, found("차", .lineEnd)), Case("a = {}}", 1, 7, found("}", .lineEnd)),
    Case("\n\u{FEFF}a = 1", 2, 1, found("\u{FEFF}a", .statement)),
  ]

  static let headings: [Case] = [
    Case("[", 1, 2, found(nil, .name)), Case("[]", 1, 2, found("]", .name)),
    Case("[[]]", 1, 3, found("]", .name)), Case("[.a]", 1, 2, found(".a", .name)),
    Case("[a.]", 1, 4, found("]", .name)), Case("[a b]", 1, 4, found("b", .headingEnd("]"))),
    Case("[a", 1, 3, found(nil, .headingEnd("]"))),
    Case("[a # b]", 1, 4, found("#", .headingEnd("]"))),
    Case("[[a]", 1, 4, found("]", .headingEnd("]]"))),
    Case("[[a] ]", 1, 4, found("]", .headingEnd("]]"))),
    Case("[ [a]]", 1, 3, found("[", .name)), Case("[a]]", 1, 4, found("]", .lineEnd)),
    Case("[a] b = 1", 1, 5, found("b", .lineEnd)),
    Case("[a\n]", 1, 3, found(nil, .headingEnd("]"))),
    Case("[\"a\n\"]", 1, 2, .unclosedInLine("\"")),
  ]

  static let texts: [Case] = [
    Case("a = \"b", 1, 5, .unclosedInLine("\"")), Case("a = 'b\nc = 1", 1, 5, .unclosedInLine("'")),
    Case("a = \"b\\", 1, 5, .unclosedInLine("\"")),
    Case("a = \"b\\\"\n", 1, 5, .unclosedInLine("\"")),
    Case("a = 1\nb = \"\"\"\nc\n\"\"", 2, 5, .unclosed("\"\"\"")),
    Case("a = '''b''", 1, 5, .unclosed("'''")),
    Case("a = \"\"\"b\\\n", 1, 5, .unclosed("\"\"\"")),
    Case("a = \"\"\"b\"\"\"\"\"\"", 1, 14, found("\"", .lineEnd)),
    Case("a = \"차\\q\"", 1, 7, .escape("\\q")), Case("a = \"\\e\"", 1, 6, .escape("\\e")),
    Case("a = \"\\x41\"", 1, 6, .escape("\\x")), Case("a = \"\\차\"", 1, 6, .escape("\\차")),
    Case("a = \"\\u12\"", 1, 6, .escape("\\u12")),
    Case("a = \"\\U0000\"", 1, 6, .escape("\\U0000")),
    Case("a = \"\\ b\"", 1, 6, .escape("\\ ")),
    Case("a = \"\"\"\nb\\ c\"\"\"", 2, 2, .escape("\\ ")),
    Case("a = \"\\ud800\"", 1, 6, .notCharacter("\\ud800")),
    Case("a = \"\\U00110000\"", 1, 6, .notCharacter("\\U00110000")),
    Case("a = \"b\u{7}\"", 1, 7, .control("U+0007")),
    Case("a = 'b\u{7F}'", 1, 7, .control("U+007F")),
    Case("a = \"b\0\"", 1, 7, .control("U+0000")),
    Case("a = \"\"\"\n\u{1B}\"\"\"", 2, 1, .control("U+001B")),
    Case("# a\u{1F}", 1, 4, .control("U+001F")), Case("a = 1 # \0", 1, 9, .control("U+0000")),
    Case("\u{C}", 1, 1, .control("U+000C")), Case("a \u{B}= 1", 1, 3, .control("U+000B")),
    Case("a = 1\rb = 2", 1, 6, .carriageReturn), Case("# a\rb", 1, 4, .carriageReturn),
    Case("a = \"b\rc\"", 1, 7, .carriageReturn), Case("a = '''b\rc'''", 1, 9, .carriageReturn),
    Case("a = \"\"\"b\\\rc\"\"\"", 1, 10, .carriageReturn),
    Case("a = [\r1]", 1, 6, .carriageReturn),
    Case("\r", 1, 1, .carriageReturn),
  ]

  static let numbers: [Case] =
    [
      "012", "-01", "+00", "00.5", "0_1", "1__2", "1_", "1_.5", "1._5", "1.", "1.e5", "+.5", "1e",
      "1e+", "1e5.5",
      "1e_5", "1_e5", "1.5.6", "0x", "0xg", "0x_f", "0xf_", "0X1", "0o8", "0O7", "0b2", "0B1",
      "-0x1", "+0b1", "0xF.5",
      "1a", "--1", "+-1", "+", "-", "-inf_", "+nano", "1.2.3", "0e", "00", "1٠",
    ].map {
      $0 == "1٠" ? Case("a = 1٠", 1, 6, found("٠", .lineEnd)) : Case("a = \($0)", 1, 5, .number($0))
    } + [
      Case("a = .5", 1, 5, found(".5", .value)), Case("a = _1", 1, 5, found("_1", .value)),
      Case("a = 9223372036854775808", 1, 5, .integerRange("9223372036854775808")),
      Case("a = -9223372036854775809", 1, 5, .integerRange("-9223372036854775809")),
      Case("a = 0x8000_0000_0000_0000", 1, 5, .integerRange("0x8000_0000_0000_0000")),
    ]

  static let dates: [Case] = [
    "1979-05", "1979-5-27", "1979-05-7", "79-05-27", "1979-13-01", "1979-00-01", "1979-05-00",
    "1979-05-32", "1979-04-31", "1979-02-29", "1900-02-29", "2100-02-29", "10000-01-01",
    "1979-05-27T", "1979-05-27T:32:00", "1979-05-27T07", "1979-05-27T07:32", "1979-05-27T7:32:00",
    "1979-05-27T24:00:00", "1979-05-27T07:60:00", "1979-05-27T07:32:61", "1979-05-27T07:32:00.",
    "1979-05-27T07:32:00.Z", "1979-05-27T07:32:00X", "1979-05-27T07:32:00+24:00",
    "1979-05-27T07:32:00+07:60", "1979-05-27T07:32:00+07", "1979-05-27T07:32:00-0730",
    "1979-05-27 07:32", "1979-05-27_07:32:00", "07:32", "07:32:00Z", "7:32:00", "24:00:00",
    "07:32:00.", "1979-05-2707:32:00", "1979-05-27T07:32:00ZZ",
  ].map { Case("a = \($0)", 1, 5, .date($0)) }

  static let nested: [Case] = [
    Case("a = [", 1, 5, .unclosed("[")), Case("a = [1, 2", 1, 5, .unclosed("[")),
    Case("a = [[1]\n# b", 1, 5, .unclosed("[")), Case("a = [1,\n[2,\nb = 3", 2, 1, .unclosed("[")),
    Case("a = [1 2]", 1, 8, found("2", .listEnd)), Case("a = [1\n2]", 2, 1, found("2", .listEnd)),
    Case("a = [,]", 1, 6, found(",", .value)), Case("a = [1,,2]", 1, 8, found(",", .value)),
    Case("a = [1}", 1, 7, found("}", .listEnd)), Case("a = [b]", 1, 6, found("b", .value)),
    Case("a = {", 1, 5, .unclosedInLine("{")), Case("a = { b = 1", 1, 5, .unclosedInLine("{")),
    Case("a = { b = 1,\nc = 2 }", 1, 5, .unclosedInLine("{")),
    Case("a = { b = 1 # c\n}", 1, 5, .unclosedInLine("{")),
    Case("a = [{\n}]", 1, 6, .unclosedInLine("{")), Case("a = {b}", 1, 7, found("}", .equals)),
    Case("a = {b = 1,}", 1, 12, found("}", .name)), Case("a = {, b = 1}", 1, 6, found(",", .name)),
    Case("a = {b = 1,, c = 2}", 1, 12, found(",", .name)),
    Case("a = {b = 1 c = 2}", 1, 12, found("c", .tableEnd)),
    Case("a = {b = 1]", 1, 11, found("]", .tableEnd)),
    Case("a = {b = }", 1, 10, found("}", .value)),
  ]

  static let twice: [Case] = [
    Case("a = 1\na = 2", 2, 1, .again("a", line: 1)),
    Case("a = 1\n\"a\" = 2", 2, 1, .again("a", line: 1)),
    Case("a.b = 1\na.b = 2", 2, 3, .again("b", line: 1)),
    Case("a.b = 1\na = 2", 2, 1, .again("a", line: 1)),
    Case("a = 1\na.b = 2", 2, 1, .notTable("a", line: 1)),
    Case("a = []\na.b = 2", 2, 1, .closed("a", line: 1)),
    Case("a = {b = 1, b = 2}", 1, 13, .again("b", line: 1)),
    Case("a = {b = 1, b.c = 2}", 1, 13, .notTable("b", line: 1)),
    Case("a = {b = {}, b.c = 2}", 1, 14, .closed("b", line: 1)),
    Case("a = {b.c = 1, b = 2}", 1, 15, .again("b", line: 1)),
    Case("a = {}\na.b = 1", 2, 1, .closed("a", line: 1)),
    Case("a.b = {}\na.b.c = 1", 2, 3, .closed("b", line: 1)),
    Case("a = [{}]\n[[a]]", 2, 3, .closed("a", line: 1)),
    Case("a = []\n[a.b]", 2, 2, .closed("a", line: 1)),
    Case("a = {}\n[a]", 2, 2, .again("a", line: 1)),
    Case("a = {}\n[a.b]", 2, 2, .closed("a", line: 1)),
    Case("a = {b = {}}\n[a.b.c]", 2, 2, .closed("a", line: 1)),
    Case("a = 1\n[a]", 2, 2, .again("a", line: 1)),
    Case("a = 1\n[a.b]", 2, 2, .notTable("a", line: 1)),
    Case("a = 1\n[[a]]", 2, 3, .again("a", line: 1)),
    Case("[a]\n[a]", 2, 2, .again("a", line: 1)),
    Case("[a]\n[b]\n[ \"a\" ]", 3, 3, .again("a", line: 1)),
    Case("[a]\n[[a]]", 2, 3, .again("a", line: 1)), Case("[[a]]\n[a]", 2, 2, .again("a", line: 1)),
    Case("[a.b]\n[a]\n[a]", 3, 2, .again("a", line: 2)),
    Case("[a.b]\n[[a]]", 2, 3, .again("a", line: 1)),
    Case("[a]\nb = 1\n[a.b]", 3, 4, .again("b", line: 2)),
    Case("[a]\nb.c = 1\n[a.b]", 3, 4, .again("b", line: 2)),
    Case("a.b = 1\n[a]", 2, 2, .again("a", line: 1)),
    Case("[a.b]\n[a]\nb.c = 1", 3, 1, .closed("b", line: 1)),
    Case("[a.b.c]\n[a]\nb.c.d = 1", 3, 3, .closed("c", line: 1)),
    Case("[a.b.c]\n[a]\nb.d = 1\n[a.b]", 4, 4, .again("b", line: 1)),
    Case("[[a.b]]\n[a]\nb.c = 1", 3, 1, .closed("b", line: 1)),
    Case("[[a.b]]\n[a]\nb = 1", 3, 1, .again("b", line: 1)),
    Case("[[a]]\n[a.b]\n[a.b]", 3, 4, .again("b", line: 2)),
    Case("[[a]]\n[a.b]\n[[a.b]]", 3, 5, .again("b", line: 2)),
    Case("[a]\nb.c = 1\n[d]\n[a.b.c]", 4, 6, .again("c", line: 2)),
  ]

  @Test(arguments: [statements, headings, texts, numbers, dates, nested, twice].joined())
  func `what is no TOML is told with its place, what was found and what was expected`(
    example: Case
  ) {
    let fault = TOMLDocument(example.text).faults.first
    #expect(fault?.place == TOMLPlace(line: example.line, column: example.column))
    #expect(fault?.reason == example.reason)
  }

  @Test(arguments: [
    ([0x61, 0x3D, 0x22, 0xFF, 0x22], 1, 4, "0xff"),
    // Cut off, longer than it must be, a surrogate, beyond the last character.
    ([0x23, 0xEC, 0xB0], 1, 2, "0xec"), ([0x23, 0xEC, 0xB0, 0xA8, 0xC0, 0xAF], 1, 3, "0xc0"),
    ([0x23, 0xE0, 0x80, 0xAF], 1, 2, "0xe0"), ([0x23, 0xED, 0xA0, 0x80], 1, 2, "0xed"),
    ([0x23, 0xF4, 0x90, 0x80, 0x80], 1, 2, "0xf4"), ([0x23, 0xF0, 0x80, 0x80, 0x80], 1, 2, "0xf0"),
    ([0x0A, 0x80], 2, 1, "0x80"), ([0x61, 0x3D, 0x27, 0xC3, 0x27], 1, 4, "0xc3"),
    ([0x61, 0x3D, 0xF5, 0x80, 0x80, 0x80], 1, 3, "0xf5"),
    ([0x23] + Array("0123456789차차차차".utf8) + [0xFE, 0x0A], 1, 16, "0xfe"),
  ])
  func `what is not UTF-8 is told`(bytes: [UInt8], line: Int, column: Int, byte: String) {
    let faults = TOMLDocument(bytes).faults
    #expect(faults.first?.reason == .notUTF8(byte))
    #expect(faults.first?.place == TOMLPlace(line: line, column: column))
  }

  @Test(arguments: Strings.languages)
  func `every reason can be said`(language: String) {
    let strings = Strings(language)
    let cases = [
      Self.statements, Self.headings, Self.texts, Self.numbers, Self.dates, Self.nested, Self.twice,
    ]
    for reason in cases.joined().map(\.reason) + [.notUTF8("0xff"), .tooDeep(limit: 100)] {
      let message = strings.describe(reason)
      #expect(
        !message.contains("toml.") && !message.contains("{found}") && !message.contains("{line}"))
      #expect(!message.contains { $0.isNewline })
    }
  }

  @Test func `a message says where, what was found and what was expected`() {
    func told(_ text: String, _ language: String) -> [String] {
      TOMLDocument(text).faults.map { Strings(language).describe(Fault($0, file: "x.toml")) }
    }
    let text = "ink = blue\nd = 1979-05-27T:32:00\n[screen\nlist = [\nink = 1\nink = 2"
    #expect(
      told(text, "en") == [
        "x.toml:1: not TOML: column 7: found blue; expected text in quotes, a number, true or false, "
          + "a date, a list in [ ] or a table in braces",
        "x.toml:2: not TOML: column 5: found 1979-05-27T:32:00; expected a date such as 1979-05-27, a "
          + "time such as 07:32:00, or 1979-05-27T07:32:00Z",
        "x.toml:3: not TOML: column 8: the line ends here; expected ]",
        "x.toml:4: not TOML: column 8: [ is never closed; expected its partner",
        "x.toml:6: not TOML: column 1: found ink again after line 5; expected each name once",
      ])
    #expect(
      told(text, "ko") == [
        "x.toml:1: TOML이 아닙니다: 7번째 글자: 찾은 것 blue; 있어야 할 것: 따옴표로 감싼 문자열, 수, true나 false, "
          + "날짜, [ ] 안의 목록, 중괄호 안의 표 가운데 하나",
        "x.toml:2: TOML이 아닙니다: 5번째 글자: 1979-05-27T:32:00 값이 있습니다; 1979-05-27 같은 날짜, "
          + "07:32:00 같은 시각, 또는 1979-05-27T07:32:00Z 꼴이어야 합니다",
        "x.toml:3: TOML이 아닙니다: 8번째 글자: 여기서 줄이 끝납니다; 있어야 할 것: ]",
        "x.toml:4: TOML이 아닙니다: 8번째 글자: [ 표시가 끝까지 닫히지 않았습니다; 닫는 짝을 쓰세요",
        "x.toml:6: TOML이 아닙니다: 1번째 글자: ink 이름이 5번째 줄에 이어 또 나옵니다; 이름은 한 번씩만 쓸 수 있습니다",
      ])
  }
}
