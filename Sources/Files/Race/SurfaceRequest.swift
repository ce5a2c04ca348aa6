package import Descent
package import Drawing
import Texts

/// What a race drives on, as the user asked for it: a surface of the catalogue, or one made from
/// what the user brings. At most one of them is given.
package struct SurfaceRequest: Sendable {
  /// A name of the catalogue.
  package var name: Asked<String>?
  package var data: DataFile.Request?
  /// The formula as it was typed.
  package var formula: Asked<String>?
  /// The part of the plane to show, for a formula.
  package var window: Asked<PlaneRect>?
  /// Degrees that it is turned by, 0 … 90, and what its heights are multiplied by.
  package var degrees: Asked<Double>?
  package var scale: Asked<Double>?
  package var grid: GridFile.Request?

  package init(
    name: Asked<String>? = nil, data: DataFile.Request? = nil, grid: GridFile.Request? = nil
  ) {
    (self.name, self.data, self.grid) = (name, data, grid)
  }

  /// A surface, and what must be known of the file that it was made from.
  package typealias Reading = (surface: any Surface, notes: [DataNote])

  /// The first of the catalogue if nothing is asked for.
  package func read() throws(Fault) -> Reading {
    let (surface, notes) = try unturned()
    return (surface.turned(by: degrees?.value ?? 0, scaledBy: scale?.value ?? 1), notes)
  }

  private func unturned() throws(Fault) -> Reading {
    try checkThatThereIsOne()
    if let data {
      let reading = try DataFile.read(data)
      return (reading.surface, reading.notes)
    }
    if let grid {
      let reading = try GridFile.read(grid)
      return (reading.surface, reading.notes)
    }
    return (try surfaceWithoutFile(), [])
  }

  private func surfaceWithoutFile() throws(Fault) -> any Surface {
    if let formula { return try surface(of: formula) }
    if let window { throw Fault.option("--window", at: window.origin, needs: "--formula") }
    guard let name else { return Catalog.surfaces[0] }
    return try Self.surface(named: name)
  }

  /// Surfaces that are made from what the user brings, by their names, and with what.
  private static let made = [
    "least-squares": "--data", "logistic-regression": "--data", "neuron": "--data",
    "grid": "--grid",
  ]

  private func checkThatThereIsOne() throws(Fault) {
    let flag = Self.made[kebabCase(name?.value ?? "")]
    let isSaidTwice = flag == "--data" && data != nil || flag == "--grid" && grid != nil
    let given: [(option: String, value: String, origin: Origin)] = [
      isSaidTwice ? nil : name.map { ("--surface", $0.value, $0.origin) },
      data.map { ("--data", $0.file.value, $0.file.origin) },
      grid.map { ("--grid", $0.file.value, $0.file.origin) },
      formula.map { ("--formula", "", $0.origin) },
    ].compactMap(\.self)
    guard given.count > 1 else { return }
    let words = given.map { "\($0.origin.naming($0.option)) \($0.value)".trimmed }
    throw Fault(given[1].origin, .errorTwoSurfaces, ["first": words[0], "second": words[1]])
  }

  private func surface(of formula: Asked<String>) throws(Fault) -> any Surface {
    let surface: FormulaSurface
    do throws(FormulaError) {
      surface = try FormulaSurface(formula.value, window: window.map { Window($0.value) })
    } catch {
      throw Fault(formula.origin, .formula(formula.value, error))
    }
    guard surface.value(at: surface.about.start).isFinite else {
      throw Fault(
        formula.origin, .errorNoGround,
        [
          "formula": formula.value, "flag": formula.origin.naming("--formula"),
          "window": formula.origin.naming("--window"),
        ])
    }
    return surface
  }

  /// The lines of a race file that ask for the same surface.
  package var fileLines: [String] {
    func quoted(_ key: String, _ text: Asked<String>?) -> String? {
      text.map { "\(key) = \(RaceFile.quoted($0.value))" }
    }
    func sides(_ key: String, _ rect: Asked<PlaneRect>?) -> String? {
      rect.map { rect in
        let sides = [rect.value.minX, rect.value.maxX, rect.value.minY, rect.value.maxY]
        return "\(key) = [\(sides.map { "\($0)" }.joined(separator: ", "))]"
      }
    }
    var lines = [quoted("formula", formula), sides("window", window)]
    if let grid { lines += [quoted("grid", grid.file), sides("extent", grid.extent)] }
    if let data {
      lines += [quoted("data", data.file), quoted("x", data.x), quoted("y", data.y)]
      if data.model != .line { lines.append("model = \(RaceFile.quoted(data.model.rawValue))") }
      lines.append(quoted("class", data.positive))
      if data.standardised { lines.append("standardise = true") }
      if data.missing != .drop {
        lines.append("missing = \(RaceFile.quoted(data.missing.rawValue))")
      }
    }
    return lines.compactMap(\.self)
  }

  /// The built-in surface of that name.
  package static func surface(named name: Asked<String>) throws(Fault) -> any Surface {
    if let surface = Catalog.surface(named: name.value) { return surface }
    switch made[kebabCase(name.value)] {
    case "--data":
      let option = "\(name.origin.naming("--surface")) \(name.value)"
      throw Fault.needsData(option, at: name.origin)
    case let needed?:
      throw Fault.option("--surface \(name.value)", at: name.origin, needs: needed)
    case nil:
      throw Fault(
        name.origin,
        .unknown(
          .errorUnknownSurface, found: name.value, names: Catalog.surfaces.map(\.about.name)))
    }
  }
}

extension Fault {
  /// An option that means nothing without another.
  package static func option(
    _ option: String, at origin: Origin, needs needed: String
  ) -> Fault {
    Fault(
      origin, .errorFlagWithout,
      ["flag": origin.naming(option), "needed": origin.naming(needed)])
  }

  /// An option that means nothing without data.
  package static func needsData(_ option: String, at origin: Origin) -> Fault {
    Fault(
      origin, .errorColumnsWithoutData, ["flag": option, "data": origin.naming("--data")])
  }
}
