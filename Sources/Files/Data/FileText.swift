import Texts

/// The text of a file of data, in whichever encoding it was saved.
///
/// UTF-8 and UTF-16 are read, with a byte order mark or without, and CP949 (the Korean Windows
/// encoding, which contains EUC-KR) where the C library has it. Other encodings cannot be told
/// apart by their bytes: they are named, not guessed at.
package struct FileText: Hashable, Sendable {
  /// UTF-8 without a byte order mark.
  package var bytes: [UInt8]
  package var encoding: Encoding
  /// Whether the bytes alone tell the encoding: no byte order mark does, and it is not UTF-8.
  package var isGuessed = false

  package enum Encoding: String, Sendable {
    case utf8 = "UTF-8"
    case utf16LittleEndian = "UTF-16LE"
    case utf16BigEndian = "UTF-16BE"
    case cp949 = "CP949"
    case windows1252 = "Windows-1252"
  }

  /// Why the bytes of a file are no text.
  package enum Problem: Error, Hashable, Sendable {
    /// They seem to be of an encoding that is not read here.
    case encoding(Encoding)
    /// They are of no encoding that is known here.
    case unknown
  }

  package init(_ file: [UInt8]) throws(Problem) {
    if let (encoding, count) = Self.byteOrderMark(of: file) {
      self = try Self.read(Array(file[count...]), as: encoding)
    } else if let encoding = Self.evidentUTF16(in: file) {
      self = try Self.read(file, as: encoding)
      isGuessed = true
    } else if String(validating: file, as: UTF8.self) != nil {
      (bytes, encoding) = (file, .utf8)
    } else if CP949.isEvident(in: file) {
      guard let text = CP949.utf8(of: file) else { throw .encoding(.cp949) }
      (bytes, encoding, isGuessed) = (text, .cp949, true)
    } else {
      throw Self.seemsWindows1252(file) ? .encoding(.windows1252) : .unknown
    }
  }

  private init(_ bytes: [UInt8], _ encoding: Encoding) {
    (self.bytes, self.encoding) = (bytes, encoding)
  }

  private static func byteOrderMark(of file: [UInt8]) -> (Encoding, count: Int)? {
    if file.starts(with: [0xEF, 0xBB, 0xBF]) { return (.utf8, 3) }
    if file.starts(with: [0xFF, 0xFE]) { return (.utf16LittleEndian, 2) }
    return file.starts(with: [0xFE, 0xFF]) ? (.utf16BigEndian, 2) : nil
  }

  private static func read(
    _ bytes: [UInt8], as encoding: Encoding
  ) throws(Problem) -> FileText {
    let text =
      encoding == .utf8
      ? String(validating: bytes, as: UTF8.self)
      : units(of: bytes, encoding).flatMap { String(validating: $0, as: UTF16.self) }
    // UTF-32 begins with the mark of UTF-16 and is full of U+0000.
    guard let text, encoding == .utf8 || !text.utf8.contains(0) else { throw .unknown }
    return FileText(Array(text.utf8), encoding)
  }

  /// `nil` for an odd number of bytes.
  private static func units(of bytes: [UInt8], _ encoding: Encoding) -> [UInt16]? {
    guard bytes.count.isMultiple(of: 2) else { return nil }
    let (high, low) = encoding == .utf16BigEndian ? (0, 1) : (1, 0)
    return stride(from: 0, to: bytes.count, by: 2).map {
      UInt16(bytes[$0 + high]) << 8 | UInt16(bytes[$0 + low])
    }
  }

  /// Without a mark it is UTF-16 if that makes at least half of the text ASCII, as numbers and
  /// separators are, and none of it U+0000.
  private static func evidentUTF16(in file: [UInt8]) -> Encoding? {
    guard file.contains(0) else { return nil }
    return [Encoding.utf16LittleEndian, .utf16BigEndian].first { encoding in
      guard let units = units(of: file, encoding), !units.contains(0) else { return false }
      return 2 * units.count { $0 < 0x80 } >= units.count
    }
  }

  /// Letters with accents stand alone or in pairs between ASCII; syllables of other encodings
  /// follow one another. Five bytes mean nothing in Windows-1252.
  private static func seemsWindows1252(_ file: [UInt8]) -> Bool {
    let controls = file.contains { $0 < 0x20 && !(0x09...0x0D ~= $0) }
    let unused: Set<UInt8> = [0x81, 0x8D, 0x8F, 0x90, 0x9D]
    guard !controls, !file.contains(where: unused.contains) else { return false }
    let runs = file.split { $0 < 0x80 }.map(\.count)
    return 2 * runs.filter { $0 <= 2 }.reduce(0, +) >= runs.reduce(0, +)
  }
}

extension FileText {
  /// The text of a file of data.
  static func read(_ bytes: [UInt8], file: String) throws(Fault) -> FileText {
    do throws(Problem) { return try FileText(bytes) } catch {
      guard case .encoding(let encoding) = error else {
        throw Fault(.file(file), .errorUnreadable)
      }
      let lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
      let line = lines.firstIndex { String(validating: $0, as: UTF8.self) == nil }
      throw Fault(
        .file(file, line: line.map { $0 + 1 }), .errorEncoding,
        [
          "encoding": encoding.rawValue, "name": encoding.rawValue.lowercased(), "file": file,
        ])
    }
  }

  /// What must be known of its encoding.
  func notes(of file: String) -> [DataNote] {
    isGuessed ? [DataNote(file, .encoding(encoding))] : []
  }
}
