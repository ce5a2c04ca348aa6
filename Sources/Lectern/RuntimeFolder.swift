#if canImport(Glibc)
  import Glibc
#endif

/// Why the lecturer's notes cannot follow a lesson.
package enum LecternError: Error, Hashable, Sendable {
  /// The folder belongs to somebody else, is open to others, or is no folder.
  case folderNotOwn(String)
  case folderMissing(String)
  /// A socket's path may have 107 bytes.
  case pathTooLong(String)
  /// No socket could be opened in that folder.
  case socketRefused(String)
}

/// The folder of the user's own in which running lessons have their sockets; nobody else may look
/// into it.
package struct RuntimeFolder: Hashable, Sendable {
  package let path: String

  /// Makes the folder if it is not there: `downhill` in `$XDG_RUNTIME_DIR`, else a folder with the
  /// user's number in that for temporary files.
  package init(environment: [String: String]) throws(LecternError) {
    func folder(_ variable: String) -> String? {
      environment[variable].flatMap { $0.hasPrefix("/") && $0.utf8.count > 1 ? $0 : nil }
    }
    if let runtime = folder("XDG_RUNTIME_DIR") {
      try self.init("\(runtime)/downhill")
    } else {
      try self.init("\(folder("TMPDIR") ?? "/tmp")/downhill-\(geteuid())")
    }
  }

  /// - Throws: if the folder is not the user's own and closed to everybody else.
  package init(_ path: String) throws(LecternError) {
    guard mkdir(path, 0o700) == 0 || errno == EEXIST else { throw .folderMissing(path) }
    var found = stat()
    guard lstat(path, &found) == 0 else { throw .folderMissing(path) }
    // A link could lead anywhere.
    guard found.st_mode & S_IFMT == S_IFDIR, found.st_uid == geteuid(), found.st_mode & 0o077 == 0
    else { throw .folderNotOwn(path) }
    self.path = path
  }

  /// The socket of a process.
  func socket(of process: Int32) throws(LecternError) -> String {
    let socket = "\(path)/\(process)\(Self.ending)"
    guard socket.utf8.count <= Self.longestPath else { throw .pathTooLong(socket) }
    return socket
  }

  /// The sockets of processes that run, the newest first. Those of others are taken away: a process
  /// that was killed could not.
  package func sockets() -> [String] {
    var sockets: [(path: String, age: timespec)] = []
    for name in names {
      guard name.hasSuffix(Self.ending), let process = Int32(name.dropLast(Self.ending.count)),
        process > 0
      else { continue }
      let path = "\(path)/\(name)"
      var found = stat()
      guard lstat(path, &found) == 0, found.st_mode & S_IFMT == S_IFSOCK else { continue }
      if kill(process, 0) != 0, errno == ESRCH {
        unlink(path)
      } else {
        sockets.append((path, found.st_ctim))
      }
    }
    return sockets.sorted {
      ($0.age.tv_sec, $0.age.tv_nsec) > ($1.age.tv_sec, $1.age.tv_nsec)
    }.map(\.path)
  }

  private var names: [String] {
    guard let folder = opendir(path) else { return [] }
    defer { closedir(folder) }
    var names: [String] = []
    while let entry = readdir(folder) {
      names.append(
        withUnsafePointer(to: &entry.pointee.d_name) {
          $0.withMemoryRebound(to: CChar.self, capacity: Int(NAME_MAX) + 1) { String(cString: $0) }
        })
    }
    return names
  }

  private static let ending = ".socket"
  private static let longestPath = 107
}
