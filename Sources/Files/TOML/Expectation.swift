package import TOML
package import Texts

/// What the value of a setting must be: what is said to be expected, and how it is read.
package struct Expectation<Value> {
  package let expected: Fault.Expected
  package let read: (TOMLNode) throws(Misfit) -> Value

  package init(_ expected: Fault.Expected, _ read: @escaping (TOMLNode) throws(Misfit) -> Value) {
    self.expected = expected
    self.read = read
  }

  /// What the value is taken from, if that succeeds.
  package init(_ expected: Text, _ value: @escaping (TOMLNode) -> Value?) {
    self.init(.init(expected)) { node throws(Misfit) in
      guard let value = value(node) else { throw Misfit(found: node.shown) }
      return value
    }
  }
}

/// A value that is not what was expected, as it stands in the file.
package struct Misfit: Error {
  package var found: String
  /// Which element of a list it is, from 0, and what is expected of each.
  package var place: Int?
  package var expected: Fault.Expected?

  package init(found: String, place: Int? = nil, expected: Fault.Expected? = nil) {
    self.found = found
    self.place = place
    self.expected = expected
  }
}

extension Expectation<String> {
  package static var text: Expectation { Expectation(.expectedString) { $0.string } }

  /// One of a few words; a number needs no quotation marks.
  package static func word(_ words: [String]) -> Expectation {
    Expectation(.oneOf(words)) { node throws(Misfit) in
      let found = node.string ?? node.int.map(String.init)
      guard let found, words.contains(found) else { throw Misfit(found: node.shown) }
      return found
    }
  }
}

extension Expectation<Int> {
  package static func whole(in range: ClosedRange<Int>, _ expected: Text) -> Expectation {
    Expectation(expected) { node in node.int.flatMap { range.contains($0) ? $0 : nil } }
  }
}

extension Expectation<Double> {
  package static var fraction: Expectation {
    Expectation(.expectedFraction) { node in node.double.flatMap { (0...1).contains($0) ? $0 : nil }
    }
  }
}

extension Expectation<TOMLTable> {
  package static func table(_ expected: Text) -> Expectation { Expectation(expected) { $0.table } }
}

extension Expectation {
  /// A list of at least so many elements.
  package static func list<Element>(
    of expectation: Expectation<Element>, atLeast count: Int, _ expected: Text
  ) -> Expectation where Value == [Element] {
    Expectation(.init(expected)) { node throws(Misfit) in
      guard let list = node.list else { throw Misfit(found: node.shown) }
      var items: [Element] = []
      for (place, element) in list.enumerated() {
        do throws(Misfit) { items.append(try expectation.read(element)) } catch {
          throw Misfit(found: error.found, place: place, expected: expectation.expected)
        }
      }
      guard items.count >= count else { throw Misfit(found: node.shown) }
      return items
    }
  }
}
