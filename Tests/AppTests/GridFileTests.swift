import App
import Descent
import Drawing
import Files
import Testing
import Texts

struct GridFileTests {
  /// The heights at the samples of a file, row by row.
  private func rows(_ bytes: [UInt8]) throws -> [[Double]] {
    let extent = Window(x: 0...4, y: 0...3)
    let grid = try GridFile.read(bytes, file: "t.npy", extent: extent).surface
    return (0..<grid.rows).map { row in
      (0..<grid.columns).map { grid.value(at: Point(Double($0), Double(row))) }
    }
  }

  private func error(_ bytes: [UInt8]) -> String? {
    do {
      _ = try GridFile.read(bytes, file: "t.npy")
      return nil
    } catch {
      return Strings("en").describe(error)
    }
  }

  @Test(arguments: ["<f4", ">f4", "=f4", "f4", "<f8", ">f8", "=f8", "f8"], [false, true])
  func `samples are read whatever their size and order`(type: String, isFortran: Bool) throws {
    for version in 1...3 as ClosedRange<UInt8> {
      let file = NumPy(type: type, isFortran: isFortran, version: version)
      #expect(try rows(file.bytes) == NumPy.hollow)
    }
  }

  @Test(arguments: ["i1", "i2", "i4", "i8", "u1", "u2", "u4", "u8", "f2"])
  func `whole numbers and halves are read whatever their size`(type: String) throws {
    // What the type holds; negative numbers where it has a sign.
    let sign = type.hasPrefix("u") ? 1.0 : -1.0
    let heights = NumPy.hollow.map { row in
      row.enumerated().map { $0.0 == 2 ? sign * $0.1.rounded() : (2 * $0.1).rounded() }
    }
    for order in ["<", ">", "=", ""] + (type.hasSuffix("1") ? ["|"] : []) {
      for isFortran in [false, true] {
        let file = NumPy(type: order + type, isFortran: isFortran, rows: heights)
        #expect(try rows(file.bytes) == heights, "\(order)\(isFortran)")
      }
    }
  }

  @Test func `truth is one and falsehood zero`() throws {
    let heights = NumPy.hollow.map { row in row.map { $0 > 6 ? 1.0 : 0 } }
    #expect(try rows(NumPy(type: "|b1", rows: heights).bytes) == heights)
  }

  @Test func `whole numbers of 64 bits reach to both ends`() throws {
    func table(_ type: String, _ bits: [UInt64]) throws -> [Double] {
      let head = NumPy(
        header: "{'descr': '\(type)', 'fortran_order': False, 'shape': (1, \(bits.count)), }",
        rows: []
      ).bytes
      let samples = bits.flatMap { bits in
        (0..<8).map { UInt8(truncatingIfNeeded: bits >> (8 * $0)) }
      }
      return try GridFile.table(from: head + samples, file: "t.npy").table.heights
    }
    let bits: [UInt64] = [0, 1, 1 << 53, 1 << 63, .max, UInt64.max >> 1]
    #expect(try table("<u8", bits) == [0, 1, 0x1p53, 0x1p63, 0x1p64, 0x1p63])
    #expect(try table("<i8", bits) == [0, 1, 0x1p53, -0x1p63, -1, 0x1p63])
  }

  #if !(os(macOS) && arch(x86_64))
    @Test func `each of the 65,536 halves is the number that IEEE 754 says`() throws {
      let samples = (0...UInt16.max).flatMap { [UInt8(truncatingIfNeeded: $0), UInt8($0 >> 8)] }
      let head = NumPy(
        header: "{'descr': '<f2', 'fortran_order': False, 'shape': (256, 256), }", rows: []
      ).bytes
      let heights = try GridFile.table(from: head + samples, file: "t.npy").table.heights
      for (bits, height) in heights.enumerated() {
        let half = Double(Float16(bitPattern: UInt16(bits)))
        #expect(height == half || height.isNaN && half.isNaN, "\(bits)")
      }
    }
  #endif

  /// Files that NumPy wrote, of 2 (column − 4)² + (row − 4)².
  @Test(arguments: ["float16_grid", "int64_grid"])
  func `files of NumPy's own are read`(name: String) throws {
    let folder = #filePath.split(separator: "/").dropLast().joined(separator: "/")
    let file = "/\(folder)/Fixtures/\(name).npy"
    let extent = Asked(PlaneRect(minX: -4, maxX: 4, minY: -4, maxY: 4))
    let grid = try GridFile.read(.init(file: Asked(file), extent: extent)).surface
    #expect(grid.columns == 9 && grid.rows == 9)
    for x in -4...4 {
      for y in -4...4 {
        #expect(grid.value(at: Point(Double(x), Double(y))) == Double(2 * x * x + y * y))
      }
    }
  }

  @Test func `samples without a value are holes and are told`() throws {
    var heights = NumPy.hollow
    heights[0][4] = .nan
    for file in [
      NumPy(type: ">f8", rows: heights).bytes, NumPy(type: "<f2", rows: heights).bytes,
      Array("9,7,6,7,\n6,2,1,2,6\n\n6,2,0.5,2,7\n9,7,6,8,9.5\n".utf8),
      Array("sep=;\n9;7;6;7;NA\n6;2;1;2;6\n6;2;0,5;2;7\n9;7;6;8;9,5\n".utf8),
      Array("9 7 6 7 nan\n6 2 1 2 6\n6 2 .5 2 7\n9 7 6 8 9.5\n".utf8),
    ] {
      let reading = try GridFile.read(
        file, file: "d/t.npy", extent: Window(x: 0...4, y: 0...3))
      let grid = reading.surface
      #expect(grid.hasHoles && grid.value(at: Point(4, 0)).isNaN)
      #expect(grid.value(at: Point(3.5, 0.5)).isNaN && grid.value(at: Point(2, 2)) == 0.5)
      #expect(
        reading.notes.map(Strings("en").describe) == [
          "d/t.npy: 1 of 20 samples have no value: holes in the map"
        ])
    }
    let lone = NumPy.hollow.enumerated().map { row, heights in
      heights.enumerated().map { column, height in (row + column) % 2 == 0 ? height : .nan }
    }
    #expect(
      error(NumPy(type: "<f8", rows: lone).bytes)
        == "t.npy: nowhere do four neighbouring samples have values; expected ground between samples"
    )
    let none = Array(repeating: Array(repeating: Double.nan, count: 4), count: 4)
    #expect(error(NumPy(rows: none).bytes)?.contains("nowhere do four") == true)
  }

  @Test func `decimal commas are read between semicolons and tabs`() throws {
    for mark in [";", "\t"] {
      let text = NumPy.hollow.map { row in
        row.map { "\($0)".replacing(".", with: ",") }.joined(separator: mark)
      }
      #expect(try rows(Array(text.joined(separator: "\n").utf8)) == NumPy.hollow)
    }
    #expect(
      error(Array("1,5;2.5\n".utf8))
        == "t.npy: row 1, column 2: found \"2.5\"; expected a finite number")
  }

  @Test(arguments: [
    "{'descr': '<f4', 'fortran_order': False, 'shape': (4, 5)}",
    "{\"shape\":(4,5),\"descr\":\"<f4\",\"fortran_order\":False,}",
    "  { 'shape' : ( 4 , 5 , ) ,\n'fortran_order':False,'descr' :'<f4' }  ",
    "{'descr': '<f4', 'fortran_order': False, 'shape': (4L, 5L), }",
  ])
  func `a header may be written as Python reads it`(header: String) throws {
    #expect(try rows(NumPy(header: header).bytes) == NumPy.hollow)
  }

  @Test(arguments: [",", ";", "\t", " ", "  ", " , "])
  func `rows of plain numbers are read whatever is between them`(mark: String) throws {
    let lines = NumPy.hollow.map { row in row.map { "\($0)" }.joined(separator: mark) }
    for end in ["\n", "\r\n", "\r"] {
      let text = lines.joined(separator: end)
      #expect(try rows(Array(text.utf8)) == NumPy.hollow)
      #expect(try rows([0xEF, 0xBB, 0xBF] + Array((text + end + end).utf8)) == NumPy.hollow)
    }
  }

  @Test(arguments: [
    (
      "{'descr': '<c8', 'fortran_order': False, 'shape': (4, 5)}",
      "type <c8; expected one of f2, f4, f8, i1, i2, i4, i8, u1, u2, u4, u8, b1"
    ),
    ("{'descr': '|O', 'fortran_order': False, 'shape': (4, 5)}", "type |O; expected one of f2"),
    ("{'descr': '<f1', 'fortran_order': False, 'shape': (4, 5)}", "type <f1; expected one of f2"),
    (
      "{'descr': [('a', '<f4')], 'fortran_order': False, 'shape': (4, 5)}",
      "type [('a', '<f4')]; expected one of f2"
    ),
    ("{'descr': '<f4', 'fortran_order': False, 'shape': (20,)}", "shape (20,); expected rows"),
    ("{'descr': '<f4', 'fortran_order': False, 'shape': ()}", "the shape (); expected rows"),
    ("{'descr': '<f4', 'fortran_order': False, 'shape': (4, 5, 1)}", "the shape (4, 5, 1)"),
    ("{'descr': '<f4', 'fortran_order': False, 'shape': (-4, -5)}", "the shape (-4, -5)"),
    (
      "{'descr': '<f4', 'fortran_order': False, 'shape': (99999999999999999999, 5)}",
      "the shape (99999999999999999999, 5)"
    ),
    (
      "{'descr': '<f4', 'fortran_order': False, 'shape': (4, 6)}",
      "found 80 bytes of samples; expected 96 for 4 × 6 of f4"
    ),
    (
      "{'descr': '<f8', 'fortran_order': False, 'shape': (4, 4)}",
      "found 80 bytes of samples; expected 128 for 4 × 4 of f8"
    ),
    (
      "{'descr': '<f4', 'fortran_order': False, 'shape': (4611686018427387905, 4)}",
      "found 80 bytes of samples; expected 7.38e19 for"
    ),
    ("{'descr': '<f4', 'fortran_order': False, 'shape': (2, 10)}", "2 × 10 samples; expected at"),
    ("{'descr': '<f4', 'fortran_order': 0, 'shape': (4, 5)}", "expected descr, fortran_order and"),
    ("{'descr': '<f4', 'shape': (4, 5)}", "expected descr, fortran_order and shape"),
    (
      "{'descr': '<f4', 'descr': '<f4', 'fortran_order': False, 'shape': (4, 5)}",
      "expected descr, fortran_order and shape"
    ),
    ("{'descr': '<f4', 'fortran_order': False, 'shape': (4, 5)", "expected descr, fortran_order"),
    ("{}", "found the header \"{}\"; expected descr"),
  ])
  func `a header that lies or says too little is refused`(header: String, expected: String) {
    let found = error(NumPy(header: header).bytes)
    #expect(found?.contains(expected) == true, "\(found ?? "no error")")
    #expect(found?.hasPrefix("t.npy: ") == true)
  }

  @Test func `a file cut short is refused at every byte`() {
    let bytes = NumPy().bytes
    for count in 1..<bytes.count {
      #expect(error(Array(bytes[..<count])) != nil, "\(count) bytes")
    }
    #expect(
      error(Array(bytes[..<9])) == "t.npy: found 9 bytes, a header cut short; expected at least 10")
    #expect(error(Array(bytes[..<40]))?.contains("found 40 bytes, a header cut short") == true)
    #expect(error(Array(bytes.dropLast()))?.contains("found 79 bytes of samples") == true)
    #expect(error(bytes + [0])?.contains("found 81 bytes of samples") == true)
  }

  @Test func `another version, another kind of file and nothing at all are refused`() {
    #expect(error(NumPy(version: 4).bytes)?.contains("version 4.0 of the NumPy format") == true)
    #expect(error([0x7F, 0x45, 0x4C, 0x46, 0])?.contains("neither a NumPy file nor text") == true)
    #expect(error([])?.contains("the file is empty") == true)
    #expect(error(Array("\n \r\n".utf8))?.contains("the file is empty") == true)
  }

  @Test func `a sample that is no height is named by row and column`() {
    var rows = NumPy.hollow
    rows[2][3] = -.infinity
    #expect(
      error(NumPy(type: ">f8", isFortran: true, rows: rows).bytes)
        == "t.npy: sample [2, 3] is -inf; expected a finite number")
    #expect(
      error(Array("1 2 3 4\n5 six 7 8\n".utf8))?.contains("row 2, column 2: found \"six\"") == true)
    #expect(error(Array("1,2\n3,inf\n".utf8))?.contains("row 2, column 2: found \"inf\"") == true)
    #expect(
      error(Array("1 2\n\n3 0x10\n".utf8))?.contains("row 3, column 2: found \"0x10\"") == true)
    #expect(
      error(Array("1,2,3,4\n5,6,7\n".utf8))?
        .contains("row 2: found 3 numbers; expected 4, as in the first row") == true)
    let level = Array(repeating: Array(repeating: 3.0, count: 4), count: 4)
    #expect(
      error(NumPy(rows: level).bytes)?.contains("every sample is 3; expected heights") == true)
  }

  @Test(arguments: ["digits-mlp20-skip", "digits-mlp20-plain.npy"])
  func `the landscapes that come with the program have their lowest minimum`(name: String) throws {
    let grid = try GridFile.read(.init(file: Asked(name))).surface
    #expect(grid.columns == 81 && grid.rows == 81 && grid.about.lowest == .labelled)
    #expect(CriticalPointCheck.all(of: grid).allSatisfy { $0.faults.isEmpty })
    var race = Race(
      surface: grid, cars: Lineup.standard(on: grid), start: grid.about.start, seed: 7)
    let start = race.drivers[0].loss
    for _ in 0..<300 { race.step() }
    #expect(race.drivers.allSatisfy { $0.crash == nil && $0.loss < start / 10 })
  }

  /// 60,000 files: header bytes struck, samples struck, ends cut off; none may bring the program
  /// down. What is read is as large as it says, and a landscape is made of some.
  @Test func `any file is a landscape or an error that names it`() {
    var chance = Chance(state: .random(in: 1...UInt64.max))
    let seed = chance.state
    let originals = [
      NumPy().bytes, NumPy(type: ">f8", isFortran: true, version: 2).bytes,
      Array(
        NumPy.hollow.map { row in row.map { "\($0)" }.joined(separator: ",") }
          .joined(separator: "\n").utf8),
    ]
    let strokes = Array("{}()[]'\",:<>=|fiub1248TFL -9,\n\0".utf8) + [0x93, 0xFF, 0x80]
    for round in 0..<60_000 {
      var bytes = originals[round % 3]
      // Samples are struck now and then: a landscape costs more than an error.
      let end = Int.random(in: 0..<8, using: &chance) == 0 ? bytes.count : min(bytes.count, 80)
      for _ in 0..<Int.random(in: 1...4, using: &chance) {
        let place = Int.random(in: 0..<min(end, bytes.count), using: &chance)
        switch Int.random(in: 0..<6, using: &chance) {
        case 0: bytes[place] = UInt8.random(in: 0...255, using: &chance)
        case 1: bytes.remove(at: place)
        case 2: bytes.insert(strokes.randomElement(using: &chance)!, at: place)
        case 3: bytes.removeSubrange(max(1, place)...)
        default: bytes[place] = strokes.randomElement(using: &chance)!
        }
        if bytes.isEmpty { break }
      }
      do {
        let table = try GridFile.table(from: bytes, file: "t.npy").table
        #expect(table.heights.count == table.columns * table.rows, "round \(round) of seed \(seed)")
        guard round % 60 == 0 else { continue }
        let grid = try GridFile.read(bytes, file: "t.npy").surface
        #expect(grid.columns >= 4 && grid.rows >= 4, "round \(round) of seed \(seed)")
      } catch {
        let text = Strings("en").describe(error)
        #expect(text.hasPrefix("t.npy: ") && text.count < 300, "round \(round) of seed \(seed)")
      }
    }
  }
}
