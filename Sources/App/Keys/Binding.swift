package import Terminal
package import Texts

/// What a key does: one line holds its action's name, its keys, its message and where they are
/// told. The footer, the help page and the documentation's table come from here.
package struct Binding: Sendable {
  /// What the action is called in a user's file; it never changes.
  package var action: String
  /// The first of them stands in the footer; none if the user has disabled the action.
  package var keys: [Key]
  package var message: Message
  package var place: Place
  /// The texts `help.WORDS` and `footer.WORDS` tell what it does; the action's name, but where
  /// several actions do the same.
  package var words: String

  /// Of the keys of the race, those that the lecturer's notes have, too.
  var isAtDesk: Bool {
    ["next-theme", "mouse", "redraw", "suspend", "close", "help", "quit"].contains(action)
  }

  /// Where a user reads of a key.
  package enum Place: Sendable {
    /// In the line of the binding before it, which explains both.
    case joined
    case help
    /// In the help, and by a short word in the footer.
    case footer
  }
}

/// Keys that are in force together in a view, and the title that the help gives them.
package struct KeyGroup: Sendable {
  package let title: Text
  package var bindings: [Binding]

  init(_ title: Text, _ bindings: [Binding]) {
    self.title = title
    self.bindings = bindings
  }

  var actions: Set<String> { Set(bindings.map(\.action)) }
}

/// One line of the help: a binding, or several that one text explains.
package struct HelpLine: Sendable {
  package var bindings: [Binding]

  /// The name of the texts that tell what they do.
  package var words: String { bindings[0].words }
  var isInFooter: Bool { bindings[0].place == .footer }

  /// Bindings in order, the joined ones with the one before them.
  package static func lines(of bindings: [Binding]) -> [HelpLine] {
    var lines: [HelpLine] = []
    for binding in bindings {
      if binding.place == .joined {
        lines[lines.count - 1].bindings.append(binding)
      } else {
        lines.append(HelpLine(bindings: [binding]))
      }
    }
    return lines
  }

  /// Every key, the first of each binding before the second of any; a dash if there is none.
  package var label: String {
    let ranks = (0..<(bindings.map(\.keys.count).max() ?? 0)).map(keys)
    return ranks.isEmpty ? "–" : ranks.joined(separator: " ")
  }

  /// The first key of each binding; `nil` if there is none.
  package var shortLabel: String? { bindings.allSatisfy(\.keys.isEmpty) ? nil : keys(ofRank: 0) }

  /// The keys that stand in one place of their bindings' lists, written as short as can be.
  private func keys(ofRank rank: Int) -> String {
    let labels = bindings.compactMap { $0.keys.count > rank ? $0.keys[rank].label : nil }
    // 1–9, F2–F8.
    for lead in ["", "F"] {
      let numbers = labels.compactMap { $0.hasPrefix(lead) ? Int($0.dropFirst(lead.count)) : nil }
      if labels.count > 2, numbers.count == labels.count,
        numbers == Array(numbers[0]..<(numbers[0] + labels.count))
      {
        return "\(labels[0])–\(labels[labels.count - 1])"
      }
    }
    let shift = "Shift "
    if labels.allSatisfy({ $0.hasPrefix(shift) }) {
      return shift + labels.map { $0.dropFirst(shift.count) }.joined(separator: " ")
    }
    return labels.joined(separator: " ")
  }
}
