/// A surface that a user has typed in.
///
/// Its labels are the critical points that a search found: the lowest of them is the lowest found,
/// not proven to be the lowest.
package struct FormulaSurface: Surface {
  package let about: SurfaceAbout
  private let program: FormulaProgram

  /// - Parameters:
  ///   - text: as typed, the header's formula.
  ///   - window: the part of the plane to show; found by itself if `nil`.
  package init(_ text: String, window: Window? = nil) throws(FormulaError) {
    program = try FormulaParser.program(text)
    let bare = Bare(program: program)
    let survey = Survey(of: bare, in: window)
    about = survey.about(name: "formula", title: "f(x, y)", formula: text)
  }

  package func formula<F: Field>(_ x: F, _ y: F) -> F { program.run(x, y) }

  package func value(at point: Point<Double>) -> Double { program.run(point.x, point.y) }
  package func value(at point: Point<Lanes>) -> Lanes { program.run(point.x, point.y) }

  package func gradient(at point: Point<Double>) -> Point<Double> { program.gradient(at: point) }
  package func gradient(at point: Point<Lanes>) -> Point<Lanes> { program.gradient(at: point) }

  package func jet(at point: Point<Double>) -> Jet<Double> {
    let (x, y) = Jet.variables(at: point)
    return program.run(x, y)
  }

  /// The formula before anything is known about it.
  private struct Bare: Surface {
    let program: FormulaProgram
    let about = SurfaceAbout.unknown

    func formula<F: Field>(_ x: F, _ y: F) -> F { program.run(x, y) }

    func gradient(at point: Point<Double>) -> Point<Double> { program.gradient(at: point) }
  }
}
