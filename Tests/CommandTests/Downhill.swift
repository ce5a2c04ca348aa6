import Foundation
import Subprocess

/// The built program, run without a terminal in an environment that is known.
enum Downhill {
  /// What is tested lies beside the tests.
  static let binary = URL(filePath: CommandLine.arguments[0]).standardizedFileURL
    .deletingLastPathComponent().appending(path: "downhill").path

  /// The top of the checkout.
  static let checkout = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().path

  struct Outcome: Sendable {
    /// As a shell tells it: 128 and the number of the signal, if one ended the program.
    var status: Int32
    /// What came on standard output, and on standard error.
    var output, errors: String

    var lines: [String] { output.split(separator: "\n").map(String.init) }
  }

  static func run(
    _ arguments: String..., in folder: String = checkout, environment: [String: String] = [:]
  ) async throws -> Outcome {
    try await run(arguments, in: folder, environment: environment)
  }

  static func run(
    _ arguments: [String], in folder: String = checkout, environment: [String: String] = [:]
  ) async throws -> Outcome {
    try await start([binary] + arguments, in: folder, environment: environment)
  }

  /// Runs a line of shell in which `$downhill` is the program.
  static func shell(_ line: String, in folder: String = checkout) async throws -> Outcome {
    try await start(["sh", "-c", line], in: folder, environment: ["downhill": binary])
  }

  private static func start(
    _ command: [String], in folder: String, environment: [String: String]
  ) async throws -> Outcome {
    var words = ["-i", "-C", folder]
    for (name, value) in ["PATH": "/usr/bin:/bin"].merging(environment, uniquingKeysWith: { $1 }) {
      words.append("\(name)=\(value)")
    }
    let result = try await Subprocess.run(
      .name("env"), arguments: Arguments(words + command), input: .none,
      output: .string(limit: 16 << 20), error: .string(limit: 1 << 20))
    let status: Int32 =
      switch result.terminationStatus {
      case .exited(let code): code
      case .signaled(let signal): 128 + signal
      }
    return Outcome(
      status: status, output: result.standardOutput,
      errors: result.standardError)
  }
}

/// A folder that lives as long as a test needs it.
func withFolder<T>(
  _ files: [String: String] = [:], _ body: (String) async throws -> T
) async throws -> T {
  let folder = FileManager.default.temporaryDirectory
    .appending(path: "downhill-tests-\(UUID().uuidString)")
  try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(at: folder) }
  for (name, text) in files {
    let file = folder.appending(path: name)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
  }
  return try await body(folder.path)
}
