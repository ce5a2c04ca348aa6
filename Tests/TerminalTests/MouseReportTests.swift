import Terminal
import Testing

struct MouseReportTests {
  private func report(_ text: String) -> MouseReport? { MouseReport(Array("\u{1B}[\(text)".utf8)) }

  @Test(arguments: [
    ("<0;1;1M", MouseAction.press, 0, 0), ("<0;240;51M", .press, 239, 50),
    ("<0;7;8m", .release, 6, 7), ("<32;3;4M", .drag, 2, 3), ("<64;3;4M", .wheelUp, 2, 3),
    ("<65;3;4M", .wheelDown, 2, 3), ("<16;3;4M", .press, 2, 3), ("<52;3;4M", .drag, 2, 3),
    ("M !\"", .press, 0, 1), ("M#!\"", .release, 0, 1), ("M@!\"", .drag, 0, 1),
    ("M`!\"", .wheelUp, 0, 1), ("Ma~~", .wheelDown, 93, 93),
  ])
  func `a report is an action at a place`(text: String, action: MouseAction, x: Int, y: Int) {
    let found = report(text)
    #expect(found?.action == action && found?.x == x && found?.y == y)
  }

  @Test(arguments: ["<1;3;4M", "<2;3;4m", "<34;3;4M", "<35;3;4M", "<66;3;4M", "<64;3;4m", "M\"!!"])
  func `other buttons are none`(text: String) {
    #expect(report(text) == nil)
  }

  @Test(arguments: [
    "<", "<M", "<0;0;1M", "<0;1;0M", "<0;1M", "<0;1;2;3M", "<0;-1;2M", "<0;99999999999999999999;2M",
    "<a;1;2M", "<0;1;2~", "<;;M", "0;1;2M", "M", "M  ", "M   ", "?1;2c",
  ])
  func `what is no report of a place on a screen is none`(text: String) {
    #expect(report(text) == nil)
  }
}
