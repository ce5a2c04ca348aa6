import App
import TOML
import Testing

/// What good texts say.
struct TOMLDocumentTests {
  /// A text and its values.
  static let good: [(text: String, values: String)] = [
    ("", "{}"), ("\n\r\n \t\n# only this", "{}"), ("\u{FEFF}a = 1", "{a = 1}"),
    ("a = 1 # b = 2", "{a = 1}"), (" a\t=\t1\t", "{a = 1}"), ("a=1\r\nb=2\r\n", "{a = 1, b = 2}"),
    // Names.
    ("a-b_3 = 1", "{a-b_3 = 1}"), ("3 = 1\n-1 = 2", "{3 = 1, -1 = 2}"),
    ("\"a b\" = 1\n'c.d' = 2", "{\"a b\" = 1, \"c.d\" = 2}"), ("\"\" = 1", "{\"\" = 1}"),
    ("\"\\u0061\\\"\" = 1", "{\"a\\\"\" = 1}"), ("true = 1\ninf = 2", "{true = 1, inf = 2}"),
    ("b . \"c\" .d = 1\nb.e = 2\na = 3", "{b = {c = {d = 1}, e = 2}, a = 3}"),
    ("3.14 = 1", "{3 = {14 = 1}}"), ("'é' = 1\n\"e\u{301}\" = 2", "{\"é\" = 1, \"e\u{301}\" = 2}"),
    // Text.
    (#"a = "b\b\t\n\f\r\"\\é\U0001F697""#, "{a = \"b\u{8}\t\n\u{C}\r\"\\é🚗\"}"),
    (#"a = 'b\n"'"#, #"{a = "b\n""}"#), ("a = \"\tb\"", "{a = \"\tb\"}"),
    ("a = \"\"\"\nb\n c\"\"\"", "{a = \"b\n c\"}"),
    ("a = \"\"\"\r\nb\r\nc\"\"\"", "{a = \"b\nc\"}"),
    ("a = \"\"\"b \\ \n\n  c\\\n\"\"\"", "{a = \"b c\"}"),
    ("a = \"\"\"\"b\"\" \"\"\"\"\"", #"{a = ""b"" """}"#),
    ("a = \"\"\"\"\"\"", "{a = \"\"}"), ("a = '''\n'b'' \\'''''", #"{a = "'b'' \''"}"#),
    ("a = '''\n\r\nb'''", "{a = \"\nb\"}"), ("a = \"차 # [\"", "{a = \"차 # [\"}"),
    // Whole numbers.
    ("a = [0, -0, +17, -1_000, 5_3_4]", "{a = [0, 0, 17, -1000, 534]}"),
    ("a = [0xdead_BEEF, 0x00f, 0o755, 0b1_01]", "{a = [3735928559, 15, 493, 5]}"),
    (
      "a = [9223372036854775807, -9223372036854775808]",
      "{a = [9223372036854775807, -9223372036854775808]}"
    ),
    // Other numbers.
    (
      "a = [1.0, -0.01, +3.14_15, 6.6e-3, 1E6, 1e+06, 0e0, -0.0]",
      "{a = [1.0, -0.01, 3.1415, 0.0066, 1000000.0, 1000000.0, 0.0, -0.0]}"
    ),
    ("a = [inf, +inf, -inf, nan, -nan]", "{a = [inf, inf, -inf, nan, nan]}"),
    ("a = [1e999, 1e-999]", "{a = [inf, 0.0]}"), ("a = [true, false]", "{a = [true, false]}"),
    // Dates.
    ("a = 1979-05-27T07:32:00Z", "{a = 1979-05-27T07:32:00Z}"),
    ("a = 1979-05-27 07:32:00.5-07:30 # b", "{a = 1979-05-27 07:32:00.5-07:30}"),
    ("a = 1979-05-27t07:32:00z", "{a = 1979-05-27t07:32:00z}"),
    (
      "a = [1979-05-27T07:32:00,07:32:00.999999999]",
      "{a = [1979-05-27T07:32:00, 07:32:00.999999999]}"
    ),
    ("a = 1979-05-27 # b", "{a = 1979-05-27}"),
    ("a = 2016-12-31T23:59:60Z", "{a = 2016-12-31T23:59:60Z}"),
    (
      "a = [2000-02-29, 2024-02-29, 0000-01-01, 9999-12-31]",
      "{a = [2000-02-29, 2024-02-29, 0000-01-01, 9999-12-31]}"
    ),
    // Lists.
    ("a = []\nb = [[], [1, \"x\"], {c = 1}]", "{a = [], b = [[], [1, \"x\"], {c = 1}]}"),
    ("a = [ # b\n\n 1 # ]\n , # c\n 2,\n]", "{a = [1, 2]}"),
    ("a = [\r\n[true],\r\n[inf]\r\n]", "{a = [[true], [inf]]}"),
    (
      "a = [\n\"\"\"#\"=\"\"\",\n'b = 1', \"it's = 2\",\n]",
      "{a = [\"#\"=\", \"b = 1\", \"it's = 2\"]}"
    ),
    // Tables in braces.
    (
      "a = {}\nb = { c = 1, d.e = 2, d.\"f\" = {g = 3} }",
      "{a = {}, b = {c = 1, d = {e = 2, f = {g = 3}}}}"
    ),
    ("a = {b = [\n1,\n], c = '''\n''' }", "{a = {b = [1], c = \"\"}}"),
    ("a.b = {c = 1}\na.d = {e = {}}", "{a = {b = {c = 1}, d = {e = {}}}}"),
    // Tables.
    ("[a]\n[b]\nc = 1", "{a = {}, b = {c = 1}}"),
    ("[ a . \"b\" ] # c\nd = 1", "{a = {b = {d = 1}}}"),
    ("[a.b]\nc = 1\n[a]\nd = 2", "{a = {b = {c = 1}, d = 2}}"),
    ("[a]\nd = 2\n[a.b]\nc = 1", "{a = {d = 2, b = {c = 1}}}"),
    ("a.b.c = 1\n[a.b.d]\ne = 2", "{a = {b = {c = 1, d = {e = 2}}}}"),
    ("[a]\nb.c = 1\nd = {}\nb.e = 2", "{a = {b = {c = 1, e = 2}, d = {}}}"),
    ("[a.b.c]\n[a]\nb.d = 1", "{a = {b = {c = {}, d = 1}}}"),
    // Lists of tables.
    ("[[a]]\nb = 1\n[[ a ]]\n[[a]]\nb = 2", "{a = [{b = 1}, {}, {b = 2}]}"),
    (
      "[[a]]\n[a.b]\nc = 1\n[[a.d]]\n[[a.d]]\n[[a]]\n[a.b]\nc = 2",
      "{a = [{b = {c = 1}, d = [{}, {}]}, {b = {c = 2}}]}"
    ),
    ("[[a.b]]\n[a]\nc = 1", "{a = {b = [{}], c = 1}}"),
  ]

  @Test(arguments: good)
  func `a good text has its values, in its order`(text: String, values: String) {
    let document = TOMLDocument(text)
    #expect(document.faults.isEmpty)
    let shown = TOMLNode(.table(document.root), TOMLPlace(line: 1, column: 1)).shown
    // Two spellings of é are different texts.
    #expect(Array(shown.unicodeScalars) == Array(values.unicodeScalars))
  }

  @Test func `dates are told apart`() throws {
    let list = TOMLDocument(
      "a = [1979-05-27 07:32:00Z, 1979-05-27T07:32:00, 1979-05-27, 07:32:00]")["a"]?.list
    let kinds: [TOMLDate.Kind] = try #require(list).compactMap {
      if case .date(let date) = $0.value { date.kind } else { nil }
    }
    #expect(kinds == [.dateTime, .localDateTime, .localDate, .localTime])
  }

  @Test(arguments: ["\n", "\r\n"])
  func `every name and every value has its place`(newline: String) {
    let document = TOMLDocument(
      """
      \u{FEFF}"차🚗e\u{301}" = { a = 1, b = [ # 차
        2, "e\u{301}", [3] ] }
      text = '''
      차'''
      [a . b]
        c.d = 4
      [[list]]
      [[list]]
      x = true
      """.replacing("\n", with: newline))
    #expect(document.faults.isEmpty)
    func place(_ path: String) -> [Int] {
      document.place(of: path).map { [$0.line, $0.column] } ?? []
    }
    func value(_ path: String) -> [Int] {
      (document[path]?.place).map { [$0.line, $0.column] } ?? []
    }
    #expect(place("\"차🚗e\u{301}\"") == [1, 1] && value("\"차🚗e\u{301}\"") == [1, 9])
    #expect(place("\"차🚗e\u{301}\".b") == [1, 18] && value("\"차🚗e\u{301}\".b") == [1, 22])
    #expect(place("\"차🚗e\u{301}\".b[1]") == [2, 3] && place("\"차🚗e\u{301}\".b[3]") == [2, 11])
    #expect(place("\"차🚗e\u{301}\".b[3][1]") == [2, 12])
    #expect(place("text") == [3, 1] && value("text") == [3, 8])
    #expect(place("a") == [5, 2] && place("a.b") == [5, 6] && value("a.b") == [5, 1])
    #expect(place("a.b.c") == [6, 3] && place("a.b.c.d") == [6, 5] && value("a.b.c.d") == [6, 9])
    #expect(place("list") == [7, 3] && place("list[1]") == [7, 1] && place("list[2]") == [8, 1])
    #expect(place("list[2].x") == [9, 1] && value("list[2].x") == [9, 5])
  }

  @Test func `a path leads to a value or to nothing`() {
    let document = TOMLDocument(
      "a.b = 1\n\"c.d\" = 2\n\"e\\\"\\\\\" = 3\n[[f]]\n[[f]]\ng = [4, [5]]\nh = {\"\" = 6}")
    let paths = [
      "a.b": 1, "\"c.d\"": 2, "\"e\\\"\\\\\"": 3, "f[2].g[1]": 4, "f[2].g[2][1]": 5,
      "f[2].h.\"\"": 6,
    ]
    for (path, number) in paths { #expect(document[path]?.int == number, "\(path)") }
    #expect(document.paths == ["a.b", "\"c.d\"", "\"e\\\"\\\\\"", "f[2].g", "f[2].h.\"\""])
    for path in [
      "", ".", "a.", "a.c", "a.b.c", "c.d", "f[0]", "f[3]", "f[-1]", "f[1", "f[]", "f[1].g",
      "f[2]g",
      "\"c.d", "a[1]", "f[99999999999999999999]", "a b",
    ] {
      #expect(document[path] == nil, "\(path)")
    }
  }

  @Test func `a table of any size knows its names`() {
    let lines = (0..<1000).map { "k\($0) = \($0)" }
    let document = TOMLDocument((lines + ["k7 = 1", "k999 = 1"]).joined(separator: "\n"))
    #expect(
      document.faults.map(\.reason) == [.again("k7", line: 8), .again("k999", line: 1000)])
    #expect(document.root.entries.map(\.node.int) == Array(0..<1000))
  }

  @Test func `of a text only the texts can be read, or a part of them`() {
    let bytes = Array(
      "a = \"x\"\nn = 1\n[b.c]\nd = \"y\"\n[[e]]\nf = {g = \"z\"}\n[p.q]\nr = \"s\"\n[p]\nt = \"u\""
        .utf8)
    let all = ["a": "x", "b.c.d": "y", "e[1].f.g": "z", "p.q.r": "s", "p.t": "u"]
    #expect(TOMLTexts(bytes).texts == all)
    #expect(TOMLTexts(bytes, until: "p").texts == all.filter { !$0.key.hasPrefix("p.") })
    #expect(TOMLTexts(bytes, from: "p").texts == all.filter { $0.key.hasPrefix("p.") })
    #expect(TOMLTexts(bytes, from: "z").texts.isEmpty)
    #expect(TOMLTexts(Array("a = \"x\"\nb".utf8)).faults.map(\.place.line) == [2])
  }
}
