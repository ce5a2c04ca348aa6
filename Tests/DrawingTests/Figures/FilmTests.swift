import Decoders
import Drawing
import Testing

struct FilmTests {
  /// A picture with a moving square on a ground of many colours.
  private func picture(_ number: Int, colors: Int = 60) -> PixelImage {
    PixelImage(width: 90, height: 70) { pixels in
      for index in pixels.indices {
        let (y, x) = index.quotientAndRemainder(dividingBy: 90)
        let isSquare = (x - 2 * number).magnitude < 6 && (y - 30).magnitude < 6
        let shade = UInt32((x * 7 + y * 3) % colors) * UInt32(0xFFFFFF / colors)
        pixels[index] = isSquare ? 0xFF_40_10 : shade
      }
    }
  }

  private func film(_ writer: some FilmWriter, _ images: [(PixelImage, Int)]) -> [UInt8] {
    var writer = writer
    var bytes: [UInt8] = []
    for (image, hundredths) in images { bytes += writer.add(image, hundredths: hundredths) }
    bytes += writer.end()
    if let (offset, correction) = writer.correction {
      bytes.replaceSubrange(offset..<offset + correction.count, with: correction)
    }
    return bytes
  }

  @Test func `a film of few colours is what was filmed, to the pixel`() throws {
    let images = (0..<12).map { (picture($0), 5 + $0) }
    let samples = [images[0].0, images[11].0]
    let wanted = images.map { FilmFile.Picture(image: $0.0, hundredths: $0.1) }
    #expect(FilmFile.gif(film(GIF(samples: samples), images)) == wanted)
    let apng = try #require(FilmFile.apng(film(APNG(samples: samples), images)))
    #expect(apng.pictures == wanted && apng.count == 12)
  }

  @Test func `what stands still is one picture that lasts`() throws {
    let images = [(picture(0), 5), (picture(0), 5), (picture(3), 7), (picture(3), 200)]
    let gif = try #require(FilmFile.gif(film(GIF(samples: [picture(0)]), images)))
    #expect(gif.map(\.hundredths) == [10, 207])
  }

  @Test func `many colours come near to what they were`() throws {
    // 6300 colours in 255.
    let image = PixelImage(width: 90, height: 70) { pixels in
      for index in pixels.indices {
        let (y, x) = index.quotientAndRemainder(dividingBy: 90)
        pixels[index] = UInt32(x * 255 / 89) << 16 | UInt32(y * 255 / 69) << 8 | 0x40
      }
    }
    let shown = try #require(FilmFile.gif(film(GIF(samples: [image]), [(image, 5)])))[0].image
    var far = 0
    for (one, other) in zip(image.pixels, shown.pixels) {
      for shift: UInt32 in [16, 8, 0] {
        let (a, b) = (Int(one >> shift & 255), Int(other >> shift & 255))
        far = max(far, abs(a - b))
      }
    }
    #expect(far <= 24)
  }

  @Test func `noise of many strings is unpacked as it was`() throws {
    // The table of codes fills and is begun again many times.
    var state: UInt32 = 9
    let image = PixelImage(width: 300, height: 300) { pixels in
      for index in pixels.indices {
        state = state &* 1_664_525 &+ 1_013_904_223
        pixels[index] = (state >> 24) % 200 * 0x01_01_01
      }
    }
    let gif = try #require(FilmFile.gif(film(GIF(samples: [image]), [(image, 5)])))
    #expect(gif[0].image == image)
  }

  @Test func `a film that is broken off can be ended at any picture`() throws {
    for count in 1...4 {
      let images = (0..<count).map { (picture($0), 5) }
      #expect(FilmFile.gif(film(GIF(samples: [picture(0)]), images))?.count == count)
      let apng = try #require(FilmFile.apng(film(APNG(samples: [picture(0)]), images)))
      #expect(apng.pictures.count == count && apng.count == count)
    }
  }
}
