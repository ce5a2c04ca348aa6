import Foundation
import Testing

/// Files that people have: each is read as they mean it, or refused by one line.
@Suite struct DataTests {
  struct Content: CustomTestStringConvertible {
    var name: String
    var text: String
    /// What the answer contains.
    var answer: String

    init(_ name: String, _ text: String, _ answer: String) {
      (self.name, self.text, self.answer) = (name, text, answer)
    }

    var testDescription: String { name }
  }

  /// Each holds the points (1, 2) and (2, 4): the line of slope 2 and intercept 0.
  static let sound: [Content] = [
    .init("plain", "x,y\n1,2\n2,4\n", ""),
    .init("no line end at the end", "x,y\n1,2\n2,4", ""),
    .init("blank lines at the end", "x,y\n1,2\n2,4\n\n\n\n", ""),
    .init("rows of nothing but separators at the end", "x,y\n1,2\n2,4\n,\n , \n", ""),
    .init("carriage returns", "x,y\r\n1,2\r\n2,4\r\n\r\n", ""),
    .init("carriage returns alone", "x,y\r1,2\r2,4\r", ""),
    .init("a byte order mark", "\u{FEFF}x,y\n1,2\n2,4\n", ""),
    .init("semicolons", "x;y\n1;2\n2;4\n", ""),
    .init("tabs", "x\ty\n1\t2\n2\t4\n", ""),
    .init("quoted headings and numbers", "\"x\",\"y\"\n\"1\",\"2\"\n\"2\",\"4\"\n", ""),
    .init("separators in quotes", "name,x,y\n\"b, c\",1,2\n\"d\",2,4\n", ""),
    .init("line ends in quotes", "name,x,y\n\"b\nc\",1,2\nd,2,4\n", ""),
    .init("quotes in quotes", "name,x,y\n\"5\"\" pipe\",1,2\nd,2,4\n", ""),
    .init("blanks round the cells", " x , y\n 1 , 2\n+2 ,4.0 \n", ""),
    .init("a nameless first column", ",x,y\n0,1,2\n1,2,4\n", ""),
    .init("a word in a column that is not used", "x,y,z\n1,2,a\n2,4,nan\n", ""),
    .init("a missing cell in a column that is not used", "x,y,z\n1,2\n2,4,5\n", ""),
    .init("blank lines anywhere", "\n\nx,y\n1,2\n\n , \n2,4\n", ""),
    .init("decimal commas", "x;y\n1,0;2\n2;4,000\n", ""),
    .init("decimal commas between tabs", "x\ty\n1,0\t2\n2\t4,0\n", ""),
    .init("Excel's first line", "sep=;\nx;y\n1;2\n2;4\n", ""),
    .init("commas in headings between tabs", "x\ty\ta, b\n1\t2\t3\n2\t4\t5\n", ""),
    .init("a comma in a quoted heading", "\"a, cm\";x;y\n0;1;2\n0;2;4\n", ""),
  ]

  static let unsound: [Content] = [
    .init("nothing", "", "the file is empty; expected a header and rows of numbers"),
    .init("nothing but line ends", "\n \n\r\n", "the file is empty"),
    .init("a header alone", "x,y\n", "found a header and no rows"),
    .init("a header and blank rows", "x,y\n,\n\n", "found a header and no rows"),
    .init("one row", "x,y\n1,2\n", "found only 1 row; expected at least 2"),
    .init("a word", "x,y\n1,2\none,4\n", "row 3, column x: found \"one\"; expected a finite"),
    .init("nan", "x,y\n1,2\n2,NaN\n", "found only 1 row; expected at least 2"),
    .init("hexadecimal", "x,y\n0x10,3\n2,3\n3,5\n", "row 2, column x: found \"0x10\""),
    .init("infinity", "x,y\n1,inf\n2,3\n", "row 2, column y: found \"inf\""),
    .init("too large for a double", "x,y\n1e400,2\n2,3\n", "row 2, column x: found \"1e400\""),
    .init("no row with both values", "x,y\n1,\n,3\n", "no row has a value in both columns"),
    .init(
      "decimal commas and points", "x;y\n1,5;2\n2.5;3\n",
      "column x has a decimal comma in row 2 (\"1,5\") and a decimal point in row 3 (\"2.5\")"),
    .init(
      "decimal commas between commas", "x,y\n1,2\n1,5,3\n",
      "row 3: found 3 cells; expected 2, as in the header"),
    .init("two columns of one name", "x,x,y\n1,2,3\n2,3,4\n", "named \"x\"; expected different"),
    .init("no such column", "a,y\n1,2\n2,3\n", "there is no column \"x\"; expected one of a, y"),
    .init(
      "letters after a quote", "x,y\n1,2\n\"1\"2,3\n",
      "row 3, column 1 (line 3): found \"2\" after a closing quotation mark"),
    .init(
      "an open quote", "x,y\n1,2\n\"2,3\n3,4\n",
      "row 3, column 1 (line 3): a quotation mark is never closed"),
    .init(
      "an open quote in another column", "x,y,z\n1,2,\"a\n2,4,b\n",
      "row 2, column 3 (line 2): a quotation mark"),
    .init("a line end in a cell", "x,y\n\"1\n2\",3\n4,5\n", "found \"1\\n2\""),
    .init("one value in every row", "x,y\n1.5,2\n1.5,3\n", "column x is 1.5 in every row"),
    .init("squares that overflow", "x,y\n1e200,2\n2,1e200\n", "too large to square and add"),
  ]

  private let words = [
    "run", "--data", "t.csv", "--x", "x", "--y", "y", "--steps", "0", "--car", "gd",
  ]

  @Test(arguments: sound)
  func `is read as it is meant`(content: Content) async throws {
    try await withFolder(["t.csv": content.text]) { folder in
      let outcome = try await Downhill.run(words, in: folder)
      #expect(outcome.status == 0, "\(outcome.errors)")
      #expect(outcome.output.contains("lowest minimum (2.000, 0.000), loss 0\n"))
    }
  }

  @Test(arguments: unsound)
  func `is refused with the row and the cell`(content: Content) async throws {
    try await withFolder(["t.csv": content.text]) { folder in
      let outcome = try await Downhill.run(words, in: folder)
      #expect(outcome.status == 2)
      #expect(outcome.output == "")
      #expect(outcome.errors.hasPrefix("downhill: t.csv: "))
      #expect(outcome.errors.contains(content.answer))
      #expect(outcome.errors.count { $0.isNewline } == 1)
    }
  }

  @Test func `rows without a value are left out and told on standard error`() async throws {
    try await withFolder(["t.csv": "x,y\n1,2\n5,\n2,4\nNA,9\n"]) { folder in
      for format in ["table", "csv"] {
        let outcome = try await Downhill.run(words + ["--format", format], in: folder)
        #expect(outcome.status == 0)
        #expect(
          outcome.errors == "downhill: t.csv: left out 2 of 4 rows without a value (rows 3, 5)\n")
      }
      let korean = try await Downhill.run(
        words, in: folder, environment: ["LANG": "ko_KR.UTF-8"])
      #expect(korean.errors.contains("값이 없는 2개를 뺐어요 (3, 5행)"))
      let refused = try await Downhill.run(words + ["--missing", "error"], in: folder)
      #expect(refused.status == 2 && refused.output == "")
      #expect(
        refused.errors
          == "downhill: t.csv: row 3, column y: found \"\"; expected a finite number\n")
    }
  }

  @Test func `is read in CP949 and UTF-16 and told so`() async throws {
    try await withFolder { folder in
      let path = URL(filePath: folder).appending(path: "t.csv")
      let text = "x,y,키\n1,2,0\n2,4,0\n"
      try (Data([0xFF, 0xFE]) + text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] })
        .write(to: path)
      let marked = try await Downhill.run(words, in: folder)
      #expect(marked.status == 0 && marked.errors == "")
      try (Data("x,y,".utf8) + [0xB0, 0xAA] + Data("\n1,2,0\n2,4,0\n".utf8)).write(to: path)
      let korean = try await Downhill.run(words, in: folder)
      let note =
        korean.status == 0
        ? "downhill: t.csv: not UTF-8; read as CP949\n"
        // Where the C library has no converter.
        : """
        downhill: t.csv:1: found text that seems to be CP949; expected UTF-8: \
        iconv -f cp949 -t utf-8 t.csv

        """
      #expect(korean.errors == note)
    }
  }

  @Test func `that is no text is refused`() async throws {
    try await withFolder { folder in
      let bytes = Data([0x7F, 0x45, 0x4C, 0x46, 0x00, 0xFF, 0xFE, 0x0A])
      try bytes.write(to: URL(filePath: folder).appending(path: "t.csv"))
      let outcome = try await Downhill.run(words, in: folder)
      #expect(outcome.status == 2)
      #expect(outcome.output == "")
      #expect(
        outcome.errors
          == "downhill: t.csv: cannot be read as text; expected a CSV file\n")
    }
  }
}
