/// Prints a page as a drawing (W3C, "Scalable Vector Graphics (SVG) 1.1", second edition, 2011).
///
/// Letters stay letters, to be read, searched and changed; lines are paths; only the ground of a
/// map is an image.
package struct SVGPress: Press {
  private let width, height: Double
  private let title, name: String
  private let paper: Color
  /// What has been drawn so far, an element each; groups begin with one and end with another.
  private var elements: [String] = []
  /// Stands by itself, in short stretches of lines: pictures of a film share those.
  private let isFilm: Bool
  /// Paths of one look that have not been written yet.
  private var pending: (look: String, path: String)?
  /// Images that have been packed.
  private var images: [(image: PixelImage, text: String)] = []
  /// How many rectangles have been cut at so far.
  private var clips = 0

  /// - Parameters:
  ///   - title: what a reader is told who cannot see it.
  ///   - name: begins the names of its parts.
  ///   - isFilm: whether lines are drawn in short stretches, which pictures of a film share.
  package init(
    width: Int, height: Int, title: String, name: String = "", paper: Color, isFilm: Bool = false
  ) {
    (self.width, self.height) = (Double(width), Double(height))
    (self.title, self.name, self.paper, self.isFilm) = (title, name, paper, isFilm)
  }

  /// The whole file.
  package func finished() -> String {
    var press = self
    press.flush()
    return document(press.elements.joined(separator: "\n"))
  }

  /// The whole file, of which a rectangle is seen that fills whatever room the drawing is given.
  package func finished(stretching box: Box) -> String {
    var press = self
    press.flush()
    let corner = "\(Self.number(box.x)) \(Self.number(box.y))"
    let size = "\(Self.number(box.width)) \(Self.number(box.height))"
    return """
      <svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" \
      viewBox="\(corner) \(size)" preserveAspectRatio="none">
      \(press.elements.joined(separator: "\n"))
      </svg>

      """
  }

  /// Takes away what has been drawn, for the next picture of a film.
  mutating func takeElements() -> [String] {
    flush()
    defer { (elements, clips) = ([], 0) }
    return elements
  }

  /// - Parameter style: how classes of elements look.
  func document(_ body: String, style: String = "") -> String {
    let (width, height) = (Self.number(width), Self.number(height))
    return """
      <svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" \
      width="\(width)" height="\(height)" \
      viewBox="0 0 \(width) \(height)" role="img" font-family="\(Self.fonts)">
      <title>\(title.escapedForXML)</title>\(style)
      <rect width="\(width)" height="\(height)" fill="\(paper.text)"/>
      \(body)
      </svg>

      """
  }

  /// Letters that are equally wide, with Korean ones twice as wide.
  private static let fonts =
    "DejaVu Sans Mono, Menlo, Consolas, Noto Sans Mono CJK KR, D2Coding, monospace"
  /// The width of a letter in those fonts, and where it stands in its cell, from the top.
  private static let advance = 0.602
  private static let baseline = 0.77
  /// The size of wide letters, by the two cells that they have.
  private static let wideSize = 0.94

  // MARK: Press

  package mutating func fill(_ box: Box, _ ink: Color) {
    flush()
    let place = "x=\"\(Self.number(box.x))\" y=\"\(Self.number(box.y))\""
    let size = "width=\"\(Self.number(box.width))\" height=\"\(Self.number(box.height))\""
    elements.append("<rect \(place) \(size) fill=\"\(ink.text)\"/>")
  }

  package mutating func fill(_ outlines: [[Place]], _ ink: Color) {
    let path = outlines.map { Self.path($0) + "z" }.joined()
    add(path, "fill=\"\(ink.text)\" fill-rule=\"evenodd\"", canJoin: false)
  }

  package mutating func stroke(
    _ lines: [[Place]], width: Double, _ ink: Color, opacity: Double
  ) {
    let look =
      "fill=\"none\" stroke=\"\(ink.text)\" stroke-width=\"\(Self.number(width))\""
      + (opacity < 1 ? " stroke-opacity=\"\(Self.number(opacity))\"" : "")
      + " stroke-linecap=\"round\" stroke-linejoin=\"round\""
    if isFilm {
      for piece in lines.flatMap(Self.stretches) { add(Self.path(piece), look, canJoin: false) }
    } else {
      add(lines.map(Self.path).joined(), look, canJoin: opacity == 1)
    }
  }

  package mutating func write(_ text: PrintedText) {
    flush()
    let (cell, corner) = (text.cell, text.corner)
    let isWide = text.letters.contains { $0.columns == 2 }
    func x(_ column: Int) -> String { Self.number(corner.x + Double(column * cell.width)) }
    let (letters, columns) = Self.spelt(text)
    let size =
      isWide ? Double(2 * cell.width) * Self.wideSize : Double(cell.width) / Self.advance
    // Wide letters come from other fonts: each is told its place.
    var element = "<text x=\"\(isWide ? columns.map(x).joined(separator: " ") : x(0))\""
    element += " y=\"\(Self.number(corner.y + Self.baseline * Double(cell.height)))\""
    element += " font-size=\"\(Self.number(size))\""
    if !isWide, text.columns > 1 {
      element += " textLength=\"\(Self.number(Double(text.columns * cell.width)))\""
    }
    if text.isBold { element += " font-weight=\"bold\"" }
    element += " fill=\"\(text.ink.text)\""
    if let rim = text.rim {
      element += " stroke=\"\(rim.text)\" stroke-width=\"\(Self.number(3 * cell.unit))\""
      element += " stroke-linejoin=\"round\" paint-order=\"stroke\""
    }
    elements.append(element + ">\(letters.escapedForXML)</text>")
  }

  /// A text with the blanks that part its words, and the column of every character.
  private static func spelt(_ text: PrintedText) -> (letters: String, columns: [Int]) {
    var (letters, columns): (String.UnicodeScalarView, [Int]) = (.init(), [])
    func add(_ scalar: Unicode.Scalar, _ column: Int) {
      letters.append(scalar)
      columns.append(column)
    }
    var column = 0
    for letter in text.letters {
      while column < letter.column {
        add(" ", column)
        column += 1
      }
      add(letter.glyph, letter.column)
      if let mark = letter.mark { add(mark, letter.column) }
      column = letter.column + letter.columns
    }
    return (String(letters), columns)
  }

  package mutating func show(_ image: PixelImage, in box: Box) {
    flush()
    let place = "x=\"\(Self.number(box.x))\" y=\"\(Self.number(box.y))\""
    let size = "width=\"\(Self.number(box.width))\" height=\"\(Self.number(box.height))\""
    let bytes = packed(image)
    elements.append(
      "<image \(place) \(size) preserveAspectRatio=\"none\" xlink:href=\"data:image/png;base64,\(bytes)\"/>"
    )
  }

  package mutating func within(_ box: Box, _ draw: (inout SVGPress) -> Void) {
    flush()
    clips += 1
    let name = "\(name)clip\(clips)"
    fill(box, Color(0))
    let shape = elements.removeLast()
    elements.append("<clipPath id=\"\(name)\">\(shape)</clipPath>")
    elements.append("<g clip-path=\"url(#\(name))\">")
    draw(&self)
    flush()
    elements.append("</g>")
  }

  // MARK: Parts

  /// An image as text; the ground of a film is the same in every picture.
  private mutating func packed(_ image: PixelImage) -> String {
    if let known = images.first(where: { $0.image == image }) { return known.text }
    let text = Base64.text(of: PNG.encoded(image))
    if images.count >= Self.keptImages { images.removeFirst() }
    images.append((image, text))
    return text
  }

  private static let keptImages = 16

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
    if !path.isEmpty { elements.append("<path \(look) d=\"\(path)\"/>") }
  }

  /// Places of a stretch.
  private static let stretch = 8

  /// A line in stretches that begin at the same places however long it is.
  private static func stretches(of line: [Place]) -> [[Place]] {
    guard line.count > stretch else { return [line] }
    return stride(from: 0, to: line.count - 1, by: stretch).map { start in
      Array(line[start...min(start + stretch, line.count - 1)])
    }
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
}

extension String {
  /// The text as one of XML or hypertext shows it, between tags and in quotes.
  package var escapedForXML: String {
    var result = ""
    for scalar in unicodeScalars {
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
