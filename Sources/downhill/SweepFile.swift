import App
import Files
import FoundationEssentials
import Reports
import Texts

#if canImport(Glibc)
  import Glibc
#endif

/// The file that a sweep writes and, after it has been killed, goes on with.
///
/// Rows are appended in order, and only whole ones count: what was torn is cut off, and the next
/// row follows from how many there are. Beside it lies a file of the same name and `.job` that says
/// which sweep it is of; it comes first, so that there is never a table without it.
struct SweepFile {
  private let path: String
  private let table: SweepTable

  init(_ path: String, of table: SweepTable) { (self.path, self.table) = (path, table) }

  /// Writes what is still missing.
  func write(threads: Int?, hasHeader: Bool, isQuiet: Bool) throws {
    let header = hasHeader ? table.header : ""
    let file = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
    guard file >= 0 else { throw Fault.sweep(.fileNotWritable, path) }
    defer { close(file) }
    guard flock(file, LOCK_EX | LOCK_NB) == 0 else {
      throw Fault.sweep(.sweepBusy, path)
    }
    try claim(isEmpty: lseek(file, 0, SEEK_END) == 0, identity: table.identity + header)
    let done = try cut(file, header)
    let progress = Progress(of: table.count, from: done, isShown: !isQuiet)
    try Batches(of: table.count, threads: threads).forEach(from: done) { range, rows in
      try append(rows, to: file)
      progress.show(range.upperBound)
    } rows: { [table] places in
      table.rows(at: places)
    }
    guard fsync(file) == 0 else { throw Fault.outputFailed }
    progress.end()
  }

  /// Makes sure that the file is of this sweep.
  private func claim(isEmpty: Bool, identity: String) throws(Fault) {
    let job = path + ".job"
    if let found = try? String(contentsOfFile: job, encoding: .utf8) {
      let pairs = zip(
        found.split(separator: "\n", omittingEmptySubsequences: false),
        identity.split(separator: "\n", omittingEmptySubsequences: false))
      guard found != identity else { return }
      let other = pairs.first { $0 != $1 }
      throw Fault(
        .flag("--output"), .sweepAnother,
        [
          "file": path, "found": other.map { String($0.0) } ?? "",
          "expected": other.map { String($0.1) } ?? "",
        ])
    }
    guard isEmpty else { throw .sweep(.sweepForeign, path) }
    // Whole or not at all.
    let draft = job + ".new"
    do {
      try identity.write(toFile: draft, atomically: false, encoding: .utf8)
    } catch { throw .sweep(.fileNotWritable, job) }
    guard rename(draft, job) == 0 else { throw .sweep(.fileNotWritable, job) }
  }

  /// Cuts off what is no whole combination, and writes the header if it is missing.
  ///
  /// - Returns: how many combinations are there.
  private func cut(_ file: Int32, _ header: String) throws(Fault) -> Int {
    let length = header.utf8.count
    var (offset, lines, end, done) = (0, 0, 0, 0)
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    lseek(file, 0, SEEK_SET)
    while true {
      let count = read(file, &chunk, chunk.count)
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { break }
      for byte in chunk[..<count] {
        offset += 1
        guard byte == UInt8(ascii: "\n") else { continue }
        if offset <= length {
          if offset == length { end = offset }
          continue
        }
        lines += 1
        if lines.isMultiple(of: table.rowsEach) { (end, done) = (offset, lines / table.rowsEach) }
      }
    }
    guard ftruncate(file, end) == 0, lseek(file, 0, SEEK_END) >= 0 else {
      throw .outputFailed
    }
    if end == 0, length > 0 { try append(header, to: file) }
    return done
  }

  private func append(_ text: String, to file: Int32) throws(Fault) {
    guard writeAll(Array(text.utf8), to: file) == nil else { throw .outputFailed }
  }
}

extension Fault {
  /// What can be wrong with the file of a sweep.
  fileprivate static func sweep(_ text: Text, _ file: String) -> Fault {
    Fault(.flag("--output"), text, ["file": file])
  }
}
