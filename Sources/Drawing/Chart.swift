/// A line chart of several series in braille dots, without a frame around it.
package struct Chart: Sendable {
  package var series: [Series]
  package var xAxis: Axis
  package var yAxis: Axis
  /// Where the dotted upright line stands, if anywhere.
  package var marker: Double?
  /// Numbers under it are drawn at it, zero too; `nil` leaves out what the axis cannot show.
  package var floor: Double?

  /// A curve; later ones are drawn over earlier ones.
  package struct Series: Sendable {
    package var ys: [Double]
    package var ink: Color
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
    fileprivate func x(_ index: Int) -> Double {
      xs.isEmpty ? start + Double(index) * step : xs[index]
    }

    fileprivate var ends: [Double] { ys.isEmpty ? [] : [x(0), x(ys.count - 1)] }
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
      ?? Axis(
        kind,
        fitting: series.lazy.flatMap(\.ys).map { y in
          guard let floor, y < floor else { return y }
          return floor
        })
  }

  /// Draws the chart with its labels inside `rect`; nothing where there is no room for 2 × 1 cells
  /// of curves. A cell has one ink: the last series that has dots in it. A curve that is long
  /// costs about two comparisons a point, its logarithms are taken per column of dots.
  package func draw(on frame: inout Frame, in rect: Rect, style: Style) {
    let below = rect.height >= 4 ? 1 : 0
    let rows = rect.height - below
    let ticks = yAxis.ticks(atMost: (rows + 2) / 3)
    let labels = yAxis.labels(for: ticks)
    let gutter = labels.isEmpty ? 0 : labels.map(\.cellWidth).max()! + 1
    let plot = rect.inset(left: gutter, bottom: below)
    guard plot.width >= 2, plot.height >= 1 else { return }

    for (tick, label) in zip(ticks, labels) {
      frame.write(
        label.padded(to: gutter - 1, .right), x: rect.x,
        y: plot.y + Int(dotY(tick, rows: plot.height * 4)) / 4, ink: style.labels)
    }
    if below > 0 { drawXLabels(on: &frame, under: plot, style) }

    var canvas = Canvas(plot.size)
    if let marker, marker >= xAxis.low, marker <= xAxis.high {
      let column = Int(dotX(marker, columns: canvas.dotWidth))
      for row in stride(from: 0, to: canvas.dotHeight, by: 2) { canvas.set(column, row) }
      canvas.draw(on: &frame, x: plot.x, y: plot.y, ink: style.marker)
    }
    for curve in series {
      canvas.clear()
      draw(curve, on: &canvas)
      canvas.draw(on: &frame, x: plot.x, y: plot.y, ink: curve.ink)
    }
  }

  private func drawXLabels(on frame: inout Frame, under plot: Rect, _ style: Style) {
    let (first, last) = (Self.label(xAxis.low), Self.label(xAxis.high))
    guard first.cellWidth + last.cellWidth < plot.width else { return }
    frame.write(first, x: plot.x, y: plot.maxY, ink: style.labels)
    frame.write(last, x: plot.maxX - last.cellWidth, y: plot.maxY, ink: style.labels)
  }

  private static func label(_ number: Double) -> String {
    let text = NumberText.compact(number)
    return text.utf8.count <= 8 ? text : NumberText.scientific(number)
  }

  /// What a curve has in one column of dots; none while `column` is NaN.
  private struct Stroke {
    var column = Double.nan
    var first = 0.0
    var last = 0.0
    var low = 0.0
    var high = 0.0
  }

  /// One upright stroke for each column of dots that a curve has points in, joined by lines.
  private func draw(_ curve: Series, on canvas: inout Canvas) {
    var pen = Pen()
    var stroke = Stroke()
    let (floor, columns) = (floor ?? -.infinity, canvas.dotWidth)
    for index in curve.ys.indices {
      let x = dotX(curve.x(index), columns: columns)
      var y = curve.ys[index]
      if y < floor { y = floor }
      guard x.isFinite, yAxis.shows(y) else {
        draw(stroke, with: &pen, on: &canvas)
        pen.lift(from: &canvas)
        stroke = Stroke()
        continue
      }
      if x >= stroke.column, x < stroke.column + 1 {
        stroke.last = y
        if y < stroke.low { stroke.low = y }
        if y > stroke.high { stroke.high = y }
      } else {
        draw(stroke, with: &pen, on: &canvas)
        stroke = Stroke(column: x.rounded(.down), first: y, last: y, low: y, high: y)
      }
    }
    draw(stroke, with: &pen, on: &canvas)
    pen.lift(from: &canvas)
  }

  @inline(never)
  private func draw(_ stroke: Stroke, with pen: inout Pen, on canvas: inout Canvas) {
    guard stroke.column.isFinite else { return }
    let x = stroke.column + 0.5
    func line(to y: Double) { pen.line(to: x, dotY(y, rows: canvas.dotHeight), on: &canvas) }
    line(to: stroke.first)
    guard stroke.low < stroke.high else { return }
    line(to: stroke.low)
    line(to: stroke.high)
    line(to: stroke.last)
  }

  /// The ends of the range are in the middle of the first and last dot.
  @inline(__always)
  private func dotX(_ number: Double, columns: Int) -> Double {
    xAxis.position(of: number) * Double(columns - 1) + 0.5
  }

  @inline(__always)
  private func dotY(_ number: Double, rows: Int) -> Double {
    (1 - yAxis.position(of: number)) * Double(rows - 1) + 0.5
  }
}
