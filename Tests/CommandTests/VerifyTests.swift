import Foundation
import Testing

@Suite struct VerifyTests {
  private struct Label: Decodable {
    var surface, label: String
    var x, y, value: Double
    var stableRate: Double?
    var faults: [String]
  }

  @Test func `every label of every surface is right, and the table says so`() async throws {
    let outcome = try await Downhill.run("verify")
    #expect(outcome.status == 0 && outcome.errors.isEmpty)
    let surfaces = try await Downhill.run("list", "surfaces").lines.dropFirst().map {
      String($0.prefix { $0 != " " })
    }
    let verified = Set(outcome.lines.map { String($0.prefix { $0 != " " }) })
    for surface in surfaces { #expect(verified.contains(surface)) }
    #expect(outcome.lines.last?.hasSuffix(" labels, 0 of them wrong") == true)
  }

  @Test func `as json each label is an object with its numbers`() async throws {
    let outcome = try await Downhill.run("verify", "himmelblau", "ackley", "--format", "json")
    #expect(outcome.status == 0)
    let labels = try outcome.lines.map {
      try JSONDecoder().decode(Label.self, from: Data($0.utf8))
    }
    #expect(Set(labels.map(\.surface)) == ["himmelblau", "ackley"])
    for label in labels { #expect(label.faults.isEmpty) }
    let town = try #require(labels.first { $0.x == 3 && $0.y == 2 })
    // The Hessian at (3, 2) is (74, 20; 20, 34).
    let greatest = 54 + (20.0 * 20 + 20 * 20).squareRoot()
    let limit = try #require(town.stableRate)
    #expect(town.value == 0 && abs(limit - 2 / greatest) < 1e-15)
    // The tip of a funnel has no bend.
    #expect(labels.last?.stableRate == nil)
  }

  @Test func `a surface that there is not is refused`() async throws {
    let outcome = try await Downhill.run("verify", "himelblau")
    #expect(outcome.status == 2 && outcome.lines.isEmpty)
    #expect(outcome.errors.contains("himelblau") && outcome.errors.contains("himmelblau"))
  }

  @Test func `the table speaks the language asked for`() async throws {
    let outcome = try await Downhill.run("verify", "saddle", "--language", "ko")
    #expect(outcome.lines.contains { $0.contains("안장점") })
    #expect(outcome.lines.contains { $0.contains("최소점 없음") })
  }
}
