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

/// What makes a site of the documentation; nothing else fetches or builds it.
let forDocumentation: [Package.Dependency] =
  Context.environment["DOWNHILL_DOCS"] == nil
  ? [] : [.package(url: "https://github.com/swiftlang/swift-docc-plugin", exact: "1.5.0")]

let package = Package(
  name: "downhill",
  products: [.executable(name: "downhill", targets: ["downhill"])],
  dependencies: [
    // Exactly: what it finds wrong is known by its wording (ParserMessage.swift).
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
    .package(url: "https://github.com/apple/swift-nio.git", exact: "2.101.2"),
    .package(url: "https://github.com/swiftlang/swift-subprocess", from: "1.0.2"),
  ] + forDocumentation,
  targets: [
    // Headers and the little C that Swift cannot be.
    .target(name: "CLanes"),
    // What the program was built for, and what it runs on.
    .target(name: "CProcessor"),
    // The files that are part of the program, as bytes.
    .target(name: "CEmbedded"),
    .target(
      name: "CCurses", exclude: ["entries.ti"], linkerSettings: [.linkedLibrary("ncursesw")]),

    // Debian's zlib, which packs pictures for terminals with pixels.
    .systemLibrary(name: "CZlib", providers: [.apt(["zlib1g-dev"])]),

    // The engine, and pictures without a terminal: neither knows the other.
    .target(name: "Descent", dependencies: ["CLanes"], swiftSettings: strict),
    .target(name: "Drawing", dependencies: ["CZlib"], swiftSettings: strict),

    .target(name: "Terminal", dependencies: ["CCurses", "Drawing"], swiftSettings: strict),

    // TOML 1.0, which settings, races, themes, lessons and the language tables are written in.
    .target(name: "TOML", swiftSettings: strict),

    // The texts of the program in its languages.
    .target(
      name: "Texts", dependencies: ["CEmbedded", "TOML", "Drawing"], exclude: ["Languages"],
      swiftSettings: strict),

    // Everything that people write and the program reads.
    .target(
      name: "Files",
      dependencies: ["Texts", "TOML", "Descent", "Drawing", "Terminal"],
      exclude: ["Lessons/Course", "Examples/Files", "Data/Samples"],
      swiftSettings: strict),

    // The program as values.
    .target(
      name: "App", dependencies: ["Room", "Files", "Texts", "Descent", "Drawing", "Terminal"],
      swiftSettings: strict),

    // What commands print.
    .target(
      name: "Reports", dependencies: ["App", "Files", "Texts", "Descent", "Drawing", "Terminal"],
      exclude: ["Handout/handout.css"],
      swiftSettings: strict),

    // The socket between the terminals of a lecture: lines in, lines out.
    .target(
      name: "Lectern",
      dependencies: [
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOPosix", package: "swift-nio"),
      ],
      swiftSettings: strict),

    // A class as a value: who is here, what it votes, drives and wins.
    .target(name: "Room", dependencies: ["Drawing"], swiftSettings: strict),

    // The class's server: students' phones on one side, the room on the other.
    .target(
      name: "Class",
      dependencies: [
        "Room", "Texts", "Drawing",
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOPosix", package: "swift-nio"),
        .product(name: "NIOHTTP1", package: "swift-nio"),
      ],
      exclude: ["Phone"], swiftSettings: strict),

    // The command line.
    .executableTarget(
      name: "downhill",
      dependencies: [
        "Class", "Room", "Lectern", "Reports", "App", "Files", "Texts", "Descent", "Drawing",
        "Terminal", "CProcessor",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict),

    .testTarget(
      name: "DescentTests", dependencies: ["Descent"], exclude: ["Fixtures"], swiftSettings: strict),
    // What a terminal shows of the bytes it is sent, and pictures read from files.
    .target(
      name: "Decoders", dependencies: ["Terminal", "Drawing", "CZlib"], path: "Tests/Decoders",
      swiftSettings: strict),
    .testTarget(
      name: "DrawingTests", dependencies: ["Decoders", "Drawing", "CZlib"], swiftSettings: strict),
    .testTarget(
      name: "TerminalTests", dependencies: ["Decoders", "Terminal", "Drawing"],
      swiftSettings: strict),
    .testTarget(name: "RoomTests", dependencies: ["Room", "Drawing"], swiftSettings: strict),
    .testTarget(
      name: "ClassTests", dependencies: ["Class", "Room", "Texts"], swiftSettings: strict),
    .testTarget(
      name: "AppTests",
      dependencies: [
        "Decoders", "Class", "Room", "Lectern", "Reports", "App", "Files", "Texts", "TOML",
        "Descent", "Drawing", "Terminal",
      ],
      exclude: ["Fixtures", "Pictures", "Snapshots"], swiftSettings: strict),
    // The built program from outside: without a terminal, and in one.
    .testTarget(
      name: "CommandTests",
      dependencies: [
        "Decoders", "bits", "downhill", "Texts",
        .product(name: "Subprocess", package: "swift-subprocess"),
      ],
      swiftSettings: strict),
    // Crashes in every way there is, for the tests in a terminal.
    .executableTarget(
      name: "trap", dependencies: ["Drawing", "Terminal"], path: "Tests/Trap",
      swiftSettings: strict),
    // Prints the bits of many drives, to be compared with those of a program built otherwise.
    .executableTarget(
      name: "bits", dependencies: ["Descent"], path: "Tests/Bits", swiftSettings: strict,
      linkerSettings: [.linkedLibrary("m")]),
    // Opens a class with a scripted wall, for the tests of phones.
    .executableTarget(
      name: "classroom", dependencies: ["Class", "Room", "Texts", "Drawing"],
      path: "Tests/Classroom", swiftSettings: strict),
    // Says how TOML is read, to be compared with how others read it.
    .executableTarget(
      name: "tomljson", dependencies: ["TOML"], path: "Tests/Conformance", exclude: ["toml.py"],
      swiftSettings: strict),
    .testTarget(
      name: "EndToEnd",
      dependencies: [
        "downhill", "trap", "classroom", .product(name: "Subprocess", package: "swift-subprocess"),
      ],
      exclude: ["README.md", "clean_root.sh", "figures.py", "scenarios"], swiftSettings: strict),
  ]
)
