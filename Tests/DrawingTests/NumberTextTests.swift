import Drawing
import Testing

struct NumberTextTests {
  /// What every form makes of the same numbers.
  private static let cases: [(number: Double, brief: String, plain: String, aligned: String)] = [
    (7.89e-31, "7.89e-31", "7.89e-31", "  7.9e-31"), (0, "0", "0", "  0      "),
    (-0.0, "0", "0", "  0      "), (1, "1", "1.00", "  1.00   "),
    (12.3, "12.3", "12.3", " 12.3    "), (0.05, "0.05", "0.0500", "  0.0500 "),
    (0.00225, "0.00225", "0.00225", "  0.00225"), (420, "420", "420", "420      "),
    (128.5, "128", "128", "128      "), (1234, "1234", "1234", "1234     "),
    (1.125, "1.12", "1.12", "  1.12   "), (1.135, "1.14", "1.14", "  1.14   "),
    (-16.08, "-16.1", "-16.1", "-16.1    "),
    // Borders of the range, and what rounding takes over them.
    (0.001, "0.001", "0.00100", "  0.00100"), (0.0009995, "0.001", "0.00100", "  0.00100"),
    (0.00099949, "9.99e-4", "9.99e-4", "  9.99e-4"), (0.0009, "9e-4", "9.00e-4", "  9.00e-4"),
    (9.996, "10", "10.0", " 10.0    "), (99.96, "100", "100", "100      "),
    (999.4, "999", "999", "999      "), (999.6, "1000", "1000", "1000     "),
    (9996, "9996", "9996", "9996     "), (9999, "9999", "9999", "9999     "),
    (9999.4, "9999", "9999", "9999     "), (9999.5, "1e4", "1.00e4", "  1.00e4 "),
    (10_000, "1e4", "1.00e4", "  1.00e4 "), (12345, "1.23e4", "1.23e4", "  1.23e4 "),
    (99_950, "1e5", "1.00e5", "  1.00e5 "), (-1234.5, "-1234", "-1234", "-1234    "),
    (7.6e-4, "7.6e-4", "7.60e-4", "  7.60e-4"), (-7.6e-4, "-7.6e-4", "-7.60e-4", " -7.60e-4"),
    (9.999e-10, "1e-9", "1.00e-9", "  1.00e-9"), (1e300, "1e300", "1.00e300", "  1.0e300"),
    (-2.01e-103, "-2.01e-103", "-2.0e-103", " -2e-103 "),
    (.leastNonzeroMagnitude, "5e-324", "5.00e-324", "  5e-324 "),
    (.leastNormalMagnitude, "2.23e-308", "2.23e-308", "  2e-308 "),
    (.greatestFiniteMagnitude, "1.8e308", "1.80e308", "  1.8e308"),
    (.nan, "nan", "nan", "      nan"), (.infinity, "inf", "inf", "      inf"),
    (-.infinity, "-inf", "-inf", "     -inf"),
  ]

  @Test func `every form has three digits, plain from a thousandth to 9999, a power of ten beyond`()
  {
    for (number, brief, plain, aligned) in Self.cases {
      #expect(NumberText.brief(number) == brief)
      #expect(NumberText.plain(number) == plain, "\(number)")
      #expect(NumberText.aligned(number) == aligned, "\(number)")
    }
    #expect(NumberText.plain(0.412, sign: .plus) == "+0.412")
    #expect(NumberText.plain(0, sign: .plus) == "0")
    #expect(NumberText.plain(.infinity, sign: .plus) == "+inf")
    #expect(NumberText.plain(-0.00225, sign: .plus, width: 7) == "-0.0022")
    #expect(NumberText.plain(1.0 / 3, digits: 12, width: 20) == "0.333333333333")
    #expect(NumberText.brief(-1.23e-104, width: 8) == "-1e-104")
    #expect(NumberText.aligned(0.412, sign: .plus) == " +0.412  ")
    #expect(NumberText.aligned(7.6e-12, whole: 1) == "7.6e-12")
    #expect(NumberText.aligned(7.61e-12, fraction: 7) == "  7.61e-12")
    #expect(NumberText.aligned(0.00225, whole: 2, fraction: 5) == " 0.0022")
  }

  @Test func `numbers side by side have as many digits as tell them apart`() {
    #expect(NumberText.apart([0.16, 26.5, 945]) == ["0.16", "26.5", "945"])
    #expect(NumberText.apart([1.23412, 1.23417, 1.235]) == ["1.2341", "1.2342", "1.235"])
    #expect(NumberText.apart([7.6401e-7, 7.6402e-7]) == ["7.6401e-7", "7.6402e-7"])
    #expect(NumberText.apart([2, 2, 2.0.nextUp]) == ["2", "2", "2.0000000000000004"])
    #expect(NumberText.apart([.nan, 1]) == ["nan", "1"])
    #expect(NumberText.apart([]) == [])
  }

  /// Numbers of all magnitudes, and of those that races have.
  private static func numbers(_ count: Int) -> [Double] {
    var dice = Dice()
    return (0..<count).flatMap { _ in
      [
        Double(bitPattern: dice.next()), Double.random(in: -20_000...20_000, using: &dice),
        Elementary.powerOfTen(Int.random(in: -20...6, using: &dice))
          * Double.random(in: -10...10, using: &dice),
      ]
    }
  }

  @Test func `columns keep their width, and their points stand under one another`() {
    for number in Self.numbers(7000) {
      for (whole, fraction) in [(1, 6), (2, 5), (3, 6), (3, 7)] {
        let text = NumberText.aligned(number, whole: whole, fraction: fraction)
        #expect(text.cellWidth == whole + fraction, "\(number)")
        guard number.isFinite, let point = Array(text).firstIndex(of: ".") else { continue }
        let bare = text.filter { $0 != " " }
        let before = Array(bare).firstIndex(of: ".") ?? 0
        if before <= whole { #expect(point == whole, "\(text)") }
      }
    }
  }

  @Test func `every form is within half a digit, and in its range`() throws {
    for number in Self.numbers(10_000) where number.isFinite {
      let texts = [
        NumberText.brief(number), NumberText.plain(number, width: 11),
        NumberText.aligned(number, whole: 4, fraction: 8).filter { $0 != " " },
      ]
      for text in texts {
        let read = try #require(Double(text))
        #expect((read - number).magnitude <= number.magnitude * 0.00501, "\(number) \(text)")
        let isPlain = !text.contains("e")
        if number.magnitude >= 0.001, number.magnitude <= 9999 { #expect(isPlain, "\(text)") }
        if number.magnitude < 0.0009994 || number.magnitude >= 9999.51 {
          #expect(!isPlain || number == 0, "\(text)")
        }
      }
      #expect(Double(texts[0]) == Double(NumberText.plain(number, width: .max)))
    }
  }

  @Test func `compact numbers are short and read back exactly`() {
    let cases: [(Double, String)] = [
      (0.05, "0.05"), (1e-5, "1e-5"), (12.3, "12.3"), (3, "3"), (0.1 + 0.2, "0.30000000000000004"),
      (-0.5, "-0.5"), (1e16, "1e16"), (1.5e-7, "1.5e-7"), (100_000, "100000"), (0, "0"),
      (.nan, "nan"), (-.infinity, "-inf"),
    ]
    for (number, text) in cases { #expect(NumberText.compact(number) == text) }
    var dice = Dice()
    for _ in 0..<20_000 {
      let number = Double(bitPattern: dice.next())
      if number.isFinite { #expect(Double(NumberText.compact(number)) == number) }
    }
  }

  @Test func `plain and brief numbers keep to their width`() {
    var dice = Dice()
    for _ in 0..<20_000 {
      let number = Double(bitPattern: dice.next())
      guard number.isFinite else { continue }
      for width in 7...10 {
        let text = NumberText.plain(number, sign: .plus, width: width)
        #expect(text.cellWidth <= width, "\(number) \(text)")
        #expect(NumberText.brief(number, width: width).cellWidth <= width, "\(number)")
      }
    }
  }

  @Test func `fixed numbers have their decimals`() {
    let cases: [(Double, Int, String)] = [
      (-31.2, 1, "-31.2"), (8.4, 1, "8.4"), (0.04, 2, "0.04"), (0.996, 2, "1.00"),
      (-0.001, 2, "0.00"), (0.06, 1, "0.1"), (0.05, 1, "0.0"), (0.5, 0, "0"), (1.5, 0, "2"),
      (1234, 2, "1234.00"), (99.995, 2, "100.00"), (1e20, 2, "1.00e20"), (.nan, 2, "nan"),
      (Double.leastNonzeroMagnitude, 3, "0.000"),
    ]
    for (number, decimals, text) in cases {
      #expect(NumberText.fixed(number, decimals: decimals) == text)
    }
    #expect(NumberText.fixed(2, decimals: 1, width: 6) == "   2.0")
  }

  @Test func `fixed numbers are within half a unit of their last decimal`() {
    var dice = Dice()
    for _ in 0..<20_000 {
      let number = Double.random(in: -5000...5000, using: &dice)
      for (decimals, half) in [(0, 0.5), (2, 0.005), (4, 0.00005)] {
        let read = Double(NumberText.fixed(number, decimals: decimals))!
        #expect((read - number).magnitude <= half * 1.0001)
      }
    }
  }
}
