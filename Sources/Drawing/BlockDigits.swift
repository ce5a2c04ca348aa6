/// Numbers, addresses and room codes in large digits and letters of half blocks, for the last row
/// of a room: three rows of cells high.
package enum BlockDigits {
  package static let height = 3

  /// The columns of a text; `nil` if it has a character without a shape.
  package static func width(of text: String) -> Int? {
    var width = -1
    for character in text {
      guard let rows = shapes[character] else { return nil }
      width += 1 + (rows.first?.count ?? 0)
    }
    return max(0, width)
  }

  /// Draws a text, its top left corner at (x, y), on the paper that is there. Nothing is drawn of a
  /// text that has a character without a shape.
  package static func draw(
    _ text: String, x left: Int, y top: Int, ink: Color, on frame: inout Frame
  ) {
    guard width(of: text) != nil else { return }
    var x = left
    for character in text {
      let rows = shapes[character] ?? []
      let width = rows.first?.count ?? 0
      for y in 0..<height {
        for column in 0..<width {
          let upper = isSet(rows, column, 2 * y)
          let lower = isSet(rows, column, 2 * y + 1)
          guard upper || lower else { continue }
          frame.draw(
            upper && lower ? "█" : upper ? "▀" : "▄", ink: ink, x: x + column, y: top + y)
        }
      }
      x += width + 1
    }
  }

  private static func isSet(_ rows: [[Bool]], _ column: Int, _ row: Int) -> Bool {
    row < rows.count && rows[row][column]
  }

  /// Five rows of half cells each; `#` is ink.
  private static let shapes: [Character: [[Bool]]] = [
    "0": "### #.# #.# #.# ###", "1": "##. .#. .#. .#. ###", "2": "### ..# ### #.. ###",
    "3": "### ..# ### ..# ###", "4": "#.# #.# ### ..# ..#", "5": "### #.. ### ..# ###",
    "6": "### #.. ### #.# ###", "7": "### ..# ..# ..# ..#", "8": "### #.# ### #.# ###",
    "9": "### #.# ### ..# ###", ".": ". . . . #", "-": ".. .. ## .. ..",
    "+": "... .#. ### .#. ...", "e": "... ### #.# ##. ###", " ": ". . . . .",
    ":": ". # . # .",
    // The letters of room codes.
    "C": "### #.. #.. #.. ###", "D": "##. #.# #.# #.# ##.", "F": "### #.. ##. #.. #..",
    "H": "#.# #.# ### #.# #.#", "J": "..# ..# ..# #.# ###", "K": "#..# #.#. ##.. #.#. #..#",
    "L": "#.. #.. #.. #.. ###", "M": "#...# ##.## #.#.# #...# #...#",
    "N": "#..# ##.# #.## #..# #..#", "P": "### #.# ### #.. #..", "R": "##. #.# ##. #.# #.#",
    "T": "### .#. .#. .#. .#.", "V": "#...# #...# .#.#. .#.#. ..#..",
    "W": "#...# #...# #.#.# ##.## #...#", "X": "#...# .#.#. ..#.. .#.#. #...#",
    "Y": "#...# .#.#. ..#.. ..#.. ..#..",
  ].mapValues { shape in shape.split(separator: " ").map { $0.map { $0 == "#" } } }
}
