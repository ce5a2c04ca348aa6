import App
import Decoders
import Drawing
import Files
import Foundation
import Terminal
import Testing
import Texts

/// Whole views in pixels: what terminals make of the bytes they are sent, compared with the files
/// in `Pictures/`. With `DOWNHILL_RECORD=1` in the environment they are written instead of
/// compared.
struct PixelSnapshotTests {
  private static let cell = CellPixels(width: 6, height: 12)!

  private struct Scene: Sendable, CustomTestStringConvertible {
    var name: String
    var messages: [Message]
    var theme = Theme.night

    var testDescription: String { name }
  }

  private static let scenes = [
    Scene(name: "side-by-side", messages: [.show(.sideBySide)]),
    Scene(name: "overlay", messages: [.show(.overlay)]),
    Scene(name: "focus", messages: [.show(.focus)]),
    Scene(name: "terrain", messages: [.show(.terrain)]),
    Scene(name: "presentation", messages: [.show(.overlay), .togglePresentation]),
    Scene(name: "day", messages: [.show(.overlay)], theme: theme("day")),
    Scene(name: "mono", messages: [.show(.overlay)], theme: theme("mono")),
  ]

  private static func theme(_ name: String) -> Theme {
    (try? shippedThemes.theme(name).theme) ?? .night
  }

  @Test(arguments: scenes)
  private func `what terminals show is what is stored`(scene: Scene) throws {
    let frame = try frame(of: scene)
    let wanted = try wanted(frame, scene.theme)
    let kitty = try glass(ofKitty: frame)
    let sixel = try glass(ofSixel: frame)
    let file = repositoryFolder + "/Tests/AppTests/Pictures/\(scene.name).png"
    if ProcessInfo.processInfo.environment["DOWNHILL_RECORD"] == "1" {
      try Data(PNG.encoded(wanted)).write(to: URL(filePath: file))
      return
    }
    let bytes = try #require(
      FileManager.default.contents(atPath: file),
      "there is no picture \(scene.name); DOWNHILL_RECORD=1 records it")
    let stored = try #require(PictureFile.read(Array(bytes)))
    let (ofKitty, ofSixel) = (try difference(kitty, stored), try difference(sixel, stored))
    // The kitty protocol has all colours; 256 of them are near to most, not to each.
    #expect(ofKitty.mean < 0.5 && ofKitty.most <= 8, "kitty: \(ofKitty)")
    #expect(ofSixel.mean < 6 && ofSixel.most <= 80, "sixel: \(ofSixel)")
  }

  private func frame(of scene: Scene) throws -> Frame {
    var model = Model(
      try RaceSetup(), strings: Strings("en"), themes: [scene.theme], theme: scene.theme)
    model.size = Size(80, 24)
    model.cellAspect = 2
    model.rendition.pixels = Self.cell
    for message in [.step(by: 90)] + scene.messages { model.take(message) }
    let frame = view(of: model, scenery: Scenery())
    try #require(!frame.pictures.isEmpty)
    return frame
  }

  /// The pictures as they should be seen, on the theme's paper.
  private func wanted(_ frame: Frame, _ theme: Theme) throws -> PixelImage {
    var glass = Glass(frame.size, Self.cell)
    for picture in frame.pictures {
      let (seen, width) = (picture.seen(Self.cell), picture.rect.width * Self.cell.width)
      for (place, pixel) in seen.enumerated() {
        let x = picture.rect.x * Self.cell.width + place % width
        glass.pixels[(picture.rect.y * Self.cell.height + place / width) * glass.width + x] = pixel
      }
    }
    return glass.image(on: theme.paper)
  }

  private func glass(ofKitty frame: Frame) throws -> Glass {
    var (painter, glass) = (KittyPainter(Self.cell), KittyGlass(frame.size, Self.cell))
    let cells = PictureCells(frame, isLayered: true)
    glass.take(painter.bytes(for: frame.pictures, on: cells, redrawn: []))
    try #require(glass.faults == [])
    return glass.glass
  }

  private func glass(ofSixel frame: Frame) throws -> Glass {
    var (painter, glass) = (
      SixelPainter(Self.cell, largest: nil), SixelGlass(frame.size, Self.cell)
    )
    let cells = PictureCells(frame, isLayered: false)
    glass.take(painter.bytes(for: frame.pictures, on: cells, redrawn: []))
    try #require(glass.faults == [])
    return glass.glass
  }

  /// The differences of channels where a terminal shows pixels, which is nearly everywhere.
  private func difference(
    _ glass: Glass, _ stored: PixelImage
  ) throws -> (mean: Double, most: Int) {
    try #require(glass.pixels.count == stored.pixels.count)
    let shown = zip(glass.pixels, stored.pixels).compactMap { shown, stored in
      shown.map { Color($0).distance(to: stored) }
    }
    try #require(shown.count > glass.pixels.count / 4)
    return (Double(shown.reduce(0, +)) / Double(shown.count), shown.max() ?? 0)
  }
}

extension Glass {
  /// All of it, the background in that colour.
  fileprivate func image(on paper: Color) -> PixelImage {
    PixelImage(width: width, height: pixels.count / max(1, width)) { buffer in
      for (place, pixel) in pixels.enumerated() { buffer[place] = pixel ?? paper.hex }
    }
  }
}
