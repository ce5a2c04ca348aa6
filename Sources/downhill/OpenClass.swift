import App
import Class
import Room
import Synchronization
import Terminal
import Texts

/// The class that is open, if one is: how the program's loop reaches it.
final class OpenClass: ClassLine {
  /// There is something new in the room.
  private final class Bell: Sendable {
    private let hasRung = Atomic(true)

    func ring() {
      hasRung.store(true, ordering: .releasing)
      CursesScreen.call()
    }

    func answer() -> Bool { hasRung.exchange(false, ordering: .acquiringAndReleasing) }
  }

  private var classroom: Classroom?
  private let bell = Bell()

  func open(_ wish: ClassWish) -> Result<ClassDoor, ClassRefusal> {
    close()
    let known = LocalAddress.all
    guard let address = wish.address ?? known.first?.address else { return .failure(.noNetwork) }
    var settings = ClassSettings(address: address, port: wish.port ?? ClassSettings.standardPort)
    if let count = wish.perAddress {
      (settings.limits.connectionsOfAddress, settings.limits.seatsOfAddress) = (2 * count, count)
    }
    let languages =
      [Words.strings]
      + Strings.languages.filter { $0 != Words.strings.language }.map { Strings($0) }
    do throws(ClassError) {
      let room = try Classroom(settings, languages: languages) { [bell] in bell.ring() }
      classroom = room
      bell.ring()
      return .success(
        ClassDoor(
          link: room.link, site: room.site,
          device: known.first { $0.address == address }?.device,
          others: known.map(\.address).filter { $0 != address }))
    } catch {
      return .failure(ClassRefusal(error, known.map(\.address)))
    }
  }

  func news() -> ClassNews? {
    guard let classroom, bell.answer() else { return nil }
    return ClassNews(classroom.room, hasVisitors: classroom.hasVisitors)
  }

  func take(_ message: TeacherMessage) { classroom?.take(message) }

  func take(_ message: WallMessage) { classroom?.take(message) }

  func show(dark: String, light: String) {
    classroom?.show(ClassMap(dark: dark, light: light))
  }

  func close() {
    classroom?.close()
    classroom = nil
  }
}

extension ClassRefusal {
  fileprivate init(_ error: ClassError, _ known: [String]) {
    self =
      switch error {
      case .noAddress(let address): .noAddress(address)
      case .notOurs(let address): .notOurs(address, known: known)
      case .portTaken(let port): .portTaken(port)
      case .portForbidden(let port): .portForbidden(port)
      case .refused(let number): .refused(number)
      }
  }
}
