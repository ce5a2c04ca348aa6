import Drawing
import Files
import Terminal

/// A film of what is being done, frame by frame, on its way to a file.
package struct LiveFilm {
  /// Where it goes.
  private let file: FilmFile
  private var cast: Cast
  private let began: ContinuousClock.Instant

  /// A file that grows. What has been written is a film, whatever happens then.
  package struct FilmFile {
    package let name: String
    /// Writes more of it; `false` if it cannot be written.
    package let append: ([UInt8]) -> Bool
    package let close: () -> Void

    package init(
      name: String, append: @escaping ([UInt8]) -> Bool, close: @escaping () -> Void
    ) {
      (self.name, self.append, self.close) = (name, append, close)
    }
  }

  init(on file: FilmFile, of size: Size, now: ContinuousClock.Instant) {
    (self.file, cast, began) = (file, Cast(size), now)
    _ = file.append(Array(cast.header.utf8))
  }

  var name: String { file.name }

  /// Adds what is seen; `false` if the file takes no more.
  mutating func add(_ frame: Frame, now: ContinuousClock.Instant) -> Bool {
    let line = cast.line(frame, at: (now - began) / .seconds(1))
    return line.isEmpty || file.append(Array(line.utf8))
  }

  func end() { file.close() }
}
