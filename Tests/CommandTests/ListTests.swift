import Foundation
import Testing

@Suite struct ListTests {
  private struct Entry: Decodable { var name: String }

  @Test(arguments: ["surfaces", "optimizers", "themes", "languages", "keys", "examples"])
  func `a list as json is one object a line, each with a name of its own`(
    what: String
  ) async throws {
    let outcome = try await Downhill.run("list", what, "--format", "json")
    #expect(outcome.status == 0)
    #expect(outcome.errors.isEmpty)
    let names = try outcome.lines.map {
      try JSONDecoder().decode(Entry.self, from: Data($0.utf8)).name
    }
    #expect(!names.isEmpty)
    #expect(Set(names).count == names.count)
    for name in names {
      #expect(name.wholeMatch(of: /[a-z][a-z0-9]*(-[a-z0-9]+)*/) != nil, "\(name)")
    }
    // The table has the same names, below a line of headings.
    let table = try await Downhill.run("list", what)
    let lines = table.output.split(separator: "\n", omittingEmptySubsequences: false)
    // Of optimizers, how libraries differ stands in a table of its own below.
    let first = lines.prefix { !$0.isEmpty }.dropFirst().map { String($0.prefix { $0 != " " }) }
    #expect(first == names)
  }

  @Test(arguments: ["surfaces", "optimizers", "examples"])
  func `a list speaks the language asked for`(what: String) async throws {
    let outcome = try await Downhill.run("list", what, "--language", "ko")
    let lines = outcome.output.split(separator: "\n", omittingEmptySubsequences: false)
    for line in lines.prefix(while: { !$0.isEmpty }) {
      let isKorean = line.unicodeScalars.contains { (0xAC00...0xD7A3).contains($0.value) }
      #expect(isKorean, "\(line)")
    }
  }

  @Test func `every listed surface and optimizer can be raced`() async throws {
    let surfaces = try await names("surfaces")
    let optimizers = try await names("optimizers")
    #expect(optimizers.count == 22)
    // A race has room for nine.
    let races = stride(from: 0, to: optimizers.count, by: 9).map { first in
      optimizers[first...].prefix(9).flatMap { ["--car", $0] }
    }
    for surface in surfaces {
      for cars in races {
        let outcome = try await Downhill.run(
          ["run", "--surface", surface, "--steps", "1", "--format", "csv"] + cars)
        #expect(outcome.status == 0, "\(surface): \(outcome.errors)")
        #expect(outcome.lines.count == 1 + cars.count)
      }
    }
  }

  private func names(_ what: String) async throws -> [String] {
    try await Downhill.run("list", what, "--format", "json").lines.map {
      try JSONDecoder().decode(Entry.self, from: Data($0.utf8)).name
    }
  }
}
