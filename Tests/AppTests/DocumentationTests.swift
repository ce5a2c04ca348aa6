import App
import Descent
import Files
import FoundationEssentials
import Testing
import Texts

/// What the documentation's pages say in TOML, and the parts of them that are written here: with
/// `DOWNHILL_RECORD=1` in the environment they are written instead of compared.
struct DocumentationTests {
  private static let folder = repositoryFolder + "/Sources/downhill/Documentation.docc/"

  private static func text(of page: String) throws -> String {
    let bytes = try #require(FileManager.default.contents(atPath: folder + page))
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The part of a page between `<!-- keys: … -->` and `<!-- /keys -->`, and the page it stands on.
  private static let parts = [
    ("keys", "Keys.md"), ("rules", "CarsAndDialects.md"), ("dialects", "CarsAndDialects.md"),
    ("surfaces", "Surfaces.md"), ("functions", "YourOwnFunction.md"), ("lessons", "Lessons.md"),
    ("themes", "Themes.md"), ("examples", "Racing.md"), ("zigzag", "YourFirstLesson.md"),
  ]

  @Test(.serialized, arguments: parts)
  func `the tables say what the program does`(name: String, page: String) throws {
    let text = try Self.text(of: page)
    let open = try #require(text.firstRange(of: "<!-- \(name):"))
    let start = try #require(text[open.upperBound...].firstRange(of: "-->\n")).upperBound
    let end = try #require(text[start...].firstRange(of: "<!-- /\(name) -->")).lowerBound
    let expected = DocumentationPart.text(name)
    if ProcessInfo.processInfo.environment["DOWNHILL_RECORD"] == "1" {
      let written = text[..<start] + expected + text[end...]
      try Data(written.utf8).write(to: URL(filePath: Self.folder + page))
    } else {
      #expect(text[start..<end] == expected)
    }
  }

  @Test func `each part is found on its page, and no page has another`() throws {
    let pages = try FileManager.default.contentsOfDirectory(atPath: Self.folder)
    let found = try pages.filter { $0.hasSuffix(".md") }.flatMap { page in
      try Self.text(of: page).matches(of: /<!-- (\w+): written by the tests/)
        .map { "\($0.1) \(page)" }
    }
    #expect(found.sorted() == Self.parts.map { "\($0.0) \($0.1)" }.sorted())
  }

  private static func toml(of page: String) throws -> [String] {
    try text(of: page).matches(of: /```toml\n((?:.|\n)*?)```/).map { String($0.1) }
  }

  /// How many blocks of TOML each page has; a page that is not named has none.
  private static let blocks = [
    "Racing.md": 1, "Settings.md": 1, "YourFirstRule.md": 1, "YourFirstSurface.md": 1,
    "YourFirstLesson.md": 6,
  ]

  @Test func `a page has as many blocks of TOML as are looked at here`() throws {
    for page in try FileManager.default.contentsOfDirectory(atPath: Self.folder)
    where page.hasSuffix(".md") {
      #expect(try Self.toml(of: page).count == Self.blocks[page] ?? 0, "\(page)")
    }
  }

  @Test func `the race file that says everything is good`() throws {
    let toml = try #require(Self.toml(of: "Racing.md").first)
    let file = RaceFile(toml, file: "x.toml")
    #expect(file.errors.isEmpty)
    let setup = try RaceSetup(file.request)
    #expect(setup.cars.map(\.name) == ["gd", "adam"] && setup.changes.map(\.tick) == [100])
    #expect(file.steps == 300 && file.view == .overlay && file.isPaused == true)
  }

  @Test func `the new rule of the guide has the texts that a rule needs`() throws {
    let file = LanguageFile(try #require(Self.toml(of: "YourFirstRule.md").first), file: "x.toml")
    let keys = Strings.OptimizerPart.allCases.map { "optimizer.qhm.\($0.rawValue)" }
    #expect(file.errors.isEmpty && Set(file.texts.keys) == Set(keys))
    #expect(Catalog.optimizer(named: "qhm") == nil, "the guide builds a rule that is there")
  }

  @Test func `the new surface of the guide has a sentence, and labels that hold`() throws {
    let file = LanguageFile(
      try #require(Self.toml(of: "YourFirstSurface.md").first), file: "x.toml")
    #expect(file.errors.isEmpty && Array(file.texts.keys) == ["leaning-wells"])
    #expect(Catalog.surface(named: "leaning-wells") == nil)
    let page = try Self.text(of: "YourFirstSurface.md")
    let formula = try #require(page.firstMatch(of: /--formula "(.*)"/)).1
    let surface = try FormulaSurface(String(formula), window: nil)
    let labels = page.matches(of: /CriticalPoint\(\.(\w+), (\S+), (\S+), value: (\S+)\)/)
    #expect(labels.count == 3)
    for label in labels {
      let place = Point(try #require(Double(label.2)), try #require(Double(label.3)))
      let jet = surface.jet(at: place)
      #expect(jet.value == Double(label.4) && jet.gradient == Point(0, 0))
      let (least, greatest) = jet.hessian.eigenvalues
      #expect(greatest > 0 && (label.1 == "saddle") == (least < 0))
    }
  }

  @Test func `each part of the lesson in the guide stands in the whole, which is right`() throws {
    let blocks = try Self.toml(of: "YourFirstLesson.md")
    try #require(blocks.count == 6)
    let whole = blocks[5].split(separator: "\n").map(\.trimmed)
    for line in blocks[..<5].joined().split(separator: "\n").map(\.trimmed) {
      #expect(whole.contains { $0.hasPrefix(line) }, "\(line)")
    }
    let check = LessonCheck(LessonFile(blocks[5], file: "x.toml"), in: [Strings("en")])
    #expect(check.errors.isEmpty)
    let first = LessonFile(blocks[0], file: "x.toml")
    #expect(first.errors.isEmpty && first.lesson?.pages.count == 1)
  }
}

extension Substring {
  fileprivate var trimmed: String {
    var text = drop { $0 == " " }
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}
