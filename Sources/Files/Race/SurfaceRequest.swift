package import Descent
import Drawing
import Texts

/// What a race drives on, as the user asked for it: a surface of the catalogue, or one made from
/// what the user brings. At most one of them is given.
package struct SurfaceRequest: Sendable {
  /// A name of the catalogue.
  package var name: String?
  package var data: DataFile.Request?
  /// As typed.
  package var formula: String?
  /// `x0,x1,y0,y1`, for a formula.
  package var window: String?
  /// Degrees that it is turned by, and what its heights are multiplied by, as text.
  package var degrees: String?
  package var scale: String?
  package var grid: GridFile.Request?

  package init(
    name: String? = nil, data: DataFile.Request? = nil, grid: GridFile.Request? = nil
  ) {
    (self.name, self.data, self.grid) = (name, data, grid)
  }

  /// The first of the catalogue if nothing is asked for.
  package func surface() throws(InputError) -> any Surface {
    let degrees = try Self.number(degrees, "--rotate", .expectedDegrees) { 0...90 ~= $0 } ?? 0
    let scale = try Self.number(scale, "--scale", .expectedScale) { $0 > 0 && $0.isFinite } ?? 1
    return try unturned().turned(by: degrees, scaledBy: scale)
  }

  private static func number(
    _ text: String?, _ flag: String, _ expected: Text, _ fits: (Double) -> Bool
  ) throws(InputError) -> Double? {
    guard let text else { return nil }
    guard let number = Double(text), fits(number) else {
      throw .badNumber(flag: flag, found: text, expected: expected)
    }
    return number
  }

  private func unturned() throws(InputError) -> any Surface {
    try checkThatThereIsOne()
    if let data { return try DataFile.surface(data) }
    if let grid { return try GridFile.surface(grid) }
    if let formula { return try surface(of: formula) }
    if window != nil { throw .flagWithout(flag: "--window", needed: "--formula") }
    guard let name else { return Catalog.surfaces[0] }
    return try Self.surface(named: name)
  }

  private func checkThatThereIsOne() throws(InputError) {
    let kind = kebabCase(name ?? "")
    let models = ["least-squares", "logistic-regression", "neuron"]
    let isSaidTwice = models.contains(kind) && data != nil || kind == "grid" && grid != nil
    let given = [
      isSaidTwice ? nil : name.map { "--surface \($0)" }, data.map { "--data \($0.file)" },
      grid.map { "--grid \($0.file)" }, formula.map { _ in "--formula" },
    ].compactMap { $0 }
    if given.count > 1 { throw .twoSurfaces(first: given[0], second: given[1]) }
  }

  private func surface(of formula: String) throws(InputError) -> any Surface {
    let window = try window.map { text throws(InputError) in try Self.window(text, "--window") }
    let surface: FormulaSurface
    do throws(FormulaError) { surface = try FormulaSurface(formula, window: window) } catch {
      throw .formula(formula, error)
    }
    guard surface.value(at: surface.about.start).isFinite else { throw .noGround(formula: formula) }
    return surface
  }

  /// `x0,x1,y0,y1`, each pair in order.
  static func window(_ text: String, _ flag: String) throws(InputError) -> Window {
    let sides = text.split(separator: ",", omittingEmptySubsequences: false)
      .map { Double(String($0).trimmed) ?? .nan }
    guard sides.count == 4, sides.allSatisfy(\.isFinite), sides[0] < sides[1], sides[2] < sides[3]
    else { throw .badNumber(flag: flag, found: text, expected: .expectedSides) }
    return Window(x: sides[0]...sides[1], y: sides[2]...sides[3])
  }

  /// As TOML has numbers: no ".5" and no "+1".
  private static func sides(_ text: String) -> String {
    text.split(separator: ",").compactMap { Double(String($0).trimmed) }.map { "\($0)" }
      .joined(separator: ", ")
  }

  /// As a race file says it.
  package var fileLines: [String] {
    var lines: [String] = []
    if let formula { lines.append("formula = \(RaceFile.quoted(formula))") }
    if let window { lines.append("window = [\(Self.sides(window))]") }
    if let grid {
      lines.append("grid = \(RaceFile.quoted(grid.file))")
      if let extent = grid.extent { lines.append("extent = [\(Self.sides(extent))]") }
    }
    if let data {
      lines.append("data = \(RaceFile.quoted(data.file))")
      if let x = data.x { lines.append("x = \(RaceFile.quoted(x))") }
      if let y = data.y { lines.append("y = \(RaceFile.quoted(y))") }
      if data.model != .line { lines.append("model = \(RaceFile.quoted(data.model.rawValue))") }
      if let positive = data.positive {
        lines.append("class = \(RaceFile.quoted(positive))")
      }
      if data.standardised { lines.append("standardise = true") }
    }
    return lines
  }

  /// The built-in surface of that name.
  package static func surface(named name: String) throws(InputError) -> any Surface {
    guard let surface = Catalog.surface(named: name) else {
      if ["least-squares", "logistic-regression", "neuron"].contains(kebabCase(name)) {
        throw .columnsWithoutData(flag: "--surface \(name)")
      }
      if kebabCase(name) == "grid" {
        throw .flagWithout(flag: "--surface \(name)", needed: "--grid")
      }
      throw .unknownName(
        kind: .surface, found: name, expected: Catalog.surfaces.map(\.about.name))
    }
    return surface
  }
}
