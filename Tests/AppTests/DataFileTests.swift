import Descent
import Files
import Testing
import Texts

struct DataFileTests {
  private func read(
    _ text: String, x: String = "x", y: String = "y", _ missing: DataFile.Missing = .drop
  ) throws(Fault) -> DataFile.Reading {
    var request = DataFile.Request(
      file: Asked("d/t.csv"), x: Asked(x), y: Asked(y), standardised: false)
    request.missing = missing
    return try DataFile.read(request, from: Array(text.utf8))
  }

  private func points(_ reading: DataFile.Reading) -> [[Double]] {
    let samples = reading.surface.samples
    return zip(samples.inputs, samples.targets).map { [$0, $1] }
  }

  private func error(_ text: String, _ missing: DataFile.Missing = .drop) -> String? {
    do throws(Fault) {
      _ = try read(text, missing)
      return nil
    } catch {
      return Strings("en").describe(error)
    }
  }

  @Test(arguments: [
    "x,y\n1.5,2\n2,3\n", "x;y\n1,5;2\n2;3\n", "x\ty\n1,5\t2,0\n2\t3\n", "x;y\n1.5;2\n2;3.0\n",
    "x;y\n1,5;2.0\n2;3\n", "sep=;\nx;y\n1,5;2\n2;3\n", "x|y\n1.5|2\n2|3\n",
    "\nx,y\n\n1.5,2\n , \n2,3\n\n",
  ])
  func `numbers are read as they are meant`(text: String) throws {
    let reading = try read(text)
    #expect(points(reading) == [[1.5, 2], [2, 3]])
    #expect(reading.notes.isEmpty)
  }

  @Test(arguments: [
    ("x,y\n0x10,3\n2,3\n", "row 2, column x: found \"0x10\"; expected a finite number"),
    ("x,y\n1,inf\n2,3\n", "row 2, column y: found \"inf\"; expected a finite number"),
    ("x,y\n1,3\n-nan,3\n", "row 3, column x: found \"-nan\"; expected a finite number"),
    ("x,y\n1,-\n2,3\n", "row 2, column y: found \"-\"; expected a finite number"),
    ("x,y\n\"1,5\",3\n2,3\n", "row 2, column x: found \"1,5\"; expected a finite number"),
    ("x;y\n1.234,5;3\n2;3\n", "row 2, column x: found \"1.234,5\"; expected a finite number"),
    (
      "x;y\n1;2\n3,14;3\n2;4\n2.5;5\n",
      """
      column x has a decimal comma in row 3 ("3,14") and a decimal point in row 5 ("2.5"); \
      expected one of the two
      """
    ),
    ("sep=;\nx;y\n\n1;2\none;3\n", "row 5, column x: found \"one\"; expected a finite number"),
    ("\n\nx,y\n1,2,3\n", "row 4: found 3 cells; expected 2, as in the header"),
    ("sep=;\n\n", "the file is empty; expected a header and rows of numbers"),
    ("sep=;\nx;y\n", "found a header and no rows; expected rows of numbers"),
    ("a\n1\n", "there is no column \"x\"; expected one of a"),
    (
      "x,y\n1,\n,2\nNA,nan\n",
      "no row has a value in both columns, x and y; expected rows of numbers"
    ),
  ])
  func `what is no number is told with the row that a spreadsheet shows`(
    text: String, expected: String
  ) {
    #expect(error(text) == "d/t.csv: \(expected)")
  }

  @Test func `rows count as a spreadsheet counts them, whatever a cell holds`() {
    #expect(
      error("name,x,y\n\"two\nlines\",1,2\n\nb,two,3\n")
        == "d/t.csv: row 4, column x: found \"two\"; expected a finite number")
  }

  @Test func `rows without a value are left out and told`() throws {
    let words = ["", "NA", "n/a", "#N/A", "NaN", "null", " "]
    let rows = words.enumerated().map { place, word in
      place.isMultiple(of: 2) ? "\(word),1,b" : "1,\(word),b"
    }
    let text = "x,y,z\n1,2,\n" + rows.joined(separator: "\n") + "\n3,4,NA\n"
    let reading = try read(text)
    #expect(points(reading) == [[1, 2], [3, 4]])
    #expect(
      reading.notes == [DataNote("d/t.csv", .leftOut(rows: Array(3...9), of: 9))])
    let english = Strings("en")
    #expect(
      reading.notes.map(english.describe) == [
        "d/t.csv: left out 7 of 9 rows without a value (rows 3, 4, 5, 6, 7, 8, 9)"
      ])
    #expect(
      english.notice(of: reading.notes)
        == "t.csv: left out 7 of 9 rows without a value (rows 3, 4, 5, 6, 7, 8, 9)")
    #expect(
      english.describe(DataNote("t.csv", .leftOut(rows: [5], of: 150)))
        == "t.csv: left out 1 of 150 rows, without a value (row 5)")
    #expect(
      english.describe(DataNote("t.csv", .leftOut(rows: Array(11...30), of: 150)))
        .hasSuffix("(rows 11, 12, 13, 14, 15, 16, 17, 18, 19, …)"))
  }

  @Test func `rows without a value are an error where that is asked for`() {
    #expect(error("x,y,z\n1,2,\n2,3,NA\n", .error) == nil)
    #expect(
      error("x,y\n1,2\n3,NA\n,4\n", .error)
        == "d/t.csv: row 3, column y: found \"NA\"; expected a finite number")
    #expect(
      error("x,y\n1,2\n3,4\n5\n", .error)
        == "d/t.csv: row 4, column y: found \"\"; expected a finite number")
  }

  @Test func `a class without a value is left out too`() throws {
    var request = DataFile.Request(
      file: Asked("t.csv"), x: Asked("x"), y: Asked("y"), standardised: false)
    request.model = .logistic
    let bytes = Array("x,y\n1,no\n2,yes\n3,\n4,yes\n".utf8)
    let reading = try DataFile.read(request, from: bytes)
    #expect(points(reading) == [[1, 0], [2, 1], [4, 1]])
    #expect(reading.notes == [DataNote("t.csv", .leftOut(rows: [4], of: 4))])
  }

  @Test func `commas that could separate thousands are told`() throws {
    let reading = try read("x;y\n1,500;2,5\n20,250;3,25\n3;4\n")
    #expect(points(reading) == [[1.5, 2.5], [20.25, 3.25], [3, 4]])
    #expect(
      reading.notes.map(Strings("en").describe) == [
        "d/t.csv: the commas of column x are decimal commas: 1,500 is 1.5"
      ])
    for sure in ["0,500", "1,50", "1234,500"] {
      #expect(try read("x;y\n2,500;2\n\(sure);3\n").notes.isEmpty, "\(sure)")
    }
  }

  /// Of 200,000 columns an error named every one.
  @Test func `an error stays short however wide and long the file is`() {
    let names = (0..<200_000).map { "column_\($0)" }
    let row = Array(repeating: "1", count: names.count).joined(separator: ",")
    let text = "\(names.joined(separator: ","))\n\(row)\n\(row)\n"
    #expect(
      error(text) == """
        d/t.csv: there is no column "x"; expected one of 200000 names, such as column_0, column_1, \
        column_2, column_3, column_4
        """)
    let request = DataFile.Request(file: Asked("t.csv"), x: nil, y: nil, standardised: false)
    do throws(Fault) { _ = try DataFile.read(request, from: Array(text.utf8)) } catch {
      let told = Strings("en").describe(error)
      #expect(told.hasSuffix("column_10, column_11, … (200000)") && told.count < 300)
    }
    let long = String(repeating: "long", count: 500_000)
    for text in ["x,y\n1,\(long)\n", "\(long),y\n1,2\n", "x,y\n\"1\"\(long),2\n", "\(long)"] {
      #expect((error(text)?.count ?? 0) < 400)
    }
  }
}
