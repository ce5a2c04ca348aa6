import CProcessor
import FoundationEssentials
import Reports

extension DoctorReport.Machine {
  /// This one, and how this program was built for it.
  static func current() -> DoctorReport.Machine {
    let facts = try? String(contentsOfFile: "/proc/cpuinfo", encoding: .utf8)
    let name = facts?.split(separator: "\n").first { $0.hasPrefix("model name") }?
      .split(separator: ":", maxSplits: 1).last
    return DoctorReport.Machine(
      version: Downhill.version, name: String((name ?? "").drop { $0 == " " }),
      processors: ProcessInfo.processInfo.activeProcessorCount,
      builtBits: Int(processor_built_bits()), ownBits: Int(processor_own_bits()))
  }
}
