import Texts

/// What can be wrong with the file of a sweep.
package enum SweepError: Hashable, Sendable {
  case notWritable(file: String)
  /// Another program is writing it.
  case busy(file: String)
  /// It holds something and nothing says which sweep that is of.
  case foreign(file: String)
  /// Begun for another sweep; the first line that differs.
  case another(file: String, found: String, expected: String)
}

extension Strings {
  func describe(_ error: SweepError) -> String {
    switch error {
    case .notWritable(let file): self(.sweepNotWritable, ["file": file])
    case .busy(let file): self(.sweepBusy, ["file": file])
    case .foreign(let file): self(.sweepForeign, ["file": file])
    case .another(let file, let found, let expected):
      self(.sweepAnother, ["file": file, "found": found, "expected": expected])
    }
  }
}
