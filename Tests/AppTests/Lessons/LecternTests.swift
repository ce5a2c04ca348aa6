import FoundationEssentials
import Lectern
import Synchronization
import Testing

#if canImport(Glibc)
  import Glibc
#endif

/// The socket between the terminals of a lecture.
struct LecternTests {
  /// A new folder for sockets, with its path.
  private func withRuntimeFolder(_ body: (RuntimeFolder) throws -> Void) throws {
    let folder = "/tmp/downhill-\(UUID().uuidString.prefix(8))"
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try body(try RuntimeFolder(folder))
  }

  private func mode(_ path: String) -> mode_t {
    var found = stat()
    return lstat(path, &found) == 0 ? found.st_mode & 0o777 : 0
  }

  /// Takes down what is heard, and waits for it.
  private final class Ear: Sendable {
    private let news = Mutex<[Attendance.News]>([])

    func hear(_ new: Attendance.News) { news.withLock { $0.append(new) } }

    func hear(_ line: String) { hear(.line(line)) }

    var all: [Attendance.News] { news.withLock(\.self) }

    /// Whether that has been heard, as soon as it has been; the time only guards against hanging.
    func hears(_ new: Attendance.News) -> Bool {
      for _ in 0..<3000 where !all.contains(new) { usleep(10_000) }
      return all.contains(new)
    }
  }

  private func attendance(_ folder: RuntimeFolder, wants: String? = nil, _ ear: Ear) -> Attendance {
    Attendance(in: folder, isWanted: { wants == nil || $0 == wants }, hear: { ear.hear($0) })
  }

  /// A client that does as it likes.
  private func connect(to path: String) -> Int32 {
    let client = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
    var address = sockaddr_un()
    address.sun_family = sa_family_t(AF_UNIX)
    withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path.utf8) }
    let length = socklen_t(MemoryLayout<sockaddr_un>.size)
    let isThere = withUnsafePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { Glibc.connect(client, $0, length) }
    }
    #expect(isThere == 0)
    return client
  }

  @Test func `folder and socket are the user's alone`() throws {
    try withRuntimeFolder { folder in
      let lectern = try Lectern(in: folder) { _ in }
      #expect(mode(folder.path) == 0o700 && mode(lectern.path) == 0o600)
      lectern.close()
      #expect(mode(lectern.path) == 0)
    }
  }

  @Test func `a folder that others may open, a link and a file are refused`() throws {
    try withRuntimeFolder { folder in
      let (open, link, file) = ("\(folder.path)/open", "\(folder.path)/link", "\(folder.path)/file")
      mkdir(open, 0o700)
      chmod(open, 0o750)
      symlink(folder.path, link)
      try Data().write(to: URL(filePath: file))
      for path in [open, link, file] {
        #expect(throws: LecternError.folderNotOwn(path)) { _ = try RuntimeFolder(path) }
      }
      let missing = "\(folder.path)/a/b"
      #expect(throws: LecternError.folderMissing(missing)) { _ = try RuntimeFolder(missing) }
      // It was made before, and is still good.
      let again = try RuntimeFolder(folder.path)
      #expect(again == folder)
    }
  }

  @Test func `a folder of somebody else is refused`() throws {
    // Only one who may give files away can try.
    guard geteuid() == 0 else { return }
    try withRuntimeFolder { folder in
      let path = "\(folder.path)/theirs"
      mkdir(path, 0o700)
      chown(path, 65_534, 65_534)
      #expect(throws: LecternError.folderNotOwn(path)) { _ = try RuntimeFolder(path) }
    }
  }

  @Test func `the runtime folder comes first, then that for temporary files`() throws {
    try withRuntimeFolder { folder in
      let (run, tmp) = ("\(folder.path)/run", "\(folder.path)/tmp")
      mkdir(run, 0o700)
      mkdir(tmp, 0o700)
      let both = ["XDG_RUNTIME_DIR": run, "TMPDIR": tmp]
      let first = try RuntimeFolder(environment: both)
      #expect(first.path == "\(run)/downhill")
      let other = ["XDG_RUNTIME_DIR": "run", "TMPDIR": tmp]
      let second = try RuntimeFolder(environment: other)
      #expect(second.path == "\(tmp)/downhill-\(geteuid())")
    }
  }

  @Test func `whoever listens gets the last line, then every new one, and is answered`() throws {
    try withRuntimeFolder { folder in
      let (asked, told) = (Ear(), Ear())
      let lectern = try Lectern(in: folder) { asked.hear($0) }
      lectern.say("one")
      lectern.say("two")
      let attendance = attendance(folder, told)
      #expect(told.hears(.line("two")))
      lectern.say("three 한글")
      #expect(told.hears(.line("three 한글")))
      attendance.say("next")
      #expect(asked.hears(.line("next")))
      #expect(told.all == [.line("two"), .line("three 한글")])
      lectern.close()
      #expect(told.hears(.ended))
      // The next one is found by itself.
      let next = try Lectern(in: folder) { _ in }
      next.say("again")
      #expect(told.hears(.line("again")))
      attendance.close()
      next.close()
    }
  }

  @Test func `of two lessons the one that is wanted is listened to, else the newest`() throws {
    try withRuntimeFolder { folder in
      let older = try Lectern(in: folder) { _ in }
      older.say("rate")
      let newer = try Lectern(in: folder, process: getppid()) { _ in }
      newer.say("map")
      let (wanting, taking) = (Ear(), Ear())
      let first = attendance(folder, wants: "rate", wanting)
      let second = attendance(folder, wants: "adam", taking)
      #expect(wanting.hears(.line("rate")) && taking.hears(.line("map")))
      #expect(wanting.all.count == 1 && taking.all.count == 1)
      first.close()
      second.close()
      older.close()
      newer.close()
    }
  }

  @Test func `what a killed program has left is taken away`() throws {
    try withRuntimeFolder { folder in
      // No process has this number.
      let dead = try Lectern(in: folder, process: .max) { _ in }
      let stray = "\(folder.path)/notes.txt"
      try Data().write(to: URL(filePath: stray))
      let lectern = try Lectern(in: folder) { _ in }
      #expect(folder.sockets() == [lectern.path])
      #expect(!FileManager.default.fileExists(atPath: dead.path))
      #expect(FileManager.default.fileExists(atPath: stray))
      lectern.close()
      dead.close()
    }
  }

  @Test func `one who talks without end is cut off, and others are heard`() throws {
    try withRuntimeFolder { folder in
      let asked = Ear()
      let lectern = try Lectern(in: folder) { asked.hear($0) }
      let client = connect(to: lectern.path)
      let flood = [UInt8](repeating: 120, count: 200_000)
      // Until it is cut off, or all has gone.
      var sent = 0
      while sent < flood.count {
        let count = send(
          client, Array(flood[sent...]), flood.count - sent, Int32(MSG_NOSIGNAL))
        if count <= 0 { break }
        sent += count
      }
      var byte: UInt8 = 0
      #expect(recv(client, &byte, 1, 0) <= 0)
      close(client)
      let polite = connect(to: lectern.path)
      let line = Array("hello\n".utf8)
      #expect(send(polite, line, line.count, 0) == line.count)
      #expect(asked.hears(.line("hello")) && asked.all.count == 1)
      close(polite)
      lectern.close()
    }
  }

  @Test func `one who never reads holds nobody up`() throws {
    try withRuntimeFolder { folder in
      let lectern = try Lectern(in: folder) { _ in }
      let deaf = connect(to: lectern.path)
      let told = Ear()
      let attendance = attendance(folder, told)
      lectern.say("begin")
      #expect(told.hears(.line("begin")))
      // Fifty megabytes that the deaf one does not take.
      let line = String(repeating: "x", count: 1000)
      for number in 0..<50_000 { lectern.say("\(number) \(line)") }
      lectern.say("end")
      #expect(told.hears(.line("end")))
      attendance.close()
      close(deaf)
      lectern.close()
    }
  }

  @Test func `no more than a few may listen`() throws {
    try withRuntimeFolder { folder in
      let lectern = try Lectern(in: folder) { _ in }
      lectern.say("x")
      let clients = (0..<12).map { _ in connect(to: lectern.path) }
      // Those that are taken hear the line, the others the end.
      let heard = clients.count { client in
        var byte: UInt8 = 0
        return recv(client, &byte, 1, 0) == 1
      }
      #expect(heard == 8)
      for client in clients { close(client) }
      lectern.close()
    }
  }
}
