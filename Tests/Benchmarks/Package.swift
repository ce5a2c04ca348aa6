// swift-tools-version: 6.2
import PackageDescription

/// The floors of the program as they are, built with its own flags, beside a loop in C with every
/// flag that a C programmer would set.
let strict: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

let package = Package(
  name: "benchmarks",
  dependencies: [
    .package(url: "https://github.com/swiftcsv/SwiftCSV", from: "0.10.0")
  ],
  targets: [
    .target(name: "CLanes", path: "Floors/CLanes"),
    .target(
      name: "CCurses", path: "Floors/CCurses", exclude: ["entries.ti"],
      linkerSettings: [.linkedLibrary("ncursesw")]),
    .target(
      name: "Descent", dependencies: ["CLanes"], path: "Floors/Descent", swiftSettings: strict),
    .target(name: "Drawing", path: "Floors/Drawing", swiftSettings: strict),
    .target(
      name: "Terminal", dependencies: ["CCurses", "Drawing"], path: "Floors/Terminal",
      swiftSettings: strict),
    .target(
      name: "App",
      dependencies: ["Descent", "Drawing", "Terminal", "SwiftCSV"],
      path: "Floors/App",
      resources: [
        .embedInCode("Languages/en.toml"), .embedInCode("Languages/ko.toml"),
        .embedInCode("Lessons/map.toml"), .embedInCode("Lessons/gradient-descent.toml"),
        .embedInCode("Lessons/rate.toml"), .embedInCode("Lessons/batches.toml"),
        .embedInCode("Lessons/momentum.toml"), .embedInCode("Lessons/nesterov.toml"),
        .embedInCode("Lessons/adagrad.toml"), .embedInCode("Lessons/rmsprop.toml"),
        .embedInCode("Lessons/adam.toml"), .embedInCode("Lessons/family.toml"),
        .embedInCode("Lessons/saddles.toml"), .embedInCode("Lessons/which.toml"),
        .embedInCode("Samples/anscombe-1.csv"), .embedInCode("Samples/iris.csv"),
        .embedInCode("Samples/digits-mlp20-plain.npy"),
        .embedInCode("Samples/digits-mlp20-skip.npy"),
      ],
      swiftSettings: strict),
    .target(
      name: "CLoops",
      cSettings: [.unsafeFlags(["-O3", "-march=native", "-fno-math-errno"])]),
    .executableTarget(
      name: "benchmarks", dependencies: ["App", "CLoops", "Descent", "Drawing", "Terminal"],
      swiftSettings: strict),
  ]
)
