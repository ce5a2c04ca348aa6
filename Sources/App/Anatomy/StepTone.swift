package import Descent
import Drawing
import Files

extension Theme.Anatomy.Tone {
  /// The colour of a part of a step. A memory with this step's slope taken in is a memory still,
  /// unless it is already the move.
  package init(of part: Substep.Part, isWay: Bool) {
    self =
      switch part {
      case .slope, .slopeAhead: .slope
      case .memory: .memory
      case .lookAhead: .lookAhead
      case .update: isWay ? .move : .memory
      case .correction: .correction
      case .scale: .scale
      case .move: .move
      }
  }
}

extension Theme {
  func color(of mark: StepScene.Mark) -> Color {
    anatomy[Anatomy.Tone(of: mark.part, isWay: mark.isWay)]
  }

  func color(of reading: Reading, in part: Substep.Part) -> Color {
    var isWay = false
    if case .way = reading.picture { isWay = true }
    return anatomy[Anatomy.Tone(of: part, isWay: isWay)]
  }
}
