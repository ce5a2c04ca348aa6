import Drawing
import Texts

/// Which columns of a table a path is made of: `x,y`, `x,y,loss` or `x,y,loss,step`, where an empty
/// name in the third place leaves out the loss.
package struct PathColumns: Hashable, Sendable {
  package let x, y: String
  package let loss, step: String?

  /// - Returns: `nil` if the text says no such columns.
  package init?(_ text: String) {
    let names = text.split(separator: ",", omittingEmptySubsequences: false)
      .map { String($0).trimmed }
    guard 2...4 ~= names.count, !names[0].isEmpty, !names[1].isEmpty else { return nil }
    func name(_ place: Int) -> String? {
      names.indices.contains(place) && !names[place].isEmpty ? names[place] : nil
    }
    (x, y, loss, step) = (names[0], names[1], name(2), name(3))
  }

  /// As it was asked for.
  package var text: String {
    let last = step.map { [loss ?? "", $0] } ?? loss.map { [$0] } ?? []
    return ([x, y] + last).joined(separator: ",")
  }
}

extension Asked<PathColumns> {
  /// The columns that an option names.
  package init(columns text: String, flag: String) throws(Fault) {
    guard let columns = PathColumns(text) else {
      throw Fault(.flag(flag), .wrong(found: text, .init(.expectedPathColumns)))
    }
    self.init(columns, from: .flag(flag))
  }
}
