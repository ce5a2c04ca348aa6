import CCurses

/// What the system allows this process.
package enum Limits {
  /// To be called first of all: see Limits.h.
  package static func prepare() { limits_prepare() }

  /// Whether something that was printed could not be written: C forgets that when it flushes.
  package static var outputHasFailed: Bool { limits_output_failed() }

  /// What there is too little of.
  package enum Shortage: Hashable, Sendable {
    /// Of files that can still be opened, and of threads that can be started: how many there are,
    /// and how many the program needs.
    case descriptors(found: Int, needed: Int)
    case threads(found: Int, needed: Int)
    case memory(megabytes: Int)
  }

  /// Tries to get all of this; the first thing that cannot be had.
  package static func shortage(
    descriptors: Int, threads: Int, megabytes: Int
  ) -> Shortage? {
    let files = Int(limits_free_descriptors(Int32(descriptors)))
    if files < descriptors { return .descriptors(found: files, needed: descriptors) }
    if !limits_have_memory(megabytes << 20) { return .memory(megabytes: megabytes) }
    let started = Int(limits_free_threads(Int32(threads)))
    return started < threads ? .threads(found: started, needed: threads) : nil
  }
}
