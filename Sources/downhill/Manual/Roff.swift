/// Text of a manual page in the language mdoc of groff and mandoc (mdoc(7)).
enum Roff {
  /// Text as it is meant: no sign of it is read as a command, no dash as a hyphen.
  static func text(_ text: some StringProtocol) -> String {
    var result = ""
    for character in text {
      switch character {
      case "\\": result += "\\e"
      case "-": result += "\\-"
      case "~": result += "\\(ti"
      case "^": result += "\\(ha"
      case "`": result += "\\(ga"
      case "'": result += "\\(aq"
      case "\"": result += "\\(dq"
      case "\n": result += " "
      default: result.append(character)
      }
    }
    return result.hasPrefix(".") ? "\\&" + result : result
  }

  /// Words of a line of mdoc, of which none is the name of a macro.
  static func words(_ text: String) -> String {
    text.split(separator: " ").map { word in
      let isMacro = (2...3).contains(word.count) && word.first!.isUppercase
      let isSign = word.count == 1 && "()[]|.,:;?!".contains(word)
      return (isMacro || isSign ? "\\&" : "") + self.text(word)
    }
    .joined(separator: " ")
  }

  /// A paragraph of sentences, one a line, as roff spaces them.
  static func paragraph(_ text: String) -> String {
    var lines: [Substring] = []
    var rest = text[...]
    while let end = rest.firstRange(of: ". ") {
      // A sentence begins with a capital letter or in another script.
      guard let next = rest[end.upperBound...].first, !next.isLowercase else {
        lines.append(rest[..<end.upperBound])
        rest = rest[end.upperBound...]
        continue
      }
      lines.append(rest[..<end.lowerBound] + ".")
      rest = rest[end.upperBound...]
    }
    lines.append(rest)
    return lines.flatMap { wrapped(self.text($0)) }.joined(separator: "\n") + "\n"
  }

  /// Lines of at most 80 bytes where the words are no longer; roff fills them again.
  private static func wrapped(_ text: String) -> [String] {
    var lines: [String] = []
    for word in text.split(separator: " ") {
      if let line = lines.last, line.utf8.count + 1 + word.utf8.count <= 80 {
        lines[lines.count - 1] = "\(line) \(word)"
      } else {
        lines.append(word.hasPrefix(".") ? "\\&\(word)" : String(word))
      }
    }
    return lines
  }
}
