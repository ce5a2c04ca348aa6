/// The texts of a file and no more, for readers in a hurry.
package struct TOMLTexts {
  /// By path, such as `header.start`.
  package let texts: [String: String]
  /// What is no TOML, as in a `TOMLDocument`.
  package let faults: [TOMLFault]

  /// - Parameters:
  ///   - start: reading begins at the first line that is a heading below this name, such as
  ///     `[lesson.map]` below `lesson`; nothing before it is looked at.
  ///   - end: reading ends at the first heading that begins with this name.
  package init(_ bytes: [UInt8], from start: String? = nil, until end: String? = nil) {
    (texts, faults) = bytes.withUnsafeBufferPointer { bytes in
      var parser = TOMLParser(bytes, until: end)
      if let start { parser.skip(to: start) }
      var texts: [String: String] = [:]
      // More than a language has, so that the dictionary never grows.
      texts.reserveCapacity(1000)
      parser.read().addTexts(to: &texts)
      return (texts, parser.faults)
    }
  }
}
