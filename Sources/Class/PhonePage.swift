import Room
package import Texts

/// The page that a phone loads once; all else comes as news.
///
/// It is one file with its styles and its script, and loads nothing but the map. A phone proves its
/// seat with a token that the page keeps in `localStorage` and sends in what it posts and asks. It
/// is no cookie: cookies go to every port of a machine and with requests that other sites make, and
/// a page at another address or port never sees what is kept there.
package struct PhonePage: Sendable {
  private let template: Template
  private let languages: [String]

  /// - Parameter languages: the texts in every language that a phone may choose; the first is for
  ///   phones that ask for none of them.
  package init(_ languages: [Strings]) {
    self.languages = languages.map(\.language)
    let texts = JSON.object(languages.map { .init($0.language, PhoneTexts.json($0)) })
    let page = Template(embeddedFile("Phone/phone.html"))
    // Nonce and language are filled in for each phone, what is the same for all once.
    template = Template(
      page.filled([
        "style": Self.squeezed("Phone/phone.css"),
        "script": Self.squeezed("Phone/phone.js") + Self.squeezed("Phone/pages.js"),
        "texts": Array(texts.text.utf8), "nonce": Array("{{nonce}}".utf8),
        "language": Array("{{language}}".utf8),
      ]))
  }

  /// A file without its indents, empty lines and lines of comment, which a slow phone need not wait
  /// for.
  private static func squeezed(_ file: String) -> [UInt8] {
    var bytes: [UInt8] = []
    for line in embeddedFile(file).split(separator: UInt8(ascii: "\n")) {
      let text = line.drop { $0 == UInt8(ascii: " ") }
      guard !text.isEmpty, !text.starts(with: "//".utf8), !text.starts(with: "/* ".utf8) else {
        continue
      }
      bytes += text
      bytes.append(UInt8(ascii: "\n"))
    }
    return bytes
  }

  /// - Parameter accepted: what the browser says of its user's languages.
  package func reply(languages accepted: String?, nonce: String) -> Reply {
    let language = AcceptedLanguages(accepted ?? "").best(of: languages) ?? languages.first ?? "en"
    let policy = [
      "default-src 'none'", "script-src 'nonce-\(nonce)'", "style-src 'nonce-\(nonce)'",
      "img-src 'self' data:", "connect-src 'self'", "base-uri 'none'", "form-action 'none'",
      "frame-ancestors 'none'",
    ]
    return Reply(
      .ok, type: "text/html; charset=utf-8",
      body: template.filled(["nonce": Array(nonce.utf8), "language": Array(language.utf8)]),
      headers: [
        .init(name: "Content-Security-Policy", value: policy.joined(separator: "; ")),
        .init(name: "Vary", value: "Accept-Language"),
      ])
  }
}

/// What `Accept-Language` says (RFC 9110, 12.5.4).
package struct AcceptedLanguages: Hashable, Sendable {
  /// Languages without their countries, those that are liked most first.
  private let languages: [String]

  package init(_ header: String) {
    var weighed: [(language: String, weight: Double)] = []
    for part in header.split(separator: ",").prefix(20) {
      let fields = part.split(separator: ";").map { $0.filter { $0 != " " } }
      guard let tag = fields.first else { continue }
      let weight = fields.dropFirst().first { $0.hasPrefix("q=") }.flatMap {
        Double($0.dropFirst(2))
      }
      let language = tag.prefix { $0 != "-" }.lowercased()
      if weight ?? 1 > 0 { weighed.append((language, weight ?? 1)) }
    }
    // Equal weights stay in their order.
    languages = weighed.enumerated().sorted {
      ($1.element.weight, $0.offset) < ($0.element.weight, $1.offset)
    }.map(\.element.language)
  }

  package func best(of known: [String]) -> String? { languages.first(where: known.contains) }
}
