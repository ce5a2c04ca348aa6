extension Downhill {
  /// The version of the program; the newest heading of `CHANGELOG.md` is the same.
  static let version = "0.9.0"

  /// The day of the manual page, as mdoc writes days.
  static let date = "November 28, 2026"
}
