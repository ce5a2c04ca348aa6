import Descent
import Drawing
import Texts

/// Reads a recorded path that was written as a table.
enum PathTable {
  static func columns(
    of bytes: [UInt8], _ request: PathFile.Request
  ) throws(Fault) -> (PathFile.Columns, [DataNote]) {
    let file = request.file.value
    let text = try FileText.read(bytes, file: file)
    let table = try DataTable(separated(text.bytes), file: file, mayLackHeader: true)
    let places = try places(in: table, request)
    var notes = text.notes(of: file)
    func numbers(_ column: Int) throws(Fault) -> [Double] {
      let numbers = try table.numbers(in: column, of: table.rows)
      notes += table.commaNotes(in: column, of: table.rows, file: file)
      return numbers
    }
    var columns = PathFile.Columns(x: try numbers(places.x), y: try numbers(places.y))
    if let loss = places.loss { columns.losses = try numbers(loss) }
    if let step = places.step { columns.steps = try steps(in: step, of: table, file: file) }
    return (columns, notes)
  }

  private static func places(
    in table: DataTable, _ request: PathFile.Request
  ) throws(Fault) -> (x: Int, y: Int, loss: Int?, step: Int?) {
    if let columns = request.columns?.value {
      func place(_ name: String?) throws(Fault) -> Int? {
        guard let name else { return nil }
        return try table.column(named: name)
      }
      return (
        try table.column(named: columns.x), try table.column(named: columns.y),
        try place(columns.loss), try place(columns.step)
      )
    }
    guard table.header.count > 1 else {
      throw Fault(.file(request.file.value), .pathOneColumn, ["found": table.header[0].excerpt])
    }
    if table.lacksHeader { return (0, 1, table.header.count > 2 ? 2 : nil, nil) }
    let names = table.header.map { $0.lowercased() }
    func place(_ name: String) -> Int? { names.firstIndex(of: name) }
    let (loss, step) = (place("loss"), place("step"))
    if let x = place("x"), let y = place("y") { return (x, y, loss, step) }
    // An index has no name.
    let named = names.indices.filter { !names[$0].isEmpty && $0 != loss && $0 != step }
    guard named.count > 1 else {
      throw Fault(.file(request.file.value), .pathOneColumn, ["found": table.header.listed])
    }
    return (named[0], named[1], loss, step)
  }

  /// Steps are whole numbers that rise.
  private static func steps(
    in column: Int, of table: DataTable, file: String
  ) throws(Fault) -> [Int] {
    let numbers = try table.numbers(in: column, of: table.rows)
    var steps: [Int] = []
    for (row, number) in zip(table.rows, numbers) {
      guard let step = Int(exactly: number), step < 1 << 53, step > steps.last ?? -1 else {
        throw Fault(
          .file(file), steps.isEmpty ? .pathFirstStep : .pathStep,
          [
            "row": "\(row.number)", "column": table.header[column].excerpt,
            "found": row[column].excerpt, "before": "\(steps.last ?? 0)",
          ])
      }
      steps.append(step)
    }
    return steps
  }

  /// The text with commas between its cells where nothing but blanks separates them, as NumPy
  /// writes it, and without the sign of a comment before the names of the columns. Line ends stay.
  private static func separated(_ text: [UInt8]) -> [UInt8] {
    let blanks: Set<UInt8> = [0x20, UInt8(ascii: "#")]
    var text = text[...]
    if text.first == UInt8(ascii: "#") { text = text.drop(while: blanks.contains) }
    guard !text.contains(where: { ",;\t|".utf8.contains($0) }) else { return Array(text) }
    return Array(
      text.split(separator: 0x0A, omittingEmptySubsequences: false)
        .map { line in Array(line.split(separator: 0x20).joined(separator: [0x2C])) }
        .joined(separator: [0x0A]))
  }
}
