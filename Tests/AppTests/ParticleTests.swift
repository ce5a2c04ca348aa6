import Testing
import Texts

/// Which of the two forms of a Korean particle follows a word.
struct ParticleTests {
  private static let topic = Particle("은/는")!
  private static let direction = Particle("으로/로")!

  /// Both particles behind a text: all that its last sound decides.
  private static func particles(after text: String) -> [String] {
    [topic.form(after: text), direction.form(after: text)]
  }

  /// The last sound of a number read in Korean, by what the whole of it is read as.
  private static func reading(of number: Int) -> String {
    if number == 0 { return "영" }
    let digits = ["", "일", "이", "삼", "사", "오", "육", "칠", "팔", "구"]
    var groups: [String] = []
    var rest = number
    for unit in ["", "만", "억", "조", "경"] where rest > 0 {
      var group = ""
      for (place, name) in [(1000, "천"), (100, "백"), (10, "십"), (1, "")] {
        let digit = rest % 10_000 / place % 10
        if digit > 0 { group += (digit == 1 && place > 1 ? "" : digits[digit]) + name }
      }
      if !group.isEmpty { groups.insert(group + unit, at: 0) }
      rest /= 10_000
    }
    return groups.joined()
  }

  @Test func `every syllable of Hangul decides by its final consonant`() {
    // Composed from its parts, so that the code points' order is not taken on trust.
    let finals = [nil] + (0x11A8...0x11C2).map { Unicode.Scalar($0) }
    var parts: [String: Unicode.Scalar?] = [:]
    for lead in UInt32(0x1100)...0x1112 {
      for vowel in UInt32(0x1161)...0x1175 {
        for final in finals {
          let jamo = [Unicode.Scalar(lead), Unicode.Scalar(vowel), final].compactMap(\.self)
          parts[String(String.UnicodeScalarView(jamo))] = .some(final)
        }
      }
    }
    for code in UInt32(0xAC00)...0xD7A3 {
      let syllable = String(Character(Unicode.Scalar(code)!))
      guard let final = parts[syllable] else {
        Issue.record("\(syllable)")
        continue
      }
      let expected =
        final == nil ? ["는", "로"] : final == "\u{11AF}" ? ["은", "로"] : ["은", "으로"]
      #expect(Self.particles(after: syllable) == expected, "\(syllable)")
      #expect(Self.particles(after: "차 " + syllable) == expected, "\(syllable)")
    }
  }

  @Test func `a whole number decides as it is read`() {
    let large = [10_000, 20_000, 100_000, 1_000_000, 10_000_000, 100_000_000, 1_000_000_000_000]
    let others = large.flatMap { [$0, $0 * 30, $0 + 7] }
    for number in Array(0...12_000) + others {
      let expected = Self.particles(after: Self.reading(of: number))
      #expect(Self.particles(after: "\(number)") == expected, "\(number)")
      #expect(Self.particles(after: "η -\(number)") == expected, "\(number)")
      // The exponent is a number of its own.
      #expect(Self.particles(after: "3.5e-\(number)") == expected, "\(number)")
    }
  }

  @Test func `behind a decimal point it is the last digit that decides`() {
    let digits = ["영", "일", "이", "삼", "사", "오", "육", "칠", "팔", "구"]
    for first in 0...9 {
      for (last, reading) in digits.enumerated() {
        let expected = Self.particles(after: reading)
        for number in ["0.\(last)", "12.\(first)\(last)", "-1.00\(first)\(last)"] {
          #expect(Self.particles(after: number) == expected, "\(number)")
        }
      }
    }
  }

  @Test func `a letter alone, and the last one of an abbreviation, is read by its name`() {
    let names = [
      "에이", "비", "시", "디", "이", "에프", "지", "에이치", "아이", "제이", "케이", "엘", "엠", "엔", "오", "피", "큐",
      "알", "에스", "티", "유", "브이", "더블유", "엑스", "와이", "제트",
    ]
    for (letter, name) in zip("ABCDEFGHIJKLMNOPQRSTUVWXYZ", names) {
      let expected = Self.particles(after: name)
      for word in ["\(letter)", letter.lowercased(), "G\(letter)", "gd-\(letter)", "Adam\(letter)"]
      {
        #expect(Self.particles(after: word) == expected, "\(word)")
      }
    }
  }

  @Test(arguments: [
    ("GD", "지디"), ("SGD", "에스지디"), ("sgd", "에스지디"), ("NAG", "엔에이지"), ("Momentum", "모멘텀"),
    ("Adagrad", "아다그라드"), ("RMSProp", "알엠에스프롭"), ("AdaDelta", "아다델타"), ("Adam", "아담"),
    ("Nadam", "나담"), ("AMSGrad", "에이엠에스그라드"), ("AdaMax", "아다맥스"), ("AdamW", "아담더블유"),
    ("RAdam", "알아담"), ("Lion", "라이언"), ("Yogi", "요기"), ("AdaBelief", "아다빌리프"), ("Rprop", "알프롭"),
    ("Newton", "뉴턴"), ("BFGS", "비에프지에스"), ("Nelder-Mead", "넬더미드"), ("CMA-ES", "시엠에이이에스"),
    ("Adam 2", "아담 이"), ("gd-3", "지디 삼"), ("--lr", "엘알"), ("bowl", "볼"), ("--step", "스텝"),
    ("map", "맵"),
    ("track", "트랙"), ("sweep", "스위프"), ("file", "파일"), ("name", "네임"), ("date", "데이트"),
    ("string", "스트링"),
    ("grid", "그리드"), ("f8", "에프팔"), ("★", "별"), ("10¹⁸", "십의 십팔승"), ("45°", "사십오도"),
    ("20%", "이십퍼센트"),
    ("η", "에타"), ("1e-10", "일이 마이너스 십"), ("β₁", "베타 일"), ("m̂", "엠 햇"),
    ("*손실*(loss)", "손실"),
  ])
  func `words of the program decide as they are read`(word: String, reading: String) {
    #expect(Self.particles(after: word) == Self.particles(after: reading))
  }

  @Test func `quotation marks, brackets and spaces behind a word decide nothing`() {
    for word in ["차", "걸음", "볼", "Adam", "GD", "10", "7", "0.25", "m"] {
      let expected = Self.particles(after: word)
      for silent in ["\"", "'", "”", ")", "]", "}", " ", "*", "\")", ")\" "] {
        #expect(Self.particles(after: word + silent) == expected, "\(word + silent)")
      }
      // A note directly behind a word is not read, brackets behind a space are.
      for note in ["(Hessian)", "(차)", "(1, 2)\""] {
        #expect(Self.particles(after: word + note) == expected, "\(word + note)")
      }
      #expect(Self.particles(after: "★ (\(word))") == expected, "\(word)")
    }
    #expect(Self.particles(after: "") == Self.particles(after: "차"))
  }

  @Test(arguments: ["", "/", "은", "은/", "/는", "은/는/이", "a/b", "은/b", "name", " 은/는"])
  func `anything but two forms in Hangul is no particle`(forms: String) {
    #expect(Particle(forms) == nil)
  }

  @Test func `a text's particle follows what its blank is filled with`() {
    let strings = Strings(
      "ko", texts: ["notice.forked": "{twin}: {car}{과/와} \"{x}\"{은/는} {a/b}"])
    #expect(strings(.noticeForked, ["car": "Adam", "x": "차"]) == "{twin}: Adam과 \"차\"는 {a/b}")
    #expect(strings(.noticeForked, ["car": "GD", "x": "{은/는}"]) == "{twin}: GD와 \"{은/는}\"은 {a/b}")
    // What a user's own table says without both forms stays.
    let own = Strings("ko", texts: ["notice.forked": "{car}와"])
    #expect(own(.noticeForked, ["car": "Adam"]) == "Adam와")
  }
}
