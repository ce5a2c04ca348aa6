import CCurses

/// ^C while there is something to tell before the end.
package enum Interrupt {
  /// The status that a shell gives a program which ^C has ended.
  package static let status: Int32 = 128 + 2

  /// From here on the first ^C is noted only; the second ends the program.
  package static func expect() { interrupt_expect() }

  package static var hasCome: Bool { interrupt_has_come() }
}
