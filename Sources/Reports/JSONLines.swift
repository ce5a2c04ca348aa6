import FoundationEssentials

/// Values as lines of JSON, one each, their keys in alphabetical order.
func jsonLines(_ values: [some Encodable]) throws -> String {
  let encoder = JSONEncoder()
  encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
  return try values.map { String(decoding: try encoder.encode($0), as: UTF8.self) + "\n" }.joined()
}
