import App
import Descent
import Drawing
import Files
import Terminal
import Texts

#if canImport(Glibc)
  import Glibc
#endif

/// What a film may be, by the ending of its file.
enum FilmKind: String, CaseIterable { case cast, gif, svg, apng, mp4 }

/// A film on its way to its file. ^C ends it: what has been drawn until then is a film too.
struct Film {
  private let model: Model
  private let page: PrintedPage
  private let reel: Reel
  private let kind: FilmKind
  private let isQuiet: Bool

  /// Columns and rows of a film for terminals.
  private static let screen = Size(100, 30)

  init(_ model: Model, _ page: PrintedPage, _ reel: Reel, _ kind: FilmKind, isQuiet: Bool) {
    (self.model, self.page, self.reel) = (model, page, reel)
    (self.kind, self.isQuiet) = (kind, isQuiet)
  }

  func write(to path: String) throws {
    Interrupt.expect()
    let progress = Progress(of: reel.ticks.count, saying: .filmProgress, isShown: !isQuiet)
    func goesOn(_ done: Int) -> Bool {
      progress.show(done)
      return !Interrupt.hasCome && !Limits.outputHasFailed
    }
    defer { progress.end() }
    switch kind {
    case .svg:
      let drawing = page.film(of: model, reel, while: goesOn)
      try writeFile(Array(drawing.utf8), to: path, of: "--output")
    case .cast: try writeCast(to: OutputFile(path), while: goesOn)
    case .gif: try write(GIF(samples: samples()), to: OutputFile(path), while: goesOn)
    case .apng: try write(APNG(samples: samples()), to: OutputFile(path), while: goesOn)
    case .mp4: try writeMovie(to: path, while: goesOn)
    }
  }

  /// Pictures whose colours the film has: all trails are on the last one.
  private func samples() -> [PixelImage] {
    var printer = PagePrinter(page)
    return [0, reel.ticks.count / 2, reel.ticks.count - 1].map {
      printer.image(of: model, at: reel.ticks[$0])
    }
  }

  /// Draws picture after picture.
  private func forEachPicture(
    while goesOn: (Int) -> Bool, _ body: (_ number: Int, PixelImage) throws -> Void
  ) rethrows {
    var printer = PagePrinter(page)
    var model = model
    for (number, tick) in reel.ticks.enumerated() {
      model.timeline.seek(to: tick)
      try body(number, printer.image(of: model))
      guard goesOn(number + 1) else { return }
    }
  }

  private func write(
    _ writer: some FilmWriter, to file: OutputFile, while goesOn: (Int) -> Bool
  ) throws {
    defer { file.close() }
    var writer = writer
    try forEachPicture(while: goesOn) { number, image in
      try file.append(writer.add(image, hundredths: reel.hundredths(ofPicture: number)))
    }
    try file.append(writer.end())
    if let (offset, bytes) = writer.correction { try file.write(bytes, at: offset) }
  }

  private func writeCast(to file: OutputFile, while goesOn: (Int) -> Bool) throws {
    defer { file.close() }
    var model = model
    model.size = Self.screen
    model.isPlaying = true
    let scenery = Scenery()
    var (cast, hundredths) = (Cast(Self.screen), 0)
    try file.append(Array(cast.header.utf8))
    for (number, tick) in reel.ticks.enumerated() {
      model.timeline.seek(to: tick)
      let frame = view(of: model, scenery: scenery)
      try file.append(Array(cast.line(frame, at: Double(hundredths) / 100).utf8))
      hundredths += reel.hundredths(ofPicture: number)
      guard goesOn(number + 1) else { return }
    }
  }

  /// Hands the pictures to ffmpeg, which knows how to make a movie of them.
  private func writeMovie(to path: String, while goesOn: (Int) -> Bool) throws {
    let movie = try MoviePipe(to: path, page.width, page.height, hundredths: reel.hundredths)
    try forEachPicture(while: goesOn) { number, image in
      let count = reel.hundredths(ofPicture: number) / reel.hundredths
      for _ in 0..<max(1, count) { try movie.append(image) }
    }
    try movie.finish()
  }
}
