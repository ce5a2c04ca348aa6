import Files
import Terminal
import Texts

/// The keys of the wall of a class, by what it shows.
extension Keymap {
  /// While a new name is typed, in the list of seats, on each page, and on all of them.
  static let standardWall: [KeyGroup] = [
    KeyGroup(.helpWhileNaming, namingKeys), KeyGroup(.helpInSeats, seatKeys),
    KeyGroup(.helpBeforeRound, betweenKeys), KeyGroup(.helpInChoosing, choosingKeys),
    KeyGroup(.helpInRound, drivingKeysOfClass), KeyGroup(.helpOnWall, wallKeys),
  ]

  private static let namingKeys = [
    on("take-name", [.enter], .classroom(.take), .footer),
    on("drop-name", [.escape], .classroom(.drop), .footer),
    on("erase-name", [.backspace], .classroom(.erase), .footer),
  ]

  private static let seatKeys = [
    on("seat-down", [.down, .character("j")], .classroom(.move(by: 1)), .footer),
    on("seat-up", [.up, .character("k")], .classroom(.move(by: -1))),
    on("seats-down", [.pageDown], .classroom(.move(by: 10)), .help),
    on("seats-up", [.pageUp], .classroom(.move(by: -10))),
    on("rename-seat", [.character("r")], .classroom(.rename), .footer),
    on("remove-seat", [.character("d")], .classroom(.remove), .footer),
    on("close-seats", [.escape, .enter], .classroom(.toggleList), .footer, words: "close"),
  ]

  private static let betweenKeys = [
    on("open-round", [.enter], .classroom(.openRound), .footer),
    on("class-podium", [.character("p")], .classroom(.podium), .footer),
    on("class-lobby", [.character("b")], .classroom(.lobby), .footer),
  ]

  private static let choosingKeys = [
    on("start-round", [.enter], .classroom(.startRound), .footer),
    on("round-surface", [.character("s")], .classroom(.otherSurface(by: 1)), .footer),
    on("round-surface-back", [.character("S")], .classroom(.otherSurface(by: -1))),
    on("round-starts", [.character("f")], .classroom(.toggleStarts), .footer),
    on("round-settings", [.character("e")], .classroom(.toggleSettings), .footer),
    on("round-fog", [.character("d")], .classroom(.toggleFog), .footer),
    on("leave-round", [.character("b")], .classroom(.lobby), .help),
  ]

  private static let drivingKeysOfClass = [
    on("end-round", [.character("e")], .classroom(.endRound), .footer),
    on("round-play", [.character(" ")], .togglePlay, .footer),
    on("round-slower", [.character("[")], .slower, .footer),
    on("round-faster", [.character("]")], .faster),
  ]

  private static let wallKeys = [
    on("seats", [.character("n")], .classroom(.toggleList), .footer),
    on("lock-room", [.character("l")], .classroom(.lock), .footer),
    on("hide-names", [.character("h")], .classroom(.hideNames), .footer),
    on("save-class", [.character("w")], .classroom(.export), .footer),
    on("end-class", [.character("x")], .classroom(.close), .footer),
    on("leave-wall", [.escape], .classroom(.toggle), .footer),
  ]

  /// The keys that are in force on the wall, the nearest first.
  func bindings(onWall wall: ClassWall) -> [Binding] {
    func keys(_ title: Text) -> [Binding] { self.wall.first { $0.title == title }?.bindings ?? [] }
    let everywhere = race.filter(\.isOnWall)
    if wall.list?.typed != nil { return keys(.helpWhileNaming) + everywhere }
    return wall.titlesOfKeys.flatMap(keys) + everywhere
  }
}

extension ClassWall {
  /// The groups of keys that are in force, the nearest first.
  var titlesOfKeys: [Text] {
    if list?.typed != nil { return [.helpWhileNaming] }
    let own: Text =
      switch page {
      case .list: .helpInSeats
      case .lobby, .result, .podium: .helpBeforeRound
      case .choosing: .helpInChoosing
      case .race, .fog: .helpInRound
      }
    return [own, .helpOnWall]
  }
}

extension Binding {
  /// Of the keys of the race, those that the wall has, too.
  fileprivate var isOnWall: Bool {
    [
      "class", "next-theme", "redraw", "suspend", "close", "help", "quit", "zoom-in", "zoom-out",
      "fit", "contour-labels", "shading", "presentation",
    ].contains(action)
  }
}
