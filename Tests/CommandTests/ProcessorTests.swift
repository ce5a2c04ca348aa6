import Foundation
import Subprocess
import Testing

/// The program built for this machine computes what one for any machine does.
@Suite struct ProcessorTests {
  /// What a program for any processor prints, which `./downhill test` has built.
  private static let other = ProcessInfo.processInfo.environment["DOWNHILL_BITS"]

  @Test(.enabled(if: other != nil, "./downhill test builds the second program"))
  func `programs for this and for any processor compute the same bits`() async throws {
    let other = try #require(Self.other)
    let bits = URL(filePath: Downhill.binary).deletingLastPathComponent().appending(path: "bits")
    async let one = output(of: bits.path)
    async let another = output(of: other)
    let (here, anywhere) = try await (one, another)
    // 41 surfaces, 22 rules, 16 starts, with noise and without.
    #expect(here.split(separator: "\n").count > 25_000)
    let pairs = zip(here.split(separator: "\n"), anywhere.split(separator: "\n"))
    #expect(here == anywhere, "\(pairs.first { $0 != $1 }.map { "\($0)" } ?? "")")
  }

  private func output(of program: String) async throws -> String {
    let result = try await Subprocess.run(
      .name("env"), arguments: [program], output: .string(limit: 64 << 20), error: .discarded)
    #expect(result.terminationStatus == .exited(0))
    return result.standardOutput
  }
}
