import App
import Descent
import Drawing
import Files
import Testing
import Texts

struct StringsTests {
  private static let english = Strings("en")
  private static let korean = Strings("ko")

  /// The names of the rules and surfaces that have texts.
  private static let rules = Catalog.optimizers.map(\.about.name)
  private static let surfaces =
    Catalog.surfaces.map(\.about.name) + [
      "least-squares", "formula", "grid", "logistic-regression", "neuron",
    ]

  /// The texts that tell what keys do, once each, and where they stand.
  private static let keyWords = Dictionary(
    Keymap.standard.all.filter { $0.place != .joined }.map { ($0.words, $0.place) }
  ) { first, second in first == .footer ? first : second }

  /// A key and its text in both languages.
  private static let texts: [(key: String, english: String, korean: String)] =
    Text.allCases.map { ($0.rawValue, english[$0], korean[$0]) }
    + rules.flatMap { rule in
      Strings.OptimizerPart.allCases.map { part in
        (
          "optimizer.\(rule).\(part.rawValue)", english.optimizer(rule, part),
          korean.optimizer(rule, part)
        )
      }
    }
    + surfaces.map { ("surface.\($0)", english.surface($0), korean.surface($0)) }
    + keyWords.flatMap { words, place in
      [("help.\(words)", english.help(words), korean.help(words))]
        + (place == .footer
          ? [("footer.\(words)", english.footer(words), korean.footer(words))] : [])
    }
    // Which of these there must be, `HouseTests` know.
    + english.keys.filter { $0.hasPrefix("command.") }.map { ($0, english[$0], korean[$0]) }
    + Claim.Quantity.allCases.map {
      ("counter.\($0.rawValue)", english.counter($0.rawValue), korean.counter($0.rawValue))
    }
    // Which of these there may be, the next test knows.
    + english.keys.filter { $0.hasPrefix("action.") }.map { ($0, english[$0], korean[$0]) }
    + Example.all.map { ("example.\($0.name)", english.example($0.name), korean.example($0.name)) }

  @Test func `what a key does alone is said of keys that there are`() {
    let actions = Set(Keymap.contexts.flatMap { Keymap.standard[keyPath: $0] }.map(\.action))
    for key in Self.english.keys where key.hasPrefix("action.") {
      let name = key.dropFirst("action.".count)
      #expect(actions.contains { $0 == name || $0.hasPrefix("\(name)-") }, "\(key)")
    }
  }

  @Test(arguments: Strings.languages)
  func `a table has the texts that the program asks for and no others`(language: String) {
    let keys = Strings(language).keys
    #expect(keys == Set(Self.texts.map(\.key)))
    #expect(Self.texts.count == keys.count)
  }

  @Test(arguments: Strings.languages)
  func `a table reads as the TOML that it is`(language: String) {
    let strings = Strings(language)
    let lessons = Strings.lessonTexts(of: language)
    let file = LanguageFile(Strings.source(of: language), file: "")
    #expect(file.errors.isEmpty && file.texts.count == strings.keys.count + lessons.count)
    for (key, text) in file.texts { #expect((lessons[key] ?? strings[key]) == text, "\(key)") }
  }

  @Test func `every text has the same blanks in every language`() {
    for text in Self.texts {
      #expect(Self.blanks(text.english) == Self.blanks(text.korean), "\(text.key)")
    }
  }

  @Test func `every text says something, without space around it`() {
    // These stand before or after others.
    let joined: Set = ["error.in_car"]
    for text in Self.texts where !joined.contains(text.key) {
      for words in [text.english, text.korean] {
        #expect(!words.isEmpty && words.first != " " && words.last != " ", "\(text.key)")
      }
    }
  }

  @Test func `Korean texts are in Korean wherever English ones have words`() {
    for text in Self.texts {
      let english = Self.withoutBlanks(text.english).replacing("downhill", with: "")
      // Signs of the field are the same in every language.
      let isSign = text.key.hasPrefix("counter.") && text.english == text.korean
      guard english.contains(where: \.isLetter), !isSign else { continue }
      let hangul = text.korean.unicodeScalars.contains { (0xAC00...0xD7A3).contains($0.value) }
      #expect(hangul, "\(text.key)")
    }
  }

  @Test func `a screen speaks politely and the command line formally`() {
    let formal = [
      "error.", "file.", "toml.", "formula.", "expected.", "report.", "list.", "command.",
    ]
    for (key, _, korean) in Self.texts {
      let sentences = korean.split { ".;?!:()".contains($0) }.map {
        $0.trimmingSpaces
      }
      for sentence in sentences {
        if formal.contains(where: key.hasPrefix) {
          // "쓰세요" asks in either style.
          #expect(!sentence.hasSuffix("요") || sentence.hasSuffix("세요"), "\(key)")
        } else {
          #expect(!sentence.hasSuffix("니다"), "\(key)")
        }
      }
    }
  }

  @Test func `behind a blank a particle with two forms is written with both`() {
    let wrong = "{car}와 \"{found}\"을 {count}가지 {place}에서 {x}은"
    #expect(Self.wrongParticles(in: wrong) == ["와", "을", "은"])
    #expect(Self.wrongParticles(in: "{car}{과/와} {found}입니다 {x}부터") == [])
    for (key, _, korean) in Self.texts {
      #expect(Self.wrongParticles(in: korean) == [], "\(key)")
    }
  }

  @Test func `both forms of a particle stand behind a blank alone, and are a pair`() {
    var found: Set<String> = []
    for (key, english, korean) in Self.texts {
      #expect(Self.braces(english).allSatisfy { Particle($0) == nil }, "\(key)")
      for forms in Self.braces(korean) where Particle(forms) != nil {
        #expect(Self.pairs.contains(forms), "\(key)")
        for before in korean.components(before: "{\(forms)}") {
          #expect(before.hasSuffix("}") || before.hasSuffix("}\""), "\(key)")
        }
        found.insert(forms)
      }
    }
    #expect(found.count > 3)
  }

  @Test func `a particle behind a number, a formula or a name in Korean is the one that fits`() {
    #expect(
      Self.misfits(in: "η는 0.3로, Adam와 GD은 2를") == [
        "η는 0.3로", "η는 0.3로, Adam와", "η는 0.3로, Adam와 GD은",
      ])
    #expect(Self.misfits(in: "*Adam*과 헤시안(Hessian)을 {x}로") == [])
    for (key, text) in Self.texts.map({ ($0.key, $0.korean) }) + Strings.lessonTexts(of: "ko") {
      #expect(Self.misfits(in: text) == [], "\(key)")
    }
  }

  @Test(arguments: Strings.languages)
  func `footer words are short`(language: String) {
    let strings = Strings(language)
    let words = Keymap.standard.all.filter { $0.place == .footer }.map(\.words)
    #expect(!words.isEmpty)
    for word in words { #expect((2...12).contains(strings.footer(word).cellWidth), "\(word)") }
  }

  @Test func `Korean words take two cells a syllable`() {
    #expect(Self.korean.footer("step-on") == "한 걸음")
    #expect(Self.korean.footer("step-on").cellWidth == 7)
    #expect(Self.korean[.standingsLoss].cellWidth <= 8)
  }

  @Test func `blanks are filled in`() {
    #expect(
      Self.english(.headerStart, ["x": "1.00", "y": "-2.00"]) == "start (1.00, -2.00)")
    #expect(Self.korean(.headerStep, ["step": "12"]) == "12걸음")
    #expect(Self.english(.headerSeed, [:]) == "seed {seed}")
  }

  @Test func `braces in what a user typed stay as they are`() {
    let blanks = ["setting": "{found}", "found": "{expected}", "expected": "x > 0"]
    for _ in 0..<20 {
      #expect(
        Self.english(.errorSettingOutside, blanks) == "{found} is {expected}; expected x > 0")
    }
    #expect(
      Self.english(.errorUnknownSurface, ["found": "}{"]) == "there is no surface \"}{\"")
  }

  @Test func `an unknown language is English`() {
    #expect(Strings("tlh").language == "en")
    #expect(Strings("tlh").footer("quit") == Self.english.footer("quit"))
  }

  /// Particles by their two forms, as a text writes them.
  private static let pairs = [
    "은/는", "이/가", "을/를", "과/와", "으로/로", "이라는/라는", "이라/라", "이에요/예요",
    "이어야/여야", "이면/면", "이나/나",
  ]

  /// The particles directly behind a blank, or behind the quotation mark that closes round it,
  /// that would not fit everything that can be filled in.
  private static func wrongParticles(in text: String) -> [String] {
    let forms = Set(pairs.flatMap { $0.split(separator: "/").map(String.init) })
    return text.split(separator: "}", omittingEmptySubsequences: false).dropFirst()
      .map { part in
        String(part.drop { $0 == "\"" }.prefix { ("가"..."힣").contains($0) })
      }
      .filter(forms.contains)
  }

  /// Each beginning of a text that ends in a particle which its last sound does not go with, where
  /// no word of Hangul and no blank stands before the particle.
  private static func misfits(in text: String) -> [String] {
    let particles = pairs.compactMap { Particle($0) }
    let letters = Array(pairs.reduce(text) { $0.replacing("{\($1)}", with: "") })
    func isHangul(_ letter: Character) -> Bool { ("가"..."힣").contains(letter) }
    return letters.indices.compactMap { start in
      guard start > 0, isHangul(letters[start]), !isHangul(letters[start - 1]),
        !" \n\"'}([".contains(letters[start - 1])
      else { return nil }
      let before = String(letters[..<start])
      let word = String(letters[start...].prefix(while: isHangul))
      let pair = particles.first { $0.forms.contains(word) }
      return pair.map { $0.form(after: before) == word } ?? true ? nil : before + word
    }
  }

  private static func blanks(_ text: String) -> [String] {
    braces(text).filter { Particle($0) == nil }.sorted()
  }

  private static func braces(_ text: String) -> [String] {
    text.split(separator: "{", omittingEmptySubsequences: false).dropFirst()
      .map { String($0.prefix { $0 != "}" }) }
  }

  private static func withoutBlanks(_ text: String) -> String {
    var result = ""
    var isBlank = false
    for letter in text {
      if letter == "{" { isBlank = true }
      if !isBlank { result.append(letter) }
      if letter == "}" { isBlank = false }
    }
    return result
  }
}

extension String {
  /// What stands before each place of a word.
  fileprivate func components(before word: String) -> [Substring] {
    indices.filter { self[$0...].hasPrefix(word) }.map { self[..<$0] }
  }
}

extension Substring {
  fileprivate var trimmingSpaces: Substring {
    var text = drop { $0 == " " }
    while text.last == " " { text.removeLast() }
    return text
  }
}
