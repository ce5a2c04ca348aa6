/// A piece of a typed-in formula.
struct FormulaWord: Hashable {
  enum Kind: Hashable {
    case number(Double)
    case name(String)
    /// One of + - * / ^ ( ) , | and the raised digits as "^2".
    case sign(Character)
    case raised(Int)
  }

  var kind: Kind
  var text: String
  /// Characters before it.
  var place: Int

  /// The pieces of a formula in order.
  static func words(of text: String) throws(FormulaError) -> [FormulaWord] {
    let characters = Array(text)
    var words: [FormulaWord] = []
    var place = 0
    while place < characters.count {
      let character = characters[place]
      let start = place
      func add(_ kind: Kind, _ length: Int) {
        words.append(
          FormulaWord(
            kind: kind, text: String(characters[start..<start + length]), place: start))
        place += length
      }
      if character.isWhitespace {
        place += 1
      } else if character.isASCII, character.isNumber || character == "." {
        let length = numberLength(characters[place...])
        let digits = String(characters[place..<place + length])
        guard let number = DecimalNumber.value(of: digits), number.isFinite else {
          throw FormulaError(place, .notANumber(digits))
        }
        add(.number(number), length)
      } else if let sign = signs[character] {
        let isDoubleStar = sign == "*" && characters[start...].starts(with: "**")
        add(.sign(isDoubleStar ? "^" : sign), isDoubleStar ? 2 : 1)
      } else if let digit = raisedDigits[character] {
        add(.raised(digit), 1)
      } else if let name = greek[character] {
        add(.name(name), 1)
      } else if character.isASCII, character.isLetter || character == "_" {
        let rest = characters[place...].prefix {
          $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_")
        }
        add(.name(String(rest).lowercased()), rest.count)
      } else {
        throw FormulaError(place, .stray(character))
      }
    }
    return words
  }

  /// Digits, a point, digits, and an exponent if it has digits: `2e` is twice e.
  private static func numberLength(_ rest: ArraySlice<Character>) -> Int {
    func isDigit(_ character: Character) -> Bool { character.isASCII && character.isNumber }
    var end = rest.startIndex
    func skipDigits() { while end < rest.endIndex, isDigit(rest[end]) { end += 1 } }
    skipDigits()
    if end < rest.endIndex, rest[end] == "." {
      end += 1
      skipDigits()
    }
    var exponent = end
    guard exponent < rest.endIndex, rest[exponent] == "e" || rest[exponent] == "E" else {
      return end - rest.startIndex
    }
    exponent += 1
    if exponent < rest.endIndex, rest[exponent] == "+" || rest[exponent] == "-" { exponent += 1 }
    guard exponent < rest.endIndex, isDigit(rest[exponent]) else { return end - rest.startIndex }
    end = exponent
    skipDigits()
    return end - rest.startIndex
  }

  private static let signs: [Character: Character] = [
    "+": "+", "-": "-", "−": "-", "*": "*", "·": "*", "×": "*", "/": "/", "÷": "/", "^": "^",
    "(": "(", ")": ")", "[": "(", "]": ")", ",": ",", "|": "|",
  ]
  private static let raisedDigits: [Character: Int] = [
    "²": 2, "³": 3, "⁴": 4, "⁵": 5, "⁶": 6, "⁷": 7, "⁸": 8, "⁹": 9,
  ]
  private static let greek: [Character: String] = [
    "π": "pi", "τ": "tau", "√": "sqrt", "σ": "sigmoid",
  ]
}
