import Foundation
import Testing

/// Every command that README.md shows works, without a terminal, from the top of the checkout.
@Suite(.enabled(if: Readme.text != nil, "there is no README.md yet"))
struct ReadmeTests {
  @Test func `has commands, and each left out here`() {
    #expect(!Readme.commands.isEmpty)
    for command in Readme.leftOut { #expect(Readme.allCommands.contains(command)) }
  }

  @Test(arguments: Readme.commands)
  func `shows a command that works`(command: String) async throws {
    try await withFolder { folder in
      // The folder looks like the checkout, and what a command writes stays in it.
      for entry in try FileManager.default.contentsOfDirectory(atPath: Downhill.checkout)
      where !entry.hasPrefix(".") && entry != "downhill" {
        try FileManager.default.createSymbolicLink(
          atPath: "\(folder)/\(entry)", withDestinationPath: "\(Downhill.checkout)/\(entry)")
      }
      try FileManager.default.createSymbolicLink(
        atPath: "\(folder)/downhill", withDestinationPath: Downhill.binary)
      let outcome = try await Downhill.shell(command, in: folder)
      #expect(outcome.status == 0, "\(outcome.errors)")
      #expect(!outcome.output.isEmpty)
    }
  }
}

enum Readme {
  static let text = try? String(
    contentsOfFile: Downhill.checkout + "/README.md", encoding: .utf8)

  /// What cannot run inside of a test: the tests themselves.
  static let leftOut = ["./downhill test"]

  static var commands: [String] { allCommands.filter { !leftOut.contains($0) } }

  /// The lines of ```sh blocks that start the program, comments taken off, continued lines joined.
  static var allCommands: [String] {
    var commands: [String] = []
    var isInside = false
    var open = ""
    for line in (text ?? "").split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("```") {
        isInside = line == "```sh"
        continue
      }
      guard isInside else { continue }
      open += line.prefix(upTo: line.firstRange(of: " #")?.lowerBound ?? line.endIndex)
      if open.hasSuffix("\\") {
        open.removeLast()
        continue
      }
      let command = open.trimmingCharacters(in: .whitespaces)
      if command.hasPrefix("./downhill") { commands.append(command) }
      open = ""
    }
    return commands
  }
}
