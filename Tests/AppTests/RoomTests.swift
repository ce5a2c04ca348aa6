import App
import Descent
import Drawing
import Files
import Testing
import Texts

/// Nothing that is said is cut in a window of 80×24, in either language.
struct RoomTests {
  private static func text(of model: Model) -> String {
    Row.all(of: view(of: model, scenery: Scenery())).map(\.text).joined(separator: "\n")
  }

  /// A text with every blank filled by what is as long as what comes there.
  private static func filled(_ text: Text, _ strings: Strings) -> String {
    let blanks = ["file": "race-2026-11-27-3.toml", "name": "AMSGrad 2", "rates": "0.00123"]
    var result = strings[text]
    for match in result.matches(of: /\{(\w+)[^}]*\}/).reversed() {
      result.replaceSubrange(match.range, with: blanks[String(match.1)] ?? "12345")
    }
    return result
  }

  private static let notices = Text.allCases.filter { $0.rawValue.hasPrefix("notice.") }

  @Test(arguments: Strings.languages)
  func `every notice is there to its last word`(language: String) throws {
    #expect(Self.notices.count > 15)
    for view in [MapView.sideBySide, .overlay, .focus, .basins] {
      var model = try model(language: language).after(.show(view))
      for notice in Self.notices {
        let said = Self.filled(notice, model.strings)
        model.notice = said
        let seen = Self.text(of: model)
        for line in said.wrapped(to: 78) { #expect(seen.contains(line), "\(notice): \(line)") }
      }
    }
  }

  @Test(arguments: Strings.languages)
  func `every line of the help is there to its last word`(language: String) throws {
    var model = try model(language: language).after(.toggleHelp)
    var seen = ""
    for _ in 0..<80 {
      seen += Self.text(of: model)
      model = model.after(.scroll(3))
    }
    let words = Set(seen.split(whereSeparator: \.isWhitespace))
    for group in HelpSheet.groups(of: model.keymap) {
      let texts = group.lines.map { model.strings.help($0.words) } + [model.strings[group.title]]
      for word in texts.flatMap({ $0.split(separator: " ") }) {
        #expect(words.contains(word), "\(word)")
      }
    }
  }

  @Test func `a legend tells cars of one rule apart by what differs`() throws {
    let speeds = ["momentum:lr=0.02,momentum=0.5", "momentum:lr=0.02,momentum=0.9"]
    let alone = try model(cars: speeds).after(.show(.overlay))
    #expect(Self.text(of: alone).contains("γ 0.5"))
    #expect(Self.text(of: alone).contains("γ 0.9"))
    #expect(!Self.text(of: alone).contains("Momentum γ"))
    let among = try model(cars: speeds + ["adam"]).after(.show(.overlay))
    #expect(Self.text(of: among).contains(/Momen\S* γ 0\.5/))
    #expect(Self.text(of: among).contains(" Adam "))
    // Twins are told apart by their numbers.
    let twins = try model(cars: ["gd", "gd"]).after(.show(.overlay))
    #expect(Self.text(of: twins).contains("GD 2"))
  }
}
