import Files
import Testing
import Texts

struct FileTextTests {
  private static let korean = "키,몸무게\n160,55\n170,65\n"

  private func read(_ bytes: [UInt8]) throws -> (text: String, encoding: FileText.Encoding) {
    let text = try FileText(bytes)
    return (String(decoding: text.bytes, as: UTF8.self), text.encoding)
  }

  private func utf16(_ text: String, isBigEndian: Bool) -> [UInt8] {
    text.utf16.flatMap { unit in
      let (high, low) = (UInt8(unit >> 8), UInt8(unit & 0xFF))
      return isBigEndian ? [high, low] : [low, high]
    }
  }

  private func problem(_ bytes: [UInt8]) -> FileText.Problem? {
    do throws(FileText.Problem) {
      _ = try FileText(bytes)
      return nil
    } catch {
      return error
    }
  }

  @Test func `UTF-8 is read with its mark or without`() throws {
    let plain = try FileText(Array(Self.korean.utf8))
    #expect(plain.bytes == Array(Self.korean.utf8) && plain.encoding == .utf8)
    #expect(!plain.isGuessed)
    #expect(try FileText([0xEF, 0xBB, 0xBF] + Self.korean.utf8) == plain)
    #expect(try FileText([]).bytes.isEmpty)
  }

  @Test(arguments: [false, true])
  func `UTF-16 is read with its mark or without`(isBigEndian: Bool) throws {
    let bytes = utf16(Self.korean, isBigEndian: isBigEndian)
    let encoding: FileText.Encoding = isBigEndian ? .utf16BigEndian : .utf16LittleEndian
    let marked = try FileText((isBigEndian ? [0xFE, 0xFF] : [0xFF, 0xFE]) + bytes)
    #expect(String(decoding: marked.bytes, as: UTF8.self) == Self.korean)
    #expect(marked.encoding == encoding && !marked.isGuessed)
    let bare = try FileText(bytes)
    #expect(bare.bytes == marked.bytes && bare.encoding == encoding && bare.isGuessed)
  }

  @Test func `UTF-16 that is cut or broken is no text`() {
    let bytes = [0xFF, 0xFE] + utf16("x,🚗\n", isBigEndian: false)
    #expect(problem(Array(bytes.dropLast())) == .unknown)
    // Half of a pair.
    #expect(problem(Array(bytes[..<8])) == .unknown)
    // UTF-32 has the same mark.
    #expect(problem([0xFF, 0xFE, 0, 0, 0x78, 0, 0, 0]) == .unknown)
  }

  /// 키,몸무게 and two rows, as Korean Windows saves them.
  private static let cp949: [UInt8] =
    [0xC5, 0xB0, 0x2C, 0xB8, 0xF6, 0xB9, 0xAB, 0xB0, 0xD4, 0x0A] + "160,55\n170,65\n".utf8

  @Test func `CP949 is read where the C library has it, and named elsewhere`() throws {
    if let problem = problem(Self.cp949) {
      #expect(problem == .encoding(.cp949))
    } else {
      let (text, encoding) = try read(Self.cp949)
      #expect(text == Self.korean && encoding == .cp949)
      #expect(try FileText(Self.cp949).isGuessed)
    }
  }

  @Test(
    arguments: [
      // Größe, Ärzte, µm and °C, naïve été, each of Windows-1252.
      [0x47, 0x72, 0xF6, 0xDF, 0x65], [0xC4, 0x72, 0x7A, 0x74, 0x65],
      [0xB5, 0x6D, 0x2C, 0xB0, 0x43], [0x6E, 0x61, 0xEF, 0x76, 0x65, 0x20, 0xE9, 0x74, 0xE9],
    ] as [[UInt8]])
  func `Windows-1252 is named and not read`(header: [UInt8]) {
    #expect(problem(header + ",y\n1,2\n".utf8) == .encoding(.windows1252))
  }

  @Test func `an encoding that is not read is told with its line and a remedy`() {
    let bytes = Array("x,y\n1,2\n".utf8) + [0xE9, 0x2C, 0x33, 0x0A]
    let request = DataFile.Request(
      file: Asked("t.csv"), x: Asked("x"), y: Asked("y"), standardised: false)
    #expect(throws: Fault.self) { try DataFile.read(request, from: bytes) }
    do throws(Fault) { _ = try DataFile.read(request, from: bytes) } catch {
      #expect(
        Strings("en").describe(error) == """
          t.csv:3: found text that seems to be Windows-1252; expected UTF-8: \
          iconv -f windows-1252 -t utf-8 t.csv
          """)
    }
  }

  @Test(
    arguments: [
      // ELF, two syllables of Shift_JIS, a word of GBK and one of KOI8-R.
      [0x7F, 0x45, 0x4C, 0x46, 0, 0xFF, 0xFE, 0x0A], [0x90, 0x67, 0x92, 0xB7, 0x2C, 0x79],
      [0xC9, 0xED, 0xB8, 0xDF, 0x2C, 0xCC, 0xE5, 0xD6, 0xD8], [0xD2, 0xCF, 0xD3, 0xD4, 0x2C, 0x79],
    ] as [[UInt8]])
  func `other bytes are no text`(bytes: [UInt8]) {
    #expect(problem(bytes) == .unknown)
  }

  /// 6000 times bytes: text that is UTF-8, or a problem.
  @Test func `any bytes are UTF-8 in the end or a problem`() {
    var chance = Chance(state: .random(in: 1...UInt64.max))
    let seed = chance.state
    let pieces: [[UInt8]] = [
      [0xFF, 0xFE], [0xFE, 0xFF], [0xEF, 0xBB, 0xBF], [0], [0x0A], [0x2C], [0x31], [0xC5, 0xB0],
      [0xE9], [0xD8, 0x3D], [0x3D, 0xD8], [0xED, 0x95, 0x9C], [0x31, 0], [0, 0x31],
    ]
    for round in 0..<6000 {
      let bytes = (0..<Int.random(in: 0...12, using: &chance))
        .flatMap { _ in pieces.randomElement(using: &chance)! }
      guard let text = try? FileText(bytes) else { continue }
      #expect(
        String(validating: text.bytes, as: UTF8.self) != nil, "round \(round) of seed \(seed)")
    }
  }
}
