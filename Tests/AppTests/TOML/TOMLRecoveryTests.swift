import App
import Files
import TOML
import Testing
import Texts

/// What counts of a text that is not all TOML.
struct TOMLRecoveryTests {
  private func lines(_ text: String) -> [Int] { TOMLDocument(text).faults.map(\.place.line) }

  private func paths(_ text: String) -> [String] { TOMLDocument(text).paths }

  @Test func `a setting that is no TOML is left out, and the others count`() {
    let text = """
      a = 1
      b = blue
      c = 3 4
      [d]
      e = 5
      f = "x
      e = 6
      g = 7
      """
    #expect(lines(text) == [2, 3, 6, 7])
    #expect(paths(text) == ["a", "d.e", "d.g"] && TOMLDocument(text)["d.e"]?.int == 5)
  }

  @Test func `what is open ends where a setting or a heading begins`() {
    let text = """
      list = [
        "a",
      next = {
      [screen
      ink = "blue
      dim = 3
      more = [1,
        [2, # ]
        true],
      "quoted" = 4
      deep = [
      [[page]]
      title = 5
      """
    #expect(lines(text) == [1, 3, 4, 5, 7, 11])
    #expect(paths(text) == ["screen.dim", "screen.quoted", "page[1].title"])
  }

  @Test func `what is neither stands by itself, and spoils nothing`() {
    let text = "a = 1\n???\n[\n= 3\n[, 3]\nb = 2"
    #expect(lines(text) == [2, 3] && paths(text) == ["a", "b"])
  }

  @Test(arguments: ["[a", "[a]]", "[[a]", "[a] # b\u{7}", "[a] b", "[ [a]", "[\"a\"", "[a # b"])
  func `a heading whose brackets are wrong counts as it was meant`(heading: String) {
    let text = "[z]\n\(heading)\nb = 1"
    let path = heading.hasPrefix("[[") ? "a[1].b" : "a.b"
    #expect(lines(text) == [2] && paths(text) == [path])
  }

  @Test(arguments: ["[z]", "[[z]]", "[z.y]", "[my table]", "[]", "[a..b]", "[\"a]", "[.a]"])
  func `with a refused heading go its settings, which are not those of another`(heading: String) {
    let text = "[z]\ny = 1\n\(heading)\nb = 2\nc = \n[d]\ne = 3"
    #expect(lines(text) == [3, 5] && paths(text) == ["z.y", "d.e"])
  }

  @Test func `text that is never closed is told where it begins, and ends all`() {
    let text = "a = 1\nb = '''\nc = 2\n[d]\ne = \"\"\"\n"
    #expect(lines(text) == [2] && paths(text) == ["a"])
  }

  @Test func `what was left out has its place, and is not missing`() {
    let document = TOMLDocument(
      """
      a = blue
      [[page]]
      [[page]]
      b = = 1
      c.d "x"
      [page.race]
      [page.race]
      e = 1
      """)
    #expect(document.faults.map(\.place.line) == [1, 4, 5, 7])
    let places = ["a": 1, "page[2].b": 4, "page[2].c.d": 5, "page[2].race": 6, "page[2].race.e": 8]
    for (path, line) in places { #expect(document.place(of: path)?.line == line, "\(path)") }
    #expect(document["page[2].race.e"] == nil && document.place(of: "page[1].b") == nil)
  }

  @Test func `of a text with a hundred faults nothing counts`() {
    let faulty = String(repeating: "= 1\n", count: 99)
    #expect(lines("a = 1\n" + faulty).count == 99 && paths("a = 1\n" + faulty) == ["a"])
    let text = "a = 1\n" + faulty + faulty
    #expect(lines(text) == Array(2...101) && paths(text).isEmpty)
  }

  @Test func `no text is too deep to be read`() {
    let count = 100_000
    for (open, close) in [("[", "]"), ("{a=", "}"), ("[{a=", "}]")] {
      let text = "a = " + String(repeating: open, count: count) + "1"
      #expect(TOMLDocument(text).faults.first?.reason == .tooDeep(limit: 100), "\(open)")
      let closed = text + String(repeating: close, count: count)
      #expect(TOMLDocument(closed + "\nb = 2").paths == ["b"], "\(open)")
    }
    let key = "a" + String(repeating: ".a", count: count)
    for text in ["\(key) = 1", "[\(key)]", "[[\(key)]]", "b = {\(key) = 1}"] {
      let faults = TOMLDocument(text).faults
      #expect(faults.map(\.reason) == [.tooDeep(limit: 100)], "\(text.prefix(5))")
    }
  }

  @Test func `a hundred levels are read`() throws {
    let lists = "a = " + String(repeating: "[", count: 100) + String(repeating: "]", count: 100)
    #expect(TOMLDocument(lists).faults.isEmpty)
    let key = Array(repeating: "a", count: 100).joined(separator: ".")
    let document = TOMLDocument("[\(key)]\nb = 1")
    #expect(document.faults.isEmpty && document["\(key).b"]?.int == 1)
    #expect(TOMLDocument("[\(key)]\nb = []").faults.count == 1)
    #expect(TOMLDocument("[\(key)]\nb.c = 1").faults.count == 1)
  }

  @Test func `settings are read from tables in lists, and told by their number`() {
    let title = Expectation<String>.text
    var reader = TableReader(
      """
      [[page]]
      title = "one"
      [[page]]
      tilte = "two"
      [[page]]
      title = 3
      """, file: "x.toml")
    let titles = (1...3).map { reader.value("page[\($0)].title", title, isRequired: true) }
    reader.refuseOthers()
    #expect(titles == ["one", nil, nil])
    #expect(
      reader.errors.map(Strings("en").describe) == [
        "x.toml:3: page[2].title: found nothing; expected text in quotes",
        "x.toml:4: page[2].tilte: there is no such setting; expected one of title; "
          + "did you mean \"page[2].title\"?",
        "x.toml:6: page[3].title: found 3; expected text in quotes",
      ])
  }

  @Test func `a name that needs quotes has them in its message`() {
    var reader = TableReader(
      #"""
      [a]
      "b.c" = 1
      "d\"" = 2
      "e\nf" = 3
      """#, file: "x.toml")
    _ = reader.value("a.b", .text)
    reader.refuseOthers()
    #expect(reader.errors.map(\.key) == [#"a."b.c""#, #"a."d\"""#, #"a."e\u000af""#])
    #expect(reader.errors.map(\.line) == [2, 3, 4])
  }
}
