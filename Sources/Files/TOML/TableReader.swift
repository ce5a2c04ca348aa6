import Texts

/// Reads the settings of a TOML file one by one. What is wrong with one is noted, and
/// the others count. A setting that nobody has asked for is unknown: see `refuseOthers`.
package struct TableReader {
  package let file: String
  private let text: String
  private let root: [(key: String, value: TOMLNode)]
  private let values: [String: TOMLNode]
  /// The settings that have been asked for, and tables whose names are free.
  private var known: [String] = []
  private var noted: [Fault]
  /// Where each setting begins.
  private lazy var lines: [String: Int] = Self.lines(of: text)

  package init(_ text: String, file: String) {
    self.file = file
    self.text = text
    let toml = TOMLFile(text)
    (root, values) = (toml.root, toml.values)
    noted = toml.faults.map { Fault(.file(file, line: $0.line), .notTOML(reason: $0.reason)) }
  }

  /// What was noted, in the order of the file; what has no line comes after, other files' last.
  package var errors: [Fault] {
    let own = noted.filter { $0.file == file }.sorted { ($0.line ?? .max) < ($1.line ?? .max) }
    return own + noted.filter { $0.file != file }
  }

  package func has(_ key: String) -> Bool { values[key] != nil }

  /// A text before it is asked for; `nil` if it is none.
  package func text(_ key: String) -> String? { values[key]?.string }

  /// The value of a setting; `nil` if it is not there, or is wrong, which is noted.
  package mutating func value<T>(
    _ key: String, _ form: Form<T>, isRequired: Bool = false
  ) -> T? {
    known.append(key)
    guard let node = values[key] else {
      // What is there and is no TOML has been told.
      if isRequired, lines[key] == nil { note(key, .missing(form.expected)) }
      return nil
    }
    do throws(Misfit) { return try form.read(node) } catch {
      let element = error.place.map { "[\($0 + 1)]" } ?? ""
      note(key + element, .wrong(found: error.found, error.expected ?? form.expected))
      return nil
    }
  }

  /// The same of a table or a list of them whose own settings will be asked for one by one.
  mutating func peek<T>(_ key: String, _ form: Form<T>, isRequired: Bool = false) -> T? {
    let value = value(key, form, isRequired: isRequired)
    if value != nil { known.removeLast() }
    return value
  }

  /// Counts all that is in a setting as asked for.
  mutating func accept(_ key: String) { known.append(key) }

  package mutating func note(_ key: String, _ problem: Fault.Problem) {
    note(Fault(origin(of: key), problem))
  }

  package mutating func note(_ error: Fault) { noted.append(error) }

  /// Where a setting stands.
  mutating func origin(of key: String) -> Origin { .file(file, line: line(of: key), key: key) }

  /// The value of a setting with where it stands; `nil` as for `value`.
  mutating func asked<T>(_ key: String, _ form: Form<T>, isRequired: Bool = false) -> Asked<T>? {
    value(key, form, isRequired: isRequired).map { Asked($0, from: origin(of: key)) }
  }

  /// The line on which a setting begins, or what it is in; `nil` if it is not in the file.
  package mutating func line(of key: String) -> Int? {
    if let line = lines[key] { return line }
    guard let end = key.lastIndex(where: { $0 == "." || $0 == "[" }) else { return nil }
    return line(of: String(key[..<end]))
  }

  private static func lines(of text: String) -> [String: Int] {
    var lines: [String: Int] = [:]
    for statement in TOMLStatement.all(in: text) {
      lines[statement.path] = lines[statement.path] ?? statement.line
      if statement.kind == .element {
        let name = String(
          statement.path[..<(statement.path.lastIndex(of: "[") ?? statement.path.endIndex)])
        lines[name] = lines[name] ?? statement.line
      }
    }
    return lines
  }

  /// Notes every setting that has not been asked for.
  package mutating func refuseOthers() {
    for (key, value) in root { refuseUnknown(key, value, in: "") }
  }

  private mutating func refuseUnknown(_ key: String, _ value: TOMLNode, in outer: String) {
    if known.contains(key) { return }
    guard known.contains(where: { $0.hasPrefix(key + ".") || $0.hasPrefix(key + "[") }) else {
      return note(key, .unknownSetting(expected(in: outer)))
    }
    if let table = value.table {
      for (name, value) in table { refuseUnknown("\(key).\(name)", value, in: key + ".") }
    } else if let list = value.list, list.allSatisfy({ $0.table != nil }) {
      for (place, value) in list.enumerated() {
        refuseUnknown("\(key)[\(place + 1)]", value, in: outer)
      }
    } else {
      note(key, .wrong(found: value.shown, .init(.expectedTable)))
    }
  }

  /// What there is in a table, such as `screen.`, or at the top. Elsewhere may be what was meant.
  private func expected(in outer: String) -> Fault.Expected {
    var names: [String] = []
    for key in known where key.hasPrefix(outer) {
      let name = key.dropFirst(outer.count).prefix { $0 != "." && $0 != "[" }
      if !names.contains(String(name)) { names.append(String(name)) }
    }
    // A list that long helps nobody.
    var expected = names.count > 20 ? .init(.expectedOtherName) : Fault.Expected.oneOf(names)
    expected.names = names.map { outer + $0 } + known
    return expected
  }
}
