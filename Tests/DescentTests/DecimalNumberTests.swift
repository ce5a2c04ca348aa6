import Descent
import Testing

struct DecimalNumberTests {
  @Test(
    arguments: [
      ("0", 0), ("7", 7), ("007", 7), ("1.5", 1.5), (".5", 0.5), ("1.", 1), ("+2", 2),
      ("-2.25", -2.25),
      ("1e3", 1000), ("1E3", 1000), ("1.5e-3", 0.0015), ("-.5e+1", -5), ("0.1", 0.1),
      ("100000000000000000000000", 1e23),
      ("1e-400", 0), ("1e400", .infinity), ("-1e400", -.infinity),
      ("5e-324", .leastNonzeroMagnitude),
    ] as [(String, Double)])
  func `decimal notation is a number, the double nearest to it`(text: String, number: Double) {
    #expect(DecimalNumber.value(of: text)?.bitPattern == number.bitPattern)
  }

  @Test(arguments: [
    "", ".", "-", "+", "e", "e5", "1e", "1e+", "1.2.3", "--1", "+-1", " 1", "1 ", "1_000", "1,5",
    "0x10", "0X1p3", "-0x1", "inf", "-inf", "INF", "infinity", "Infinity", "nan", "NaN", "-nan",
    "nan(0x1)", "snan", "١", "１", "½", "1f", "1d", "0b1", "1e5e5", "1e.5", "one",
  ])
  func `no other text is a number`(text: String) {
    #expect(DecimalNumber.value(of: text) == nil)
  }

  @Test func `the decimal mark may be a comma, and then no point is one`() {
    #expect(DecimalNumber.value(of: "3,14", mark: ",") == 3.14)
    #expect(DecimalNumber.value(of: "-,5e2", mark: ",") == -50)
    #expect(DecimalNumber.value(of: "12", mark: ",") == 12)
    #expect(DecimalNumber.value(of: "3.14", mark: ",") == nil)
    #expect(DecimalNumber.value(of: "1.234,5", mark: ",") == nil)
    #expect(DecimalNumber.value(of: "1,234,5", mark: ",") == nil)
  }

  @Test(arguments: [0.1, -1e300, .leastNonzeroMagnitude, .pi, 1 / 3, 123_456.789, 1e16, 1e-5])
  func `what Swift writes is read back`(number: Double) {
    #expect(DecimalNumber.value(of: "\(number)") == number)
  }
}
