import Foundation
import Testing

/// A page that people read: the README, or one of the documentation's.
struct Page: Sendable, CustomTestStringConvertible {
  /// From the top of the checkout.
  var path: String
  var text: String

  static let catalogue = "Sources/downhill/Documentation.docc"

  static let all: [Page] = {
    let folder = URL(filePath: Downhill.checkout).appending(path: catalogue)
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    let paths = names.filter { $0.hasSuffix(".md") }.sorted().map { "\(catalogue)/\($0)" }
    return (["README.md"] + paths).compactMap { path in
      let text = try? String(contentsOfFile: "\(Downhill.checkout)/\(path)", encoding: .utf8)
      return text.map { Page(path: path, text: $0) }
    }
  }()

  var name: String { String(path.split(separator: "/").last ?? "") }
  var testDescription: String { name }

  /// What stands between ``` and ```, and the word after the first of them.
  struct Block {
    var language: String
    var lines: [String]
  }

  var blocks: [Block] {
    var blocks: [Block] = []
    var open: Block?
    for line in text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) {
      if line.hasPrefix("```") {
        if let block = open { blocks.append(block) }
        open = open == nil ? Block(language: String(line.dropFirst(3)), lines: []) : nil
      } else {
        open?.lines.append(line)
      }
    }
    return blocks
  }

  /// The commands of the ```sh blocks in order: their lines without comments, continued lines
  /// joined. A block that begins with `#!` is one command.
  var commands: [String] {
    blocks.filter { $0.language == "sh" }.flatMap { block -> [String] in
      if block.lines.first?.hasPrefix("#!") == true { return [block.lines.joined(separator: "\n")] }
      var commands: [String] = []
      var open = ""
      for line in block.lines {
        open += line.prefix(upTo: line.firstRange(of: " #")?.lowerBound ?? line.endIndex)
        if open.hasSuffix("\\") {
          open.removeLast()
          continue
        }
        let command = open.trimmingCharacters(in: .whitespaces)
        if !command.isEmpty { commands.append(command) }
        open = ""
      }
      return commands
    }
  }

  /// Where the page's links lead that are not to the web.
  var links: [String] {
    text.matches(of: /\]\(([^)<>]+)\)/).map { String($0.1) }.filter { !$0.contains("://") }
  }
}
