package import Drawing

/// A terminal that paints sixel pictures over its cells.
package struct SixelGlass {
  package var glass: Glass
  private var cursor = (x: 0, y: 0)
  package private(set) var faults: [String] = []

  package init(_ size: Size, _ cell: CellPixels) { glass = Glass(size, cell) }

  package mutating func take(_ bytes: [UInt8]) {
    var reader = StreamReader(bytes)
    while let item = reader.next() {
      cursor = reader.cursor
      guard case .string("P", let text) = item else {
        faults.append("no picture: \(item)")
        continue
      }
      paint(text)
    }
  }

  private mutating func paint(_ text: [UInt8]) {
    guard let start = text.firstIndex(of: UInt8(ascii: "q")) else {
      return faults.append("no sixel data")
    }
    var at = start + 1
    func numbers() -> [Int] {
      var list = [0]
      while at < text.count {
        if (0x30...0x39).contains(text[at]) {
          list[list.count - 1] = list[list.count - 1] * 10 + Int(text[at] - 0x30)
        } else if text[at] == UInt8(ascii: ";") {
          list.append(0)
        } else {
          break
        }
        at += 1
      }
      return list
    }
    var registers: [Int: UInt32] = [:]
    var (color, x, band, height) = (0, 0, 0, 0)
    let (left, top) = (cursor.x * glass.cell.width, cursor.y * glass.cell.height)
    func put(_ sixel: UInt8, times: Int) {
      for bit in 0..<6 where sixel >> UInt8(bit) & 1 == 1 {
        let y = top + band * 6 + bit
        guard let ink = registers[color] else {
          return faults.append("register \(color) is not set")
        }
        guard band * 6 + bit < height, y < glass.size.height * glass.cell.height else {
          return faults.append("a row below the picture")
        }
        for column in left + x..<left + x + times where column < glass.width {
          glass.pixels[y * glass.width + column] = ink
        }
      }
      x += times
    }
    while at < text.count {
      let byte = text[at]
      at += 1
      switch byte {
      case UInt8(ascii: "\""):
        let size = numbers()
        guard size.count == 4 else { return faults.append("no size") }
        height = size[3]
        if top + height > (glass.size.height - 1) * glass.cell.height {
          faults.append("touches the last row, which scrolls")
        }
      case UInt8(ascii: "#"):
        let values = numbers()
        color = values[0]
        if values.count == 5 {
          let channels = values[2...].map { UInt32(($0 * 255 + 50) / 100) }
          registers[color] = channels[0] << 16 | channels[1] << 8 | channels[2]
          if color > 255 || values[1] != 2 { faults.append("register \(values)") }
        }
      case UInt8(ascii: "$"): x = 0
      case UInt8(ascii: "-"): (x, band) = (0, band + 1)
      case UInt8(ascii: "!"):
        let times = numbers()[0]
        put(text[at] - 0x3F, times: times)
        at += 1
      case 0x3F...0x7E: put(byte - 0x3F, times: 1)
      default: faults.append("byte \(byte)")
      }
    }
  }
}
