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
    .target(name: "TOML", path: "Floors/TOML", swiftSettings: strict),
    .target(
      name: "Texts", dependencies: ["TOML"], path: "Floors/Texts",
      resources: [.embedInCode("Languages/en.toml"), .embedInCode("Languages/ko.toml")],
      swiftSettings: strict),
    .target(
      name: "Files",
      dependencies: ["Texts", "TOML", "Descent", "Drawing", "Terminal"],
      path: "Floors/Files",
      resources: [
        .embedInCode("Lessons/map.toml"), .embedInCode("Lessons/gradient-descent.toml"),
        .embedInCode("Lessons/rate.toml"), .embedInCode("Lessons/batches.toml"),
        .embedInCode("Lessons/momentum.toml"), .embedInCode("Lessons/nesterov.toml"),
        .embedInCode("Lessons/adagrad.toml"), .embedInCode("Lessons/rmsprop.toml"),
        .embedInCode("Lessons/adam.toml"), .embedInCode("Lessons/family.toml"),
        .embedInCode("Lessons/saddles.toml"), .embedInCode("Lessons/which.toml"),
        .embedInCode("Data/Samples/anscombe-1.csv"), .embedInCode("Data/Samples/iris.csv"),
        .embedInCode("Data/Samples/digits-mlp20-plain.npy"),
        .embedInCode("Data/Samples/digits-mlp20-skip.npy"),
        .embedInCode("Examples/ravine-turned.toml"),
        .embedInCode("Examples/adam-dialects.toml"),
        .embedInCode("Examples/fair-rates.toml"),
        .embedInCode("Examples/own-formula.toml"),
        .embedInCode("Examples/minibatches.toml"),
        .embedInCode("Examples/zigzag.toml"),
        .embedInCode("Examples/zigzag-ko.toml"),
        .embedInCode("Examples/dusk.toml"),
        .embedInCode("Examples/classroom.toml"),
        .embedInCode("Examples/braking.csv"),
        .embedInCode("Examples/crater.txt"),
      ],
      swiftSettings: strict),
    .target(
      name: "App", dependencies: ["Files", "Texts", "Descent", "Drawing", "Terminal"],
      path: "Floors/App", swiftSettings: strict),
    .target(
      name: "Reports", dependencies: ["App", "Files", "Texts", "Descent", "Drawing", "Terminal"],
      path: "Floors/Reports", swiftSettings: strict),
    .target(
      name: "CLoops",
      cSettings: [.unsafeFlags(["-O3", "-march=native", "-fno-math-errno"])]),
    .executableTarget(
      name: "benchmarks",
      dependencies: [
        "Reports", "App", "Files", "Texts", "CLoops", "Descent", "Drawing", "Terminal",
      ],
      swiftSettings: strict),
  ]
)
