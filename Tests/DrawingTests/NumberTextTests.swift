import Drawing
import Testing

struct NumberTextTests {
  @Test func `scientific numbers have three digits`() {
    let cases: [(Double, String)] = [
      (7.89e-31, "7.89e-31"), (0, "0.00e+00"), (-0.0, "0.00e+00"), (1, "1.00e+00"),
      (1234.5, "1.23e+03"), (9.999, "1.00e+01"), (0.00012345, "1.23e-04"), (99950, "1.00e+05"),
      (1.125, "1.12e+00"), (1.135, "1.14e+00"), (1.23e-103, "1.2e-103"), (9.99e299, "1.0e+300"),
      (-1200, "-1.2e+03"), (Double.leastNonzeroMagnitude, "5.0e-324"), (-1.2e-103, " -1e-103"),
      (.nan, "     nan"), (.infinity, "     inf"), (-.infinity, "    -inf"),
    ]
    for (number, text) in cases { #expect(NumberText.scientific(number) == text) }
    #expect(NumberText.scientific(1200, sign: .plus) == "+1.20e+03")
    #expect(NumberText.scientific(-1200, sign: .space) == "-1.20e+03")
    #expect(NumberText.scientific(1200, sign: .space) == " 1.20e+03")
    #expect(NumberText.scientific(.infinity, sign: .plus) == "     +inf")
    #expect(NumberText.scientific(0.0345, digits: 2) == "3.4e-02")
    #expect(NumberText.scientific(0.0345, digits: 1) == "3e-02")
  }

  @Test func `scientific numbers keep their width and value whatever the number`() {
    var dice = Dice()
    for _ in 0..<20_000 {
      let number = Double(bitPattern: dice.next())
      for (sign, width) in [(NumberText.Sign.none, 8), (.space, 9), (.plus, 9)] {
        #expect(NumberText.scientific(number, sign: sign).cellWidth == width, "\(number)")
      }
      guard number.isFinite, number.magnitude > 1e-99, number.magnitude < 1e99 else { continue }
      let text = NumberText.scientific(number, sign: .plus)
      let read = Double(text)!
      #expect((read - number).magnitude <= number.magnitude * 0.00501, "\(number) \(text)")
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

  @Test func `significant numbers have three digits, zeros at the end too`() {
    let cases: [(Double, String)] = [
      (0.04234, "0.0423"), (0.042, "0.0420"), (4.2, "4.20"), (420, "420"), (999.4, "999"),
      (999.6, "1.00e+03"), (0.001, "0.00100"), (0.00099949, "9.99e-04"), (-4.2, "-4.20"),
      (-1234, "-1.23e+03"), (0, "0"), (1e-300, "1.0e-300"), (.infinity, "inf"), (.nan, "nan"),
    ]
    for (number, text) in cases { #expect(NumberText.significant(number) == text) }
  }

  @Test func `plain numbers are written as by hand, with three digits`() {
    let cases: [(Double, String)] = [
      (0, "0.00"), (0.412, "0.412"), (-16.08, "-16.1"), (9.999, "10.0"), (12.345, "12.3"),
      (128.5, "128"), (999.6, "1000"), (1234, "1234"), (12345, "1.23e4"), (0.00225, "0.00225"),
      (0.0009999, "0.00100"), (0.000225, "2.25e-4"), (-2.01e-103, "-2.0e-103"),
      (1e300, "1.00e300"), (.nan, "nan"), (-.infinity, "-inf"),
    ]
    for (number, text) in cases { #expect(NumberText.plain(number) == text) }
    #expect(NumberText.plain(0.412, sign: .plus) == "+0.412")
    #expect(NumberText.plain(-0.00225, sign: .plus, width: 7) == "-0.0022")
    #expect(NumberText.plain(1.0 / 3, digits: 12, width: 20) == "0.333333333333")
  }

  @Test func `plain numbers keep to their width and are within half a digit`() {
    var dice = Dice()
    for _ in 0..<20_000 {
      let number = Double(bitPattern: dice.next())
      guard number.isFinite else { continue }
      for width in 7...10 {
        let text = NumberText.plain(number, sign: .plus, width: width)
        #expect(text.cellWidth <= width, "\(number) \(text)")
      }
      let read = Double(NumberText.plain(number, width: 11))!
      #expect((read - number).magnitude <= number.magnitude * 0.00501, "\(number)")
    }
  }

  @Test func `fixed numbers have their decimals`() {
    let cases: [(Double, Int, String)] = [
      (-31.2, 1, "-31.2"), (8.4, 1, "8.4"), (0.04, 2, "0.04"), (0.996, 2, "1.00"),
      (-0.001, 2, "0.00"), (0.06, 1, "0.1"), (0.05, 1, "0.0"), (0.5, 0, "0"), (1.5, 0, "2"),
      (1234, 2, "1234.00"), (99.995, 2, "100.00"), (1e20, 2, "1.00e+20"), (.nan, 2, "nan"),
      (Double.leastNonzeroMagnitude, 3, "0.000"),
    ]
    for (number, decimals, text) in cases {
      #expect(NumberText.fixed(number, decimals: decimals) == text)
    }
    #expect(NumberText.fixed(2, decimals: 1, sign: .plus, width: 6) == "  +2.0")
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

  @Test func `ticks are powers or round numbers`() {
    let cases: [(Double, String)] = [
      (1000, "1e+3"), (0.01, "1e-2"), (1, "1e+0"), (1e-12, "1e-12"), (2.5e7, "2.5e+7"),
      (-5e6, "-5e+6"),
    ]
    for (number, text) in cases { #expect(NumberText.tick(number) == text) }
  }
}
