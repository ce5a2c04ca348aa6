/// Prints a page as a document (ISO 32000-1, "Portable document format", 2008).
///
/// Everything is lines and areas, letters too, so that no font need be there; maps have their
/// ground as an image. A pixel of the page is a point of the paper.
package struct PDFPress: Press {
  private let width, height: Int
  private var content: [UInt8] = []
  private var images: [PixelImage] = []
  /// Of lines that let the ground through, in hundredths, in the order in which they came.
  private var opacities: [Int] = []

  package init(width: Int, height: Int, paper: Color) {
    (self.width, self.height) = (width, height)
    // From here on y is down.
    add("1 0 0 -1 0 \(height) cm 1 J 1 j\n")
    fill(Box(x: 0, y: 0, width: Double(width), height: Double(height)), paper)
  }

  /// The whole file.
  package func finished() -> [UInt8] {
    var file = PDFObjects()
    let firstImage = 5
    let names = images.indices.map { "/I\($0) \(firstImage + $0) 0 R" }.joined(separator: " ")
    let states = opacities.enumerated().map { "/G\($0) << /CA \(Self.number(Double($1) / 100)) >>" }
      .joined(separator: " ")
    file.add("<< /Type /Catalog /Pages 2 0 R >>")
    file.add("<< /Type /Pages /Kids [3 0 R] /Count 1 >>")
    file.add(
      "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 \(width) \(height)] /Contents 4 0 R"
        + " /Resources << /XObject << \(names) >> /ExtGState << \(states) >> >> >>")
    file.add("", stream: content)
    for image in images {
      let look = "/Type /XObject /Subtype /Image /ColorSpace /DeviceRGB /BitsPerComponent 8"
      file.add("\(look) /Width \(image.width) /Height \(image.height)", stream: image.channels)
    }
    return file.finished()
  }

  // MARK: Press

  package mutating func fill(_ box: Box, _ ink: Color) {
    add("\(Self.color(ink)) rg \(Self.rectangle(box)) f\n")
  }

  package mutating func fill(_ outlines: [[Place]], _ ink: Color) {
    let path = outlines.map { Self.path($0) + "h " }.joined()
    if !path.isEmpty { add("\(Self.color(ink)) rg \(path)f*\n") }
  }

  package mutating func stroke(
    _ lines: [[Place]], width: Double, _ ink: Color, opacity: Double
  ) {
    let path = lines.map(Self.path).joined()
    guard !path.isEmpty else { return }
    let look = "\(Self.number(width)) w \(Self.color(ink)) RG"
    if opacity < 1 {
      let share = Int((max(0, opacity) * 100).rounded())
      if !opacities.contains(share) { opacities.append(share) }
      add("q /G\(opacities.firstIndex(of: share) ?? 0) gs \(look) \(path)S Q\n")
    } else {
      add("\(look) \(path)S\n")
    }
  }

  package mutating func write(_ text: PrintedText) {
    let lines = text.letters.flatMap { letter in
      let left = text.corner.x + Double(letter.column * text.cell.width)
      return letter.lines(in: text.cell).map { line in
        line.map { Place(left + $0.x, text.corner.y + $0.y) }
      }
    }
    let pen = Lettering.pen(isBold: text.isBold) * Double(text.cell.width)
    if let rim = text.rim { stroke(lines, width: pen + 3 * text.cell.unit, rim, opacity: 1) }
    stroke(lines, width: pen, text.ink, opacity: 1)
  }

  package mutating func show(_ image: PixelImage, in box: Box) {
    images.append(image)
    let (width, height) = (Self.number(box.width), Self.number(box.height))
    let place = "\(Self.number(box.x)) \(Self.number(box.y + box.height))"
    add("q \(width) 0 0 -\(height) \(place) cm /I\(images.count - 1) Do Q\n")
  }

  package mutating func within(_ box: Box, _ draw: (inout PDFPress) -> Void) {
    add("q \(Self.rectangle(box)) W n\n")
    draw(&self)
    add("Q\n")
  }

  // MARK: Parts

  private mutating func add(_ text: String) { content += text.utf8 }

  private static func rectangle(_ box: Box) -> String {
    [box.x, box.y, box.width, box.height].map(number).joined(separator: " ") + " re"
  }

  private static func path(_ places: [Place]) -> String {
    var path = ""
    for place in places where place.x.magnitude < 1e6 && place.y.magnitude < 1e6 {
      let isFirst = path.isEmpty
      path += "\(number(place.x)) \(number(place.y)) \(isFirst ? "m" : "l") "
      // A dot: a line to itself, which the round pen draws.
      if isFirst, places.count == 1 { path += "\(number(place.x)) \(number(place.y)) l " }
    }
    return path
  }

  private static func color(_ color: Color) -> String {
    [color.red, color.green, color.blue].map { number(Double($0) / 255) }.joined(separator: " ")
  }

  private static func number(_ number: Double) -> String {
    NumberText.fixed(number, decimals: 3)
  }
}

/// The numbered objects of a PDF file, and where each begins.
private struct PDFObjects {
  private var bytes = Array("%PDF-1.5\n%\u{E4}\u{F6}\u{FC}\n".utf8)
  private var places: [Int] = []

  mutating func add(_ object: String) {
    places.append(bytes.count)
    bytes += "\(places.count) 0 obj\n\(object)\nendobj\n".utf8
  }

  /// - Parameter look: what else the dictionary of the stream says.
  mutating func add(_ look: String, stream: [UInt8]) {
    let packed = Deflate.packed(stream, .thorough)
    places.append(bytes.count)
    let size = "/Length \(packed.count) /Filter /FlateDecode"
    bytes += "\(places.count) 0 obj\n<< \(look) \(size) >>\nstream\n".utf8
    bytes += packed
    bytes += "\nendstream\nendobj\n".utf8
  }

  func finished() -> [UInt8] {
    func padded(_ place: Int) -> String {
      String(repeating: "0", count: 10 - "\(place)".count) + "\(place)"
    }
    var tail = "xref\n0 \(places.count + 1)\n0000000000 65535 f \n"
    for place in places { tail += "\(padded(place)) 00000 n \n" }
    tail += "trailer\n<< /Size \(places.count + 1) /Root 1 0 R >>\n"
    tail += "startxref\n\(bytes.count)\n%%EOF\n"
    return bytes + tail.utf8
  }
}
