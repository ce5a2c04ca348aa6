import Drawing
import Terminal
import Testing

struct MemoryScreenTests {
  @Test func `a script plays in order and ends by hanging up`() {
    let screen = MemoryScreen(
      Size(10, 2), script: [.key(.character("a")), .timeOut, .resize(Size(20, 4))])
    #expect(screen.event(within: 1) == .key(.character("a")))
    #expect(screen.event(within: 0.5) == nil)
    #expect(screen.size == Size(10, 2))
    #expect(screen.event(within: nil) == .resize)
    #expect(screen.size == Size(20, 4))
    #expect(screen.event(within: nil) == .hangUp)
    #expect(screen.event(within: nil) == .hangUp)
    #expect(screen.waits == [1, 0.5, nil, nil, nil])
  }

  @Test func `shown frames are kept`() {
    let screen = MemoryScreen(Size(3, 1))
    screen.show(row("abc"))
    screen.show(row("abd"))
    #expect(screen.frames == [row("abc"), row("abd")])
  }
}
