package import Texts

/// Something to be written under the first name that is free.
package struct SavedFile: Hashable, Sendable {
  /// The beginning of the name, and what stands after its last point.
  package var stem, ending: String
  package var bytes: [UInt8]

  package init(_ stem: String, _ ending: String, _ bytes: [UInt8]) {
    (self.stem, self.ending, self.bytes) = (stem, ending, bytes)
  }

  /// Why it could not be written.
  package enum Failure: Error, Hashable, Sendable {
    /// It would be longer than the system lets this program write a file.
    case tooLong
    /// The disk, or the user's share of it, is full.
    case noRoom
    /// The folder is missing or may not be written to, or all names are taken.
    case refused

    package var notice: Text {
      switch self {
      case .tooLong: .noticeTooLong
      case .noRoom: .noticeNoRoom
      case .refused: .noticeNotSaved
      }
    }
  }
}
