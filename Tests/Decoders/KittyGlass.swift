package import Drawing

/// A terminal that knows the kitty graphics protocol, as far as the program uses it.
package struct KittyGlass {
  private var images: [Int: Image] = [:]
  private var placements: [Key: Placement] = [:]
  private var cursor = (x: 0, y: 0)
  private var open: (keys: [String: String], content: [UInt8])?
  /// What a real terminal would have answered with an error.
  package private(set) var faults: [String] = []
  package let size: Size
  package let cell: CellPixels

  private struct Image {
    var width, height: Int
    var pixels: [Translucent]
  }

  private struct Key: Hashable { var image, placement: Int }

  private struct Placement {
    var x, y, columns, rows, layer: Int
  }

  package init(_ size: Size, _ cell: CellPixels) { (self.size, self.cell) = (size, cell) }

  package var imageCount: Int { images.count }
  package var placementCount: Int { placements.count }

  /// What a clear screen does.
  package mutating func clear() { (images, placements) = ([:], [:]) }

  package mutating func take(_ bytes: [UInt8]) {
    var reader = StreamReader(bytes)
    while let item = reader.next() {
      cursor = reader.cursor
      guard case .string("_", let text) = item else {
        faults.append("no command: \(item)")
        continue
      }
      command(text)
    }
  }

  private mutating func command(_ text: [UInt8]) {
    let parts = text.split(
      separator: UInt8(ascii: ";"), maxSplits: 1, omittingEmptySubsequences: false)
    guard parts[0].first == UInt8(ascii: "G") else { return faults.append("no graphics") }
    var keys: [String: String] = [:]
    for pair in String(decoding: parts[0].dropFirst(), as: UTF8.self).split(separator: ",") {
      let sides = pair.split(separator: "=", maxSplits: 1)
      keys[String(sides[0])] = String(sides[1])
    }
    let content = parts.count > 1 ? Array(parts[1]) : []
    if keys["q"] != "2" { faults.append("asks for answers: \(keys)") }
    if content.count > 4096 { faults.append("a chunk of \(content.count)") }
    if var open {
      if Set(keys.keys) != ["q", "m"] { faults.append("keys within a transmission: \(keys)") }
      open.content += content
      self.open = open
      if keys["m"] == "0" { finish() }
    } else if content.isEmpty {
      act(keys)
    } else {
      open = (keys, content)
      if keys["m"] != "1" { finish() }
    }
  }

  private mutating func finish() {
    guard let (keys, content) = open else { return }
    open = nil
    let number = { (name: String) in Int(keys[name] ?? "") ?? -1 }
    let channels = number("f") / 8
    let (width, height, id) = (number("s"), number("v"), number("i"))
    guard keys["o"] == "z", channels == 3 || channels == 4, width > 0, height > 0, id > 0,
      let raw = inflated(decoded(content), to: width * height * channels)
    else { return faults.append("cannot be read: \(keys)") }
    images[id] = Image(
      width: width, height: height,
      pixels: (0..<width * height).map { index in
        let at = index * channels
        let rgb = UInt32(raw[at]) << 16 | UInt32(raw[at + 1]) << 8 | UInt32(raw[at + 2])
        return Translucent(rgb, alpha: channels == 4 ? UInt32(raw[at + 3]) : 255)
      })
    placements = placements.filter { $0.key.image != id }
    if keys["a"] == "T" { place(keys) }
  }

  private mutating func act(_ keys: [String: String]) {
    switch (keys["a"], keys["d"]) {
    case ("p", _): place(keys)
    case ("d", "A"): clear()
    case ("d", let what?) where what.lowercased() == "i":
      guard let id = Int(keys["i"] ?? ""), images[id] != nil else {
        return faults.append("takes away what is not there: \(keys)")
      }
      let placement = keys["p"].flatMap { Int($0) }
      placements = placements.filter {
        $0.key.image != id || placement != nil && $0.key.placement != placement
      }
      if what == "I" { images[id] = nil }
    default: faults.append("unknown: \(keys)")
    }
  }

  private mutating func place(_ keys: [String: String]) {
    let number = { (name: String) in Int(keys[name] ?? "") ?? -1 }
    guard let image = images[number("i")] else {
      return faults.append("places what is not there: \(keys)")
    }
    let (columns, rows) = (number("c"), number("r"))
    if image.width != columns * cell.width || image.height != rows * cell.height {
      faults.append("would be scaled: \(keys)")
    }
    if keys["C"] != "1" { faults.append("moves the cursor: \(keys)") }
    if number("z") >= -1_073_741_824 { faults.append("hides papers: \(keys)") }
    if cursor.x + columns > size.width || cursor.y + rows > size.height {
      faults.append("reaches beyond the window: \(keys)")
    }
    placements[Key(image: number("i"), placement: number("p"))] = Placement(
      x: cursor.x, y: cursor.y, columns: columns, rows: rows, layer: number("z"))
  }

  /// What is seen, without text.
  package var glass: Glass {
    var glass = Glass(size, cell)
    for (key, placement) in placements.sorted(by: {
      ($0.value.layer, $0.key.image) < ($1.value.layer, $1.key.image)
    }) {
      guard let image = images[key.image] else { continue }
      for y in 0..<image.height {
        for x in 0..<image.width {
          let place =
            (placement.y * cell.height + y) * glass.width + placement.x * cell.width + x
          let pixel = image.pixels[y * image.width + x]
          if pixel.alpha == 255 {
            glass.pixels[place] = pixel.rgb
          } else if let under = glass.pixels[place] {
            glass.pixels[place] = pixel.seen(on: under)
          }
        }
      }
    }
    return glass
  }
}

private func decoded(_ base64: [UInt8]) -> [UInt8] {
  let digits = Array(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
  var values = [UInt32](repeating: 0, count: 256)
  for (value, digit) in digits.enumerated() { values[Int(digit)] = UInt32(value) }
  var bytes: [UInt8] = []
  for start in stride(from: 0, to: base64.count - 3, by: 4) {
    let four = base64[start..<start + 4]
    let bits = four.reduce(UInt32(0)) { $0 << 6 | values[Int($1)] }
    let padding = four.count { $0 == UInt8(ascii: "=") }
    bytes += [16, 8, 0].prefix(3 - padding).map { UInt8(truncatingIfNeeded: bits >> $0) }
  }
  return bytes
}
