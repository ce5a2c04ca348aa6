/// The pixels of one cell of a terminal.
package struct CellPixels: Hashable, Sendable {
  package let width: Int
  package let height: Int

  /// `nil` for a cell that no text could be read in, or one that no screen has.
  package init?(width: Int, height: Int) {
    guard (4...128).contains(width), (6...256).contains(height) else { return nil }
    (self.width, self.height) = (width, height)
  }

  /// Height over width.
  package var aspect: Double { Double(height) / Double(width) }

  /// What a pixel is in a cell nine pixels wide, as most screens have them: widths of lines are so
  /// many of these, so that a screen with finer pixels shows the same picture, sharper.
  package var unit: Double { Double(width) / 9 }

  /// The pixels of so many cells.
  package func pixels(of size: Size) -> (width: Int, height: Int) {
    (size.width * width, size.height * height)
  }
}
