import App
import FoundationEssentials
import Terminal

#if canImport(Glibc)
  import Glibc
#endif

/// The language of this run, known before arguments are parsed because their help is in it too.
enum Words {
  static let strings = Strings(
    asked ?? config.language ?? (localeIsUnicode() ? Strings.language(ofLocale: locale) : "en"))

  /// The user's file of settings.
  static let config = Config(environment: ProcessInfo.processInfo.environment)

  /// What `--language` says, if it does.
  private static let asked: String? = {
    let arguments = CommandLine.arguments
    for (index, argument) in arguments.enumerated() {
      if argument.hasPrefix("--language=") { return String(argument.dropFirst(11)) }
      if argument == "--language", index + 1 < arguments.count { return arguments[index + 1] }
    }
    return nil
  }()

  /// The locale of messages: the first of these that is set decides, as for any program.
  private static var locale: String {
    let environment = ProcessInfo.processInfo.environment
    return ["LC_ALL", "LC_MESSAGES", "LANG"].lazy.compactMap { environment[$0] }
      .first { !$0.isEmpty } ?? ""
  }

  /// Refuses a language that has no table.
  static func checkLanguage() throws(InputError) {
    guard let asked, !Strings.languages.contains(asked) else { return }
    throw .unknownName(kind: .language, found: asked, expected: Strings.languages)
  }

  /// One line on standard error. What a file or an argument holds may have line ends in it, or
  /// bytes that a terminal obeys: they are spelt out.
  static func warn(_ message: String) {
    let shown = message.unicodeScalars.map { scalar in
      scalar.properties.generalCategory == .control
        ? scalar.escaped(asASCII: true) : String(scalar)
    }
    let line = Array((strings(.errorPrefix, ["message": shown.joined()]) + "\n").utf8)
    _ = write(STDERR_FILENO, line, line.count)
  }

  /// Says what is wrong with the user's file of settings.
  static func warnOfConfig() { for error in config.errors { warn(strings.describe(error)) } }

  static func fail(_ message: String) -> Never {
    warn(message)
    exit(2)
  }

  static func print(_ text: String) { Swift.print(text, terminator: "") }

  /// What has been printed is written, or it is an error: a full disk must not look like success.
  static func flush() throws(InputError) {
    if fflush(nil) != 0 { throw .outputFailed }
  }
}
