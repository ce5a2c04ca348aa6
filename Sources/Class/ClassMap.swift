/// The picture of the map on phones.
package struct ClassMap: Hashable, Sendable {
  /// A drawing as it is answered.
  struct Picture: Hashable, Sendable {
    let plain: Reply
    /// Packed once for all phones.
    let packed: Reply

    init(_ svg: String) {
      // A picture needs its own styles, but neither scripts nor anything from elsewhere.
      let policy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox"
      plain = Reply(
        .ok, type: "image/svg+xml", body: Array(svg.utf8),
        headers: [.init(name: "Content-Security-Policy", value: policy)])
      packed = plain.packed
    }
  }

  let dark: Picture?
  let light: Picture?

  /// No map.
  package init() { (dark, light) = (nil, nil) }

  /// - Parameters: drawings for dark and for light phones as SVG, whose edges are the edges of the
  ///   ground's window. They have `preserveAspectRatio="none"`: a phone may draw them wider or
  ///   higher, and what is tapped must stay what is seen.
  package init(dark: String, light: String) {
    (self.dark, self.light) = (Picture(dark), Picture(light))
  }
}
