import Drawing
import Testing

struct ChartTests {
  private let style = Chart.Style(labels: nil, marker: Color(0x888888))

  private func drawn(_ chart: Chart, _ size: Size = Size(30, 10)) -> Frame {
    var frame = Frame(size)
    chart.draw(on: &frame, in: frame.bounds, style: style)
    return frame
  }

  @Test func `a falling loss on a logarithmic axis`() {
    let loss = (0..<50).map { 1000 / (1 + Double($0 * $0 * $0)) }
    let chart = Chart([.init(ys: loss, ink: red)], y: .logarithmic, marker: 40)
    #expect(
      picture(drawn(chart)) == """
         1000 ⢱                  ⠅
               ⢇                 ⠅
               ⠘⡄                ⠅
                ⠈⢆               ⠅
            1     ⠑⠤⡀            ⠅
                    ⠈⠒⠤⢄⣀        ⠅
                         ⠉⠑⠒⠤⠤⣀⣀ ⠅
                                ⠉⠉⠑⠒⠒⠢
        0.001                    ⠅
              0                     49
        """)
  }

  @Test func `a linear axis and a gap where numbers are not finite`() {
    let ys = (0...40).map { (15...20).contains($0) ? Double.nan : Double($0) }
    #expect(
      picture(drawn(Chart([.init(ys: ys, ink: red)], y: .linear))) == """
        40                        ⢀⣀⠔⠊
                                ⡠⠔⠁
                            ⢀⡠⠔⠊
                          ⡠⠔⠁
        20               ⠊
                    ⣀
                 ⡠⠒⠊
              ⣀⠔⠉
         0 ⡠⠒⠉
           0                        40
        """)
  }

  @Test func `points that the axis cannot show break the line unless there is a floor`() {
    let ys = [100, 1, 0, 0, 0.01]
    let broken = drawn(Chart([.init(ys: ys, ink: red)], y: .logarithmic), Size(20, 6))
    #expect(
      picture(broken) == """
        100 ⠑⡄
             ⠈⠢⡀
               ⠑⠄
        0.1
                           ⢀
            0              4
        """)
    let floored = drawn(Chart([.init(ys: ys, ink: red)], y: .logarithmic, floor: 0.01), Size(20, 6))
    #expect(
      picture(floored) == """
        100 ⠑⡄
             ⠈⠢⡀
               ⠑⢄
        0.1      ⠑⡄
                  ⠈⠢⣀⣀⣀⣀⣀⣀⣀⣀
            0              4
        """)
  }

  @Test func `the later series has the cell`() {
    let flat = [1.0, 1]
    let frame = drawn(
      Chart(
        [.init(ys: flat, ink: white), .init(ys: flat, ink: red)], y: .linear,
        yAxis: Axis(.linear, low: 0, high: 2)))
    #expect(frame.cells.contains { $0.ink == red })
    #expect(!frame.cells.contains { $0.ink == white })
  }

  @Test func `every spike of a long series is seen`() {
    var ys = Array(repeating: 1.0, count: 10_000)
    ys[7777] = 100
    let frame = drawn(Chart([.init(ys: ys, ink: red)], y: .linear))
    #expect(
      picture(frame) == """
        100                     ⡇
                                ⡇
                                ⡇
                                ⡇
         50                     ⡇
                                ⡇
                                ⡇
                                ⡇
            ⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⢇⣀⣀⣀⣀⣀
            0                     9999
        """)
  }

  @Test func `points may have their own x`() {
    let chart = Chart([.init(xs: [0, 1, 10], ys: [0, 10, 10], ink: red)], y: .linear)
    #expect(
      picture(drawn(chart, Size(16, 5))) == """
        10  ⡰⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉
            ⡇
           ⢸
         0 ⡎
           0          10
        """)
  }

  @Test func `a head ends each curve, and gives way along it to that of a later one`() {
    var low = Chart.Series(ys: [8, 4, 2, 1, 1, 1], ink: white)
    var high = Chart.Series(ys: [8, 8, 6, 4, 2, 1], ink: red)
    low.head = ChartHead("a", ink: white)
    high.head = ChartHead("b", ink: red)
    #expect(
      picture(drawn(Chart([low, high], y: .linear), Size(24, 6))) == """
        ⠉⠉⠉⠉⠉⠒⠤⣀
         ⠈⠢⡀    ⠉⠒⠤⡀
           ⠘⢄      ⠈⠑⠤⡀
             ⠉⠒⠤⣀     ⠈⠑⠢⢄⡀
                 ⠉⠑⠒⠤⢄⣀⣀⣀⣀⠈a⠒⠢⠤b
        0                      5
        """)
  }

  @Test func `a curve that breaks off has its mark where it leaves the chart`() {
    var steady = Chart.Series(ys: [8, 7, 6, 5, 4, 3, 2, 1], ink: white)
    var broken = Chart.Series(ys: [8, 5, 9, 1e9, 1e99], ink: red)
    var climbing = Chart.Series(ys: [8, 4, 6, 7, 8, 12, 16, 20], ink: white)
    steady.head = ChartHead("a", ink: white)
    broken.head = ChartHead("x", ink: red, isBreak: true)
    climbing.head = ChartHead("c", ink: white)
    let chart = Chart(
      [steady, broken, climbing], y: .linear, yAxis: Axis(.linear, low: 0, high: 10))
    #expect(
      picture(drawn(chart, Size(24, 6))) == """
        10      ⢀⠇ ↑x  ⡰⠁     ↑c
           ⠑⢄⠢⠤⡠⠊ ⣀⡠⠤⠒⠉
            ⠈⠢⡠⠔⠊⠉⠒⠢⠤⢄⣀⡀
                       ⠈⠉⠒⠢⠤⣀⡀
         0                   ⠈⠉a
           0                   7
        """)
  }

  @Test func `x has ticks and a word once it has a title`() {
    var chart = Chart([.init(ys: (0...462).map(Double.init), ink: red)], y: .linear)
    chart.xTitle = "steps"
    #expect(
      picture(drawn(chart, Size(44, 5))) == """
                                          ⣀⣀⡠⠤⠤⠔⠒⠒⠉⠉
                               ⣀⣀⡠⠤⠤⠔⠒⠒⠉⠉⠉
                   ⢀⣀⣀⡠⠤⠤⠔⠒⠒⠉⠉⠉
        0 ⣀⡠⠤⠤⠒⠒⠒⠉⠉⠁
          0                200                 steps
        """)
  }

  @Test func `no series and no room are no trouble`() {
    #expect(drawn(Chart([], y: .logarithmic)).cells.allSatisfy { $0.glyph.value < 0x2800 })
    let chart = Chart([.init(ys: [1, 2], ink: red)], y: .linear)
    for width in 0...6 {
      for height in 0...4 { #expect(drawn(chart, Size(width, height)).size == Size(width, height)) }
    }
  }
}
