import Decoders
import Foundation
import Testing

/// Pictures, films and handouts on the command line.
@Suite struct PictureTests {
  /// How a kind of file begins.
  private static let signs: [String: [UInt8]] = [
    "svg": Array("<svg ".utf8), "png": [0x89, 0x50, 0x4E, 0x47], "pdf": Array("%PDF-".utf8),
  ]

  @Test(arguments: ["svg", "png", "pdf"])
  func `writes a picture of the kind that its name says`(ending: String) async throws {
    try await withFolder { folder in
      let outcome = try await Downhill.run(
        "picture", "--surface", "bowl", "--step", "5", "--size", "640x400", "-o",
        "\(folder)/a.\(ending)")
      #expect(outcome.status == 0 && outcome.output.isEmpty && outcome.errors.isEmpty)
      let bytes = try Data(contentsOf: URL(filePath: "\(folder)/a.\(ending)"))
      #expect(bytes.starts(with: Self.signs[ending] ?? []))
      let files = try FileManager.default.contentsOfDirectory(atPath: folder)
      #expect(files == ["a.\(ending)"])
    }
  }

  @Test(arguments: [
    (["-o", "a.bmp"], "a.bmp"), (["-o", "a.svg", "--size", "9x9"], "9x9"),
    (["-o", "a.svg", "--size", "800"], "800"), (["-o", "a.svg", "--text", "3"], "3"),
    (["-o", "a.svg", "--size", "400x400", "--text", "99"], "99"),
    (["-o", "a.svg", "--view", "moon"], "moon"), (["-o", "a.svg", "--step", "-1"], "-1"),
    (["-o", "a.svg", "--focus", "7"], "7"), (["-o", "/none/a.svg"], "/none/a.svg"),
  ])
  func `says in one line what is wrong, and writes nothing`(
    arguments: [String], word: String
  ) async throws {
    try await withFolder { folder in
      let outcome = try await Downhill.run(
        ["picture", "--surface", "bowl"] + arguments, in: folder)
      #expect(outcome.status == 2 && outcome.output.isEmpty)
      #expect(outcome.errors.split(separator: "\n").count == 1)
      #expect(outcome.errors.contains(word), "\(outcome.errors)")
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder).isEmpty)
    }
  }

  /// Pictures in the README and the documentation, each with the command in a comment before it.
  struct Shown: Sendable, CustomTestStringConvertible {
    var page, file, command: String
    var testDescription: String { file }
  }

  static let shown: [Shown] = Page.all.flatMap { page in
    page.text.matches(of: /<!-- \.\/(downhill .* -o (\S+)) -->\n!\[[^\]]*\]\(([^)]+)\)/).map {
      Shown(page: page.path, file: String($0.2), command: String($0.1))
    }
  }

  @Test func `every picture that is shown has its command`() {
    let images = Page.all.flatMap { $0.text.matches(of: /!\[[^\]]*\]\(([^)]+)\)/) }
    #expect(!images.isEmpty && images.count == Self.shown.count)
  }

  @Test(arguments: shown)
  func `pictures that are shown are what their commands draw`(shown: Shown) async throws {
    let stored = URL(filePath: "\(Downhill.checkout)/\(shown.file)")
    if ProcessInfo.processInfo.environment["DOWNHILL_RECORD"] != nil {
      let outcome = try await Downhill.shell("$downhill " + shown.command.dropFirst(9))
      #expect(outcome.status == 0, "\(outcome.errors)")
      return
    }
    try await withFolder { folder in
      let name = stored.lastPathComponent
      let command = shown.command.replacingOccurrences(of: shown.file, with: "\(folder)/\(name)")
      let outcome = try await Downhill.shell("$downhill " + command.dropFirst(9))
      #expect(outcome.status == 0, "\(outcome.errors)")
      let drawn = try Data(contentsOf: URL(filePath: "\(folder)/\(name)"))
      let isSame = Self.isSame(Array(drawn), Array(try Data(contentsOf: stored)))
      #expect(isSame, "stale: DOWNHILL_RECORD=1 draws it again")
    }
  }
}

extension PictureTests {
  /// Whether two pictures show the same: libraries pack the same pixels in different ways.
  private static func isSame(_ one: [UInt8], _ other: [UInt8]) -> Bool {
    if let pixels = PictureFile.read(one) { return pixels == PictureFile.read(other) }
    let texts = [one, other].map { DrawnImages(in: String(decoding: $0, as: UTF8.self)) }
    return texts[0] == texts[1]
  }
}

@Suite struct HandoutTests {
  @Test(arguments: ["en", "ko"])
  func `is one page that needs nothing beside it`(language: String) async throws {
    try await withFolder { folder in
      let outcome = try await Downhill.run(
        "lesson", "handout", "momentum", "--notes", "--language", language, "-o",
        "\(folder)/a.html")
      #expect(outcome.status == 0 && outcome.errors.isEmpty)
      let text = try String(contentsOfFile: "\(folder)/a.html", encoding: .utf8)
      #expect(text.contains("<html lang=\"\(language)\">"))
      #expect(!text.contains("http://") || !text.contains("src="))
      // Eight pages, five of them with an answer at the end.
      let (sections, drawings) = (
        text.ranges(of: "<section>").count, text.ranges(of: "<svg ").count
      )
      #expect(sections == drawings && sections > 8)
      #expect(text.ranges(of: "<aside>").count == 8)
      // No blank of a text is left open.
      let words = text.replacing(/<style>(.|\n)*?<\/style>|<svg (.|\n)*?<\/svg>/, with: "")
      #expect(!words.contains("{") && words.contains("vₜ = γ vₜ₋₁ + η ∇J(θₜ)"))
      // Names of parts of drawings are each drawing's own.
      let names = text.matches(of: #/ id="([^"]+)"/#).map { String($0.1) }
      #expect(Set(names).count == names.count)
    }
  }

  @Test func `in Markdown has its pictures beside it`() async throws {
    try await withFolder { folder in
      let outcome = try await Downhill.run(
        "lesson", "handout", "rate", "1", "-o", "\(folder)/two.md")
      #expect(outcome.status == 0 && outcome.errors.isEmpty)
      let text = try String(contentsOfFile: "\(folder)/two.md", encoding: .utf8)
      let links = Set(text.matches(of: /\]\((\S+\.svg)\)/).map { String($0.1) })
      let files = try FileManager.default.contentsOfDirectory(atPath: folder)
      #expect(links.count > 16 && links.union(["two.md"]) == Set(files))
    }
  }

  @Test func `needs a kind, and a lesson that there is`() async throws {
    for arguments in [["momentum", "-o", "a.doc"], ["moment", "-o", "a.html"], ["momentum"]] {
      let outcome = try await Downhill.run(["lesson", "handout"] + arguments)
      #expect(outcome.status == 2 && outcome.errors.split(separator: "\n").count == 1)
    }
  }
}

@Suite struct LinkTests {
  @Test func `prints a line that opens the same race`() async throws {
    let link = try await Downhill.run("link", "ravine-turned")
    #expect(link.status == 0 && link.lines.count == 1)
    #expect(link.output.hasPrefix("downhill race 'ravine?"))
    let line = link.lines[0].replacing("downhill race", with: "$downhill run --format csv")
    let (one, two) = (
      try await Downhill.shell(line),
      try await Downhill.run("run", "ravine-turned", "--format", "csv")
    )
    #expect(one.status == 0 && !one.output.isEmpty && one.output == two.output)
  }
}
