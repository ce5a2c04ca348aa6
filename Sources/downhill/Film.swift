import App
import Drawing
import Files
import Terminal
import Texts

/// What a film may be, by the ending of its file.
enum FilmKind: String, CaseIterable { case svg }

/// A film on its way to its file.
struct Film {
  private let model: Model
  private let page: PrintedPage
  private let reel: Reel
  private let kind: FilmKind

  init(_ model: Model, _ page: PrintedPage, _ reel: Reel, _ kind: FilmKind) {
    (self.model, self.page, self.reel, self.kind) = (model, page, reel, kind)
  }

  func write(to path: String) throws {
    Interrupt.expect()
    var progress = Progress(of: reel.ticks.count, saying: .filmProgress)
    func goesOn(_ done: Int) -> Bool {
      progress.show(done)
      return !Interrupt.hasCome
    }
    switch kind {
    case .svg:
      let drawing = page.film(of: model, reel, while: goesOn)
      progress.end()
      try writeFile(Array(drawing.utf8), to: path, of: "--output")
    }
  }
}
