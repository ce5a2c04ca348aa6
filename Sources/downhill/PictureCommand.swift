import App
import ArgumentParser
import Descent
import Drawing
import Files
import Reports
import Texts

/// A race as a picture to take along.
struct PictureCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "picture", abstract: Words.command("picture"))

  @OptionGroup var options: RaceOptions
  @OptionGroup(title: Words.command("page_group")) var page: PageOptions
  @Option(parsing: .unconditional, help: help("picture_step", "NUMBER")) var step: String?
  @Option(
    name: .shortAndLong, help: help("picture_output", "FILE"),
    completion: .file(extensions: ["svg", "png", "pdf"])) var output: String

  /// What a picture may be, by the ending of its name.
  private enum Kind: String, CaseIterable { case svg, png, pdf }

  func run() throws {
    let (setup, file) = try options.race()
    let step = try RunCommand.steps(step, "--step", setup, file)
    let kind: Kind = try kind(ofOutput: output)
    let printed = try page.page(size: "1600x900")
    var model = try page.model(of: setup, file)
    Words.warnOfConfig()
    Words.warnOfData(setup)
    checkLimits()
    let progress = Progress(of: step, saying: .runProgress, isShown: !options.quiet)
    for tick in stride(from: 0, to: step, by: 1000) {
      model.timeline.seek(to: tick)
      progress.show(tick)
    }
    model.timeline.seek(to: step)
    progress.end()
    let answers = Progress(of: 1000, saying: .sharedProgress, isShown: !options.quiet)
    model = printed.informed(model, asLines: kind != .png) { answers.show(Int(1000 * $0)) }
    answers.end()
    let bytes =
      switch kind {
      case .svg: Array(printed.drawing(of: model).utf8)
      case .pdf: printed.document(of: model)
      case .png: PNG.encoded(printed.image(of: model))
      }
    try writeFile(bytes, to: output, of: "--output")
  }
}

/// How large pages are, and how they look.
struct PageOptions: ParsableArguments {
  @Option(help: help("view", "VIEW"), completion: .words(MapView.self)) var view: String?
  @Option(help: help("focus", "CAR")) var focus: String?
  @Option(help: help("by", "steps|gradients|data"), completion: .words(Yardstick.self)) var by:
    String?
  @Option(help: help("page_size", "WIDTHxHEIGHT")) var size: String?
  @Option(parsing: .unconditional, help: help("page_text", "PIXELS")) var text: String?
  @Option(help: help("theme", "NAME|FILE"), completion: .themes) var theme: String?
  @Option(help: help("shading", "on|off"), completion: .switches) var shading: String?
  @Flag(help: help("presentation")) var presentation = false
  @Flag(help: help("page_cells")) var cells = false

  /// - Parameter usual: the size of a page of which nobody says how large it should be.
  func page(size usual: String) throws(Fault) -> PrintedPage {
    let size = size ?? usual
    let sides = size.split(separator: "x", omittingEmptySubsequences: false).map { Int($0) }
    let textHeight: Int? = try number(text, "--text", .expectedCount, in: PrintedPage.textHeights)
    guard sides.count == 2, let width = sides[0], let height = sides[1],
      PrintedPage.sides.contains(width), PrintedPage.sides.contains(height)
    else {
      let limits = PrintedPage.sides
      throw Fault(
        .flag("--size"),
        .wrong(
          found: size,
          .init(
            .expectedPageSize, ["least": "\(limits.lowerBound)", "most": "\(limits.upperBound)"])))
    }
    guard var page = PrintedPage(width: width, height: height, textHeight: textHeight) else {
      throw Fault(.flag("--text"), .wrong(found: text ?? size, .init(.expectedTextHeight)))
    }
    page.isInCells = cells
    return page
  }

  /// The race as a page shows it.
  func model(of setup: RaceSetup, _ file: RaceFile?) throws(Fault) -> Model {
    let display = Display(theme: theme, isPresentation: presentation, shading: shading)
    var model = try display.model(of: setup)
    if let file { model.follow(file) }
    if let focus {
      let names = model.race.cars.map(\.name)
      let asNumber = Int(focus).flatMap { names.indices.contains($0 - 1) ? $0 - 1 : nil }
      let asName = names.firstIndex { $0.lowercased() == focus.lowercased() }
      guard let car = asName ?? asNumber else {
        throw Fault(.flag("--focus"), .wrong(found: focus, .oneOf(names)))
      }
      model.focus = car
    }
    if let view { model.look(at: try word(view, .errorUnknownView)) }
    if let by { model.yardstick = try word(by, .errorUnknownYardstick) }
    model.isPlaying = false
    return model
  }
}

/// What a file is to be, by the ending of its name.
func kind<Kind: RawRepresentable<String> & CaseIterable>(
  ofOutput output: String
) throws(Fault) -> Kind {
  guard let kind = Kind(rawValue: output.ending) else {
    let endings = Kind.allCases.map { ".\($0.rawValue)" }
    throw Fault(.flag("--output"), .wrong(found: output, .oneOf(endings)))
  }
  return kind
}

extension String {
  /// What stands after the last point, in lower case.
  var ending: String {
    guard let point = lastIndex(of: ".") else { return "" }
    return String(self[index(after: point)...]).lowercased()
  }
}
