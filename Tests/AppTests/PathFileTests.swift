import Descent
import Files
import Testing
import Texts

/// Recorded paths as people write them, and what is said of those that are none.
struct PathFileTests {
  private func read(
    _ bytes: [UInt8], columns: String? = nil, file: String = "runs/t.csv"
  ) throws -> PathFile.Reading {
    let columns = try columns.map { try Asked(columns: $0, flag: "--path-columns") }
    return try PathFile.read(.init(file: Asked(file), columns: columns), from: bytes)
  }

  private func path(_ text: String, columns: String? = nil) throws -> RecordedPath {
    try read(Array(text.utf8), columns: columns).path
  }

  private func error(_ bytes: [UInt8], columns: String? = nil) -> String? {
    do {
      _ = try read(bytes, columns: columns)
      return nil
    } catch {
      return (error as? Fault).map { Strings("en").describe($0) }
    }
  }

  private func error(_ text: String, columns: String? = nil) -> String? {
    error(Array(text.utf8), columns: columns)
  }

  @Test(arguments: [
    "x,y,loss,step\n1,2,5,0\n3,-4,6,2\n", "step\tloss\ty\tx\n0\t5\t2\t1\n2\t6\t-4\t3\n",
    "Step;Loss;X;Y\n0;5,0;1,0;2,0\n2;6,0;3,0;-4,0\n", "# x y loss step\n1 2 5 0\n3 -4 6 2\n",
  ])
  func `columns are found by their names, between any separators`(text: String) throws {
    let path = try path(text)
    #expect(path.points == [Point(1, 2), Point(3, -4)])
    #expect(path.losses == [5, 6] && path.steps == [0, 2] && path.name == "t")
  }

  @Test func `without names the first two count, and a third is the loss`() throws {
    let named = try path("pc1,pc2,other\n1,2,9\n3,4,9\n")
    #expect(named.points == [Point(1, 2), Point(3, 4)])
    #expect(named.losses == nil && named.steps == [0, 1])
    for text in ["1,2,9\n3,4,8\n", "1.0e+00 2.0e+00 9\n3.0e+00 4.0e+00 8\n"] {
      let plain = try path(text)
      #expect(plain.points == [Point(1, 2), Point(3, 4)] && plain.losses == [9, 8])
    }
  }

  @Test func `what pandas writes without names has its names and its index left out`() throws {
    for text in ["0,1\n1.5,2\n3.5,4\n", ",0,1\n0,1.5,2\n1,3.5,4\n", "step,a,b\n0,1.5,2\n7,3.5,4\n"]
    {
      let path = try path(text)
      #expect(path.points == [Point(1.5, 2), Point(3.5, 4)], "\(text)")
      #expect(path.steps == [0, text.hasPrefix("step") ? 7 : 1])
    }
    // Without fractions nobody knows; then it is a row like the others.
    #expect(try path("0,1\n1,2\n").points == [Point(0, 1), Point(1, 2)])
    #expect(error("nan,1\n2,3\n")?.contains("row 1, column 1: found \"nan\"") == true)
  }

  @Test func `columns can be asked for by name or by number`() throws {
    let text = "epoch,a,b,val\n0,1,2,7\n4,3,4,6\n"
    let whole = try path(text, columns: "b,a,val,epoch")
    #expect(whole.points == [Point(2, 1), Point(4, 3)])
    #expect(whole.losses == [7, 6] && whole.steps == [0, 4])
    let part = try path(text, columns: " a , b ,, epoch")
    #expect(part.points[1] == Point(3, 4) && part.losses == nil && part.steps == [0, 4])
    #expect(try path("1,2,3\n4,5,6\n", columns: "3,1").points == [Point(3, 1), Point(6, 4)])
    for asked in ["b,a,val,epoch", "a,b", "a,b,,epoch"] {
      #expect(PathColumns(asked)?.text == asked)
    }
    for wrong in ["a", ",b", "a,", "a,b,c,d,e", ""] { #expect(PathColumns(wrong) == nil) }
  }

  @Test func `arrays that NumPy saved have two or three columns`() throws {
    let two = NumPy(type: "<f8", rows: [[1, 2], [3, 4], [5, 6]])
    let path = try read(two.bytes, file: "a/b.c.npy").path
    #expect(path.points == [Point(1, 2), Point(3, 4), Point(5, 6)] && path.losses == nil)
    #expect(path.name == "b.c")
    let three = NumPy(type: ">f4", isFortran: true, rows: [[1, 2, 9], [3, 4, 8]])
    #expect(try read(three.bytes).path.losses == [9, 8])
    #expect(try read(three.bytes).path.points == [Point(1, 2), Point(3, 4)])
  }

  @Test(arguments: [
    ("", "the file is empty; expected rows of x and y"),
    ("\n\n", "the file is empty; expected a header and rows of numbers"),
    ("x,y\n", "found a header and no rows; expected rows of numbers"),
    ("x,y\n1,2\n", "found points: 1; expected at least 2"),
    ("1,2\n", "found points: 1; expected at least 2"),
    ("x\n1\n2\n", "found one column, \"x\"; expected x and y in two"),
    ("x,y\n1,2\n3,four\n", "row 3, column y: found \"four\"; expected a finite number"),
    ("x,y\n1,2\nnan,4\n", "row 3, column x: found \"nan\"; expected a finite number"),
    ("x,y\n1,2\n3,\n", "row 3, column y: found \"\"; expected a finite number"),
    ("x,y,loss\n1,2,3\n3,4,inf\n", "row 3, column loss: found \"inf\"; expected a finite number"),
    ("x,y\n1,2\n3,4,5\n", "row 3"),
    ("x,y,step\n1,2,-1\n3,4,5\n", "row 2, column step: found \"-1\"; expected a whole number"),
    ("x,y,step\n1,2,0.5\n3,4,5\n", "found \"0.5\"; expected a whole number, 0 or more"),
    (
      "x,y,step\n1,2,5\n3,4,5\n",
      "row 3, column step: found \"5\" after 5; expected a whole number that is greater"
    ),
    ("x,y,step\n1,2,0\n3,4,1e300\n", "row 3, column step: found \"1e300\" after 0"),
    ("x,x,y\n1,2,3\n4,5,6\n", ""),
  ])
  func `what is wrong with a table is said with its place`(text: String, said: String) throws {
    guard !said.isEmpty else {
      // Only a column that is asked for by a name that two have is in doubt.
      #expect(error(text) == nil && error(text, columns: "x,y")?.contains("\"x\"") == true)
      return
    }
    let found = try #require(error(text))
    #expect(found.hasPrefix("runs/t.csv: ") && found.contains(said), "\(found)")
  }

  @Test func `a column that is not there is named, with those that are`() {
    let found = error("a,b\n1,2\n3,4\n", columns: "a,c")
    #expect(found?.contains("there is no column \"c\"") == true && found?.contains("a, b") == true)
  }

  @Test func `an array of another shape, or with a hole, is refused`() {
    #expect(
      error(NumPy(rows: [[1, 2, 3, 4], [1, 2, 3, 4]]).bytes)?
        .contains("an array of 2 × 4; expected n × 2 (x, y) or n × 3 (x, y, loss)") == true)
    #expect(
      error(NumPy(rows: [[1, 2], [3, .nan]]).bytes)?
        .contains("sample [1, 1] is nan; expected a finite number") == true)
    #expect(error(NumPy(rows: [[1, 2]]).bytes)?.contains("found points: 1") == true)
    #expect(error([0x93] + Array("NUMPY".utf8))?.hasPrefix("runs/t.csv: ") == true)
    #expect(error([0xC3, 0x28, 0x00, 0xFF])?.hasPrefix("runs/t.csv: ") == true)
  }

  @Test func `a file that never ends is left when it is too long`() {
    do {
      _ = try PathFile.read(.init(file: Asked("/dev/zero", from: .flag("--path"))))
      Issue.record("read to the end")
    } catch {
      #expect(Strings("en").describe(error).contains("/dev/zero: found more than 64 MB"))
    }
  }

  @Test func `a file that is not there names the samples`() {
    do {
      _ = try PathFile.read(.init(file: Asked("digits-adm", from: .flag("--path"))))
      Issue.record("there is none")
    } catch {
      let text = Strings("en").describe(error)
      #expect(text.contains("digits-adm: there is no such file") && text.contains("digits-sgd.csv"))
    }
  }

  @Test func `a name is the file's, made a word`() {
    #expect(PathFile.name(of: "/a/my run, \"2\".csv") == "my-run---2-")
    #expect(PathFile.name(of: "경로.npy") == "경로" && PathFile.name(of: ".csv") == ".csv")
    #expect(PathFile.name(of: String(repeating: "n", count: 90)).count == 40)
  }
}
