import Descent
import Testing

struct BearingTests {
  @Test func `bearings are degrees clockwise from north`() throws {
    let table: [(Point<Double>, Double)] = [
      (Point(0, 1), 0), (Point(1, 1), 45), (Point(1, 0), 90), (Point(1, -1), 135),
      (Point(0, -1), 180), (Point(-1, -1), 225), (Point(-1, 0), 270), (Point(-1, 1), 315),
      (Point(3, 4), 36.86989764584402), (Point(1e-300, -1e-300), 135), (Point(-1e300, 0), 270),
    ]
    for (point, degrees) in table {
      #expect(abs(try #require(point.bearing) - degrees) < 1e-12, "\(point)")
    }
    #expect(Point(0.0, 0).bearing == nil && Point(Double.nan, 1).bearing == nil)
    #expect(Point(Double.infinity, 1).bearing == nil)
    // A hair's breadth west of north is not a whole turn.
    #expect(try #require(Point(-1e-200, 1.0).bearing) < 360)
  }

  @Test func `turns are to the right where positive`() throws {
    let north = Point(0.0, 2)
    let table: [(Point<Double>, Double)] = [
      (Point(0, 1), 0), (Point(1, 1), 45), (Point(5, 0), 90), (Point(1, -1), 135),
      (Point(0, -1), 180), (Point(-1, 0), -90), (Point(-1, -1), -135), (Point(-1e-250, 0), -90),
    ]
    for (point, degrees) in table {
      #expect(abs(try #require(north.turn(to: point)) - degrees) < 1e-12, "\(point)")
      #expect(north.turnsBack(to: point) == (abs(degrees) > 90))
    }
    #expect(Point(1.0, 0).turn(to: Point(-1, -0.0)) == 180)
    #expect(north.turn(to: Point(0, 0)) == nil && !north.turnsBack(to: Point(0, 0)))
  }

  @Test(arguments: [1e-305, 1e-200, 1e-3, 1, 1e200, 1e307])
  func `a safe length holds where squares do not`(scale: Double) {
    #expect(abs(Point(3 * scale, -4 * scale).safeLength / (5 * scale) - 1) < 1e-3)
    #expect(Point(0.0, 0).safeLength == 0)
    #expect(Point(Double.infinity, 0).safeLength == .infinity)
  }
}
