import Files

#if canImport(Glibc)
  import Glibc
#endif

extension RaceFile {
  /// Writes a race under the first free name of the folder that the program was started in, and
  /// returns that name. What could not be written whole is removed.
  static func save(_ text: String) -> Result<String, SaveError> {
    for number in 1...999 {
      let name = number == 1 ? "downhill-race.toml" : "downhill-race-\(number).toml"
      let file = open(name, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
      if file < 0, errno == EEXIST { continue }
      guard file >= 0 else { return .failure(SaveError(errno)) }
      let failure = write(Array(text.utf8), to: file)
      close(file)
      guard let failure else { return .success(name) }
      unlink(name)
      return .failure(SaveError(failure))
    }
    return .failure(.refused)
  }

  /// The error number if the bytes could not be written.
  private static func write(_ bytes: [UInt8], to file: Int32) -> Int32? {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
      if count >= 0 { rest = rest.dropFirst(count) } else if errno != EINTR { return errno }
    }
    return nil
  }
}

extension RaceFile.SaveError {
  fileprivate init(_ number: Int32) {
    self =
      switch number {
      case EFBIG: .tooLong
      case ENOSPC, EDQUOT: .noRoom
      default: .refused
      }
  }
}
