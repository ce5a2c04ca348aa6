import Terminal
import Testing

struct ByteAssemblerTests {
  private func scalars(_ bytes: [UInt8]) -> String {
    var assembler = ByteAssembler()
    var text = String.UnicodeScalarView()
    for byte in bytes { if let scalar = assembler.scalar(adding: byte) { text.append(scalar) } }
    return String(text)
  }

  @Test func `bytes become characters when the last one comes`() {
    #expect(scalars(Array("aㅂ한∇é😀z".utf8)) == "aㅂ한∇é😀z")
    var assembler = ByteAssembler()
    #expect(assembler.scalar(adding: 0xEA) == nil)
    #expect(assembler.scalar(adding: 0xB0) == nil)
    #expect(assembler.scalar(adding: 0x80) == "가")
  }

  @Test func `a torn character does not swallow the key after it`() {
    #expect(scalars([0xEA, 0xB0, 0x71]) == "q")
    #expect(scalars([0x80, 0xBF, 0x71]) == "q")
  }

  @Test(
    arguments: [
      [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xFF], [0xF8, 0x80],
    ] as [[UInt8]])
  func `what is no UTF-8 is dropped`(bytes: [UInt8]) {
    #expect(scalars(bytes + [0x71]) == "q")
  }
}
