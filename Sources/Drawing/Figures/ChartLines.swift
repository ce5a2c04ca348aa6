extension Chart {
  /// Adds curves and points as lines of a page, in place of dots.
  func addLines(to frame: inout Frame, in plot: Rect) {
    let (left, top) = (Double(plot.x), Double(plot.y))
    func places(_ xs: some Sequence<Double>, _ ys: some Sequence<Double>) -> [Place] {
      zip(xs, ys).map { x, y in
        let raised = floor.map { y < $0 ? $0 : y } ?? y
        guard yAxis.shows(raised) else { return Place(.nan, .nan) }
        return Place(
          dotX(x, columns: plot.width * 2) / 2, dotY(raised, rows: plot.height * 4) / 4)
      }
    }
    func add(_ places: [Place], _ ink: Color, width: Double) {
      frame.lines?.append(
        PrintedLine(places.map { Place(left + $0.x, top + $0.y) }, ink, width: width))
    }
    for place in points.map({ places($0.xs, $0.ys) }) ?? [] where place.isInside(plot.size) {
      add([place], points?.ink ?? Color(0), width: 3.4)
    }
    for curve in series {
      let all = places(curve.ys.indices.lazy.map(curve.x), curve.ys)
      for piece in all.pieces(inside: plot.size) { add(piece, curve.ink, width: isBold ? 3.4 : 2) }
    }
  }
}

extension Place {
  fileprivate func isInside(_ size: Size) -> Bool {
    x >= 0 && y >= 0 && x <= Double(size.width) && y <= Double(size.height)
  }
}

extension [Place] {
  /// What of a line lies within so many cells from (0, 0); places that are not finite break it, and
  /// those that nobody could tell from the one before are left out.
  fileprivate func pieces(inside size: Size) -> [[Place]] {
    var pieces: [[Place]] = []
    var piece: [Place] = []
    func end() {
      if piece.count > 1 { pieces.append(piece) }
      piece = []
    }
    for (from, to) in zip(self, dropFirst()) {
      guard from.x.isFinite, from.y.isFinite, to.x.isFinite, to.y.isFinite,
        let (start, stop) = Pen.clip(
          (from.x, from.y), (to.x, to.y), Double(size.width), Double(size.height))
      else {
        end()
        continue
      }
      let (first, last) = (Place(start.0, start.1), Place(stop.0, stop.1))
      if piece.isEmpty || piece[piece.count - 1] != first { end(); piece = [first] }
      piece.append(last)
    }
    end()
    return pieces
  }
}
