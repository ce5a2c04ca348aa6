package import Descent
import Drawing
import Texts

/// A recorded path from a file: a table with a row for each point, or an array that NumPy saved.
///
/// A table has columns for x and y, and may have some for the loss and for the step of each point;
/// without a line of names, and in an array, they are x, y and, if there is a third, the loss.
package enum PathFile {
  /// What is asked for.
  package struct Request: Sendable {
    package var file: Asked<String>
    /// Which columns of a table to take; those named x, y, loss and step if `nil`, or the first
    /// two if none is named x and y.
    package var columns: Asked<PathColumns>?

    package init(file: Asked<String>, columns: Asked<PathColumns>? = nil) {
      (self.file, self.columns) = (file, columns)
    }
  }

  /// A path, and what must be known of its file.
  package struct Reading: Sendable {
    package var path: RecordedPath
    package var notes: [DataNote]
  }

  package static func read(_ request: Request) throws(Fault) -> Reading {
    do throws(Fault) {
      let bytes = try FileBytes.read(
        request.file.value, orExample: .path, unreadable: .pathUnreadable, missing: .pathNoFile,
        limit: (limit, .pathTooLong))
      return try read(request, from: bytes)
    } catch {
      throw error.naming(request.file)
    }
  }

  /// - Parameter bytes: what stands in the file.
  package static func read(_ request: Request, from bytes: [UInt8]) throws(Fault) -> Reading {
    let file = request.file.value
    guard !bytes.isEmpty else { throw Fault(.file(file), .pathEmpty) }
    let (columns, notes) =
      NumPyHeader.isAhead(of: bytes)
      ? (try numbers(of: bytes, file: file), [])
      : try PathTable.columns(of: bytes, request)
    guard columns.x.count > 1 else {
      throw Fault(.file(file), .pathTooFew, ["found": "\(columns.x.count)"])
    }
    return Reading(
      path: RecordedPath(
        name(of: file), points: zip(columns.x, columns.y).map { Point($0, $1) },
        steps: columns.steps, losses: columns.losses),
      notes: notes)
  }

  /// The columns of a path, finite all.
  struct Columns {
    var x, y: [Double]
    var losses: [Double]?
    var steps: [Int]?
  }

  /// The file's name without folder and ending; what would not be a word of a line is a dash.
  package static func name(of file: String) -> String {
    let last = file.split(separator: "/").last.map(String.init) ?? file
    let stem = last.lastIndex(of: ".").map { String(last[..<$0]) } ?? last
    let name = (stem.isEmpty ? last : stem).prefix(40).map { character -> Character in
      character.isLetter || character.isNumber || "-_.".contains(character) ? character : "-"
    }
    return name.isEmpty ? "path" : String(name)
  }

  private static func numbers(of bytes: [UInt8], file: String) throws(Fault) -> Columns {
    let header = try NumPyHeader(bytes, file: file)
    guard 2...3 ~= header.columns else {
      throw Fault(
        .file(file), .pathShape, ["rows": "\(header.rows)", "columns": "\(header.columns)"])
    }
    let table = GridFile.numbers(of: bytes, header)
    if let place = table.heights.firstIndex(where: { !$0.isFinite }) {
      let (row, column) = place.quotientAndRemainder(dividingBy: table.columns)
      throw Fault(
        .file(file), .gridNotFinite,
        ["row": "\(row)", "column": "\(column)", "found": "\(table.heights[place])"])
    }
    func column(_ column: Int) -> [Double] {
      (0..<table.rows).map { table.heights[$0 * table.columns + column] }
    }
    return Columns(x: column(0), y: column(1), losses: table.columns > 2 ? column(2) : nil)
  }

  /// The longest file that is read: some millions of points, of which a screen shows a few
  /// thousand.
  package static let limit = 64 << 20
}
