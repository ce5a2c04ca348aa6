import Descent
import Drawing
import Files
import Room

/// What students choose from, made of rules and their settings.
extension RuleOffer {
  /// - Parameters:
  ///   - surface: the largest and the smallest rate lie around those that suit it.
  ///   - allowsSettings: whether other settings than the rate are offered.
  ///   - themes: what dark and light phones wear.
  init(
    _ rule: any Optimizer, on surface: any Surface, allowsSettings: Bool,
    _ themes: (dark: Theme, light: Theme)
  ) {
    let night = Livery.wear(of: rule.about.name, themes.dark)
    let day = Livery.wear(of: rule.about.name, themes.light)
    var settings: [SettingOffer] = []
    for setting in rule.settings {
      guard case .number(let value) = setting.value, case .number(let domain) = setting.range
      else { continue }
      if setting.name == "lr", rule.about.rate != .absent {
        settings.insert(.rate(setting, of: rule, on: surface), at: 0)
      } else if allowsSettings, settings.count <= Self.mostSettings,
        let range = domain.offered(around: value)
      {
        settings.append(
          SettingOffer(
            setting.name, setting.symbol, in: range.span, at: value, isLogarithmic: range.isLog))
      }
    }
    self.init(
      rule.about.name, title: rule.about.title, glyph: String(Character(night.glyph)),
      onDark: night.color.text, onLight: day.color.text, settings: settings)
  }

  /// Of settings beside the rate: a phone has no room for more.
  private static let mostSettings = 3
}

extension SettingOffer {
  /// Six decades of rates around the one that suits the surface, which lies at another place of
  /// the slider for every rule and surface; it stands at the smallest at first, which tells nobody
  /// anything.
  fileprivate static func rate(
    _ setting: Setting, of rule: any Optimizer, on surface: any Surface
  ) -> SettingOffer {
    let suited = Lineup.suited(rule, to: surface).rate
    var decade = 0
    while Self.power(of: decade + 1) <= suited, decade < 12 { decade += 1 }
    while Self.power(of: decade) > suited, decade > -12 { decade -= 1 }
    let letters = (rule.about.name + surface.about.name).unicodeScalars
    let shift = Int(letters.reduce(0) { ($0 * 31 + $1.value) % 1009 } % 3)
    let low = Self.power(of: decade - 2 - shift)
    return SettingOffer(
      setting.name, setting.symbol, in: low...(low * 1e6), at: low, isLogarithmic: true)
  }

  private static func power(of decade: Int) -> Double {
    var power = 1.0
    for _ in 0..<abs(decade) { power *= 10 }
    return decade < 0 ? 1 / power : power
  }
}

extension Domain {
  /// What of it a slider shows; `nil` for nothing.
  fileprivate func offered(
    around value: Double
  ) -> (span: ClosedRange<Double>, isLog: Bool)? {
    switch self {
    case .fraction: return (0...0.999, false)
    case .unit: return (0...1, false)
    case .atLeastOne: return (1...max(10, 2 * value), false)
    case .positive: return value > 0 ? (value / 1000...value * 1000, true) : nil
    case .nonNegative: return value > 0 ? (value / 1000...value * 1000, true) : nil
    }
  }
}
