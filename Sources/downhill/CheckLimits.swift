import FoundationEssentials
import Terminal
import Texts

/// Ends the program with one line where the system has not what it needs to draw, or to compute on
/// all processors: later a library would end it in the middle of a frame, or wait for ever.
func checkLimits() {
  // One thread a processor, and one that waits for them.
  let threads = min(ProcessInfo.processInfo.activeProcessorCount, 32) + 1
  // The terminal takes eight descriptors, the threads take three, and files come and go. Each
  // thread's first memory takes 64 MB of addresses.
  switch Limits.shortage(descriptors: 16, threads: threads, megabytes: 256) {
  case .descriptors(let found, let needed): fail(.errorFewDescriptors, found, needed)
  case .threads(let found, let needed): fail(.errorFewThreads, found, needed)
  case .memory(let megabytes): fail(.errorLittleMemory, 0, megabytes)
  case nil: break
  }
}

private func fail(_ text: Text, _ found: Int, _ expected: Int) -> Never {
  Words.fail(Words.strings(text, ["found": "\(found)", "expected": "\(expected)"]))
}
