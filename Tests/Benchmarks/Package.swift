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
    .target(name: "CEmbedded", path: "Floors/CEmbedded"),
    .target(
      name: "CCurses", path: "Floors/CCurses", exclude: ["entries.ti"],
      linkerSettings: [.linkedLibrary("ncursesw")]),
    .systemLibrary(name: "CZlib", path: "Floors/CZlib"),
    .target(
      name: "Descent", dependencies: ["CLanes"], path: "Floors/Descent", swiftSettings: strict),
    .target(
      name: "Drawing", dependencies: ["CZlib"], path: "Floors/Drawing", swiftSettings: strict),
    .target(
      name: "Terminal", dependencies: ["CCurses", "Drawing"], path: "Floors/Terminal",
      swiftSettings: strict),
    .target(name: "TOML", path: "Floors/TOML", swiftSettings: strict),
    .target(
      name: "Texts", dependencies: ["CEmbedded", "TOML", "Drawing"], path: "Floors/Texts",
      exclude: ["Languages"],
      swiftSettings: strict),
    .target(
      name: "Files",
      dependencies: ["Texts", "TOML", "Descent", "Drawing", "Terminal"],
      path: "Floors/Files",
      exclude: ["Lessons/Course", "Examples/Files", "Data/Samples"],
      swiftSettings: strict),
    .target(
      name: "App", dependencies: ["Files", "Texts", "Descent", "Drawing", "Terminal"],
      path: "Floors/App", swiftSettings: strict),
    .target(
      name: "Reports", dependencies: ["App", "Files", "Texts", "Descent", "Drawing", "Terminal"],
      path: "Floors/Reports", exclude: ["Handout/handout.css"], swiftSettings: strict),
    .target(
      name: "CLoops",
      cSettings: [.unsafeFlags(["-O3", "-march=native", "-fno-math-errno"])]),
    .target(name: "Timing", swiftSettings: strict),
    .executableTarget(
      name: "loops", dependencies: ["CLoops", "Descent", "Timing"], swiftSettings: strict,
      linkerSettings: [.linkedLibrary("m")]),
    .executableTarget(
      name: "drives", dependencies: ["Descent", "Timing"], swiftSettings: strict,
      linkerSettings: [.linkedLibrary("m")]),
    .executableTarget(
      name: "benchmarks",
      dependencies: [
        "Reports", "App", "Files", "Texts", "Timing", "Descent", "Drawing", "Terminal",
      ],
      swiftSettings: strict),
  ]
)
