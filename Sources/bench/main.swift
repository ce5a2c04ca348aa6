import App
import Descent
import Drawing
import Terminal
import Glibc

func work() -> Double {
  var time = timespec()
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
  return Double(time.tv_sec) * 1e3 + Double(time.tv_nsec) * 1e-6
}
extension [Double] { var median: Double { sorted()[count / 2] } }

var model = Model(try RaceSetup(), strings: Strings("en"), themes: [.night], theme: .night)
model.size = Size(200, 60)
model.isPlaying = false
let scenery = Scenery()
_ = update(&model, .step(by: 1000))
var frame = view(of: model, scenery: scenery)
var costs: [Double] = []
var diffs: [Double] = []
let runs = Int(CommandLine.arguments.dropFirst().first ?? "400")!
for _ in 0..<runs {
  _ = update(&model, .step(by: 1))
  let a = work()
  let next = view(of: model, scenery: scenery)
  let b = work()
  let d = FrameDiff(from: frame, to: next)
  let c = work()
  costs.append(c - a)
  diffs.append(c - b)
  frame = next
  if d.runs.isEmpty { print("?") }
}
print("view+diff median \(costs.median) min \(costs.min()!) diff median \(diffs.median)")
var worst = ("", 0.0)
if CommandLine.arguments.count < 3 {
for _ in model.surfaces {
  var costs: [Double] = []
  for _ in 0..<20 {
    let a = work()
    let frame = view(of: model, scenery: Scenery())
    _ = FrameDiff(from: nil, to: frame)
    costs.append(work() - a)
  }
  if costs.median > worst.1 { worst = (model.surface.about.name, costs.median) }
  _ = update(&model, .nextSurface)
}
print("new surface \(worst)")
}

if CommandLine.arguments.contains("hash") {
  struct Chance: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var z = state
      z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
      z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
      return z ^ (z >> 31)
    }
  }
  var hash: UInt64 = 14695981039346656037
  func mix(_ v: UInt64) { hash = (hash ^ v) &* 1099511628211 }
  for language in ["en", "ko"] {
    var chance = Chance(state: 42)
    var model = Model(
      try RaceSetup(cars: ["gd", "momentum", "adam", "gd:noise=0.3", "nadam", "adagrad:lr=100"]), strings: Strings(language), themes: [.night],
      theme: .night)
    let scenery = Scenery()
    let bindings = Keymap.standard.all.filter { $0.message != .quit }
    for round in 0..<3000 {
      if round % 40 == 0 {
        _ = update(
          &model,
          .resize(
            Size(Int.random(in: 30...220, using: &chance), Int.random(in: 8...70, using: &chance)),
            cellAspect: 2))
      }
      let binding = bindings[Int.random(in: 0..<bindings.count, using: &chance)]
      _ = update(&model, binding.message)
      if round % 7 == 0 { _ = update(&model, .advance(steps: Int.random(in: 1...300, using: &chance))) }
      let frame = view(of: model, scenery: scenery)
      for cell in frame.cells {
        mix(UInt64(cell.glyph.value) | UInt64(cell.mark?.value ?? 0) << 32)
        mix(
          UInt64(cell.ink?.hex ?? 1 << 24) | UInt64(cell.paper?.hex ?? 1 << 24) << 25
            | UInt64(cell.style.rawValue) << 50)
      }
      if round % 500 == 0 { print(language, round, hash) }
    }
    print(language, hash)
  }
}
