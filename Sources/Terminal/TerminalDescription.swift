/// What terminfo knows about a terminal.
package struct TerminalDescription: Hashable, Sendable {
  /// Colours, 0 if it has none.
  package var colors: Int
  /// Any of the capabilities RGB, Tc, setrgbf.
  package var hasDirectColor: Bool
  /// Whether the cursor can be sent anywhere (`cup`); a full screen cannot be drawn without.
  package var movesCursor: Bool

  package init(colors: Int, hasDirectColor: Bool = false, movesCursor: Bool = true) {
    self.colors = colors
    self.hasDirectColor = hasDirectColor
    self.movesCursor = movesCursor
  }
}
