/// Reads a formula as it is written by hand: `(1-x)^2 + 100 (y-x^2)^2`.
///
/// From the loosest to the tightest: `+ -`; `* /` and factors side by side; a sign in front, so
/// that -x^2 is −(x²); `^`, from the right, so that x^2^3 is x^(2³). Factors side by side bind like
/// `*`, so 1/2x is half of x.
package struct FormulaParser {
  /// Characters.
  package static let lengthLimit = 1000
  /// Brackets within brackets, signs in front and powers of powers.
  package static let nestingLimit = 100

  private let words: [FormulaWord]
  private let length: Int
  private var next = 0
  private var nesting = 0
  /// How many | … | are open.
  private var bars = 0

  /// A part of a formula.
  fileprivate indirect enum Node {
    case x, y
    case number(Double)
    case negative(Node)
    case sum(Node, Node), difference(Node, Node), product(Node, Node), quotient(Node, Node)
    case raised(Node, Node)
    case call(Function, Node)
    case callBoth(BinaryFunction, Node, Node)
  }

  package static func program(_ text: String) throws(FormulaError) -> FormulaProgram {
    guard text.count <= lengthLimit else {
      throw FormulaError(lengthLimit, .tooLong(found: text.count, limit: lengthLimit))
    }
    var parser = FormulaParser(words: try FormulaWord.words(of: text), length: text.count)
    guard !parser.words.isEmpty else { throw FormulaError(0, .empty) }
    let node = try parser.sum()
    if let word = parser.word { throw FormulaError(word.place, .noOperator(found: word.text)) }
    var program = FormulaProgram()
    node.emit(to: &program)
    return program
  }

  private init(words: [FormulaWord], length: Int) {
    self.words = words
    self.length = length
  }

  private var word: FormulaWord? { next < words.count ? words[next] : nil }

  /// Goes past a sign, if it is the next word.
  private mutating func take(_ sign: Character) -> Bool {
    guard word?.kind == .sign(sign) else { return false }
    next += 1
    return true
  }

  private mutating func nested<T>(
    _ read: (inout FormulaParser) throws(FormulaError) -> T
  ) throws(FormulaError) -> T {
    guard nesting < Self.nestingLimit else {
      // What goes one deeper has just been read.
      throw FormulaError(words[max(0, next - 1)].place, .tooDeep(limit: Self.nestingLimit))
    }
    nesting += 1
    defer { nesting -= 1 }
    return try read(&self)
  }

  private mutating func sum() throws(FormulaError) -> Node {
    var node = try product()
    while true {
      if take("+") {
        node = .sum(node, try product())
      } else if take("-") {
        node = .difference(node, try product())
      } else {
        return node
      }
    }
  }

  private mutating func product() throws(FormulaError) -> Node {
    var node = try signed()
    while true {
      if take("*") {
        node = .product(node, try signed())
      } else if take("/") {
        node = .quotient(node, try signed())
      } else if beginsFactor {
        node = .product(node, try power())
      } else {
        return node
      }
    }
  }

  /// Whether a factor begins here without a sign before it.
  private var beginsFactor: Bool {
    switch word?.kind {
    // Two numbers side by side are a slip rather than a product.
    case .number: !isAfterNumber
    case .name: true
    case .sign("("): true
    // Within | … | the next bar closes it.
    case .sign("|"): bars == 0
    case .sign, .raised, nil: false
    }
  }

  private var isAfterNumber: Bool {
    if next > 0, case .number = words[next - 1].kind { true } else { false }
  }

  private mutating func signed() throws(FormulaError) -> Node {
    if take("-") {
      return try nested { parser throws(FormulaError) in .negative(try parser.signed()) }
    }
    if take("+") { return try nested { parser throws(FormulaError) in try parser.signed() } }
    return try power()
  }

  private mutating func power() throws(FormulaError) -> Node {
    var base = try primary()
    while case .raised(let exponent) = word?.kind {
      next += 1
      base = .raised(base, .number(Double(exponent)))
    }
    guard take("^") else { return base }
    return .raised(base, try nested { parser throws(FormulaError) in try parser.signed() })
  }

  private mutating func primary() throws(FormulaError) -> Node {
    guard let word else { throw FormulaError(length, .noOperand(found: nil)) }
    switch word.kind {
    case .number(let number):
      next += 1
      return .number(number)
    case .name(let name):
      next += 1
      return try named(name, word)
    case .sign("("):
      next += 1
      return try bracketed(word)
    case .sign("|"):
      next += 1
      bars += 1
      let inner = try nested { parser throws(FormulaError) in try parser.sum() }
      bars -= 1
      guard take("|") else { throw FormulaError(word.place, .unclosed("|")) }
      return .call(.abs, inner)
    case .sign, .raised: throw FormulaError(word.place, .noOperand(found: word.text))
    }
  }

  /// What stands in brackets, whose opening has been read. Bars within are their own.
  private mutating func bracketed(_ open: FormulaWord) throws(FormulaError) -> Node {
    let outer = bars
    bars = 0
    let inner = try nested { parser throws(FormulaError) in try parser.sum() }
    bars = outer
    guard take(")") else {
      if let word, word.kind != .sign(",") {
        throw FormulaError(word.place, .noOperator(found: word.text))
      }
      throw FormulaError(open.place, .unclosed("("))
    }
    return inner
  }

  private mutating func named(_ name: String, _ word: FormulaWord) throws(FormulaError) -> Node {
    switch name {
    case "x": return .x
    case "y": return .y
    case "e": return .number(2.718281828459045)
    case "pi": return .number(.pi)
    case "tau": return .number(2 * .pi)
    default: break
    }
    // xy is x times y, unless something is called that.
    if name.allSatisfy({ $0 == "x" || $0 == "y" }) {
      let factors = name.map { $0 == "x" ? Node.x : .y }
      return factors.dropFirst().reduce(factors[0], Node.product)
    }
    guard Self.names.contains(name) else {
      throw FormulaError(word.place, .unknownName(word.text, known: Self.names))
    }
    // √2 and √x need no brackets.
    if word.text == "√", self.word?.kind != .sign("(") {
      return .call(.sqrt, try nested { parser throws(FormulaError) in try parser.power() })
    }
    return try call(name, word)
  }

  private mutating func call(_ name: String, _ word: FormulaWord) throws(FormulaError) -> Node {
    guard let open = self.word, take("(") else {
      throw FormulaError(word.place, .noArguments(function: word.text))
    }
    let outer = bars
    bars = 0
    var arguments: [Node] = []
    repeat {
      arguments.append(try nested { parser throws(FormulaError) in try parser.sum() })
    } while take(",")
    bars = outer
    guard take(")") else {
      if let word = self.word { throw FormulaError(word.place, .noOperator(found: word.text)) }
      throw FormulaError(open.place, .unclosed("("))
    }
    func wrong(_ expected: String) -> FormulaError {
      FormulaError(
        word.place, .wrongCount(function: word.text, found: arguments.count, expected: expected))
    }
    if let function = Self.function(name) {
      guard arguments.count == 1 else { throw wrong("1") }
      return .call(function, arguments[0])
    }
    switch name {
    case "min", "max":
      guard arguments.count >= 2 else { throw wrong("≥ 2") }
      let function: BinaryFunction = name == "min" ? .min : .max
      return arguments.dropFirst().reduce(arguments[0]) { .callBoth(function, $0, $1) }
    default:
      guard arguments.count == 2 else { throw wrong("2") }
      if name == "pow" { return .raised(arguments[0], arguments[1]) }
      return .callBoth(name == "atan2" ? .atan2 : .hypot, arguments[0], arguments[1])
    }
  }

  private static func function(_ name: String) -> Function? {
    Function(rawValue: name == "ln" ? "log" : name)
  }

  /// Everything that has a name, for messages.
  package static let names =
    ["x", "y", "pi", "e", "tau"] + Function.allCases.map(\.rawValue)
    + ["ln", "min", "max", "atan2", "hypot", "pow"]
}

extension FormulaParser.Node {
  /// The number, if nothing in it depends on x or y.
  private var number: Double? {
    switch self {
    case .x, .y: return nil
    case .number(let number): return number
    case .negative(let a): return a.number.map { -$0 }
    case .sum(let a, let b): return both(a, b, +)
    case .difference(let a, let b): return both(a, b, -)
    case .product(let a, let b): return both(a, b, *)
    case .quotient(let a, let b): return both(a, b, /)
    case .raised(let a, let b):
      return both(a, b) { a, b in
        Self.exponent(b).map { Self.power(a, $0) } ?? BinaryFunction.power.value(a, b)
      }
    case .call(let function, let a): return a.number.map(function.value)
    case .callBoth(let function, let a, let b): return both(a, b, function.value)
    }
  }

  private func both(
    _ a: Self, _ b: Self, _ join: (Double, Double) -> Double
  ) -> Double? {
    guard let a = a.number, let b = b.number else { return nil }
    return join(a, b)
  }

  /// A whole exponent that products answer exactly.
  private static func exponent(_ number: Double?) -> Int? {
    number.flatMap { $0.magnitude <= 64 && $0 == $0.rounded() ? Int($0) : nil }
  }

  private static func power(_ base: Double, _ exponent: Int) -> Double {
    if exponent == 0 { return 1 }
    let product = (1...abs(exponent)).dropFirst().reduce(base) { product, _ in product * base }
    return exponent < 0 ? 1 / product : product
  }

  func emit(to program: inout FormulaProgram) {
    if let number { return program.emit(.constant(number)) }
    switch self {
    case .x: program.emit(.x)
    case .y: program.emit(.y)
    case .number(let number): program.emit(.constant(number))
    case .negative(let a):
      a.emit(to: &program)
      program.emit(.negate)
    case .sum(let a, let b):
      if let number = b.number { return emit(a, .plus(number), to: &program) }
      if let number = a.number { return emit(b, .plus(number), to: &program) }
      emit(a, b, .add, to: &program)
    case .difference(let a, let b):
      if let number = b.number { return emit(a, .plus(-number), to: &program) }
      if let number = a.number { return emit(b, .from(number), to: &program) }
      emit(a, b, .subtract, to: &program)
    case .product(let a, let b):
      if let number = b.number { return emit(a, .times(number), to: &program) }
      if let number = a.number { return emit(b, .times(number), to: &program) }
      emit(a, b, .multiply, to: &program)
    case .quotient(let a, let b):
      if let number = b.number { return emit(a, .over(number), to: &program) }
      emit(a, b, .divide, to: &program)
    case .raised(let a, let b): emitPower(a, b, to: &program)
    case .call(let function, let a): emit(a, .call(function), to: &program)
    case .callBoth(let function, let a, let b): emit(a, b, .callBoth(function), to: &program)
    }
  }

  private func emit(
    _ a: Self, _ instruction: FormulaProgram.Instruction, to program: inout FormulaProgram
  ) {
    a.emit(to: &program)
    program.emit(instruction)
  }

  private func emit(
    _ a: Self, _ b: Self, _ instruction: FormulaProgram.Instruction,
    to program: inout FormulaProgram
  ) {
    a.emit(to: &program)
    b.emit(to: &program)
    program.emit(instruction)
  }

  private func emitPower(_ a: Self, _ b: Self, to program: inout FormulaProgram) {
    guard let exponent = Self.exponent(b.number) else {
      return emit(a, b, .callBoth(.power), to: &program)
    }
    switch exponent {
    case 0: program.emit(.constant(1))
    case 1: a.emit(to: &program)
    case 2...: emit(a, .raise(exponent), to: &program)
    default:
      program.emit(.constant(1))
      a.emit(to: &program)
      if exponent < -1 { program.emit(.raise(-exponent)) }
      program.emit(.divide)
    }
  }
}
