/// Lines of boxes (U+2500…257F), which reach the edges of their cell and so join.
///
/// Dashed lines are drawn whole; a heavy line is two beside each other.
enum BoxStrokes {

  static func lines(of glyph: Unicode.Scalar) -> [[Place]]? {
    let index = Int(glyph.value) - 0x2500
    guard arms.indices.contains(index) else { return nil }
    if let notation = round[glyph] { return Strokes(notation).lines }
    let arms = arms[index]
    return (0..<4).flatMap { direction in arm(direction, of: arms) }
  }

  /// The lines from the middle of the cell to one edge.
  ///
  /// - Parameter arms: the weights of those up, right, down and left: 1 light, 2 heavy, 3 double.
  private static func arm(_ direction: Int, of arms: [Int]) -> [[Place]] {
    let (before, after) = (arms[(direction + 3) % 4], arms[(direction + 1) % 4])
    let away = 0.15
    // Where a line starts, along the arm, at one side of it: it goes as far as double lines across.
    func start(at side: Double) -> Double {
      guard before == 3 || after == 3 else { return 0 }
      if before != 0, after != 0 {
        return arms[direction] != 3 && arms[(direction + 2) % 4] != 0 ? 0 : away
      }
      // The outer line of a corner goes round the inner one.
      let isInner = side != 0 && (side < 0) == (before != 0)
      return isInner ? away : -away
    }
    let sides: [Double] =
      switch arms[direction] {
      case 1: [0]
      case 2: [-0.05, 0.05]
      case 3: [-away, away]
      default: []
      }
    return sides.map { side in
      let from = start(at: arms[direction] == 3 ? side : 0)
      return switch direction {
      case 0: [Place(0.5 + side, 1 - from), Place(0.5 + side, 0)]
      case 1: [Place(0.5 + from, 1 + side), Place(1, 1 + side)]
      case 2: [Place(0.5 - side, 1 + from), Place(0.5 - side, 2)]
      default: [Place(0.5 - from, 1 - side), Place(0, 1 - side)]
      }
    }
  }

  private static let round: [Unicode.Scalar: String] = [
    "╭": "M50 200V150U100 100", "╮": "M50 200V150U0 100", "╯": "M50 0V50U0 100",
    "╰": "M50 0V50U100 100", "╱": "M100 0L0 200", "╲": "M0 0L100 200",
    "╳": "M100 0L0 200M0 0L100 200",
  ]

  /// Of each glyph the weights of its arms up, right, down and left.
  private static let arms: [[Int]] = """
    0101 0202 1010 2020 0101 0202 1010 2020 0101 0202 1010 2020 0110 0210 0120 0220
    0011 0012 0021 0022 1100 1200 2100 2200 1001 1002 2001 2002 1110 1210 2110 1120
    2120 2210 1220 2220 1011 1012 2011 1021 2021 2012 1022 2022 0111 0112 0211 0212
    0121 0122 0221 0222 1101 1102 1201 1202 2101 2102 2201 2202 1111 1112 1211 1212
    2111 1121 2121 2112 2211 1122 1221 2212 1222 2122 2221 2222 0101 0202 1010 2020
    0303 3030 0310 0130 0330 0013 0031 0033 1300 3100 3300 1003 3001 3003 1310 3130
    3330 1013 3031 3033 0313 0131 0333 1303 3101 3303 1313 3131 3333 0000 0000 0000
    0000 0000 0000 0000 0001 1000 0100 0010 0002 2000 0200 0020 0201 1020 0102 2010
    """.split { $0 == " " || $0 == "\n" }.map { row in row.compactMap { $0.wholeNumberValue } }
}
