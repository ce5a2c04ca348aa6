/// Prints a page as a drawing (W3C, "Scalable Vector Graphics (SVG) 1.1", second edition, 2011).
///
/// Letters stay letters, to be read, searched and changed; lines are paths; only the ground of a
/// map is an image.
package struct SVGPress: Press {
  private let width, height: Double
  private let title: String
  private let paper: Color
  private var body = ""
  /// Paths of one look that have not been written yet.
  private var pending: (look: String, path: String)?
  /// How many rectangles have been cut at so far.
  private var clips = 0

  /// - Parameter title: what a reader is told who cannot see it.
  package init(width: Int, height: Int, title: String, paper: Color) {
    (self.width, self.height) = (Double(width), Double(height))
    (self.title, self.paper) = (title, paper)
  }

  /// The whole file.
  package func finished() -> String {
    var press = self
    press.flush()
    let (width, height) = (Self.number(width), Self.number(height))
    return """
      <svg xmlns="http://www.w3.org/2000/svg" width="\(width)" height="\(height)" \
      viewBox="0 0 \(width) \(height)" role="img" font-family="\(Self.fonts)">
      <title>\(Self.escaped(title))</title>
      <rect width="\(width)" height="\(height)" fill="\(paper.text)"/>
      \(press.body)</svg>

      """
  }

  /// Letters that are equally wide, with Korean ones twice as wide.
  private static let fonts =
    "DejaVu Sans Mono, Menlo, Consolas, Noto Sans Mono CJK KR, D2Coding, monospace"
  /// The width of a letter in those fonts, and where it stands in its cell, from the top.
  private static let advance = 0.602
  private static let baseline = 0.77

  // MARK: Press

  package mutating func fill(_ box: Box, _ ink: Color) {
    flush()
    let place = "x=\"\(Self.number(box.x))\" y=\"\(Self.number(box.y))\""
    let size = "width=\"\(Self.number(box.width))\" height=\"\(Self.number(box.height))\""
    body += "<rect \(place) \(size) fill=\"\(ink.text)\"/>\n"
  }

  package mutating func fill(_ outlines: [[Place]], _ ink: Color) {
    let path = outlines.map { Self.path($0) + "z" }.joined()
    add(path, "fill=\"\(ink.text)\" fill-rule=\"evenodd\"", canJoin: false)
  }

  package mutating func stroke(
    _ lines: [[Place]], width: Double, _ ink: Color, opacity: Double
  ) {
    let path = lines.map(Self.path).joined()
    let look =
      "fill=\"none\" stroke=\"\(ink.text)\" stroke-width=\"\(Self.number(width))\""
      + (opacity < 1 ? " stroke-opacity=\"\(Self.number(opacity))\"" : "")
      + " stroke-linecap=\"round\" stroke-linejoin=\"round\""
    add(path, look, canJoin: opacity == 1)
  }

  package mutating func write(_ text: PrintedText) {
    flush()
    let (cell, corner) = (text.cell, text.corner)
    let isEven = text.letters.allSatisfy { $0.columns == 1 }
    func x(_ column: Int) -> String { Self.number(corner.x + Double(column * cell.width)) }
    // Wide letters come from other fonts: each is told its place.
    var places: [String] = []
    var letters = ""
    var column = 0
    for letter in text.letters {
      while column < letter.column {
        letters += " "
        places.append(x(column))
        column += 1
      }
      letters.unicodeScalars.append(letter.glyph)
      places.append(x(letter.column))
      if let mark = letter.mark {
        letters.unicodeScalars.append(mark)
        places.append(x(letter.column))
      }
      column = letter.column + letter.columns
    }
    body += "<text x=\"\(isEven ? x(0) : places.joined(separator: " "))\""
    body += " y=\"\(Self.number(corner.y + Self.baseline * Double(cell.height)))\""
    body += " font-size=\"\(Self.number(Double(cell.width) / Self.advance))\""
    if isEven, text.columns > 1 {
      body += " textLength=\"\(Self.number(Double(text.columns * cell.width)))\""
    }
    if text.isBold { body += " font-weight=\"bold\"" }
    body += " fill=\"\(text.ink.text)\""
    if let rim = text.rim {
      body += " stroke=\"\(rim.text)\" stroke-width=\"\(Self.number(3 * cell.unit))\""
      body += " stroke-linejoin=\"round\" paint-order=\"stroke\""
    }
    body += ">\(Self.escaped(letters))</text>\n"
  }

  package mutating func show(_ image: PixelImage, in box: Box) {
    flush()
    let place = "x=\"\(Self.number(box.x))\" y=\"\(Self.number(box.y))\""
    let size = "width=\"\(Self.number(box.width))\" height=\"\(Self.number(box.height))\""
    body += "<image \(place) \(size) preserveAspectRatio=\"none\""
    body += " href=\"data:image/png;base64,\(Base64.text(of: PNG.encoded(image)))\"/>\n"
  }

  package mutating func within(_ box: Box, _ draw: (inout SVGPress) -> Void) {
    flush()
    clips += 1
    let name = "clip\(clips)"
    body += "<clipPath id=\"\(name)\">"
    fill(box, Color(0))
    body += "</clipPath>\n<g clip-path=\"url(#\(name))\">\n"
    draw(&self)
    flush()
    body += "</g>\n"
  }

  // MARK: Parts

  /// Joins what looks alike: a map has hundreds of lines.
  private mutating func add(_ path: String, _ look: String, canJoin: Bool) {
    if canJoin, pending?.look == look {
      pending?.path += path
    } else {
      flush()
      pending = (look, path)
      if !canJoin { flush() }
    }
  }

  private mutating func flush() {
    guard let (look, path) = pending else { return }
    pending = nil
    if !path.isEmpty { body += "<path \(look) d=\"\(path)\"/>\n" }
  }

  /// A line through places, in tenths of a pixel; those that fall together are one.
  private static func path(_ places: [Place]) -> String {
    var path = ""
    var last: (x: Int, y: Int)?
    for place in places where place.x.magnitude < 1e6 && place.y.magnitude < 1e6 {
      let now = (x: Int((place.x * 10).rounded()), y: Int((place.y * 10).rounded()))
      if let last {
        guard now != last else { continue }
        path += "l\(tenths(now.x - last.x)) \(tenths(now.y - last.y))"
      } else {
        path += "M\(tenths(now.x)) \(tenths(now.y))"
      }
      last = now
    }
    // A dot, which the round pen draws.
    return places.count == 1 && !path.isEmpty ? path + "h0" : path
  }

  private static func tenths(_ number: Int) -> String {
    let (whole, rest) = number.magnitude.quotientAndRemainder(dividingBy: 10)
    return (number < 0 ? "-" : "") + (rest == 0 ? "\(whole)" : "\(whole).\(rest)")
  }

  /// At most two decimals.
  private static func number(_ number: Double) -> String {
    let hundredths = Int((number * 100).rounded())
    let (whole, rest) = hundredths.magnitude.quotientAndRemainder(dividingBy: 100)
    let decimals =
      rest == 0 ? "" : rest % 10 == 0 ? ".\(rest / 10)" : rest < 10 ? ".0\(rest)" : ".\(rest)"
    return (hundredths < 0 ? "-" : "") + "\(whole)" + decimals
  }

  private static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
