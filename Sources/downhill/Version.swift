extension Downhill {
  /// The version of the program; the newest heading of `CHANGELOG.md` is the same.
  static let version = "0.9.0"
}
