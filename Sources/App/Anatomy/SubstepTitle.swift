package import Descent
import Texts

extension Strings {
  /// What happens in a sub-step, in a few words: what a rule remembers decides how they say it.
  package func title(of substep: Substep) -> String { self[Self.text(of: substep)] }

  private static func text(of substep: Substep) -> Text {
    switch substep.part {
    case .slope: .stepSlope
    case .memory: kind(of: substep, .stepMemorySpeed, .stepMemoryAverages, .stepMemorySquares)
    case .lookAhead: kind(of: substep, .stepLookAhead, .stepLookAheadSlope, .stepLookAhead)
    case .slopeAhead: .stepSlopeAhead
    case .update: kind(of: substep, .stepUpdateSpeed, .stepUpdateAverages, .stepUpdateSquares)
    case .correction: .stepCorrection
    case .scale: .stepScale
    case .move: .stepMove
    }
  }

  private static func kind(
    of substep: Substep, _ speed: Text, _ averages: Text, _ squares: Text
  ) -> Text {
    for reading in substep.readings {
      switch reading.picture {
      case .way, .place: return speed
      case .heading: return averages
      case .perAxis, .number: continue
      }
    }
    return squares
  }
}
