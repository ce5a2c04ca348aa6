import Files
import Texts

// The files that come with the program.
extension ListReport {
  func exampleTable() -> String {
    let rows = Example.all.map {
      [$0.name, $0.kind.rawValue, strings.example($0.name), $0.command]
    }
    return rendered([.listName, .listKind, .listAbout, .listCommand], rows)
      + "\n\(strings[.listCopyExample])\n"
  }
}

struct ExampleLine: Encodable {
  var name, kind, file, about, command: String

  init(_ example: Example, _ strings: Strings) {
    (name, kind, file) = (example.name, example.kind.rawValue, example.file)
    about = strings.example(example.name)
    command = example.command
  }
}
