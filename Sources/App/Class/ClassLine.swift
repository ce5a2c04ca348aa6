package import Room

/// What a teacher asks of a class before it is open.
package struct ClassWish: Hashable, Sendable {
  /// As numbers; the likeliest one of this machine if `nil`.
  package var address: String?
  /// The usual one if `nil`.
  package var port: Int?
  /// Connections and seats of one address; the usual number if `nil`.
  package var perAddress: Int?
  /// Everybody starts where the surface's races do.
  package var isFromOneStart = false
  /// Students choose more than rule and rate.
  package var allowsSettings = false

  package init() {}
}

/// Where an open class is found.
package struct ClassDoor: Hashable, Sendable {
  /// What a phone opens, with the room code in it.
  package let link: String
  /// What somebody types who cannot read the code.
  package let site: String
  /// Of the device that the address belongs to, if it is known: `wlan0`.
  package let device: String?
  /// Other addresses of this machine, the likeliest first.
  package let others: [String]

  package init(link: String, site: String, device: String? = nil, others: [String] = []) {
    (self.link, self.site, self.device, self.others) = (link, site, device, others)
  }
}

/// Why a class could not be opened.
package enum ClassRefusal: Error, Hashable, Sendable {
  case noAddress(String)
  /// This machine has none but these.
  case notOurs(String, known: [String])
  case portTaken(Int)
  /// Ports below 1024 are the system's.
  case portForbidden(Int)
  /// The machine is in no network.
  case noNetwork
  /// The number of the system's error.
  case refused(Int32)
}

/// How a class stands.
package struct ClassNews: Hashable, Sendable {
  package let room: Room
  /// Anybody has reached the class.
  package let hasVisitors: Bool

  package init(_ room: Room, hasVisitors: Bool) {
    (self.room, self.hasVisitors) = (room, hasVisitors)
  }
}

/// What the program tells a class.
package enum ClassOrder: Hashable, Sendable {
  case teacher(TeacherMessage)
  case wall(WallMessage)
  /// Phones are to show the map of the surface that the next round is driven on.
  case map
  case close
}

/// How the program's loop talks to the class. All of it returns at once, but for opening and
/// closing, which take a moment.
package protocol ClassLine {
  func open(_ wish: ClassWish) -> Result<ClassDoor, ClassRefusal>

  /// How the class stands, if it has changed since this was last asked.
  func news() -> ClassNews?

  func take(_ message: TeacherMessage)
  func take(_ message: WallMessage)

  /// Shows other maps on phones, as SVG; see `ClassMap`.
  func show(dark: String, light: String)

  func close()
}

/// A program without a class.
struct NoClass: ClassLine {
  func open(_ wish: ClassWish) -> Result<ClassDoor, ClassRefusal> { .failure(.noNetwork) }
  func news() -> ClassNews? { nil }
  func take(_ message: TeacherMessage) {}
  func take(_ message: WallMessage) {}
  func show(dark: String, light: String) {}
  func close() {}
}
