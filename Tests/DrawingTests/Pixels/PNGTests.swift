import Decoders
import Drawing
import Testing

struct PNGTests {
  @Test(arguments: [Size(1, 1), Size(7, 3), Size(64, 40)])
  func `a file holds its picture`(size: Size) {
    let image = PixelImage(width: size.width, height: size.height) { pixels in
      for place in pixels.indices where place < size.width * size.height {
        // Rows that are like the one above, steps, and noise.
        let (x, y) = (place % size.width, place / size.width)
        pixels[place] = y % 3 == 0 ? UInt32(x * 0x010203) : UInt32(x * y * 0x9E3779 & 0xFFFFFF)
      }
    }
    #expect(PictureFile.read(PNG.encoded(image)) == image)
  }

  @Test func `a file with a wrong byte is none`() {
    var file = PNG.encoded(PixelImage(width: 9, height: 9, filledWith: Color(0x123456)))
    file[40] ^= 1
    #expect(PictureFile.read(file) == nil)
  }
}
