import Drawing
import Foundation

/// How colours look to people with and without each of the three dichromacies.
///
/// Machado, Oliveira, Fernandes, "A physiologically-based model for simulation of color vision
/// deficiency", IEEE TVCG 15 (2009), severity 1.0; the matrices apply to linear light.
enum ColorVision: CaseIterable {
  case normal, protanopia, deuteranopia, tritanopia

  private var matrix: [[Double]] {
    switch self {
    case .normal: [[1, 0, 0], [0, 1, 0], [0, 0, 1]]
    case .protanopia:
      [
        [0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216],
        [-0.003882, -0.048116, 1.051998],
      ]
    case .deuteranopia:
      [
        [0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413],
        [-0.011820, 0.042940, 0.968881],
      ]
    case .tritanopia:
      [
        [1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602],
        [0.004733, 0.691367, 0.303900],
      ]
    }
  }

  /// The colour that looks to everyone as this one does to such eyes; light that no screen has is
  /// cut.
  func sees(_ color: Color) -> Color {
    let light = [color.red, color.green, color.blue].map { Self.light[Int($0)] }
    let seen = matrix.map { row in Self.channel(zip(row, light).map(*).reduce(0, +)) }
    return Color(red: seen[0], green: seen[1], blue: seen[2])
  }

  /// The light of each channel value (IEC 61966-2-1).
  private static let light = (0..<256).map { value in
    let v = Double(value) / 255
    return v <= 0.04045 ? v / 12.92 : pow((v + 0.055) / 1.055, 2.4)
  }

  /// The channel value whose light is nearest.
  private static func channel(_ light: Double) -> UInt8 {
    let above = Self.light.firstIndex { $0 >= light } ?? 255
    guard above > 0 else { return 0 }
    let isNearerBelow = light - Self.light[above - 1] < Self.light[above] - light
    return UInt8(isNearerBelow ? above - 1 : above)
  }
}
