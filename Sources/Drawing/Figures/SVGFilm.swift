/// A drawing that moves by itself, for slides: every element is there as long as it is in the
/// pictures (W3C, "CSS Animations Level 1", 2023).
package struct SVGFilm {
  private var press: SVGPress
  /// Every element of every picture, in the order in which they lie over each other.
  private var elements: [Element] = []
  /// When each picture begins, and last when the film ends, in seconds.
  private var times = [0.0]

  fileprivate struct Element {
    let key: Key
    /// The pictures that have it, in stretches.
    var stretches: [Range<Int>]
  }

  /// Equal elements of one picture are told apart by how many there were before.
  fileprivate struct Key: Hashable {
    var text: String
    var number: Int
  }

  /// - Parameter press: draws the pictures.
  package init(_ press: SVGPress) { self.press = press }

  /// Adds a picture that is seen so long.
  package mutating func add(seconds: Double, draw: (inout SVGPress) -> Void) {
    draw(&press)
    let picture = times.count - 1
    times.append(times[picture] + seconds)
    var counts: [String: Int] = [:]
    let keys = press.takeElements().map { text in
      counts[text, default: -1] += 1
      return Key(text: text, number: counts[text] ?? 0)
    }
    merge(keys, of: picture)
  }

  /// Puts what is new where it lies in its picture: behind what it follows there.
  private mutating func merge(_ keys: [Key], of picture: Int) {
    let places = Dictionary(
      elements.enumerated().map { ($1.key, $0) }, uniquingKeysWith: { $1 })
    var merged: [Element] = []
    merged.reserveCapacity(elements.count + 16)
    var next = 0
    for key in keys {
      if let place = places[key], place >= next {
        merged += elements[next...place]
        merged[merged.count - 1].note(picture)
        next = place + 1
      } else {
        merged.append(Element(key: key, stretches: [picture..<picture + 1]))
      }
    }
    elements = merged + elements[next...]
  }

  /// The whole file.
  package func finished() -> String {
    let count = times.count - 1
    var classes: [[Range<Int>]: String] = [:]
    var (style, body): ([String], [String]) = ([], [])
    for element in elements {
      // Groups are there for ever: what is in them comes and goes.
      let isGroup = element.key.text.hasPrefix("<g ") || element.key.text == "</g>"
      if isGroup || element.stretches == [0..<count] {
        body.append(element.key.text)
        continue
      }
      if classes[element.stretches] == nil {
        let name = "t\(classes.count)"
        classes[element.stretches] = name
        style.append(keyframes(name, element.stretches))
      }
      body.append("<g class=\"\(classes[element.stretches] ?? "")\">\(element.key.text)</g>")
    }
    let css = style.isEmpty ? "" : "\n<style>\n\(style.joined(separator: "\n"))\n</style>"
    return press.document(body.joined(separator: "\n"), style: css)
  }

  /// When something is seen.
  private func keyframes(_ name: String, _ stretches: [Range<Int>]) -> String {
    let whole = times[times.count - 1]
    func percent(_ picture: Int) -> String {
      NumberText.fixed(100 * times[picture] / whole, decimals: 3)
    }
    var frames = stretches[0].lowerBound > 0 ? "0%{visibility:hidden}" : ""
    for stretch in stretches {
      frames += "\(percent(stretch.lowerBound))%{visibility:visible}"
      if stretch.upperBound < times.count - 1 {
        frames += "\(percent(stretch.upperBound))%{visibility:hidden}"
      }
    }
    let seconds = NumberText.fixed(whole, decimals: 2)
    return "@keyframes \(name){\(frames)}"
      + ".\(name){animation:\(name) \(seconds)s step-end infinite}"
  }
}

extension SVGFilm.Element {
  fileprivate mutating func note(_ picture: Int) {
    let last = stretches.count - 1
    if stretches[last].upperBound == picture {
      stretches[last] = stretches[last].lowerBound..<picture + 1
    } else {
      stretches.append(picture..<picture + 1)
    }
  }
}
