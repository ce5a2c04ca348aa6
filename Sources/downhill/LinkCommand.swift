import App
import ArgumentParser
import Descent
import Files
import Texts

/// A race as a line that opens it anywhere.
struct LinkCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "link", abstract: Words.command("link"))

  @OptionGroup var options: RaceOptions

  func run() throws {
    let (setup, file) = try options.race()
    var model = try Display().model(of: setup)
    if let file { model.follow(file) }
    if let steps = file?.steps { model.timeline.seek(to: steps) }
    Words.print("downhill race '\(RaceLink.text(of: RaceFile.text(of: model)))'\n")
  }
}
