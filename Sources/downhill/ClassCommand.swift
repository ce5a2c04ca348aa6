import App
import ArgumentParser
import Files
import Room
import Texts

#if canImport(Glibc)
  import Glibc
#endif

struct ClassCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "class", abstract: Words.command("class_open"))

  @OptionGroup var options: RaceOptions
  @OptionGroup(title: Words.command("class_group")) var room: ClassOptions
  @OptionGroup(title: Words.command("look_group")) var look: DisplayOptions

  func run() throws {
    let (setup, file) = try options.race()
    let display = look.display
    var model = try display.model(of: setup)
    if let file { model.follow(file) }
    model.classWish = try room.wish()
    model.isPlaying = false
    let wishes = try display.wishes(for: model)
    guard isatty(STDOUT_FILENO) == 1, !look.plain else {
      Words.fail(Words.strings[.classNeedsTerminal])
    }
    // Before anything is shown: what is wrong is one line on the shell.
    let line = OpenClass()
    defer { line.close() }
    switch line.open(model.classWish) {
    case .failure(let refusal): Words.fail(Words.strings.describe(refusal))
    case .success(let door):
      guard let news = line.news() else { return }
      try display.show(model, wishes, classLine: line) { model in
        _ = update(&model, .classroom(.opened(door, news.room)))
      }
    }
  }
}

/// Where a class is opened, and what its students may do.
struct ClassOptions: ParsableArguments {
  @Option(help: help("class_address", "ADDRESS")) var address: String?
  @Option(parsing: .unconditional, help: help("class_port", "NUMBER")) var port: String?
  @Option(parsing: .unconditional, help: help("class_per_address", "NUMBER"))
  var perAddress: String?
  @Flag(help: help("class_one_start")) var allFromOneStart = false
  @Flag(help: help("class_settings")) var settings = false

  func wish() throws(Fault) -> ClassWish {
    var wish = ClassWish()
    wish.address = address
    wish.port = try number(port, "--port", .expectedCount, in: 0...65535)
    wish.perAddress = try number(
      perAddress, "--per-address", .expectedCount, in: 1...Room.mostSeats)
    (wish.isFromOneStart, wish.allowsSettings) = (allFromOneStart, settings)
    return wish
  }
}
