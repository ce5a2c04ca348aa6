import Foundation
import Testing
import Texts

/// The rules of the house that the compiler does not hold (see CONTRIBUTING.md).
@Suite struct HouseTests {
  struct File: Sendable, CustomTestStringConvertible {
    /// From the top of the checkout.
    var path: String
    var lines: [String]

    var testDescription: String { path }
    /// `Sources/App/View.swift` stands on the floor `App`.
    var floor: String { String(path.split(separator: "/")[1]) }

    var imports: Set<String> {
      Set(
        lines.compactMap { line in
          line.firstMatch(of: /^\s*(?:package |public |internal )?import (?:struct |func )?(\w+)/)
            .map { String($0.1) }
        })
    }

    /// Lines without their comments.
    var code: [String] { lines.map { $0.replacing(/^\s*\/\/.*|\s\/\/ .*/, with: "") } }
  }

  static let files: [File] = {
    let folder = URL(filePath: Downhill.checkout)
    return ["Sources", "Tests"].flatMap { part in
      let paths = FileManager.default.enumerator(atPath: folder.appending(path: part).path)
      return (paths?.compactMap { $0 as? String } ?? [])
        // Not what a build has fetched.
        .filter { $0.hasSuffix(".swift") && !$0.contains(".build/") }.sorted()
        .compactMap { name in
          let path = "\(part)/\(name)"
          let text = try? String(contentsOf: folder.appending(path: path), encoding: .utf8)
          return text.map {
            File(
              path: path,
              lines: $0.split(separator: "\n", omittingEmptySubsequences: false)
                .map(String.init))
          }
        }
    }
  }()

  static let sources = files.filter { $0.path.hasPrefix("Sources/") }

  /// What the files of a floor may import.
  static let importTable: [String: Set<String>] = [
    "Descent": ["CLanes"],
    "Drawing": ["CZlib"],
    "Terminal": ["CCurses", "Drawing", "Glibc"],
    "TOML": [],
    "Texts": ["CEmbedded", "TOML", "Drawing"],
    "Files": [
      "TOML", "Texts", "Descent", "Drawing", "Terminal", "FoundationEssentials", "Glibc",
    ],
    "App": [
      "Room", "Files", "TOML", "Texts", "Descent", "Drawing", "Terminal", "FoundationEssentials",
      "Dispatch",
      "Synchronization",
    ],
    "Reports": [
      "App", "Files", "Texts", "Descent", "Drawing", "Terminal", "FoundationEssentials",
    ],
    "Lectern": ["NIOCore", "NIOPosix", "Dispatch", "Synchronization", "Glibc"],
    "Room": ["Drawing"],
    "Class": [
      "Room", "Texts", "Drawing", "NIOCore", "NIOPosix", "NIOHTTP1", "Synchronization", "Glibc",
    ],
    "downhill": [
      "Class", "Room", "Lectern", "Reports", "App", "Files", "Texts", "Descent", "Drawing",
      "Terminal", "ArgumentParser", "CProcessor", "FoundationEssentials", "Glibc",
      "Synchronization",
    ],
  ]

  @Test func `every floor is in the table`() {
    #expect(Set(Self.sources.map(\.floor)) == Set(Self.importTable.keys))
  }

  @Test(arguments: sources)
  func `a file imports only what lies below its floor`(file: File) {
    let allowed = Self.importTable[file.floor] ?? []
    #expect(file.imports.subtracting(allowed).isEmpty)
  }

  @Test func `tests use what a package shows`() {
    // Put together, so as not to find itself.
    let forbidden = "@" + "testable"
    for file in Self.files {
      #expect(!file.lines.contains { $0.contains(forbidden) }, "\(file.path)")
    }
  }

  @Test(arguments: files)
  func `a file has at most 400 lines, but the table of texts`(file: File) {
    // After the last line end stands nothing.
    #expect(file.lines.count - 1 <= 400 || file.path == "Sources/Texts/Text.swift")
  }

  @Test(arguments: files)
  func `comments have at most 100 columns`(file: File) {
    for line in file.lines where line.contains(/^\s*\/\//) { #expect(line.count <= 100, "\(line)") }
  }

  @Test func `every text is used`() throws {
    let table = try #require(Self.sources.first { $0.path == "Sources/Texts/Text.swift" })
    let names = table.lines.compactMap { $0.firstMatch(of: /^\s+case (\w+) =/).map { "\($0.1)" } }
    let code = Self.sources.filter { $0.path != table.path }.flatMap(\.code).joined(separator: "\n")
    var used: Set<String> = []
    for match in code.matches(of: /\.(\w+)/) { used.insert(String(match.1)) }
    #expect(names.count > 450)
    #expect(names.filter { !used.contains($0) } == [])
  }

  @Test func `every command and option has its text, and no text is left over`() {
    let code = Self.sources.filter { $0.floor == "downhill" }.flatMap(\.code)
      .joined(separator: "\n")
    let asked = code.matches(of: /(?:help|command)\(\s*"(\w+)"/).map { "command.\($0.1)" }
    let keys = Strings("en").keys.filter { $0.hasPrefix("command.") }
    #expect(asked.count > 70)
    #expect(Set(asked) == keys)
  }

  /// What changes the model.
  static let updates = sources.filter { file in
    file.path.hasPrefix("Sources/App/")
      && (file.path.hasSuffix("Update.swift") || file.path.hasSuffix("/Editing.swift"))
  }

  @Test func `update has its files`() { #expect(Self.updates.count >= 6) }

  @Test(arguments: updates)
  func `update calls no panel and no layout, and reads no disk`(file: File) {
    for line in file.code {
      let forbidden = /\b(Layout|[A-Z]\w*Panel|[A-Z]\w*Sheet|LessonLibrary|Shelf|FileManager)[.(]/
      #expect(!line.contains(forbidden), "\(file.path): \(line)")
    }
  }

  @Test(arguments: sources)
  func `only the command line prints`(file: File) {
    let mayPrint = file.path == "Sources/downhill/Words.swift"
    for line in file.code where line.contains(/\b(debugPrint|dump|NSLog|(Swift\.)?print)\(/) {
      #expect(mayPrint || line.contains("Words.print("), "\(line)")
    }
  }

  @Test(arguments: sources)
  func `what a user reads stands in the language tables`(file: File) {
    for line in file.code {
      for match in line.matches(of: /"((?:[^"\\]|\\.)*)"/) {
        let literal = match.1.replacing(/\\\([^)]*\)/, with: "")
        let isKorean = literal.unicodeScalars.contains { (0xAC00...0xD7A3).contains($0.value) }
        #expect(!isKorean, "\(line)")
        // Three words of small letters in a row are a sentence. A trap speaks to programmers, and
        // an `About` has a publication and a proper name.
        let isSentence = literal.contains(/(^| )[a-z]{2,} [a-z]{2,} [a-z]{2,}/)
        let isFree = line.contains(/precondition|fatalError|source:|title:/)
        #expect(!isSentence || isFree, "\(line)")
      }
    }
  }
}
