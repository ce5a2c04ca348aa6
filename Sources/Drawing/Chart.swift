/// A line chart of several series in braille dots, without a frame around it.
package struct Chart: Sendable {
  package var series: [Series]
  /// Single points under the curves.
  package var points: Points?
  package var xAxis: Axis
  package var yAxis: Axis
  /// Where the dotted upright line stands, if anywhere.
  package var marker: Double?
  /// Numbers under it are drawn at it, zero too; `nil` leaves out what the axis cannot show.
  package var floor: Double?
  /// What x is, in a word: then x has ticks, and the word stands behind them.
  package var xTitle: String?
  /// Cells for the labels of y and a blank; as many as they need if `nil`.
  package var gutter: Int?
  /// Curves two dots wide.
  package var isBold = false

  /// A curve; later ones are drawn over earlier ones.
  package struct Series: Sendable {
    package var ys: [Double]
    package var ink: Color
    /// What stands at its end.
    package var head: ChartHead?
    /// As many as `ys`, or empty: then the x of ys[i] is start + i · step.
    fileprivate var xs: [Double] = []
    fileprivate var start = 0.0
    fileprivate var step = 1.0

    package init(ys: [Double], from start: Double = 0, by step: Double = 1, ink: Color) {
      self.ys = ys
      self.ink = ink
      self.start = start
      self.step = step
    }

    /// Points in order of rising x; what one list has more than the other is left out.
    package init(xs: [Double], ys: [Double], ink: Color) {
      let count = min(xs.count, ys.count)
      self.init(ys: Array(ys.prefix(count)), ink: ink)
      self.xs = Array(xs.prefix(count))
    }

    @inline(__always)
    func x(_ index: Int) -> Double {
      xs.isEmpty ? start + Double(index) * step : xs[index]
    }

    fileprivate var ends: [Double] { ys.isEmpty ? [] : [x(0), x(ys.count - 1)] }

    /// The least and the greatest number that an axis shows, raised to the floor; none without.
    fileprivate func extremes(on kind: Axis.Kind, floor: Double) -> [Double] {
      let least = kind.least
      var (low, high) = (Double.infinity, -Double.infinity)
      ys.withUnsafeBufferPointer { ys in
        for number in ys {
          let y = number < floor ? floor : number
          if y > least, y < .infinity {
            low = min(low, y)
            high = max(high, y)
          }
        }
      }
      return low <= high ? [low, high] : []
    }

    /// The end of the points that lie in the column of dots of the point at `index`.
    @inline(__always)
    fileprivate func end(
      ofColumnAt index: Int, _ column: Double, dotX: (_ x: Double) -> Double
    ) -> Int {
      func isInside(_ index: Int) -> Bool {
        let x = dotX(x(index))
        return x >= column && x < column + 1
      }
      var end = index + 1
      if xs.isEmpty, end < ys.count {
        // Evenly spaced points: about where a column ends is known, and rounding is seen to.
        let x = dotX(x(index))
        let ahead = (column + 1 - x) / (dotX(self.x(end)) - x)
        if ahead > 1 { end = ahead < Double(ys.count - index) ? index + Int(ahead) : ys.count }
        while end > index + 1, !isInside(end - 1) { end -= 1 }
      }
      while end < ys.count, isInside(end) { end += 1 }
      return end
    }
  }

  /// Points that nothing joins.
  package struct Points: Sendable {
    package var xs: [Double]
    package var ys: [Double]
    package var ink: Color
    /// The places of points that are set off, with a glyph on top of the curves.
    package var lit: [Int] = []
    package var litInk: Color
    package var litGlyph: Unicode.Scalar

    /// - Parameters:
    ///   - xs, ys: equally many.
    package init(
      xs: [Double], ys: [Double], ink: Color, litInk: Color, litGlyph: Unicode.Scalar
    ) {
      precondition(xs.count == ys.count)
      (self.xs, self.ys) = (xs, ys)
      (self.ink, self.litInk, self.litGlyph) = (ink, litInk, litGlyph)
    }
  }

  /// The colours of what is not a curve.
  package struct Style: Hashable, Sendable {
    package var labels: Color?
    package var marker: Color

    package init(labels: Color?, marker: Color) {
      self.labels = labels
      self.marker = marker
    }
  }

  /// A chart of series; axes that are not given fit them. x is linear.
  package init(
    _ series: [Series], y kind: Axis.Kind, xAxis: Axis? = nil, yAxis: Axis? = nil,
    marker: Double? = nil, floor: Double? = nil
  ) {
    self.series = series
    self.marker = marker
    self.floor = floor
    self.xAxis = xAxis ?? Axis(.linear, fitting: series.flatMap(\.ends))
    self.yAxis =
      yAxis
      ?? Axis(kind, fitting: series.flatMap { $0.extremes(on: kind, floor: floor ?? -.infinity) })
  }

  /// Draws the chart with its labels inside `rect`; nothing where there is no room for 2 × 1 cells
  /// of curves. A cell has one ink: the last series that has dots in it. A curve that is long
  /// costs about two comparisons a point, its logarithms are taken per column of dots.
  package func draw(on frame: inout Frame, in rect: Rect, style: Style) {
    let below = rect.height >= 4 ? 1 : 0
    let rows = rect.height - below
    let ticks = yAxis.ticks(atMost: (rows + 2) / 3)
    let labels = yAxis.labels(for: ticks)
    let needed = labels.isEmpty ? 0 : labels.map(\.cellWidth).max()! + 1
    let gutter = gutter ?? needed
    let plot = rect.inset(left: gutter, bottom: below)
    guard plot.width >= 2, plot.height >= 1 else { return }

    for (tick, label) in zip(ticks, labels) {
      frame.write(
        label.padded(to: gutter - 1, .right), x: rect.x,
        y: plot.y + Int(dotY(tick, rows: plot.height * 4)) / 4, ink: style.labels,
        maxWidth: gutter - 1)
    }
    if below > 0 { drawXLabels(on: &frame, under: plot, style) }

    var canvas = Canvas(plot.size)
    if let marker, marker >= xAxis.low, marker <= xAxis.high {
      let column = Int(dotX(marker, columns: canvas.dotWidth))
      for row in stride(from: 0, to: canvas.dotHeight, by: 2) { canvas.set(column, row) }
      canvas.draw(on: &frame, x: plot.x, y: plot.y, ink: style.marker)
    }
    if frame.lines != nil {
      addLines(to: &frame, in: plot)
    } else {
      drawDots(on: &frame, in: plot, &canvas)
    }
    if let points { light(points, on: &frame, in: plot) }
    drawHeads(on: &frame, in: plot)
  }

  /// Draws points and curves in dots.
  ///
  /// - Parameter canvas: of the plot's size, whatever it holds.
  private func drawDots(on frame: inout Frame, in plot: Rect, _ canvas: inout Canvas) {
    var cloud = Canvas(plot.size)
    if let points {
      draw(points, on: &cloud)
      cloud.draw(on: &frame, x: plot.x, y: plot.y, ink: points.ink)
    }
    for curve in series {
      canvas.clear()
      draw(curve, on: &canvas)
      if isBold { canvas.thicken() }
      // A cell has one ink; the points in it stay.
      if points != nil { canvas.join(cloud) }
      canvas.draw(on: &frame, x: plot.x, y: plot.y, ink: curve.ink)
    }
  }

  private func drawXLabels(on frame: inout Frame, under plot: Rect, _ style: Style) {
    if let xTitle { return drawXTicks(xTitle, on: &frame, under: plot, style) }
    let (first, last) = (Self.label(xAxis.low), Self.label(xAxis.high))
    guard first.cellWidth + last.cellWidth < plot.width else { return }
    frame.write(first, x: plot.x, y: plot.maxY, ink: style.labels)
    frame.write(last, x: plot.maxX - last.cellWidth, y: plot.maxY, ink: style.labels)
  }

  /// Round numbers, each under its place, and what x is in the corner.
  private func drawXTicks(
    _ title: String, on frame: inout Frame, under plot: Rect, _ style: Style
  ) {
    var end = plot.maxX
    if title.cellWidth + 6 <= plot.width {
      end -= title.cellWidth
      frame.write(title, x: end, y: plot.maxY, ink: style.labels)
      end -= 1
    }
    var ticks = xAxis.ticks(atMost: max(4, plot.width / 9))
    // One number alone is no scale.
    if ticks.count < 2 { ticks = xAxis.ticks(atMost: 8) }
    var x = plot.x
    for (tick, label) in zip(ticks, xAxis.labels(for: ticks, plainUnder: 1e6)) {
      let column = plot.x + Int(dotX(tick, columns: plot.width * 2)) / 2
      let left = max(plot.x, column - label.cellWidth / 2)
      guard left >= x, left + label.cellWidth <= end else { continue }
      x = left + 1 + frame.write(label, x: left, y: plot.maxY, ink: style.labels)
    }
  }

  /// Whole numbers in full: what is counted is not rounded.
  private static func label(_ number: Double) -> String {
    number == number.rounded() ? NumberText.fixed(number, decimals: 0) : NumberText.brief(number)
  }

  /// One upright stroke for each column of dots that a curve has points in, joined by lines.
  private func draw(_ curve: Series, on canvas: inout Canvas) {
    let (floor, least) = (floor ?? -.infinity, yAxis.kind.least)
    func raised(_ y: Double) -> Double { y < floor ? floor : y }
    canvas.draw { dots in
      curve.ys.withUnsafeBufferPointer { ys in
        var pen = Pen()
        var known = (y: Double.nan, dot: 0.0)
        var index = 0
        while index < ys.count {
          let x = dotX(curve.x(index), columns: dots.columns)
          let first = raised(ys[index])
          guard x.isFinite, first > least, first < .infinity else {
            pen.lift(from: dots)
            index += 1
            continue
          }
          let column = x.rounded(.down)
          let end = curve.end(ofColumnAt: index, column) { dotX($0, columns: dots.columns) }
          var (last, low, high) = (first, first, first)
          index += 1
          while index < end {
            let y = raised(ys[index])
            guard y > least, y < .infinity else { break }
            last = y
            if y < low { low = y }
            if y > high { high = y }
            index += 1
          }
          // Each logarithm once: most columns rise or fall from end to end, or stay at the floor.
          let from = first == known.y ? known.dot : dotY(first, rows: dots.rows)
          let to = last == first ? from : dotY(last, rows: dots.rows)
          func dot(_ y: Double) -> Double {
            y == first ? from : y == last ? to : dotY(y, rows: dots.rows)
          }
          pen.line(to: column + 0.5, from, on: dots)
          if low < high {
            pen.line(to: column + 0.5, dot(low), on: dots)
            pen.line(to: column + 0.5, dot(high), on: dots)
            pen.line(to: column + 0.5, to, on: dots)
          }
          known = (last, to)
        }
        pen.lift(from: dots)
      }
    }
  }

  /// The ends of the range are in the middle of the first and last dot.
  @inline(__always)
  func dotX(_ number: Double, columns: Int) -> Double {
    xAxis.position(of: number) * Double(columns - 1) + 0.5
  }

  @inline(__always)
  func dotY(_ number: Double, rows: Int) -> Double {
    (1 - yAxis.position(of: number)) * Double(rows - 1) + 0.5
  }
}
