import TOML

/// A race file in one line, to be sent to somebody: `himmelblau?car=adam:lr=0.1&start=0.25,-4.3`.
///
/// It has what the file has under the same keys; `car`, `path` and `change` may come several times.
/// What has a meaning in links or in a shell is percent-encoded (RFC 3986).
package enum RaceLink {
  /// Keys whose values are numbers, several of them parted by commas, or words without quotes.
  private static let bare: Set<String> = [
    "rotate", "scale", "seed", "steps", "speed", "noise", "paused", "standardise",
  ]
  private static let lists: Set<String> = ["start", "window", "extent"]

  /// The link of a race.
  ///
  /// - Parameter file: the text of its file.
  package static func text(of file: String) -> String {
    let root = TOMLDocument(file).root
    var pairs: [(key: String, value: String)] = []
    for entry in root.entries where entry.name != "surface" {
      // Where the race stands is what `run` drives to: from its start as far as usual.
      if entry.name == "steps", entry.node.int == 0 { continue }
      pairs += Self.pairs(of: entry.name, entry.node)
    }
    let query = pairs.map { "\($0.key)=\($0.value.encoded)" }.joined(separator: "&")
    return (root["surface"]?.node.string?.encoded ?? "") + "?" + query
  }

  private static func pairs(of name: String, _ node: TOMLNode) -> [(key: String, value: String)] {
    let elements = node.list ?? []
    switch name {
    case "cars", "paths":
      return elements.compactMap(\.string).map { (String(name.dropLast()), $0) }
    case "change":
      return elements.compactMap(\.table).map { change in
        (
          "change",
          ["step", "car", "settings"].map { plain(change[$0]?.node) }.joined(separator: ",")
        )
      }
    case "starts":
      return [("starts", elements.map { plain($0) }.joined(separator: ";"))]
    default: return [(name, plain(node))]
    }
  }

  private static func plain(_ node: TOMLNode?) -> String {
    guard let node else { return "" }
    return node.string ?? node.list.map { $0.map(plain).joined(separator: ",") } ?? node.shown
  }

  /// The text of the file that a link stands for; `nil` for what is no link.
  package static func file(of link: String) -> String? {
    guard let mark = link.firstIndex(of: "?") else { return nil }
    var (lines, changes): ([String], [String]) = ([], [])
    // Where the first of several stands, and all of them.
    var several: [(key: String, line: Int, values: [String])] = []
    let surface = String(link[..<mark]).decoded
    if !surface.isEmpty { lines.append("surface = \(RaceFile.quoted(surface))") }
    for pair in link[link.index(after: mark)...].split(separator: "&") {
      let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      let (key, value) = (String(parts[0]).decoded, parts.count > 1 ? String(parts[1]).decoded : "")
      switch key {
      case "car", "path":
        if !several.contains(where: { $0.key == key }) { several.append((key, lines.count, [])) }
        for index in several.indices where several[index].key == key {
          several[index].values.append(RaceFile.quoted(value))
        }
      case "change": changes += change(value)
      case "starts":
        let places = value.split(separator: ";").map { "[\(bareOrQuoted(String($0)))]" }
        lines.append("starts = [\(places.joined(separator: ", "))]")
      default: lines.append("\(name(key)) = \(self.value(value, of: key))")
      }
    }
    for (key, line, values) in several.reversed() {
      lines.insert("\(key)s = [\(values.joined(separator: ", "))]", at: line)
    }
    return (lines + changes).joined(separator: "\n") + "\n"
  }

  private static func change(_ value: String) -> [String] {
    let parts = value.split(separator: ",", maxSplits: 2, omittingEmptySubsequences: false)
      .map(String.init)
    let keys = ["step", "car", "settings"]
    return ["[[change]]"]
      + zip(keys, parts).map { key, part in
        "\(key) = \(key == "step" ? bareOrQuoted(part) : RaceFile.quoted(part))"
      }
  }

  private static func value(_ value: String, of key: String) -> String {
    if lists.contains(key) { return "[\(bareOrQuoted(value))]" }
    return bare.contains(key) ? bareOrQuoted(value) : RaceFile.quoted(value)
  }

  /// Numbers and words as they are; anything else as a text, which the file's reader refuses.
  private static func bareOrQuoted(_ value: String) -> String {
    let isBare = value.utf8.allSatisfy { byte in
      byte.isLetterOrDigit || "+-.,_ ".utf8.contains(byte)
    }
    return isBare && !value.isEmpty ? value : RaceFile.quoted(value)
  }

  /// A key that has to be none of ours is quoted, for the file's reader to refuse it.
  private static func name(_ key: String) -> String {
    let isPlain = key.utf8.allSatisfy { $0.isLetterOrDigit || $0 == UInt8(ascii: "-") }
    return isPlain && !key.isEmpty ? key : RaceFile.quoted(key)
  }
}

extension UInt8 {
  fileprivate var isLetterOrDigit: Bool {
    switch self {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"):
      true
    default: false
    }
  }
}

extension String {
  /// Percent-encoded, but for what is plain in a link and in single quotes of a shell.
  fileprivate var encoded: String {
    var bytes: [UInt8] = []
    for byte in utf8 {
      if byte.isLetterOrDigit || "-._~,:;=()*^+/@!".utf8.contains(byte) {
        bytes.append(byte)
      } else {
        let digits = Array("0123456789ABCDEF".utf8)
        bytes += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The text that was encoded; what is no code stays as it is.
  fileprivate var decoded: String {
    var bytes: [UInt8] = []
    var rest = Array(utf8)[...]
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "%"), rest.count >= 2,
        let code = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16)
      {
        bytes.append(code)
        rest = rest.dropFirst(2)
      } else {
        bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
