import Terminal
import Testing

#if canImport(Glibc)
  import Glibc
#endif

struct CursesScreenTests {
  @Test(.enabled(if: isatty(STDOUT_FILENO) == 0))
  func `a file or a pipe is refused before anything is written`() {
    #expect(throws: TerminalError.outputIsNoTerminal) { try CursesScreen() }
  }
}
