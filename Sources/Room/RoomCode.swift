/// Four letters that a class reads from the wall, so that nobody else on the network joins.
///
/// They are of 16 that nobody takes for another one or for a digit. There are no vowels but Y among
/// them, so hardly a word comes out.
package struct RoomCode: Hashable, Sendable, CustomStringConvertible {
  package static let letters = Array("CDFHJKLMNPRTVWXY")
  package static let length = 4

  package let description: String

  /// - Parameter number: a random one; its last 16 bits make the code.
  package init(_ number: UInt64) {
    description = String(
      (0..<Self.length).map { Self.letters[Int(number >> (4 * UInt64($0)) & 15)] })
  }

  /// Whether somebody who typed this text means the code: capitals or not, with spaces or without.
  package func isMeant(by text: String) -> Bool {
    guard text.utf8.count <= 4 * Self.length else { return false }
    return text.uppercased().filter { !$0.isWhitespace } == description
  }
}
