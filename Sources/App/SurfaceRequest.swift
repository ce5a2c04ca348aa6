package import Descent

/// What a race drives on, as the user asked for it: a surface of the catalogue, or one made from
/// what the user brings. At most one of them is given.
package struct SurfaceRequest: Sendable {
  /// A name of the catalogue.
  package var name: String?
  package var data: DataFile.Request?
  package var grid: GridFile.Request?

  package init(
    name: String? = nil, data: DataFile.Request? = nil, grid: GridFile.Request? = nil
  ) {
    (self.name, self.data, self.grid) = (name, data, grid)
  }

  /// The first of the catalogue if nothing is asked for.
  package func surface() throws(InputError) -> any Surface {
    if let grid {
      if let data { throw .gridBeside(found: "--data \(data.file)") }
      if let name, kebabCase(name) != "grid" { throw .gridBeside(found: "--surface \(name)") }
      return try GridFile.surface(grid)
    }
    if let data {
      guard name == nil || kebabCase(name ?? "") == "least-squares" else {
        throw .dataWithSurface(found: name ?? "")
      }
      return try DataFile.leastSquares(data)
    }
    guard let name else { return Catalog.surfaces[0] }
    return try Self.surface(named: name)
  }

  /// The built-in surface of that name.
  package static func surface(named name: String) throws(InputError) -> any Surface {
    guard let surface = Catalog.surface(named: name) else {
      if kebabCase(name) == "least-squares" {
        throw .columnsWithoutData(flag: "--surface \(name)")
      }
      if kebabCase(name) == "grid" { throw .gridMissing(flag: "--surface \(name)") }
      throw .unknownName(
        kind: .surface, found: name, expected: Catalog.surfaces.map(\.about.name))
    }
    return surface
  }
}
