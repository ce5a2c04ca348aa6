import FoundationEssentials

// Postings as lines of JSON.
extension Posting {
  package var line: String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    // Numbers, flags and a name can always be written.
    return (try? encoder.encode(self)).map { String(decoding: $0, as: UTF8.self) } ?? "null"
  }

  /// `nil` if the line is none of ours.
  package init?(line: String) {
    guard let posting = try? JSONDecoder().decode(Posting.self, from: Data(line.utf8)) else {
      return nil
    }
    if case .report(let report) = posting, !report.isSound { return nil }
    self = posting
  }

  /// What a program that gives a lesson does about it; `nil` for what only the desk hears.
  package var asked: Message? { if case .order(let order) = self { order.message } else { nil } }

  /// What the lecturer's terminal does about it; `nil` for what only the lesson hears.
  package var told: Message? {
    switch self {
    case .report(let report): .desk(.told(report))
    case .noLesson: .desk(.ended)
    case .order: nil
    }
  }
}
