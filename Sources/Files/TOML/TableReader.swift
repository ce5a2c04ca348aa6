import TOML
import Texts

/// Reads the settings of a TOML file one by one. What is wrong with one is noted, and
/// the others count. A setting that nobody has asked for is unknown: see `refuseOthers`.
package struct TableReader {
  package let file: String
  private let document: TOMLDocument
  /// The settings that have been asked for, and tables whose names are free.
  private var known: [String] = []
  private var noted: [Fault]

  package init(_ text: String, file: String) {
    self.file = file
    document = TOMLDocument(text)
    noted = document.faults.map { Fault($0, file: file) }
  }

  /// What was noted, in the order of the file; what has no line comes after, other files' last.
  package var errors: [Fault] {
    let own = noted.filter { $0.file == file }.sorted { ($0.line ?? .max) < ($1.line ?? .max) }
    return own + noted.filter { $0.file != file }
  }

  package func has(_ key: String) -> Bool { document[key] != nil }

  /// A text before it is asked for; `nil` if it is none.
  package func text(_ key: String) -> String? { document[key]?.string }

  /// The value of a setting; `nil` if it is not there, or is wrong, which is noted.
  package mutating func value<T>(
    _ key: String, _ expectation: Expectation<T>, isRequired: Bool = false
  ) -> T? {
    known.append(key)
    guard let node = document[key] else {
      // What is there and is no TOML has been told.
      if isRequired, document.place(of: key) == nil { note(key, .missing(expectation.expected)) }
      return nil
    }
    do throws(Misfit) { return try expectation.read(node) } catch {
      let element = error.place.map { "[\($0 + 1)]" } ?? ""
      note(key + element, .wrong(found: error.found, error.expected ?? expectation.expected))
      return nil
    }
  }

  /// The same of a table or a list of them whose own settings will be asked for one by one.
  mutating func peek<T>(_ key: String, _ expectation: Expectation<T>, isRequired: Bool = false)
    -> T?
  {
    let value = value(key, expectation, isRequired: isRequired)
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
  func origin(of key: String) -> Origin { .file(file, line: line(of: key), key: key) }

  /// The value of a setting with where it stands; `nil` as for `value`.
  mutating func asked<T>(_ key: String, _ expectation: Expectation<T>, isRequired: Bool = false)
    -> Asked<T>?
  {
    value(key, expectation, isRequired: isRequired).map { Asked($0, from: origin(of: key)) }
  }

  /// The line on which a setting begins, or what it is in; `nil` if it is not in the file.
  package func line(of key: String) -> Int? {
    if let place = document.place(of: key) { return place.line }
    guard let end = key.lastIndex(where: { $0 == "." || $0 == "[" }) else { return nil }
    return line(of: String(key[..<end]))
  }

  /// Notes every setting that has not been asked for.
  package mutating func refuseOthers() {
    for entry in document.root.entries { refuseUnknown(entry.pathName, entry.node, in: "") }
  }

  private mutating func refuseUnknown(_ key: String, _ value: TOMLNode, in outer: String) {
    if known.contains(key) { return }
    guard known.contains(where: { $0.hasPrefix(key + ".") || $0.hasPrefix(key + "[") }) else {
      return note(key, .unknownSetting(expected(in: outer)))
    }
    if let table = value.table {
      for entry in table.entries {
        refuseUnknown("\(key).\(entry.pathName)", entry.node, in: key + ".")
      }
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
