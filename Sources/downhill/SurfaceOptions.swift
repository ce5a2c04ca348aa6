import ArgumentParser
import Files
import Texts

/// What a race drives on: a surface of the catalogue, or what the user brings.
struct SurfaceOptions: ParsableArguments {
  @Option(help: help("surface", "NAME"), completion: .surfaces) var surface: String?
  @Option(parsing: .unconditional, help: help("formula", "FORMULA")) var formula: String?
  @Option(parsing: .unconditional, help: help("window", "X0,X1,Y0,Y1")) var window: String?
  @Option(help: help("data", "FILE.csv"), completion: .data) var data: String?
  @Option(help: help("x", "COLUMN")) var x: String?
  @Option(help: help("y", "COLUMN")) var y: String?
  @Option(help: help("model", "line|logistic|neuron"), completion: .words(DataFile.Model.self))
  var model: String?
  @Option(help: help("missing", "drop|error"), completion: .words(DataFile.Missing.self))
  var missing: String?
  @Option(name: .customLong("class"), help: help("class", "VALUE")) var positive: String?
  @Flag(name: [.long, .customLong("standardize")], help: help("standardise"))
  var standardise = false
  @Option(help: help("grid", "FILE"), completion: .grids) var grid: String?
  @Option(parsing: .unconditional, help: help("extent", "X0,X1,Y0,Y1"))
  var extent: String?
  @Option(parsing: .unconditional, help: help("rotate", "DEGREES")) var rotate: String?
  @Option(parsing: .unconditional, help: help("scale", "NUMBER")) var scale: String?

  /// Whether anything is said of the surface; what else there is needs one of these.
  var isSaid: Bool {
    surface != nil || formula != nil || window != nil || data != nil || grid != nil || rotate != nil
      || scale != nil
  }

  /// The surface that a file asks for, as far as no flag says otherwise.
  func request(before found: SurfaceRequest) throws(Fault) -> SurfaceRequest {
    var request = found
    let (data, grid) = (try dataRequest(), try gridRequest())
    if surface != nil || data != nil || formula != nil || grid != nil {
      request = SurfaceRequest(name: asked(surface, "--surface"), data: data, grid: grid)
      request.formula = asked(formula, "--formula")
    }
    if let window { request.window = try Asked(window: window, flag: "--window") }
    if let rotate { request.degrees = try Asked(degrees: rotate, flag: "--rotate") }
    if let scale { request.scale = try Asked(scale: scale, flag: "--scale") }
    return request
  }

  private func asked(_ text: String?, _ flag: String) -> Asked<String>? {
    text.map { Asked($0, from: .flag(flag)) }
  }

  private func gridRequest() throws(Fault) -> GridFile.Request? {
    guard let file = asked(grid, "--grid") else {
      if extent == nil { return nil }
      throw Fault.option("--extent", at: .flag("--extent"), needs: "--grid")
    }
    let extent = try extent.map { text throws(Fault) in
      try Asked(extent: text, flag: "--extent")
    }
    return .init(file: file, extent: extent)
  }

  private func dataRequest() throws(Fault) -> DataFile.Request? {
    if let file = asked(data, "--data") {
      var request = DataFile.Request(
        file: file, x: asked(x, "--x"), y: asked(y, "--y"), standardised: standardise)
      if let model { request.model = try word(model, .errorUnknownModel) }
      request.positive = asked(positive, "--class")
      if let missing { request.missing = try word(missing, .errorUnknownMissing) }
      return request
    }
    let flags = [
      ("--x", x != nil), ("--y", y != nil), ("--standardise", standardise),
      ("--model", model != nil), ("--class", positive != nil), ("--missing", missing != nil),
    ]
    if let stray = flags.first(where: \.1) {
      throw Fault.needsData(stray.0, at: .flag(stray.0))
    }
    return nil
  }
}
