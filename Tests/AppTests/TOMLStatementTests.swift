import App
import Descent
import Files
import Testing
import Texts

/// Where settings begin and end, in good texts and bad ones.
struct TOMLStatementTests {
  private func cut(_ text: String) -> [String] {
    TOMLStatement.all(in: text).map { "\($0.line) \($0.path.isEmpty ? "–" : $0.path)" }
  }

  @Test func `a text is cut at its settings and headings`() {
    #expect(
      cut(
        """
        # a comment
        name = "x" # another
        a . b = 1

        [screen]
        "ink" = "[map]"
        list = [
          "a = 1", # ]
          "]", '"',
        ]
        [ map . sea ]
        text = \"""
        [cars]
        speed = 3 \\\"""
        \"""
        deep = '''
        '''
        [[page]]
        title = "one"
        [[page]]
        title = "two"
        """) == [
          "2 name", "3 a.b", "5 screen", "6 screen.ink", "7 screen.list", "11 map.sea",
          "12 map.sea.text", "16 map.sea.deep", "18 page[1]", "19 page[1].title", "20 page[2]",
          "21 page[2].title",
        ])
  }

  @Test func `a table below a list belongs to the list's last element`() {
    #expect(
      cut(
        """
        [[page]]
        a = 1
        [page.race]
        b = 2
        [[page.point]]
        [[page.point]]
        c = 3
        [[page]]
        [[page.point]]
        [page.question]
        [[page.question.choice]]
        d = 4
        """) == [
          "1 page[1]", "2 page[1].a", "3 page[1].race", "4 page[1].race.b", "5 page[1].point[1]",
          "6 page[1].point[2]", "7 page[1].point[2].c", "8 page[2]", "9 page[2].point[1]",
          "10 page[2].question", "11 page[2].question.choice[1]",
          "12 page[2].question.choice[1].d",
        ])
  }

  @Test func `what is open ends where a setting or a heading begins`() {
    #expect(
      cut(
        """
        list = [
          "a",
        next = {
        [screen
        ink = "blue
        dim = 3
        """) == ["1 list", "3 next", "4 screen", "5 screen.ink", "6 screen.dim"])
  }

  @Test func `what is neither stands by itself, and spoils nothing`() {
    #expect(
      cut("a = 1\n???\n[\n= 3\n[, 3]\nb = 2") == ["1 a", "2 –", "3 –", "6 b"])
  }

  @Test func `settings are read from tables in lists, and told by their number`() {
    let title = Form<String>.text
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
}
