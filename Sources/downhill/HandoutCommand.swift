import App
import ArgumentParser
import Files
import Reports
import Texts

/// Lessons on paper.
struct LessonHandoutCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "handout", abstract: Words.command("handout"))

  @Argument(help: help("handout_lessons", "NAME|NUMBER|FILE"), completion: .lessons) var names:
    [String] = []
  @Option(
    name: .shortAndLong, help: help("handout_output", "FILE"),
    completion: .file(extensions: ["html", "md"])) var output: String
  @Option(help: help("handout_format", "html|markdown"), completion: .list(["html", "markdown"]))
  var format: String?
  @Flag(help: help("handout_notes")) var notes = false
  @Flag(help: help("quiet")) var quiet = false
  @Option(help: help("theme", "NAME|FILE"), completion: .themes) var theme: String?
  @Option(help: help("language", "NAME|FILE"), completion: .languages) var language: String?

  private enum Format: String, CaseIterable { case html, markdown }

  func run() throws {
    try Words.checkLanguage()
    let format = try chosenFormat()
    let library = LessonLibrary(Words.strings, Shelf("lessons"))
    let lectures = try names.isEmpty ? course(of: library) : names.map { try lecture($0, library) }
    // Light, for paper, unless somebody wants it otherwise.
    let display = Display(theme: theme ?? "day")
    let model = try display.model(of: lectures[0].current.setup)
    let pages = lectures.reduce(0) { $0 + $1.lesson.pages.count }
    let progress = Progress(of: pages, saying: .handoutProgress, isShown: !quiet)
    let handout = Handout(of: lectures, model, hasNotes: notes, tell: progress.show)
    progress.end()
    switch format {
    case .html:
      try writeFile(Array(HandoutHTML(handout).text().utf8), to: output, of: "--output")
    case .markdown: try write(handout)
    }
  }

  /// As it is said, or as the name of the file ends.
  private func chosenFormat() throws(Fault) -> Format {
    if let format { return try word(format, .errorUnknownFormat) }
    switch output.ending {
    case "html", "htm": return .html
    case "md", "markdown": return .markdown
    default: throw Fault(.flag("--output"), .wrong(found: output, .oneOf([".html", ".md"])))
    }
  }

  private func lecture(_ name: String, _ library: LessonLibrary) throws(Fault) -> Lecture {
    let (lecture, errors) = try library.lecture(name)
    Words.warn(errors)
    return lecture
  }

  /// Every lesson of the program.
  private func course(of library: LessonLibrary) throws(Fault) -> [Lecture] {
    var lectures: [Lecture] = []
    for name in LessonLibrary.builtIn { lectures.append(try lecture(name, library)) }
    return lectures
  }

  /// The text, and its figures in files beside it.
  private func write(_ handout: Handout) throws(Fault) {
    let folder = output.lastIndex(of: "/").map { String(output[...$0]) } ?? ""
    let file = output.dropFirst(folder.count)
    let stem = String(file.lastIndex(of: ".").map { file[..<$0] } ?? file)
    let markdown = HandoutMarkdown(handout, stem: stem)
    for (name, drawing) in markdown.figures() {
      try writeFile(Array(drawing.utf8), to: folder + name, of: "--output")
    }
    try writeFile(Array(markdown.text().utf8), to: output, of: "--output")
  }
}
