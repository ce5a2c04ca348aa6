import Drawing
import Foundation
import Testing

struct ElementaryTests {
  @Test func `logarithms agree with the system's`() {
    var dice = Dice()
    for _ in 0..<50_000 {
      let x = Double(bitPattern: dice.next()).magnitude
      guard x.isFinite else { continue }
      let tolerance = 4e-16 * max(1, Foundation.log2(x).magnitude)
      #expect(isClose(Elementary.log2(x), Foundation.log2(x), within: tolerance), "\(x)")
    }
    for power in -1074...1023 {
      #expect(
        Elementary.log2(Double(sign: .plus, exponent: power, significand: 1)) == Double(power))
    }
  }

  @Test func `logarithms of zero, negative numbers and infinity are IEEE's`() {
    #expect(Elementary.log2(0) == -.infinity)
    #expect(Elementary.log2(.infinity) == .infinity)
    #expect(Elementary.log2(-1).isNaN)
    #expect(Elementary.log2(.nan).isNaN)
  }

  @Test func `powers of ten are exact and end at the ends of numbers`() {
    #expect([-2, 0, 3].map(Elementary.powerOfTen) == [0.01, 1, 1000])
    #expect(Elementary.powerOfTen(400) == .infinity)
    #expect(Elementary.powerOfTen(-400) == 0)
  }

  @Test func `powers of the root of two double every second time`() {
    #expect(Elementary.power(ofRootTwo: 0) == 1)
    #expect(Elementary.power(ofRootTwo: 6) == 8)
    #expect(Elementary.power(ofRootTwo: -4) == 0.25)
    for n in -60...60 {
      #expect(isClose(Elementary.power(ofRootTwo: n) / pow(2, Double(n) / 2), 1, within: 4e-16))
    }
  }

  @Test func `roots agree with the system's`() {
    var dice = Dice()
    for _ in 0..<20_000 {
      let x = Double.random(in: -1...1, using: &dice)
      #expect(isClose(Elementary.cubeRoot(x), cbrt(x), within: 1e-15))
      let large = Double(bitPattern: dice.next())
      guard large.isFinite, large.magnitude < 1e300 else { continue }
      #expect(isClose(Elementary.cubeRoot(large) / cbrt(large), 1, within: 1e-14), "\(large)")
    }
    #expect(Elementary.cubeRoot(0) == 0)
    for tenth in 0...10 {
      let x = Double(tenth) / 10
      #expect(isClose(Elementary.fifthRoot(x), pow(x, 0.2), within: 4e-16))
    }
  }
}
