import NIOCore

#if canImport(Glibc)
  import Glibc
#endif

extension ClassError {
  /// What the system or the network library says, as what was asked for.
  init(_ error: any Error, _ settings: ClassSettings) {
    if let error = error as? ClassError {
      self = error
    } else if let error = error as? IOError {
      switch error.errnoCode {
      case EADDRINUSE: self = .portTaken(settings.port)
      case EADDRNOTAVAIL: self = .notOurs(settings.address)
      case EACCES, EPERM: self = .portForbidden(settings.port)
      default: self = .refused(error.errnoCode)
      }
    } else {
      self = .noAddress(settings.address)
    }
  }
}
