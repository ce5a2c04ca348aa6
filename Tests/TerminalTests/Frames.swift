import Drawing

/// A frame of one row; Hangul syllables take two cells.
func row(_ text: String) -> Frame {
  var cells: [Cell] = []
  for scalar in text.unicodeScalars {
    cells.append(Cell(scalar))
    if (0xAC00...0xD7A3).contains(scalar.value) { cells.append(Cell(Cell.continuation)) }
  }
  var frame = Frame(Size(cells.count, 1))
  for (x, cell) in cells.enumerated() { frame[x, 0] = cell }
  return frame
}

func randomFrame(_ size: Size, _ random: inout SplitMix) -> Frame {
  var frame = Frame(size)
  for y in 0..<size.height {
    var x = 0
    while x < size.width {
      let paper = [nil, Color(0), Color(0xFFFFFF)].randomElement(using: &random)!
      if x + 1 < size.width, Int.random(in: 0..<4, using: &random) == 0 {
        frame[x, y] = Cell("한", paper: paper)
        frame[x + 1, y] = Cell(Cell.continuation, paper: paper)
        x += 2
      } else {
        frame[x, y] = Cell(["a", " ", "▀"].randomElement(using: &random)!, paper: paper)
        x += 1
      }
    }
  }
  return frame
}

/// Steele, Lea and Flood 2014; the same frames in every run.
struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ z >> 30) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ z >> 27) &* 0x94D0_49BB_1331_11EB
    return z ^ z >> 31
  }
}
