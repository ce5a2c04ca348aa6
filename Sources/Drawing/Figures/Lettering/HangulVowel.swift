/// A vowel of Hangul: its lines, and where it leaves room for the consonants of its syllable.
///
/// Numbers are in hundredths of a cell's width.
struct HangulVowel {
  /// Of a syllable without a final, of one with a final, and of the vowel on its own.
  enum Layout { case open, closed, alone }

  /// The flat part, under the initial.
  private enum Flat { case o, yo, u, yu, eu }
  /// The upright part, at the right of the initial.
  private enum Upright { case a, ae, ya, yae, eo, e, yeo, ye, i }

  private var flat: Flat?
  private var upright: Upright?

  /// The 21 vowels in the order of Unicode: ㅏ ㅐ ㅑ ㅒ ㅓ ㅔ ㅕ ㅖ ㅗ ㅘ ㅙ ㅚ ㅛ ㅜ ㅝ ㅞ ㅟ ㅠ ㅡ ㅢ ㅣ.
  static let all: [HangulVowel] = [
    HangulVowel(upright: .a), HangulVowel(upright: .ae), HangulVowel(upright: .ya),
    HangulVowel(upright: .yae), HangulVowel(upright: .eo), HangulVowel(upright: .e),
    HangulVowel(upright: .yeo), HangulVowel(upright: .ye), HangulVowel(flat: .o),
    HangulVowel(flat: .o, upright: .a), HangulVowel(flat: .o, upright: .ae),
    HangulVowel(flat: .o, upright: .i), HangulVowel(flat: .yo), HangulVowel(flat: .u),
    HangulVowel(flat: .u, upright: .eo), HangulVowel(flat: .u, upright: .e),
    HangulVowel(flat: .u, upright: .i), HangulVowel(flat: .yu), HangulVowel(flat: .eu),
    HangulVowel(flat: .eu, upright: .i), HangulVowel(upright: .i),
  ]

  /// Whether all of it stands at the right of the initial.
  var isUpright: Bool { flat == nil }

  /// Where the initial stands.
  func initial(_ layout: Layout) -> HangulStrokes.Box {
    let isOpen = layout == .open
    guard let flat else {
      let right: Double =
        switch upright {
        case .i: 122
        case .e, .ye: 92
        case .ae, .yae: 102
        default: 112
        }
      return isOpen
        ? .init(left: 20, top: 45, right: right, bottom: 145)
        : .init(left: 20, top: 25, right: right, bottom: 85)
    }
    guard upright == nil else {
      let right = Double(stem - 32)
      return switch (flat, isOpen) {
      case (.u, true): .init(left: 22, top: 35, right: right, bottom: 85)
      case (_, true): .init(left: 22, top: 35, right: right, bottom: 95)
      case (.u, false): .init(left: 22, top: 25, right: right, bottom: 60)
      case (_, false): .init(left: 22, top: 25, right: right, bottom: 62)
      }
    }
    return switch (flat, isOpen) {
    case (.u, true), (.yu, true): .init(left: 40, top: 25, right: 160, bottom: 85)
    case (.eu, true): .init(left: 40, top: 35, right: 160, bottom: 105)
    case (_, true): .init(left: 40, top: 35, right: 160, bottom: 95)
    case (_, false): .init(left: 40, top: 25, right: 160, bottom: 65)
    }
  }

  /// Where the final stands: under an upright line it ends where that one stands.
  var final: HangulStrokes.Box {
    let top: Double = flat == .u || flat == .yu ? 125 : 115
    return switch upright {
    case nil: .init(left: 40, top: top, right: 160, bottom: 175)
    case .ae, .yae, .e, .ye: .init(left: 34, top: top, right: Double(Self.second), bottom: 175)
    default: .init(left: 34, top: top, right: Double(stem), bottom: 175)
    }
  }

  /// Its lines in the notation of `Strokes`.
  func strokes(_ layout: Layout) -> String {
    flatStrokes(layout) + uprightStrokes(layout)
  }

  /// Where the first upright line stands.
  private var stem: Int {
    switch upright {
    case .a, .ya: 146
    case .ae, .yae: 136
    case .e, .ye: 144
    default: 164
    }
  }

  /// Where a second upright line stands.
  private static let second = 178

  private func flatStrokes(_ layout: Layout) -> String {
    guard let flat else { return "" }
    let isOpen = layout != .closed
    let (left, right) = upright == nil ? (15, 185) : (10, stem - (upright == .a ? 22 : 18))
    let middle = upright == nil ? 100 : (left + right) / 2
    let apart = 28
    // Where the long line lies, and how far the short ones reach from it.
    let (bar, tip): (Int, Int) =
      switch (flat, isOpen, upright == nil) {
      case (.o, true, true), (.yo, true, true): (155, 115)
      case (.u, true, true), (.yu, true, true): (115, 178)
      case (.eu, true, true): (layout == .alone ? 105 : 145, 0)
      case (.o, true, false), (.yo, true, false): (145, 115)
      case (.u, true, false), (.yu, true, false): (115, 170)
      case (.eu, true, false): (135, 0)
      case (.o, false, _), (.yo, false, _): (95, 80)
      case (.u, false, _), (.yu, false, _): (upright == nil ? 85 : 80, 105)
      case (.eu, false, _): (upright == nil ? 90 : 85, 0)
      }
    let line = "M\(left) \(bar)H\(right)"
    return switch flat {
    case .o, .u: line + "M\(middle) \(bar)V\(tip)"
    case .yo, .yu: line + "M\(middle - apart) \(bar)V\(tip)M\(middle + apart) \(bar)V\(tip)"
    case .eu: line
    }
  }

  private func uprightStrokes(_ layout: Layout) -> String {
    guard let upright else { return "" }
    let isOpen = layout != .closed
    let (top, bottom) = isOpen ? (25, 178) : (20, flat == .u ? 108 : 102)
    // The heights of the short lines: of one, and of two.
    var one = isOpen ? 95 : 60
    let (upper, lower) = isOpen ? (75, 115) : (45, 75)
    // Under the flat part of ㅝ and ㅞ.
    if flat == .u { one = isOpen ? 142 : 100 }
    if flat == .o { one = isOpen ? 85 : 55 }
    let line = "M\(stem) \(top)V\(bottom)"
    let other = "M\(Self.second) \(top)V\(bottom)"
    let reach = flat == .u ? 30 : 34
    return switch upright {
    case .i: line
    case .a: line + "M\(stem) \(one)H188"
    case .ya: line + "M\(stem) \(upper)H188M\(stem) \(lower)H188"
    case .eo: line + "M\(stem) \(one)H\(stem - reach)"
    case .yeo: line + "M\(stem) \(upper)H\(stem - reach)M\(stem) \(lower)H\(stem - reach)"
    case .ae: line + other + "M\(stem) \(one)H\(Self.second)"
    case .yae:
      line + other + "M\(stem) \(upper)H\(Self.second)M\(stem) \(lower)H\(Self.second)"
    case .e: line + other + "M\(stem) \(one)H\(stem - 30)"
    case .ye: line + other + "M\(stem) \(upper)H\(stem - 30)M\(stem) \(lower)H\(stem - 30)"
    }
  }
}
