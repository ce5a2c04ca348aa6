import Foundation
import Testing

@Suite struct BasinsTests {
  @Test func `a map of letters has its legend`() async throws {
    let outcome = try await Downhill.run(
      "basins", "--surface", "double-well", "--car", "gd:lr=0.05", "--width", "6", "--height", "2",
      "--steps", "400")
    #expect(outcome.status == 0)
    #expect(outcome.lines.prefix(2).allSatisfy { $0.lowercased() == "aaabbb" }, "\(outcome.output)")
    #expect(outcome.output.contains("(-1.000, 0.000), loss 0: 6 starts"))
  }

  @Test func `csv has a line a cell, and a NumPy file can be read back`() async throws {
    let words = [
      "basins", "--surface", "bowl", "--car", "gd:lr=0.5", "--width", "3", "--height", "2",
      "--steps",
      "5",
    ]
    let csv = try await Downhill.run(words + ["--format", "csv"])
    #expect(csv.lines.count == 7 && csv.lines[0] == "x,y,minimum,minimum_x,minimum_y,steps")
    #expect(csv.lines.dropFirst().allSatisfy { $0.hasSuffix(",0,0.0,0.0,1") }, "\(csv.output)")
    try await withFolder { folder in
      let line = "$downhill \(words.joined(separator: " ")) --format npy > b.npy; cat b.npy | wc -c"
      let size = try await Downhill.shell(line, in: folder)
      #expect(Int(size.output.trimmingCharacters(in: .whitespacesAndNewlines)) == 128 + 2 * 6 * 4)
    }
  }
}
