/// The modules of a QR code while it is made.
struct QRGrid: Sendable {
  private(set) var rows: [[Bool]]
  /// Those that no mask changes: the marks by which a camera finds and measures the code.
  private var isFixed: [[Bool]]
  private let form: QRForm

  init(_ form: QRForm, codewords: [UInt8]) {
    self.form = form
    rows = Array(repeating: Array(repeating: false, count: form.size), count: form.size)
    isFixed = rows
    let last = form.size - 1
    for index in 0...last {
      fix(6, index, index % 2 == 0)
      fix(index, 6, index % 2 == 0)
    }
    for (row, column) in [(3, 3), (3, last - 3), (last - 3, 3)] { addFinder(row, column) }
    if form.version > 1 { addAlignment(last - 6, last - 6) }
    addFormat(mask: 0)
    add(codewords)
  }

  private mutating func fix(_ row: Int, _ column: Int, _ isDark: Bool) {
    guard rows.indices.contains(row), rows.indices.contains(column) else { return }
    rows[row][column] = isDark
    isFixed[row][column] = true
  }

  /// One of the three large squares, with the light ring around it.
  private mutating func addFinder(_ row: Int, _ column: Int) {
    for down in -4...4 {
      for right in -4...4 {
        let ring = max(abs(down), abs(right))
        fix(row + down, column + right, ring != 2 && ring != 4)
      }
    }
  }

  private mutating func addAlignment(_ row: Int, _ column: Int) {
    for down in -2...2 {
      for right in -2...2 { fix(row + down, column + right, max(abs(down), abs(right)) != 1) }
    }
  }

  /// Level and mask, twice, with ten bits of correction.
  private mutating func addFormat(mask: Int) {
    let data = form.level.rawValue << 3 | mask
    var remainder = data
    for _ in 0..<10 { remainder = remainder << 1 ^ (remainder >> 9) * 0b101_0011_0111 }
    let bits = (data << 10 | remainder) ^ 0b101_0100_0001_0010
    let last = form.size - 1
    for bit in 0..<15 {
      let isDark = bits >> bit & 1 == 1
      switch bit {
      case 0...5: fix(bit, 8, isDark)
      case 6, 7: fix(bit + 1, 8, isDark)
      case 8: fix(8, 7, isDark)
      default: fix(8, 14 - bit, isDark)
      }
      if bit < 8 { fix(8, last - bit, isDark) } else { fix(last - 14 + bit, 8, isDark) }
    }
    fix(last - 7, 8, true)
  }

  /// The bits go up and down in columns of two, from the right, around what is fixed.
  private mutating func add(_ codewords: [UInt8]) {
    var bit = 0
    for right in stride(from: form.size - 1, through: 1, by: -2) {
      // The column of the timing marks is none of a pair.
      let right = right <= 6 ? right - 1 : right
      let goesUp = (right + 1) & 2 == 0
      for step in 0..<form.size {
        let row = goesUp ? form.size - 1 - step : step
        for column in [right, right - 1]
        where !isFixed[row][column] && bit < 8 * codewords.count {
          rows[row][column] = codewords[bit >> 3] >> (7 - UInt8(bit & 7)) & 1 == 1
          bit += 1
        }
      }
    }
  }

  func masked(by mask: Int) -> QRGrid {
    var grid = self
    for row in rows.indices {
      for column in rows.indices where !isFixed[row][column] {
        if Self.flips(mask, row, column) { grid.rows[row][column].toggle() }
      }
    }
    grid.addFormat(mask: mask)
    return grid
  }

  private static func flips(_ mask: Int, _ row: Int, _ column: Int) -> Bool {
    switch mask {
    case 0: (row + column) % 2 == 0
    case 1: row % 2 == 0
    case 2: column % 3 == 0
    case 3: (row + column) % 3 == 0
    case 4: (row / 2 + column / 3) % 2 == 0
    case 5: row * column % 2 + row * column % 3 == 0
    case 6: (row * column % 2 + row * column % 3) % 2 == 0
    default: ((row + column) % 2 + row * column % 3) % 2 == 0
    }
  }

  /// How much of the picture could be taken for something else: long runs, blocks, what looks like
  /// a finder, and more dark than light.
  var penalty: Int {
    let columns = rows.indices.map { column in rows.map { $0[column] } }
    var sum = (rows + columns).map(Self.penalty(ofLine:)).reduce(0, +)
    for row in rows.indices.dropLast() {
      for column in rows.indices.dropLast() {
        let isDark = rows[row][column]
        let others = [
          rows[row][column + 1], rows[row + 1][column], rows[row + 1][column + 1],
        ]
        if others.allSatisfy({ $0 == isDark }) { sum += 3 }
      }
    }
    let dark = rows.joined().count { $0 }
    let all = form.size * form.size
    return sum + 10 * (abs(20 * dark - 10 * all) / all)
  }

  private static let finders = [
    [true, false, true, true, true, false, true, false, false, false, false],
    [false, false, false, false, true, false, true, true, true, false, true],
  ]

  private static func penalty(ofLine line: [Bool]) -> Int {
    var (sum, run) = (0, 0)
    for (place, isDark) in line.enumerated() {
      run = place > 0 && line[place - 1] == isDark ? run + 1 : 1
      if run == 5 { sum += 3 } else if run > 5 { sum += 1 }
    }
    for start in 0...(line.count - 11) {
      let part = line[start..<(start + 11)]
      if finders.contains(where: { $0.elementsEqual(part) }) { sum += 40 }
    }
    return sum
  }
}
