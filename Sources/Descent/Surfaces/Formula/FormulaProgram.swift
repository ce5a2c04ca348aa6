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
    if depth <= 4 { return run(InlineArray<4, F>(repeating: x), x, y) }
    if depth <= 12 { return run(InlineArray<12, F>(repeating: x), x, y) }
    return run(InlineArray<128, F>(repeating: x), x, y)
  }

  @inline(__always)
  private func run<F: Field, let N: Int>(_ empty: InlineArray<N, F>, _ x: F, _ y: F) -> F {
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
        stack[top] = F.constant(number, like: x)
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
      case .raise(let exponent): stack[top] = power(stack[top], exponent)
      case .call(let function): stack[top] = F.apply(function, to: stack[top])
      case .callBoth(let function):
        top -= 1
        stack[top] = F.apply(function, stack[top], stack[top + 1])
      }
    }
    return stack[0]
  }
}
