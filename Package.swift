// swift-tools-version: 6.2
import PackageDescription

/// Every Swift target: warnings are errors, and the floors of the house are held by the compiler
/// (see CONTRIBUTING.md): what a file uses it imports, and imports do not leak upwards.
let strict: [SwiftSetting] = [
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

let package = Package(
  name: "downhill",
  products: [.executable(name: "downhill", targets: ["downhill"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/swiftcsv/SwiftCSV", from: "0.10.0"),
    .package(url: "https://github.com/swiftlang/swift-subprocess", from: "1.0.2"),
  ],
  targets: [
    // Headers and the little C that Swift cannot be.
    .target(name: "CLanes"),
    .target(
      name: "CCurses", exclude: ["entries.ti"], linkerSettings: [.linkedLibrary("ncursesw")]),

    // The engine, and pictures without a terminal: neither knows the other.
    .target(name: "Descent", dependencies: ["CLanes"], swiftSettings: strict),
    .target(name: "Drawing", swiftSettings: strict),

    .target(name: "Terminal", dependencies: ["CCurses", "Drawing"], swiftSettings: strict),

    // The program as values.
    .target(
      name: "App",
      dependencies: ["Descent", "Drawing", "Terminal", "SwiftCSV"],
      resources: [
        .embedInCode("Languages/en.toml"), .embedInCode("Languages/ko.toml"),
        .embedInCode("Lessons/map.toml"),
        .embedInCode("Lessons/gradient-descent.toml"),
        .embedInCode("Lessons/rate.toml"),
        .embedInCode("Lessons/batches.toml"),
        .embedInCode("Lessons/momentum.toml"),
        .embedInCode("Lessons/nesterov.toml"),
        .embedInCode("Lessons/adagrad.toml"),
        .embedInCode("Lessons/rmsprop.toml"),
        .embedInCode("Lessons/adam.toml"),
        .embedInCode("Lessons/family.toml"),
        .embedInCode("Lessons/saddles.toml"),
        .embedInCode("Lessons/which.toml"),
        .embedInCode("Samples/anscombe-1.csv"), .embedInCode("Samples/iris.csv"),
        .embedInCode("Samples/digits-mlp20-plain.npy"),
        .embedInCode("Samples/digits-mlp20-skip.npy"),
      ],
      swiftSettings: strict),

    // The command line.
    .executableTarget(
      name: "downhill",
      dependencies: [
        "App", "Descent", "Drawing", "Terminal",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      exclude: ["SWEEPS.md"], swiftSettings: strict),

    .testTarget(
      name: "DescentTests", dependencies: ["Descent"], exclude: ["Fixtures"], swiftSettings: strict),
    .testTarget(name: "DrawingTests", dependencies: ["Drawing"], swiftSettings: strict),
    .testTarget(
      name: "TerminalTests", dependencies: ["Terminal", "Drawing"], swiftSettings: strict),
    .testTarget(
      name: "AppTests", dependencies: ["App", "Descent", "Drawing", "Terminal"],
      exclude: ["Snapshots"], swiftSettings: strict),
    // The built program from outside: without a terminal, and in one.
    .testTarget(
      name: "CommandTests",
      dependencies: ["downhill", .product(name: "Subprocess", package: "swift-subprocess")],
      swiftSettings: strict),
    // Crashes in every way there is, for the tests in a terminal.
    .executableTarget(
      name: "trap", dependencies: ["Drawing", "Terminal"], path: "Tests/Trap",
      swiftSettings: strict),
    // Says how TOML is read, to be compared with other readers.
    .executableTarget(
      name: "tomljson", dependencies: ["App"], path: "Tests/Conformance", exclude: ["toml.py"],
      swiftSettings: strict),
    .testTarget(
      name: "EndToEnd",
      dependencies: [
        "downhill", "trap", .product(name: "Subprocess", package: "swift-subprocess"),
      ],
      exclude: ["README.md", "figures.py", "scenarios"], swiftSettings: strict),
  ]
)
