import Files
import FoundationEssentials
import Testing

struct CSVReaderTests {
  /// A text and what Python's `csv` reads in it (see `Fixtures/csv_texts.py`).
  struct Sample: Decodable, Sendable {
    var text: String
    var separator: String
    var records: [[String]]
    /// On which each record begins.
    var lines: [Int]
    var fault: String?
  }

  static let samples: [Sample] = {
    let file = #filePath.split(separator: "/").dropLast().joined(separator: "/")
    let path = "/\(file)/Fixtures/csv_texts.jsonl"
    let bytes = [UInt8](FileManager.default.contents(atPath: path) ?? Data())
    return bytes.split(separator: 0x0A).compactMap {
      try? JSONDecoder().decode(Sample.self, from: Data($0))
    }
  }()

  private func read(
    _ text: String, _ separator: Character = ","
  ) -> (records: [CSVRecord], fault: CSVFault?) {
    var reader = CSVReader(Array(text.utf8), separator: separator.asciiValue ?? 0)
    var records: [CSVRecord] = []
    do throws(CSVFault) {
      while let record = try reader.next() { records.append(record) }
      return (records, nil)
    } catch {
      return (records, error)
    }
  }

  @Test func `odd texts are read as Python reads them`() throws {
    #expect(Self.samples.count == 436)
    for sample in Self.samples {
      let (records, fault) = read(sample.text, try #require(sample.separator.first))
      let comment: Comment = "\(sample.text.debugDescription)"
      #expect(records.map { $0.fields.map(\.text) } == sample.records, comment)
      #expect(records.map(\.line) == sample.lines, comment)
      #expect(records.map(\.row) == Array(1..<1 + sample.records.count), comment)
      switch fault?.problem {
      case .openQuote: #expect(sample.fault == "open quote", comment)
      case .textAfterQuote: #expect(sample.fault == "text after quote", comment)
      case nil: #expect(sample.fault == nil, comment)
      }
      #expect(fault.map { $0.row == sample.records.count + 1 } ?? true, comment)
    }
  }

  @Test func `a field knows the line that it begins on`() {
    let (records, _) = read("a,\"b\nc\r\nd\",e\r\"f\rg\",\"\"\nh\n")
    #expect(records.map { $0.fields.map(\.line) } == [[1, 1, 3], [4, 5], [6]])
    #expect(records[0].fields[1].text == "b\nc\r\nd")
  }

  @Test(arguments: [
    ("x,y\n1,\"2\n3,4\n", CSVFault.Problem.openQuote, [2, 2, 2]),
    ("\"a\nb\",\"c\nd", .openQuote, [1, 2, 2]),
    ("\"", .openQuote, [1, 1, 1]),
    ("\"a\"\"", .openQuote, [1, 1, 1]),
    ("x,y\n\n1,\"2\" cm,3\n", .textAfterQuote(found: " cm"), [3, 2, 3]),
    ("\"a\n\nb\"c\"d\",e", .textAfterQuote(found: "c\"d\""), [1, 1, 3]),
  ])
  func `a fault has its row, its column and its line`(
    text: String, problem: CSVFault.Problem, place: [Int]
  ) {
    let fault = read(text).fault
    #expect(fault?.problem == problem)
    #expect(fault.map { [$0.row, $0.column, $0.line] } == place)
  }

  /// 6000 tables.
  @Test func `what is written in quotation marks is read back`() {
    var chance = Chance(state: .random(in: 1...UInt64.max))
    let seed = chance.state
    let letters = ["\"", ",", ";", "\n", "\r", "\r\n", " ", "a", "한", "\t", "\0"]
    for round in 0..<6000 {
      let table = (0..<Int.random(in: 1...4, using: &chance)).map { _ in
        (0..<Int.random(in: 1...4, using: &chance)).map { _ in
          (0..<Int.random(in: 0...5, using: &chance))
            .map { _ in letters.randomElement(using: &chance)! }.joined()
        }
      }
      let separator = [",", ";", "\t"].randomElement(using: &chance)!
      let end = ["\n", "\r\n", "\r"].randomElement(using: &chance)!
      let text =
        table.map { row in
          row.map { "\"" + $0.replacing("\"", with: "\"\"") + "\"" }.joined(separator: separator)
        }
        .joined(separator: end) + (Bool.random(using: &chance) ? end : "")
      let (records, fault) = read(text, Character(separator))
      #expect(records.map { $0.fields.map(\.text) } == table, "round \(round) of seed \(seed)")
      #expect(fault == nil, "round \(round) of seed \(seed)")
    }
  }

  /// 6000 texts: what is read is part of the text, and a fault stands on one of its lines.
  @Test func `any bytes are records or a fault that has a place`() {
    var chance = Chance(state: .random(in: 1...UInt64.max))
    let seed = chance.state
    let strokes = Array("\"\"\"\n\n\r,,,; a1".utf8) + [0, 0x80, 0xED, 0xFF]
    for round in 0..<6000 {
      let bytes = (0..<Int.random(in: 0...40, using: &chance))
        .map { _ in strokes.randomElement(using: &chance)! }
      let comment: Comment = "round \(round) of seed \(seed)"
      let lines = bytes.count { $0 == 0x0A || $0 == 0x0D } + 1
      do throws(CSVFault) {
        let records = try CSVReader.records(of: bytes, separator: UInt8(ascii: ","))
        let separators = records.reduce(0) { $0 + max(0, $1.fields.count - 1) }
        #expect(separators <= bytes.count { $0 == UInt8(ascii: ",") }, comment)
        #expect(records.allSatisfy { 1...lines ~= $0.line }, comment)
      } catch {
        #expect(1...lines ~= error.line && error.row >= 1 && error.column >= 1, comment)
        #expect(bytes.contains(UInt8(ascii: "\"")), comment)
      }
    }
  }
}
