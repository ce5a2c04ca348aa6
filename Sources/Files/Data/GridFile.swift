package import Descent
package import Drawing
import Texts

/// A landscape from a file: heights on a grid, as NumPy saves them or as rows of plain numbers.
package enum GridFile {
  /// What is asked for.
  package struct Request: Sendable {
    package var file: Asked<String>
    /// −1 to 1 on both axes if `nil`.
    package var extent: Asked<PlaneRect>?

    package init(file: Asked<String>, extent: Asked<PlaneRect>? = nil) {
      (self.file, self.extent) = (file, extent)
    }
  }

  /// A landscape, and what must be known of it.
  package struct Reading: Sendable {
    package var surface: SampledGrid
    package var notes: [DataNote]
  }

  package static func read(_ request: Request) throws(Fault) -> Reading {
    let file = request.file.value
    do throws(Fault) {
      return try read(
        try FileBytes.read(
          file, orExample: .grid, unreadable: .gridUnreadable, missing: .gridNoFile), file: file,
        extent: request.extent.map { Window($0.value) } ?? Window(x: -1...1, y: -1...1))
    } catch {
      throw error.naming(request.file)
    }
  }

  /// - Parameter bytes: of a NumPy file, or of text: rows of numbers between commas, semicolons,
  ///   tabs or blanks. The first row is that of the lowest y.
  package static func read(
    _ bytes: [UInt8], file: String, extent: Window = Window(x: -1...1, y: -1...1)
  ) throws(Fault) -> Reading {
    let title = file.split(separator: "/").last.map(String.init) ?? file
    var (table, notes) = try table(from: bytes, file: file)
    let holes = table.heights.count(where: \.isNaN)
    if holes > 0 {
      notes.append(DataNote(file, .holes(count: holes, of: table.heights.count)))
    }
    do throws(SampledGridError) {
      return Reading(
        surface: try SampledGrid(
          title, heights: table.heights, columns: table.columns, rows: table.rows, extent: extent),
        notes: notes)
    } catch {
      throw Fault(error, file: file)
    }
  }

  /// What stands in a file, before anything is made of it.
  package static func table(
    from bytes: [UInt8], file: String
  ) throws(Fault) -> (table: Table, notes: [DataNote]) {
    if NumPyHeader.isAhead(of: bytes) {
      return (numbers(of: bytes, try NumPyHeader(bytes, file: file)), [])
    }
    guard let text = try? FileText(bytes), !text.bytes.contains(0) else {
      throw Fault(.file(file), .gridKind)
    }
    return (try GridText(text.bytes, file: file).table, text.notes(of: file))
  }

  /// Heights row by row, NaN where there is no value.
  package struct Table: Sendable {
    package var heights: [Double]
    package var columns, rows: Int
  }

  /// The samples of a NumPy file.
  static func numbers(of bytes: [UInt8], _ header: NumPyHeader) -> Table {
    let (rows, columns, size) = (header.rows, header.columns, header.type.size)
    let heights = (0..<rows * columns).map { index in
      let (row, column) = index.quotientAndRemainder(dividingBy: columns)
      let place = header.offset + (header.isFortran ? column * rows + row : index) * size
      return header.type.number(bytes[place..<place + size])
    }
    return Table(heights: heights, columns: columns, rows: rows)
  }
}

extension Fault {
  fileprivate init(_ error: SampledGridError, file: String) {
    let origin = Origin.file(file)
    switch error {
    case .tooFew(let columns, let rows):
      self.init(origin, .gridTooFew, ["rows": "\(rows)", "columns": "\(columns)"])
    case .notFinite(let row, let column, let found):
      self.init(
        origin, .gridNotFinite,
        ["row": "\(row)", "column": "\(column)", "found": "\(found)"])
    case .noGround: self.init(origin, .gridNoGround)
    case .level(let found):
      self.init(origin, .gridLevel, ["found": NumberText.compact(found)])
    case .overflow: self.init(origin, .gridOverflow)
    }
  }
}
