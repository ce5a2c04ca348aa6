import Drawing
import Testing

struct HillShadeTests {
  @Test func `flat ground has no more and no less light, whatever is no slope`() {
    #expect(HillShade.amount(dx: 0, dy: 0) == 0)
    #expect(HillShade.amount(dx: .nan, dy: 1) == 0)
    #expect(HillShade.amount(dx: .infinity, dy: 0) == 0)
    #expect(HillShade.shade(of: .nan) == HillShade.flat)
  }

  @Test func `slopes that face north-west have most light, those that face south-east least`() {
    // Rising to the right and downwards on the glass: facing left and up.
    #expect(isClose(HillShade.amount(dx: 0.5.squareRoot(), dy: 0.5.squareRoot()), 1))
    #expect(HillShade.amount(dx: -0.5, dy: -0.5) < HillShade.amount(dx: -0.5, dy: 0))
    #expect(HillShade.amount(dx: -0.5, dy: 0) < 0)
    #expect(HillShade.amount(dx: -3, dy: -3) == -1)
    // Across the light a slope is a little darker than flat ground.
    #expect(HillShade.amount(dx: 0.5, dy: -0.5) < 0)
  }

  @Test func `every amount has a shade whose light is near it`() {
    for step in -100...100 {
      let amount = Double(step) / 100
      let shade = HillShade.shade(of: amount)
      #expect((0..<HillShade.shades).contains(shade))
      #expect(abs(HillShade.amount(ofShade: shade) - amount) <= 0.5 / Double(HillShade.flat) + 1e-9)
    }
    #expect(HillShade.shade(of: 9) == HillShade.shades - 1)
  }

  @Test func `a ground in the light is lighter, away from it darker`() {
    let map = Colormap(stops: [Color(0x202020), Color(0x909090)], levels: 5)
    func lightness(_ shade: Int) -> Double {
      map.shaded(shade, towards: black, white, strength: 0.5)[2].lightness
    }
    #expect(lightness(HillShade.flat) == map[2].lightness)
    for shade in 1..<HillShade.shades { #expect(lightness(shade) > lightness(shade - 1)) }
    #expect(map.shaded(0, towards: black, white, strength: 0) == map)
  }
}
