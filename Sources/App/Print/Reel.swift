/// Which steps of a race a film shows, and for how long.
package struct Reel: Hashable, Sendable {
  /// The step of each picture.
  package let ticks: [Int]
  /// How long a picture is seen, in hundredths of a second, which is what films count in.
  package let hundredths: Int

  /// The last picture is seen longer: one looks at how it came out.
  private static let lastHundredths = 200
  /// More pictures a second no eye needs, and some players slow down.
  private static let picturesPerSecond = 25

  /// - Parameters:
  ///   - steps: the last one that is shown.
  ///   - stepsPerSecond: the pace, as near to it as hundredths of a second come.
  package init(steps: Int, stepsPerSecond: Int) {
    let pace = max(1, stepsPerSecond)
    let stride = (pace + Self.picturesPerSecond - 1) / Self.picturesPerSecond
    hundredths = max(2, (200 * stride + pace) / (2 * pace))
    var ticks = Array(Swift.stride(from: 0, to: steps, by: stride))
    ticks.append(max(0, steps))
    self.ticks = ticks
  }

  package func hundredths(ofPicture number: Int) -> Int {
    number == ticks.count - 1 ? max(hundredths, Self.lastHundredths) : hundredths
  }

  func seconds(ofPicture number: Int) -> Double { Double(hundredths(ofPicture: number)) / 100 }
}
