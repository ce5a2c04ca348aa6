import Drawing
import Files
import Room
import Terminal
import Texts

/// How to join: the QR code as large as it fits, the address and the room code; and who is here.
enum LobbyPage {
  static func draw(_ wall: ClassWall, _ model: Model, in rect: Rect, on frame: inout Frame) {
    var rest = rect
    let isAscii = model.rendition.glyphs == .ascii
    if let code = QRCode(wall.door.link), model.rendition.colors.count > 1,
      let scale = scale(of: code, in: rect, isAscii: isAscii)
    {
      let size = code.size(scale: scale)
      code.draw(x: rect.x, y: rect.y, scale: scale, on: &frame)
      let isBeside = rect.width - size.width >= leastColumns
      rest =
        isBeside ? rect.inset(left: size.width + 2) : rect.inset(top: size.height)
    } else {
      frame.write(
        model.strings[.wallTooSmall], x: rect.x, y: rect.maxY - 1, ink: model.theme.dim,
        maxWidth: rect.width)
      rest = rect.inset(bottom: 1)
    }
    rest = rest.inset(top: drawAddress(wall, model, in: rest, on: &frame))
    drawSeats(wall, model, in: rest, on: &frame)
  }

  /// The columns that address and names need beside the code.
  private static let leastColumns = 24

  /// The largest that has room, beside the text if it can. Without half blocks a module is whole
  /// rows.
  private static func scale(of code: QRCode, in rect: Rect, isAscii: Bool) -> Int? {
    let scales = (1...8).filter { !isAscii || $0 % 2 == 0 }
    func fits(_ scale: Int, _ columns: Int) -> Bool {
      let size = code.size(scale: scale)
      return size.width <= rect.width - columns && size.height <= rect.height
    }
    return scales.last { fits($0, leastColumns) } ?? scales.last { fits($0, 0) }
  }

  /// - Returns: the rows that it takes.
  private static func drawAddress(
    _ wall: ClassWall, _ model: Model, in rect: Rect, on frame: inout Frame
  ) -> Int {
    let (theme, strings) = (model.theme, model.strings)
    var y = rect.y
    func write(_ text: String, _ ink: Color, _ style: Cell.Style = []) {
      for line in text.wrapped(to: rect.width) where y < rect.maxY {
        frame.write(line, x: rect.x, y: y, ink: ink, style: style, maxWidth: rect.width)
        y += 1
      }
    }
    /// In large signs where they fit, else in letters.
    func writeLarge(_ large: String, or small: String) {
      if let width = BlockDigits.width(of: large), width <= rect.width,
        y + BlockDigits.height < rect.maxY, rect.height > 12
      {
        BlockDigits.draw(large, x: rect.x, y: y, ink: theme.accent, on: &frame)
        y += BlockDigits.height
      } else {
        write(small, theme.accent, .bold)
      }
      if rect.height > 14 { y += 1 }
    }
    write(strings[.wallJoin], theme.dim)
    let host = wall.door.site.split(separator: "/").last.map(String.init) ?? wall.door.site
    writeLarge(host, or: wall.door.site)
    write(strings[.phoneCode], theme.dim)
    writeLarge("\(wall.room.code)", or: "\(wall.room.code)")
    if let device = wall.door.device {
      let others = wall.door.others.joined(separator: ", ")
      write(
        others.isEmpty
          ? strings(.wallDevice, ["device": device])
          : strings(.wallDevices, ["device": device, "others": others]), theme.dim)
    }
    if !wall.hasVisitors, wall.room.seats.isEmpty {
      if rect.height > 12 { y += 1 }
      write(strings[.wallNoVisitors], theme.dim)
    }
    return min(rect.height, y + 1 - rect.y)
  }

  private static func drawSeats(
    _ wall: ClassWall, _ model: Model, in rect: Rect, on frame: inout Frame
  ) {
    guard !wall.room.seats.isEmpty, rect.height > 0 else { return }
    let (head, names) = rect.split(top: 1)
    frame.write(
      model.strings(.wallHere, ["count": "\(wall.room.seats.count)"]), x: head.x, y: head.y,
      ink: model.theme.ink, style: .bold, maxWidth: head.width)
    ClassWall.draw(
      wall.room.seats.map { wall.name(of: $0.id) }, in: names, ink: model.theme.ink, on: &frame)
  }
}
