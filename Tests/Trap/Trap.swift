import Drawing
import Terminal

/// Shows a frame and then does what no program should, for the end-to-end tests, which look at how
/// the terminal is left.
@main enum Trap {
  static func main() throws {
    let screen = try CursesScreen()
    screen.show(Frame(screen.size, filledWith: Cell("~")))
    // Whoever looks on has seen it then.
    while screen.event(within: nil) != .key(.character("x")) {}
    // The compiler must not know what follows from this.
    let one = CommandLine.arguments.count - 1
    switch CommandLine.arguments[one] {
    case "fatal-error": fatalError("on purpose")
    case "index": print([7][one])
    case "overflow": print(Int.max - 1 + one + one)
    case "nothing": print(["x": 7]["\(one)"]!)
    case "stack": print(depth(one))
    case "null": UnsafeMutablePointer<Int>(bitPattern: one)!.pointee = 7
    default: break
    }
    screen.close()
  }

  private static func depth(_ level: Int) -> Int {
    level == 0 ? 0 : 1 + depth(level + 1) + depth(level + 2)
  }
}
