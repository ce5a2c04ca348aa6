/// One setting of a rule: from this line come the command line's flag, the car's card, the help.
package struct Hyperparameter<Rule>: Sendable {
  /// As on the command line, in kebab-case: torch's and Optax's word where they have one.
  package let name: String
  /// As in the formula, "η".
  package let symbol: String
  private let access: Access
  /// Whether the rule has it as it stands: an option of one library is none elsewhere.
  private let isTold: @Sendable (Rule) -> Bool

  private enum Access: Sendable {
    case number(any WritableKeyPath<Rule, Double> & Sendable, Domain)
    case choice(
      [String], get: @Sendable (Rule) -> String, set: @Sendable (inout Rule, String) -> Void)
  }

  /// A number within a domain.
  init(
    _ name: String, _ symbol: String, _ path: any WritableKeyPath<Rule, Double> & Sendable,
    _ domain: Domain, if isTold: @escaping @Sendable (Rule) -> Bool = { _ in true }
  ) {
    self.name = name
    self.symbol = symbol
    self.isTold = isTold
    access = .number(path, domain)
  }

  /// One of a few named forms.
  init<Choice: RawRepresentable & CaseIterable & SendableMetatype>(
    _ name: String, _ symbol: String, _ path: any WritableKeyPath<Rule, Choice> & Sendable,
    if isTold: @escaping @Sendable (Rule) -> Bool = { _ in true }
  ) where Choice.RawValue == String {
    self.name = name
    self.symbol = symbol
    self.isTold = isTold
    access = .choice(
      Choice.allCases.map(\.rawValue),
      get: { $0[keyPath: path].rawValue },
      set: { rule, word in
        if let choice = Choice(rawValue: word) { rule[keyPath: path] = choice }
      })
  }

  func isTold(of rule: Rule) -> Bool { isTold(rule) }

  var range: Setting.Range {
    switch access {
    case .number(_, let domain): .number(domain)
    case .choice(let words, _, _): .words(words)
    }
  }

  func value(of rule: Rule) -> SettingValue {
    switch access {
    case .number(let path, _): .number(rule[keyPath: path])
    case .choice(_, let get, _): .word(get(rule))
    }
  }

  func set(_ text: String, of rule: inout Rule) throws(SettingError) {
    switch access {
    case .number(let path, let domain):
      guard let number = DecimalNumber.value(of: text) else {
        throw .notANumber(setting: name, found: text, expected: domain)
      }
      guard domain.contains(number) else {
        throw .outside(setting: name, found: text, expected: domain)
      }
      rule[keyPath: path] = number
    case .choice(let words, _, let set):
      let word = kebabCase(text)
      guard words.contains(word) else {
        throw .unknownWord(setting: name, found: text, expected: words)
      }
      set(&rule, word)
    }
  }
}

extension Hyperparameter where Rule: Dialectal {
  /// Whose convention the rule follows.
  static var dialect: Hyperparameter {
    Hyperparameter(
      "dialect", "as in", Rule.dialects.map(\.rawValue), get: { $0.dialect.rawValue },
      set: { rule, word in
        guard let dialect = Dialect(rawValue: word), dialect != rule.dialect else { return }
        rule = Rule(dialect)
      })
  }
}

extension Hyperparameter {
  private init(
    _ name: String, _ symbol: String, _ words: [String], get: @escaping @Sendable (Rule) -> String,
    set: @escaping @Sendable (inout Rule, String) -> Void
  ) {
    self.name = name
    self.symbol = symbol
    isTold = { _ in true }
    access = .choice(words, get: get, set: set)
  }
}

/// The numbers that a setting may take. All are finite.
package enum Domain: Sendable {
  /// x > 0
  case positive
  /// x ≥ 0
  case nonNegative
  /// 0 ≤ x < 1
  case fraction
  /// 0 ≤ x ≤ 1
  case unit
  /// x ≥ 1
  case atLeastOne

  func contains(_ x: Double) -> Bool {
    guard x.isFinite else { return false }
    return switch self {
    case .positive: x > 0
    case .nonNegative: x >= 0
    case .fraction: 0 <= x && x < 1
    case .unit: 0 <= x && x <= 1
    case .atLeastOne: x >= 1
    }
  }

  /// The domain as mathematics, the same in every language.
  package var formula: String {
    switch self {
    case .positive: "x > 0"
    case .nonNegative: "x ≥ 0"
    case .fraction: "0 ≤ x < 1"
    case .unit: "0 ≤ x ≤ 1"
    case .atLeastOne: "x ≥ 1"
    }
  }
}

package enum SettingValue: Hashable, Sendable {
  case number(Double)
  case word(String)
}

/// Why a setting could not be made.
package enum SettingError: Error, Hashable, Sendable {
  case unknown(setting: String, expected: [String])
  case notANumber(setting: String, found: String, expected: Domain)
  case outside(setting: String, found: String, expected: Domain)
  case unknownWord(setting: String, found: String, expected: [String])
}

/// One setting of a rule as it stands.
package struct Setting: Hashable, Sendable {
  package var name: String
  package var symbol: String
  package var value: SettingValue
  package var range: Range
  /// It counts when the car starts and not afterwards.
  package var isOfTheStart = false

  /// As it can be read back, to the last bit.
  package var exactText: String {
    switch value {
    case .number(let number): "\(number)"
    case .word(let word): word
    }
  }

  /// What it may be.
  package enum Range: Hashable, Sendable {
    case number(Domain)
    case words([String])
  }
}

extension Optimizer {
  /// Every setting with its value, in the rule's own order.
  package var settings: [Setting] {
    toldHyperparameters.map {
      Setting(
        name: $0.name, symbol: $0.symbol, value: $0.value(of: self), range: $0.range,
        isOfTheStart: $0.name == "initial-accumulator" || $0.name == "lr" && about.rate == .start)
    }
  }

  /// The names of all that it can be set by, in any dialect.
  package var settingNames: [String] { Self.hyperparameters.map(\.name) }

  private var toldHyperparameters: [Hyperparameter<Self>] {
    Self.hyperparameters.filter { $0.isTold(of: self) }
  }

  /// Every setting but a dialect that is the textbook's own, which goes without saying.
  package var spokenSettings: [Setting] {
    settings.filter { $0.name != "dialect" || $0.value != .word(Dialect.textbook.rawValue) }
  }

  /// Sets the setting of that name from text, `_` standing for `-`. A dialect, newly set, sets all
  /// others to its library's defaults.
  package mutating func set(_ name: String, to text: String) throws(SettingError) {
    guard let setting = toldHyperparameters.first(where: { $0.name == kebabCase(name) }) else {
      throw .unknown(setting: name, expected: toldHyperparameters.map(\.name))
    }
    try setting.set(text, of: &self)
  }

  /// Makes every setting that a rule of this kind has otherwise than it once had.
  package mutating func take(changesFrom old: any Optimizer, to new: any Optimizer) {
    let rate = learningRate
    var changed = new.settings.filter { !old.settings.contains($0) }
    // A dialect sets all others to its defaults, so they follow it.
    if let dialect = changed.first(where: { $0.name == "dialect" }) {
      changed = [dialect] + new.settings
    }
    for setting in changed {
      do { try set(setting.name, to: setting.exactText) } catch {
        preconditionFailure("\(setting.name) of \(about.name)")
      }
    }
    if new.learningRate == old.learningRate { learningRate = rate }
  }

  package var about: About { Self.about }

  /// The learning rate.
  package var rate: Double { learningRate }

  /// The value of a numeric setting, if the rule has one of that name.
  package func number(_ name: String) -> Double? {
    for setting in settings where setting.name == name {
      if case .number(let value) = setting.value { return value }
    }
    return nil
  }
}

/// Names are kebab-case everywhere; `_` and capitals are accepted.
package func kebabCase(_ name: String) -> String {
  String(name.lowercased().map { $0 == "_" ? "-" : $0 })
}

extension Optimizer {
  /// The settings as text that differs where they do: `lr=0.1,momentum=0.9`.
  package var exactSettings: String {
    settings.map { "\($0.name)=\($0.exactText)" }.joined(separator: ",")
  }
}
