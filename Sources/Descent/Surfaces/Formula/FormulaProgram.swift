/// A formula as a short program for a stack of numbers: one particle, eight, or either with
/// derivatives. Nothing is allocated while it runs.
package struct FormulaProgram: Hashable, Sendable {
  enum Instruction: Hashable, Sendable {
    case x, y
    case constant(Double)
    case negate, add, subtract, multiply, divide
    // With a number that carries no derivatives.
    case plus(Double), from(Double), times(Double), over(Double)
    /// By products, 1 < exponent.
    case raise(Int)
    case call(Function)
    case callBoth(BinaryFunction)
  }

  private(set) var instructions: [Instruction] = []
  /// Numbers on the stack at once, at most.
  private(set) var depth = 0
  private var height = 0

  mutating func emit(_ instruction: Instruction) {
    instructions.append(instruction)
    switch instruction {
    case .x, .y, .constant: height += 1
    case .add, .subtract, .multiply, .divide, .callBoth: height -= 1
    case .negate, .plus, .from, .times, .over, .raise, .call: break
    }
    depth = max(depth, height)
  }

  package func value(at point: Point<Double>) -> Double { run(point.x, point.y) }

  @inline(__always)
  func run<F: Field>(_ x: F, _ y: F) -> F {
    // A stack of just the size: to fill a large one would cost more than the formula.
    if depth <= 4 { return run(on: PlainStack<4, F>(x), x, y) }
    if depth <= 12 { return run(on: PlainStack<12, F>(x), x, y) }
    return run(on: PlainStack<128, F>(x), x, y)
  }

  /// ∇f, by the same operations as `run` over slopes.
  @inline(__always)
  func gradient<L: Lane>(at point: Point<L>) -> Point<L> {
    let (x, y) = Slope.variables(at: point)
    if depth <= 4 { return run(on: SlopeStack<4, L>(x), x, y).gradient }
    if depth <= 12 { return run(on: SlopeStack<12, L>(x), x, y).gradient }
    return run(on: SlopeStack<128, L>(x), x, y).gradient
  }

  @inline(__always)
  private func run<Stack: FormulaStack>(
    on empty: Stack, _ x: Stack.Number, _ y: Stack.Number
  ) -> Stack.Number {
    var (stack, top) = (empty, -1)
    for instruction in instructions {
      switch instruction {
      case .x:
        top += 1
        stack[top] = x
      case .y:
        top += 1
        stack[top] = y
      case .constant(let number):
        top += 1
        // A field has no numbers of its own: 0 · x would be NaN where x is not finite.
        stack[top] = .constant(number, like: x)
      case .negate: stack[top] = -stack[top]
      case .add:
        top -= 1
        stack[top] = stack[top] + stack[top + 1]
      case .subtract:
        top -= 1
        stack[top] = stack[top] - stack[top + 1]
      case .multiply:
        top -= 1
        stack[top] = stack[top] * stack[top + 1]
      case .divide:
        top -= 1
        stack[top] = stack[top] / stack[top + 1]
      case .plus(let number): stack[top] = stack[top] + number
      case .from(let number): stack[top] = number - stack[top]
      case .times(let number): stack[top] = number * stack[top]
      case .over(let number): stack[top] = stack[top] / number
      // By far the commonest, and not worth a call.
      case .raise(2): stack[top] = squared(stack[top])
      case .raise(let exponent): stack[top] = power(stack[top], exponent)
      case .call(let function): stack[top] = Stack.Number.apply(function, to: stack[top])
      case .callBoth(let function):
        top -= 1
        stack[top] = Stack.Number.apply(function, stack[top], stack[top + 1])
      }
    }
    return stack[0]
  }
}

/// What a formula's program works on.
private protocol FormulaStack {
  associatedtype Number: Field
  subscript(index: Int) -> Number { get set }
}

private struct PlainStack<let N: Int, Number: Field>: FormulaStack {
  private var numbers: InlineArray<N, Number>

  /// - Parameter number: what it is filled with.
  @inline(__always)
  init(_ number: Number) { numbers = InlineArray(repeating: number) }

  subscript(index: Int) -> Number {
    @inline(__always) get { numbers[index] }
    @inline(__always) set { numbers[index] = newValue }
  }
}

/// Slopes taken apart: the compiler keeps plain numbers in registers, and copies whole slopes by a
/// call.
private struct SlopeStack<let N: Int, L: Lane>: FormulaStack {
  private var values: InlineArray<N, L>
  private var xSlopes: InlineArray<N, L>
  private var ySlopes: InlineArray<N, L>
  private var variables: InlineArray<N, Slope<L>.Variables>

  @inline(__always)
  init(_ slope: Slope<L>) {
    values = InlineArray(repeating: slope.value)
    xSlopes = InlineArray(repeating: slope.gradient.x)
    ySlopes = InlineArray(repeating: slope.gradient.y)
    variables = InlineArray(repeating: slope.variables)
  }

  subscript(index: Int) -> Slope<L> {
    @inline(__always) get {
      Slope(values[index], Point(xSlopes[index], ySlopes[index]), variables[index])
    }
    @inline(__always) set {
      values[index] = newValue.value
      xSlopes[index] = newValue.gradient.x
      ySlopes[index] = newValue.gradient.y
      variables[index] = newValue.variables
    }
  }
}
