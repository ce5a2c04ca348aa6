import Files
import Texts

#if canImport(Glibc)
  import Glibc
#endif

extension SavedFile {
  /// Writes it under the first free name of the folder that the program was started in, and returns
  /// that name. What could not be written whole is removed.
  func save() -> Result<String, Failure> {
    Self.open(stem, ending).flatMap { file, name in
      let failure = writeAll(bytes, to: file)
      close(file)
      guard let failure else { return .success(name) }
      unlink(name)
      return .failure(Failure(failure))
    }
  }

  /// Opens a file of the first name that is free.
  static func open(
    _ stem: String, _ ending: String
  ) -> Result<(file: Int32, name: String), Failure> {
    for number in 1...999 {
      let name = (number == 1 ? stem : "\(stem)-\(number)") + ".\(ending)"
      let file = Glibc.open(name, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
      if file < 0, errno == EEXIST { continue }
      return file >= 0 ? .success((file, name)) : .failure(Failure(errno))
    }
    return .failure(.refused)
  }
}

/// Writes a file whole or not at all: beside it first, and then in its place.
func writeFile(_ bytes: [UInt8], to path: String, of flag: String) throws(Fault) {
  let draft = path + ".new"
  let file = open(draft, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
  guard file >= 0 else { throw Fault(.flag(flag), .fileNotWritable, ["file": path]) }
  let failure = writeAll(bytes, to: file)
  close(file)
  guard failure == nil, rename(draft, path) == 0 else {
    unlink(draft)
    throw failure == nil ? Fault(.flag(flag), .fileNotWritable, ["file": path]) : .outputFailed
  }
}

/// The error number if the bytes could not be written.
func writeAll(_ bytes: [UInt8], to file: Int32) -> Int32? {
  var rest = bytes[...]
  while !rest.isEmpty {
    let count = rest.withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
    if count > 0 { rest = rest.dropFirst(count) } else if errno != EINTR { return errno }
  }
  return nil
}

extension SavedFile.Failure {
  fileprivate init(_ number: Int32) {
    self =
      switch number {
      case EFBIG: .tooLong
      case ENOSPC, EDQUOT: .noRoom
      default: .refused
      }
  }
}
