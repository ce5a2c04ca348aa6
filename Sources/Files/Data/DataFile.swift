package import Descent
import Drawing
import Texts

/// Data from a CSV file: two columns that a model is fitted to.
package enum DataFile {
  /// What is asked for.
  package struct Request: Sendable {
    package var file: Asked<String>
    package var x, y: Asked<String>?
    package var standardised: Bool
    package var model = Model.line
    /// The class that counts as 1 in a classification; all other values count as 0.
    package var positive: Asked<String>?
    package var missing = Missing.drop

    package init(
      file: Asked<String>, x: Asked<String>?, y: Asked<String>?, standardised: Bool
    ) {
      self.file = file
      self.x = x
      self.y = y
      self.standardised = standardised
    }
  }

  /// What is fitted to the data.
  package enum Model: String, CaseIterable, Sendable { case line, logistic, neuron }

  /// What is done with a row in which one of the two columns has no value.
  package enum Missing: String, CaseIterable, Sendable {
    /// The row is left out, and that is told.
    case drop
    case error
  }

  /// A surface of data, and what must be known of them.
  package struct Reading: Sendable {
    package var surface: any ModelSurface
    package var notes: [DataNote]
  }

  package static func read(_ request: Request) throws(Fault) -> Reading {
    do throws(Fault) {
      return try read(
        request,
        from: try FileBytes.read(
          request.file.value, orExample: .data, unreadable: .errorUnreadable, missing: .errorNoFile)
      )
    } catch {
      throw error.naming(request.file)
    }
  }

  /// - Parameter bytes: what stands in the file.
  package static func read(_ request: Request, from bytes: [UInt8]) throws(Fault) -> Reading {
    let file = request.file.value
    let text = try FileText.read(bytes, file: file)
    let table = try DataTable(text.bytes, file: file)
    let (x, y) = try columns(of: table, request)
    let known = try knownRows(of: table, x, y, request)
    let inputs = try table.numbers(in: x, of: known)
    let targets =
      request.model == .logistic
      ? try classes(y, of: table, known, request) : try table.numbers(in: y, of: known)
    var notes = text.notes(of: file)
    if known.count < table.rows.count {
      let numbers = Set(known.map(\.number))
      let rows = table.rows.map(\.number).filter { !numbers.contains($0) }
      notes.append(DataNote(file, .leftOut(rows: rows, of: table.rows.count)))
    }
    for column in request.model == .logistic ? [x] : [x, y] {
      notes += table.commaNotes(in: column, of: known, file: file)
    }
    return Reading(
      surface: try surface(inputs, targets, request, column: table.header[x]), notes: notes)
  }

  private static func surface(
    _ inputs: [Double], _ targets: [Double], _ request: Request, column: String
  ) throws(Fault) -> any ModelSurface {
    do throws(SamplesError) {
      let samples = try Samples(inputs: inputs, targets: targets)
      return switch request.model {
      case .line: try LeastSquares(samples, standardised: request.standardised)
      case .logistic: try LogisticRegression(samples, standardised: request.standardised)
      case .neuron: try Neuron(samples, standardised: request.standardised)
      }
    } catch {
      throw Fault(error, file: request.file.value, column: column)
    }
  }

  /// The places of the two columns.
  private static func columns(
    of table: DataTable, _ request: Request
  ) throws(Fault) -> (x: Int, y: Int) {
    func missing(_ flag: String) -> Fault {
      Fault(
        .flag(flag), .errorMissingColumnFlag,
        ["flag": flag, "expected": table.header.filter { !$0.isEmpty }.listed])
    }
    guard let x = request.x?.value else { throw missing("--x") }
    guard let y = request.y?.value else { throw missing("--y") }
    if let positive = request.positive, request.model != .logistic {
      throw Fault.option("--class", at: positive.origin, needs: "--model logistic")
    }
    return (try table.column(named: x), try table.column(named: y))
  }

  /// The rows that have a value in both columns.
  private static func knownRows(
    of table: DataTable, _ x: Int, _ y: Int, _ request: Request
  ) throws(Fault) -> [DataTable.Row] {
    let file = request.file.value
    var known: [DataTable.Row] = []
    for row in table.rows {
      guard let column = [x, y].first(where: { MissingValue.isWritten(row[$0]) }) else {
        known.append(row)
        continue
      }
      if request.missing == .error {
        throw Fault.cell(row[column], row: row.number, column: table.header[column], of: file)
      }
    }
    guard !known.isEmpty else {
      throw Fault(
        .file(file), .errorNoValues,
        ["x": table.header[x].excerpt, "y": table.header[y].excerpt])
    }
    return known
  }

  /// A column of two values, numbers or words, as 0 and 1: the one that is asked for is 1, else
  /// that which comes later in order.
  private static func classes(
    _ column: Int, of table: DataTable, _ rows: [DataTable.Row], _ request: Request
  ) throws(Fault) -> [Double] {
    let (file, name) = (request.file.value, table.header[column])
    let cells = rows.map { $0[column] }
    let values = Set(cells).sorted { a, b in
      if let a = DecimalNumber.value(of: a), let b = DecimalNumber.value(of: b) {
        a < b
      } else {
        a < b
      }
    }
    if let positive = request.positive?.value {
      guard values.contains(positive), values.count > 1 else {
        throw Fault(
          .file(file),
          .unknown(.missingClass, ["column": name], found: positive, names: values))
      }
      return cells.map { $0 == positive ? 1 : 0 }
    }
    guard values.count == 2 else {
      throw Fault(.file(file), .notTwoClasses, ["column": name, "found": "\(values.count)"])
    }
    return cells.map { $0 == values[1] ? 1 : 0 }
  }
}

extension Fault {
  /// A cell that is no number; rows are counted from 1.
  static func cell(_ found: String, row: Int, column: String, of file: String) -> Fault {
    Fault(
      .file(file), .errorBadCell,
      ["row": "\(row)", "column": column.excerpt, "found": found.excerpt])
  }

  /// There is no such file, nor a sample of that name.
  static func noFile(_ file: String, _ text: Text, samples: [String]) -> Fault {
    Fault(
      .file(file), .missingFile(text, samples: samples))
  }

  init(_ error: SamplesError, file: String, column: String) {
    let origin = Origin.file(file)
    switch error {
    case .tooFew(let found): self.init(origin, .errorTooFewRows, ["found": "\(found)"])
    case .constantInputs(let found):
      self.init(
        origin, .errorConstantColumn, ["column": column, "found": NumberText.compact(found)])
    case .overflow: self.init(origin, .errorDataOverflow)
    case .oneClass(let found):
      self.init(origin, .oneClass, ["found": NumberText.compact(found)])
    }
  }

  /// The same of a file that another file has named, which is told too.
  func naming(_ file: Asked<String>) -> Fault {
    guard case .file = file.origin, self.file == file.value else { return self }
    var fault = self
    fault.namedIn = file.origin
    return fault
  }
}
