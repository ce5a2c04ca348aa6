import Room
import Texts

// The list of seats, on which the teacher removes and renames.
extension Model {
  mutating func answerInList(_ message: ClassMessage) -> [Effect] {
    if case .toggleList = message {
      let isOpen = classroom?.list != nil
      classroom?.list = isOpen ? nil : ClassWall.SeatList()
      return []
    }
    guard let list = classroom?.list else { return [] }
    if message != .remove { classroom?.list?.isLeaving = nil }
    switch message {
    case .move(let rows):
      classroom?.list?.row = list.row + rows
      keepCursorInList()
    case .remove: return removeSeat()
    case .rename:
      let typed = classroom?.seatAtCursor.map { _ in "" }
      classroom?.list?.typed = typed
    case .type(let text):
      if let typed = list.typed, typed.count + text.count <= Self.mostTyped {
        classroom?.list?.typed = typed + text
      }
    case .erase: _ = classroom?.list?.typed?.popLast()
    case .drop: classroom?.list?.typed = nil
    case .take: return takeName()
    default: break
    }
    return []
  }

  /// Of letters: more are no name.
  private static let mostTyped = 40

  mutating func keepCursorInList() {
    guard let wall = classroom, let list = wall.list else { return }
    classroom?.list?.row = min(max(0, list.row), max(0, wall.room.seats.count - 1))
  }

  private mutating func removeSeat() -> [Effect] {
    guard let wall = classroom, let seat = wall.seatAtCursor else { return [] }
    guard wall.list?.isLeaving == seat.id else {
      classroom?.list?.isLeaving = seat.id
      warn(
        strings(
          .wallRemoveSure, ["name": seat.name, "key": keymap.label(of: "remove-seat")]))
      return []
    }
    classroom?.list?.isLeaving = nil
    let effects = tellClass(.remove(seat.id))
    keepCursorInList()
    return effects
  }

  private mutating func takeName() -> [Effect] {
    guard let wall = classroom, let seat = wall.seatAtCursor, let typed = wall.list?.typed else {
      return []
    }
    guard (try? SeatName(typed)) != nil else {
      warn(strings[.wallNoName])
      return []
    }
    classroom?.list?.typed = nil
    return tellClass(.rename(seat.id, typed))
  }
}
