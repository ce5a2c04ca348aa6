import Room
import Testing

struct JSONTests {
  private static func read(_ text: String) throws -> JSON {
    try JSONReader.read(Array(text.utf8))
  }

  @Test(arguments: [
    "null", "true", "[]", "{}", "[1,-2.5,\"\\\"\\\\\"]", "{\"a\":{\"b\":[null,false]},\"가\":\"😀\"}",
    "1e+300", "0.1",
  ])
  func `what is written is read again`(text: String) throws {
    #expect(try Self.read(text).text == text)
  }

  @Test func `space and escapes are read`() throws {
    #expect(try Self.read(" { \"a\" :\t[ 1 ,\r\n2 ] } ") == ["a": [1, 2]])
    #expect(try Self.read("\"\\u0041\\/\\n\\ud83d\\ude00\"") == "A/\n😀")
    #expect(try Self.read("{\"a\":1,\"a\":2}")["a"] == 2)
  }

  @Test(arguments: [
    "", " ", "nul", "truee", "[1,]", "[,1]", "[1 2]", "{\"a\"}", "{a:1}", "{\"a\":1,}", "01", "-",
    "1.", ".5", "1e", "+1", "NaN", "1e999", "\"", "\"\n\"", "\"\\x\"", "\"\\u12\"", "\"\\ud800\"",
    "\"\\ud800\\u0041\"", "1 1", "]", "{\"a\":1}}",
  ])
  func `what only resembles it is not`(text: String) {
    #expect(throws: JSONFault.self) { try Self.read(text) }
  }

  @Test func `bytes that are no UTF-8 are none`() {
    #expect(throws: JSONFault.self) { try JSONReader.read([0x22, 0xFF, 0x22]) }
  }

  @Test func `depth is limited`() throws {
    let deepest = JSONReader.deepest
    func nested(_ depth: Int) -> String {
      String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
    }
    #expect(try Self.read(nested(deepest)).text == nested(deepest))
    #expect(throws: JSONFault.self) { try Self.read(nested(deepest + 1)) }
    #expect(throws: JSONFault.self) { try Self.read(String(repeating: "[", count: 4000)) }
  }

  @Test func `a string cannot end a page's script or a line of an event`() {
    let json: JSON = ["</script>\u{2028}\n\u{202E}": "\u{0}"]
    #expect(json.text == "{\"\\u003C/script>\\u2028\\u000A\\u202E\":\"\\u0000\"}")
  }

  @Test func `numbers without words are null`() {
    #expect(
      JSON.array([.number(.nan), .number(-.infinity), .number(-0.0)]).text == "[null,null,0]")
    #expect(JSON.number(1e15).text == "1000000000000000")
    #expect(JSON.number(1e300).text == "1e+300")
  }

  @Test func `random bytes are read or refused`() {
    var numbers = SplitMix(seed: 11)
    let alphabet = Array("{}[]\",:\\u0e1-+. nulltrue\u{1}가".utf8)
    for _ in 0..<20_000 {
      let bytes = (0..<Int(numbers.next() % 24)).map { _ in
        alphabet[Int(numbers.next() % UInt64(alphabet.count))]
      }
      if let json = try? JSONReader.read(bytes) {
        #expect((try? JSONReader.read(Array(json.text.utf8))) == json)
      }
    }
  }
}
