import Descent
import Testing

@Suite struct HyperparameterTests {
  @Test(arguments: Catalog.optimizers)
  func `every setting can be read back as it was set`(rule: any Optimizer) throws {
    var rule = rule
    for setting in rule.settings {
      switch setting.value {
      case .number:
        let number = setting.range == .number(.atLeastOne) ? 1.25 : 0.25
        try rule.set(setting.name, to: "\(number)")
        #expect(rule.number(setting.name) == number)
      case .word(let word):
        try rule.set(setting.name.uppercased(), to: word)
      }
    }
    #expect(rule.settings.first?.name == "lr")
    #expect(rule.rate == 0.25)
  }

  @Test func `underscores and capitals are accepted`() throws {
    var rule = try #require(Catalog.optimizer(named: "RMSProp"))
    try rule.set("eps_placement", to: "Outside_Sqrt")
    #expect(rule.settings.contains { $0.value == .word("outside-sqrt") })
  }

  @Test func `bad settings say what was found and expected`() throws {
    var adam = try #require(Catalog.optimizer(named: "adam"))
    func error(_ name: String, _ text: String) -> SettingError? {
      #expect(throws: SettingError.self) { try adam.set(name, to: text) }
    }
    #expect(
      error("speed", "1")
        == .unknown(
          setting: "speed", expected: ["lr", "beta1", "beta2", "eps", "bias-correction", "dialect"])
    )
    #expect(error("lr", "fast") == .notANumber(setting: "lr", found: "fast", expected: .positive))
    #expect(error("lr", "nan") == .notANumber(setting: "lr", found: "nan", expected: .positive))
    #expect(error("lr", "-1") == .outside(setting: "lr", found: "-1", expected: .positive))
    #expect(error("lr", "inf") == .notANumber(setting: "lr", found: "inf", expected: .positive))
    #expect(error("beta1", "1") == .outside(setting: "beta1", found: "1", expected: .fraction))
  }

  @Test func `names are found by name or title`() {
    #expect(Catalog.optimizer(named: "NAG")?.about.name == "nesterov")
    #expect(Catalog.surface(named: "two_gaussian_wells")?.about.title == "Two Gaussian wells")
    #expect(Catalog.surface(named: "nowhere") == nil)
  }
}
