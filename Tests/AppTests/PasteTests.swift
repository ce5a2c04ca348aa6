import App
import Terminal
import Testing
import Texts

/// Text that is pasted.
struct PasteTests {
  private static let texts = ["q", "quit\nw\n", "0.5", "0.5\n", "한글", "1e999", "", "9 9"]

  @Test(arguments: texts)
  func `a paste says that it does nothing, whatever is open`(text: String) throws {
    let race = try model(language: "ko")
    for message in Set(Keymap.standard.all.map(\.message)) {
      var opened = race.after(message)
      if opened.editor != nil { continue }
      opened.notice = nil
      #expect(opened.changes(by: .paste(text)) == ["notice", "isWarning"], "after \(message)")
      #expect(opened.after(.paste(text)).notice == Strings("ko")[.noticePaste])
      #expect(update(&opened, .paste(text)) == [])
    }
    #expect(Keymap.message(for: .paste(text), in: race) == .paste(text))
  }

  @Test func `a number goes into the value of the editor, and is not taken`() throws {
    let open = try model().after(.edit(.toggle))
    for (text, typed) in [("0.5", "0.5"), (" 1e-3\n", "1e-3"), ("7", "7")] {
      #expect(open.changes(by: .paste(text)) == ["layers"])
      #expect(open.after(.paste(text)).editor?.typed == typed)
    }
    #expect(open.after(.edit(.type("1")), .paste(".5e")).editor?.typed == "1.5e")
  }

  @Test(arguments: [
    "q", "quit\nw\n", "한글", "", " \n", "9 9", "1\n2", ".5", "-1", "e5",
    String(repeating: "1", count: 25),
  ])
  func `what could not be typed there does not go into the editor`(text: String) throws {
    let open = try model().after(.edit(.toggle))
    #expect(open.changes(by: .paste(text)) == ["notice", "isWarning"])
    // A sheet lies over the editor.
    #expect(open.after(.toggleHelp).changes(by: .paste("0.5")) == ["notice", "isWarning"])
  }
}
