import Descent
import Drawing
import Files
import Texts

/// The paths of the shown cars as curves over what they cost, up to the step looked at.
struct RaceCurves {
  let model: Model
  /// From 0, or where a lesson's page begins, to what the race has come to, or a little further at
  /// its beginning.
  let xAxis: Axis
  private let from: Double
  /// The greatest cost at the step looked at.
  let now: Double
  /// The least by which two places on the axis that a cursor can go to differ.
  let grain: Double

  /// Below this only rounding errors are left to see.
  static let floor = 1e-12

  init(_ model: Model) {
    self.model = model
    let paths = model.shown.map { model.timeline.trajectories[$0] }
    let tick = model.timeline.tick
    if model.yardstick == .steps {
      grain = Double(paths.map(\.stride).max() ?? 1)
      now = Double(tick)
    } else {
      grain = 1
      now =
        paths.compactMap { $0.costs(by: model.yardstick).prefix($0.count(through: tick)).last }
        .max() ?? 0
    }
    // A lesson's page that opens on the way is about what comes from there on.
    from = model.yardstick == .steps ? model.pageStart : 0
    xAxis = Axis(.linear, low: from, high: max(from + 10, now))
  }

  /// A place that values are known at.
  func snapped(_ x: Double) -> Double { min(max(from, (x / grain).rounded() * grain), now) }

  /// The lowest labelled height, which losses are measured from; 0 where none is known.
  var lowest: Double {
    model.surface.about.criticalPoints.filter { $0.kind == .globalMinimum }.map(\.value).min() ?? 0
  }

  /// The chart of a quantity of every car, the car in focus on top.
  ///
  /// Its range is that of the cars that still drive: one that crashes leaves it and does not
  /// flatten the others.
  ///
  /// - Parameter values: of each car, as many as its path has points, or more.
  func chart(of quantity: ChartQuantity, isLogarithmic: Bool, _ values: (Int) -> [Double]) -> Chart
  {
    let curves = model.carsOnCharts.map { car in (car: car, ys: known(values(car), ofCar: car)) }
    let lines = curves.map { series(of: $0.car, $0.ys) }
    var chart = Chart(
      lines, y: isLogarithmic ? .logarithmic : .linear, xAxis: xAxis,
      yAxis: yAxis(of: quantity, isLogarithmic, curves.map { ($0.car, inSight($0.ys, $0.car)) }),
      floor: isLogarithmic ? Self.floor : nil)
    chart.xTitle = model.strings[model.yardstick.axisTitle]
    chart.isBold = model.isPresentation
    return chart
  }

  private func known(_ values: [Double], ofCar car: Int) -> [Double] {
    Array(values.prefix(model.timeline.trajectories[car].count(through: model.timeline.tick)))
  }

  /// The values from where the axis begins.
  private func inSight(_ ys: [Double], _ car: Int) -> ArraySlice<Double> {
    ys.dropFirst(Int(from) / model.timeline.trajectories[car].stride)
  }

  private func series(of car: Int, _ ys: [Double]) -> Chart.Series {
    let (path, ink) = (model.timeline.trajectories[car], model.livery[car].color)
    var series =
      model.yardstick == .steps
      ? Chart.Series(ys: ys, from: 0, by: Double(path.stride), ink: ink)
      : Chart.Series(xs: path.costs(by: model.yardstick), ys: ys, ink: ink)
    series.head =
      model.race.drivers[car].crash == nil
      ? model.chartHead(ofCar: car) : ChartHead("✗", ink: ink, isBreak: true)
    return series
  }

  private func yAxis(
    of quantity: ChartQuantity, _ isLogarithmic: Bool,
    _ curves: [(car: Int, ys: ArraySlice<Double>)]
  ) -> Axis {
    let kind: Axis.Kind = isLogarithmic ? .logarithmic : .linear
    let alive = curves.filter { model.race.drivers[$0.car].crash == nil }
    var (low, high) = (Double.infinity, -Double.infinity)
    for ys in (alive.isEmpty ? curves : alive).map(\.ys) {
      for y in ys where y.isFinite {
        // Nothing has no place on a scale of powers; the floor stands for it.
        let y = isLogarithmic && y < Self.floor ? Self.floor : y
        (low, high) = (min(low, y), max(high, y))
      }
    }
    guard low <= high else { return Axis(kind, low: isLogarithmic ? 0.1 : 0, high: 1) }
    // What every car began with, recorded paths on their own: a curve that climbs above it leaves
    // the chart.
    if quantity == .loss, let start = curves.compactMap(\.ys.first).max(), low < start {
      high = start
    }
    return Axis(kind, fitting: [low, high])
  }
}

extension Model {
  /// The shown cars in the order in which their curves are drawn: the car in focus last, which is
  /// topmost.
  var carsOnCharts: [Int] {
    standings.reversed().filter { $0 != focus } + (shown.contains(focus) ? [focus] : [])
  }

  /// What stands at the end of a car's curve.
  func chartHead(ofCar car: Int) -> ChartHead {
    let wear = livery[car]
    return isPresentation
      ? ChartHead(CarBadge.text(wear.letter), ink: theme.accentInk, paper: wear.color)
      : ChartHead("\(wear.glyph)", ink: wear.color)
  }
}

extension Yardstick {
  /// What stands behind an axis of costs.
  var axisTitle: Text {
    switch self {
    case .steps: .chartSteps
    case .gradients: .chartQuestions
    case .data: .chartSamples
    }
  }
}

extension Model {
  /// Whether the scale of the chart is one of powers: losses ask for a lowest height to stand on.
  func isLogarithmic(_ quantity: ChartQuantity) -> Bool {
    quantity != .loss || surface.about.lowest == .labelled
  }

  /// What the scale of a quantity is, in a few words.
  func scaleText(of quantity: ChartQuantity, isLogarithmic: Bool) -> String {
    if isLogarithmic {
      return strings(.chartLogScale, ["floor": NumberText.brief(RaceCurves.floor)])
    }
    if self.isLogarithmic(quantity) { return strings[.chartLinear] }
    return strings[surface.about.lowest == .unknown ? .chartLinearUnknown : .chartLinearScale]
  }
}
