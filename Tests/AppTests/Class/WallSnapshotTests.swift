import App
import Drawing
import Room
import Testing
import Texts

/// Pages of the wall, compared with the files in `Snapshots/`.
extension SnapshotTests {
  @Test(arguments: Strings.languages)
  func `the wall of a class`(language: String) throws {
    let model = try model(
      surface: "himmelblau", cars: [], size: Size(80, 24), language: language)
    var room = ClassInTests(model)
    for (number, name) in ["Ada", "김하늘", "Noor", "Emil", "Zoë"].enumerated() {
      room.join(name, number + 1)
    }
    try compare(room.model, "wall-lobby-\(language)-80x24")
    try room.openRace()
    try compare(room.model, "wall-choosing-\(language)-80x24")
    room.take(.startRound)
    room.take(.advance(steps: 40))
    try compare(room.model, "wall-race-\(language)-80x24")
    room.take(.endRound)
    room.take(.podium)
    try compare(room.model, "wall-podium-\(language)-80x24")
  }
}
