import Drawing
import Testing

struct ColormapTests {
  private let map = Colormap(stops: [black, red, white], levels: 9)

  @Test func `stops are met exactly`() {
    #expect(map.levels == 9)
    #expect(map[0] == black)
    #expect(map[4] == red)
    #expect(map[8] == white)
  }

  @Test func `levels between stops are mixed and rise in lightness`() {
    #expect(map[2] == black.mixed(with: red, 0.5))
    #expect(zip(map.colors, map.colors.dropFirst()).allSatisfy { $0.lightness < $1.lightness })
  }

  @Test func `levels outside are cut`() {
    #expect(map[-5] == black)
    #expect(map[99] == white)
    #expect(map.color(at: -1) == black)
    #expect(map.color(at: 0.5) == red)
    #expect(map.color(at: 1) == white)
  }

  @Test func `there are never more than 64 levels, and one stop is enough`() {
    #expect(Colormap(stops: [black, white], levels: 1000).levels == 64)
    #expect(Colormap(stops: [red], levels: 3).colors == [red, red, red])
    #expect(Colormap(stops: [red, white], levels: 0).colors == [red])
  }

  @Test func `a dimmed map is darker at every level but black`() {
    let dim = map.mixed(with: black, 0.4)
    #expect(dim.levels == map.levels)
    #expect(zip(dim.colors, map.colors).dropFirst().allSatisfy { $0.lightness < $1.lightness })
  }
}
