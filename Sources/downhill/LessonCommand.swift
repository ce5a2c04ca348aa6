import App
import ArgumentParser
import Files
import Reports
import Texts

#if canImport(Glibc)
  import Glibc
#endif

struct LessonCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lesson", abstract: Words.command("lesson"),
    subcommands: [
      LessonOpenCommand.self, LessonHandoutCommand.self, LessonCheckCommand.self,
      LessonNewCommand.self,
    ],
    defaultSubcommand: LessonOpenCommand.self)
}

struct LessonOpenCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "open", abstract: Words.command("lesson"))

  @Argument(help: help("lesson_name", "NAME|NUMBER|FILE"), completion: .lessons) var name: String?
  @Flag(help: help("lesson_notes")) var notes = false
  @OptionGroup(title: Words.command("look_group")) var look: DisplayOptions
  @Option(help: help("language", "NAME|FILE"), completion: .languages) var language: String?

  func run() throws {
    try Words.checkLanguage()
    if notes { return try NotesOfLesson(name: name, look: look).show() }
    let library = LessonLibrary(Words.strings, Shelf("lessons"))
    guard let name else { return try choose(from: library) }
    // Before anything is shown: a misspelt word is refused without a terminal too.
    let (lecture, errors) = try library.lecture(name)
    let display = look.display
    var model = try display.model(of: lecture.current.setup)
    let every = try look.steps()
    // Where nothing can be drawn, a lesson can still be read.
    if look.plain || isatty(STDOUT_FILENO) != 1 {
      Words.warnOfConfig()
      Words.warn(errors)
      model.give(lecture)
      var lesson = PlainLesson(model, look.talk(), every: every)
      return lesson.run()
    }
    try display.show(model, try display.wishes(for: model)) { model in
      if let errors = model.strings.notice(of: errors) { model.warn(errors) }
      // The terminal's letters may have changed the language.
      let library = LessonLibrary(model.strings, model.lessonShelf)
      model.lessons = library
      model.give(try library.lecture(name).lecture)
    }
  }
}

extension LessonOpenCommand {
  /// Opens the list of lessons; where nothing can be drawn, prints it.
  private func choose(from library: LessonLibrary) throws {
    guard !look.plain, isatty(STDOUT_FILENO) == 1 else {
      Words.warnOfConfig()
      Words.warn(library.errors)
      Words.print(LessonReport(strings: Words.strings).list(library))
      return
    }
    let display = look.display
    let model = try display.model(of: try RaceSetup())
    try display.show(model, try display.wishes(for: model)) { model in
      // The terminal's letters may have changed the language.
      model.offer(LessonLibrary(model.strings, model.lessonShelf))
    }
  }
}

struct LessonNewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new", abstract: Words.command("lesson_new"))

  @Option(help: help("language", "NAME|FILE"), completion: .languages) var language: String?

  func run() throws {
    try Words.checkLanguage()
    Words.print(Words.strings[.lessonTemplate])
  }
}

struct LessonCheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: Words.command("lesson_check"))

  @Argument(help: help("lesson_files", "FILE"), completion: .file(extensions: ["toml"])) var files:
    [String] = []
  @Option(help: help("language", "NAME|FILE"), completion: .languages) var language: String?

  func run() throws {
    try Words.checkLanguage()
    var isGood = true
    let report = LessonReport(strings: Words.strings)
    if files.isEmpty {
      for name in LessonLibrary.builtIn {
        for language in Strings.languages {
          let strings = language == Words.strings.language ? Words.strings : Strings(language)
          guard let file = LessonLibrary.file(of: name, strings) else { continue }
          isGood = check(file, [strings], report, "\(name) (\(language))") && isGood
        }
      }
    }
    for path in files {
      guard let text = Shelf.text(ofFile: path) else {
        Words.warn([Fault(.file(path), .unreadable(.init(.expectedLessonFile)))])
        isGood = false
        continue
      }
      isGood = check(LessonFile(text, file: path), [Words.strings], report, path) && isGood
    }
    if !isGood { throw ExitCode(1) }
  }

  private func check(
    _ file: LessonFile, _ strings: [Strings], _ report: LessonReport, _ name: String
  ) -> Bool {
    let check = LessonCheck(file, in: strings)
    Words.warn(check.errors)
    if check.errors.isEmpty, let lesson = file.lesson {
      Words.print(report.praise(of: lesson, as: name))
    }
    return check.errors.isEmpty
  }
}
