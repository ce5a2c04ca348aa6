import App
import Files
import Texts

#if canImport(Glibc)
  import Glibc
#endif

/// A file that grows while it is made: what is there at any moment is of use.
final class OutputFile {
  private let file: Int32

  /// - Throws: `Fault`, if the file cannot be written.
  init(_ path: String) throws(Fault) {
    file = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    guard file >= 0 else { throw Fault(.flag("--output"), .fileNotWritable, ["file": path]) }
  }

  private init(open file: Int32) { self.file = file }

  /// A file of a free name for a film of what is done.
  static func film() -> Result<LiveFilm.FilmFile, SavedFile.Failure> {
    SavedFile.open("downhill-film", "cast").map { file, name in
      let output = OutputFile(open: file)
      return LiveFilm.FilmFile(
        name: name, append: { (try? output.append($0)) != nil }, close: output.close)
    }
  }

  func append(_ bytes: [UInt8]) throws(Fault) {
    guard writeAll(bytes, to: file) == nil else { throw .outputFailed }
  }

  /// Writes over what is there.
  func write(_ bytes: [UInt8], at offset: Int) throws(Fault) {
    guard lseek(file, offset, SEEK_SET) == offset else { throw .outputFailed }
    try append(bytes)
  }

  func close() { Glibc.close(file) }
}
