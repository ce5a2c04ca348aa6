package import Drawing

/// Whether the user wants pictures in pixels.
package enum PixelWish: String, CaseIterable, Sendable {
  case auto, kitty, sixel, off
}

/// How a terminal is sent pictures.
package enum PixelProtocol: String, Sendable {
  /// The kitty graphics protocol: pictures lie in layers under the text.
  case kitty
  /// Sixel, as the VT340 had it: pictures are painted over cells.
  case sixel
}

/// The way to send pictures to a terminal, or none, and what decided it.
package struct PixelDecision: Hashable, Sendable {
  /// `nil` for cells alone.
  package let way: PixelProtocol?
  package let reason: Reason
  /// The pixels of a cell, where there is a way.
  package let cell: CellPixels?
  /// The largest sixel picture at once, in pixels; `nil` if it was not said.
  package let largest: Size?

  package enum Reason: Hashable, Sendable {
    /// The user chose it on the command line or in a file.
    case chosen
    /// The terminal offers it.
    case offered
    /// The terminal was asked and offers none.
    case notOffered
    /// It has not answered yet.
    case unanswered
    /// It is one that cannot be asked: a multiplexer, a console, no terminal of this kind.
    case unasked
    /// It does not say how large a cell is.
    case unknownCell
    /// It does not show all colours and glyphs.
    case fewColors
    /// It offers the kitty protocol and is none of those that are known to show text above it.
    case untested(String)
  }

  private init(
    _ way: PixelProtocol?, _ reason: Reason, _ cell: CellPixels? = nil, largest: Size? = nil
  ) {
    (self.way, self.reason, self.cell, self.largest) = (way, reason, cell, largest)
  }

  /// What is known before an answer.
  init(before questions: TerminalQuestions, _ wish: PixelWish) {
    self.init(nil, wish == .off ? .chosen : questions.asksPixels ? .unanswered : .unasked)
  }

  /// - Parameters:
  ///   - window: the pixels of a cell as the window's size has them.
  ///   - showsAll: whether all colours and all glyphs are shown.
  init(_ wish: PixelWish, _ replies: TerminalReplies, window: CellPixels?, showsAll: Bool) {
    guard showsAll else {
      self.init(nil, .fewColors)
      return
    }
    let (way, reason) = Self.way(wish, replies)
    // Some windows count their scroll bars and margins as cells: what is said of a cell is better.
    let cell = replies.cell ?? window
    if way != nil, cell == nil {
      self.init(nil, .unknownCell)
    } else {
      self.init(way, reason, way == nil ? nil : cell, largest: replies.largestSixel)
    }
  }

  private static func way(
    _ wish: PixelWish, _ replies: TerminalReplies
  ) -> (PixelProtocol?, Reason) {
    switch wish {
    case .off: return (nil, .chosen)
    case .kitty: return (.kitty, .chosen)
    case .sixel: return (.sixel, .chosen)
    case .auto:
      if replies.knowsKittyGraphics, showsTextAbove(replies.name) { return (.kitty, .offered) }
      if replies.knowsSixel, !isWezTerm(replies.name) { return (.sixel, .offered) }
      return replies.knowsKittyGraphics || replies.knowsSixel
        ? (nil, .untested(replies.name ?? "?")) : (nil, .notOffered)
    }
  }

  /// Terminals whose cells with a paper of their own cover a picture in the lowest layer: kitty
  /// from 0.28 on, Ghostty, Konsole.
  private static func showsTextAbove(_ name: String?) -> Bool {
    guard let name = name?.lowercased() else { return false }
    if name.hasPrefix("ghostty") || name.hasPrefix("konsole") { return true }
    guard name.hasPrefix("kitty") else { return false }
    let numbers = name.split { !$0.isNumber }.compactMap { Int($0) }
    guard numbers.count >= 2 else { return false }
    return (numbers[0], numbers[1]) >= (0, 28)
  }

  private static func isWezTerm(_ name: String?) -> Bool {
    name?.lowercased().hasPrefix("wezterm") ?? false
  }
}
