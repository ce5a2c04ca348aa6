import ArgumentParser
import Files
import Texts

/// What a race drives on: a surface of the catalogue, or what the user brings.
struct SurfaceOptions: ParsableArguments {
  @Option(help: help(.commandSurface, "NAME")) var surface: String?
  @Option(parsing: .unconditional, help: help(.commandFormula, "FORMULA")) var formula: String?
  @Option(parsing: .unconditional, help: help(.commandWindow, "X0,X1,Y0,Y1")) var window: String?
  @Option(help: help(.commandData, "FILE.csv")) var data: String?
  @Option(help: help(.commandX, "COLUMN")) var x: String?
  @Option(help: help(.commandY, "COLUMN")) var y: String?
  @Option(help: help(.commandModel, "line|logistic|neuron")) var model: String?
  @Option(name: .customLong("class"), help: help(.commandClass, "VALUE")) var positive: String?
  @Flag(name: [.long, .customLong("standardize")], help: help(.commandStandardise))
  var standardise = false
  @Option(help: help(.commandGrid, "FILE")) var grid: String?
  @Option(parsing: .unconditional, help: help(.commandExtent, "X0,X1,Y0,Y1"))
  var extent: String?
  @Option(parsing: .unconditional, help: help(.commandRotate, "DEGREES")) var rotate: String?
  @Option(parsing: .unconditional, help: help(.commandScale, "NUMBER")) var scale: String?

  /// The surface that a file asks for, as far as no flag says otherwise.
  func request(before found: SurfaceRequest) throws(InputError) -> SurfaceRequest {
    var request = found
    let data = try dataRequest()
    let grid = try gridRequest()
    if surface != nil || data != nil || formula != nil || grid != nil {
      request = SurfaceRequest(name: surface, data: data, grid: grid)
      request.formula = formula
    }
    request.window = window ?? request.window
    request.degrees = rotate ?? request.degrees
    request.scale = scale ?? request.scale
    return request
  }

  private func gridRequest() throws(InputError) -> GridFile.Request? {
    if let grid { return .init(file: grid, extent: extent) }
    if extent != nil { throw .flagWithout(flag: "--extent", needed: "--grid") }
    return nil
  }

  private func dataRequest() throws(InputError) -> DataFile.Request? {
    if let data {
      var request = DataFile.Request(file: data, x: x, y: y, standardised: standardise)
      if let model { request.model = try word(model, .model) }
      request.positive = positive
      return request
    }
    let flags = [
      ("--x", x != nil), ("--y", y != nil), ("--standardise", standardise),
      ("--model", model != nil), ("--class", positive != nil),
    ]
    if let stray = flags.first(where: \.1) { throw .columnsWithoutData(flag: stray.0) }
    return nil
  }
}
