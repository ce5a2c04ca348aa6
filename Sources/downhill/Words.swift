import App
import Drawing
import Files
import FoundationEssentials
import Terminal
import Texts

#if canImport(Glibc)
  import Glibc
#endif

/// The language of this run, known before arguments are parsed because their help is in it too.
enum Words {
  /// What the shell exports; taken once, since every look at it copies it whole.
  static let environment = ProcessInfo.processInfo.environment

  /// The languages there are.
  static let languages = LanguageLibrary(Shelf("languages"))

  static let strings = start.strings

  /// The language's name, or its file.
  static let name = start.name

  /// What is wrong with the file that the language was read from, unless `config` tells it.
  static let languageErrors = start.errors

  /// The user's file of settings.
  static let config = start.config

  private static let start:
    (strings: Strings, errors: [Fault], name: String, config: Config, refused: Fault?) = {
      var config = Config(environment: environment)
      var refused: Fault?
      if let asked {
        do throws(Fault) {
          let (strings, errors) = try languages.language(asked)
          return (strings, errors, asked, config, nil)
        } catch {
          refused = error
        }
      }
      if let strings = config.strings(from: languages) {
        return (strings, [], config.language ?? strings.language, config, refused)
      }
      let name = localeIsUnicode() ? languages.language(ofLocale: locale) : Strings.languages[0]
      let (strings, errors) = (try? languages.language(name)) ?? (Strings(name), [])
      return (strings, errors, name, config, refused)
    }()

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
    ["LC_ALL", "LC_MESSAGES", "LANG"].lazy.compactMap { environment[$0] }
      .first { !$0.isEmpty } ?? ""
  }

  /// Refuses a language that is not there.
  static func checkLanguage() throws(Fault) {
    if let refused = start.refused { throw refused }
  }

  /// One line on standard error. What a file or an argument holds may have line ends in it, or
  /// what must not be shown: see `Spelling`.
  ///
  /// - Parameter picture: lines that show the place, under it.
  static func warn(_ message: String, picture: [String] = []) {
    let lines = [strings(.errorPrefix, ["message": message])] + picture.map(\.spelt)
    let bytes = Array(lines.map { $0 + "\n" }.joined().utf8)
    if write(STDERR_FILENO, bytes, bytes.count) < 0, errno == EBADF, isatty(STDOUT_FILENO) == 1 {
      // Standard error was closed: an error that nobody hears would look like success.
      _ = write(STDOUT_FILENO, bytes, bytes.count)
    }
  }

  /// What a command or an option is for.
  static func command(_ name: String) -> String { strings.command(name) }

  static func warn(_ errors: [Fault]) { for error in errors { warn(strings.describe(error)) } }

  /// Says what is wrong with the user's file of settings and the file of the language.
  static func warnOfConfig() { warn(config.errors + languageErrors) }

  /// Says what must be known of the file that the surface was made from.
  static func warnOfData(_ setup: RaceSetup) {
    for note in setup.notes { warn(strings.describe(note)) }
  }

  static func fail(_ error: Fault) -> Never {
    warn(strings.describe(error), picture: strings.picture(of: error))
    exit(2)
  }

  static func fail(_ message: String) -> Never {
    warn(message)
    exit(2)
  }

  /// Lines on standard output, in which nothing is hidden.
  static func print(_ text: String) { print(text, as: .words) }

  /// The same where a reader understands another spelling.
  static func print(_ text: String, as spelling: Spelling) { printAsIs(text.speltLines(spelling)) }

  /// Text that has been spelt, with control sequences of our own.
  static func printAsIs(_ text: String) { Swift.print(text, terminator: "") }

  /// Bytes as they are, after all that has been printed.
  static func send(_ bytes: [UInt8]) throws(Fault) {
    try flush()
    guard writeAll(bytes, to: STDOUT_FILENO) == nil else { throw .outputFailed }
  }

  /// What has been printed is written, or it is an error: a full disk must not look like success.
  static func flush() throws(Fault) {
    if fflush(nil) != 0 || Limits.outputHasFailed { throw .outputFailed }
  }
}

extension Fault {
  /// A full disk, or a reader that has gone.
  static let outputFailed = Fault(.standard, .errorOutputFailed)
}
