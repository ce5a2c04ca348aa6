import Foundation
import Testing

@Suite struct RunTests {
  /// A line of csv.
  struct Row: Hashable {
    var car: String
    var step: Int
    var numbers: [String]

    init(_ line: String) {
      let cells = line.split(separator: ",").map(String.init)
      (car, step, numbers) = (cells[0], Int(cells[1]) ?? -1, Array(cells[2...]))
    }

    var isFinite: Bool { numbers.allSatisfy { Double($0)?.isFinite == true } }
  }

  private func rows(_ arguments: String...) async throws -> [Row] {
    let outcome = try await Downhill.run(["run"] + arguments + ["--format", "csv"])
    try #require(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.lines.first == "car,step,x,y,loss")
    return outcome.lines.dropFirst().map(Row.init)
  }

  @Test func `csv has the start as step 0 and then every car at every step`() async throws {
    let rows = try await rows(
      "--surface", "rosenbrock", "--car", "adam:lr=0.02,beta2=0.99", "--car", "momentum:lr=0.0005",
      "--start=-1.2,1", "--steps", "20", "--seed", "7")
    #expect(
      rows.map { "\($0.car) \($0.step)" } == (0...20).flatMap { ["adam \($0)", "momentum \($0)"] })
    #expect(rows[0].numbers == ["-1.2", "1.0", "24.199999999999996"])
    #expect(rows[1].numbers == rows[0].numbers)
  }

  @Test func `a negative start may stand after a blank`() async throws {
    let apart = try await rows("--start", "-1.2,1", "--steps", "0")
    let together = try await rows("--start=-1.2,1", "--steps", "0")
    #expect(apart == together)
    #expect(apart[0].numbers.starts(with: ["-1.2", "1.0"]))
  }

  @Test func `every number is the shortest that reads back as the same double`() async throws {
    let rows = try await rows("--steps", "50")
    #expect(rows.count == 6 * 51)
    for text in rows.flatMap(\.numbers) {
      let number = try #require(Double(text))
      #expect(text == "\(number)")
    }
  }

  @Test func `gradient descent on the bowl goes where the pencil says`() async throws {
    // x ← x − 0.25 · 2x, and the loss is x² + y²: exact in binary.
    let rows = try await rows(
      "--surface", "bowl", "--car", "gd:lr=0.25", "--start", "4,-8", "--steps", "2")
    #expect(
      rows.map(\.numbers) == [
        ["4.0", "-8.0", "80.0"], ["2.0", "-4.0", "20.0"], ["1.0", "-2.0", "5.0"],
      ])
  }

  @Test func `a recorded path is run where it went, beside a car or alone`() async throws {
    let alone = try await rows("digits-paths")
    #expect(alone.count == 2 * 301 && alone[0].numbers.starts(with: ["-8.93511", "-4.72326"]))
    let outcome = try await Downhill.run(
      ["run", "digits-paths", "--path", "digits-adam", "--car", "gd", "--steps", "20"])
    #expect(outcome.status == 0 && outcome.output.contains("recorded path, 301 points"))
    #expect(outcome.output.contains("note: digits-adam: Its recorded loss differs"))
  }

  @Test func `json has one object a line with the values of csv`() async throws {
    struct Line: Decodable {
      var car: String
      var step: Int
      var x, y, loss: Double
    }
    let arguments = ["--surface", "beale", "--steps", "30", "--every", "3"]
    let json = try await Downhill.run(["run", "--format", "json"] + arguments)
    let csv = try await Downhill.run(["run", "--format", "csv"] + arguments)
    let lines = try json.lines.map { try JSONDecoder().decode(Line.self, from: Data($0.utf8)) }
    #expect(lines.count == 6 * 11)
    #expect(
      lines.map { "\($0.car),\($0.step),\($0.x),\($0.y),\($0.loss)" }
        == Array(csv.lines.dropFirst()))
  }

  @Test(arguments: [
    ("bowl", "gd:lr=1e300", "gd,1,6.4e+300,-4.8e+300,inf"),
    ("saddle-with-two-wells", "gd:lr=1e300", "gd,1,1e+301,1.9999800000000002e+298,nan"),
    ("easom", "adam:lr=1e308", "adam,2,nan,nan,nan"),
  ])
  func `a crashed car's first row that is not finite is its last`(
    surface: String, car: String, last: String
  ) async throws {
    let arguments = ["--surface", surface, "--car", car, "--car", "adagrad", "--steps", "40"]
    let csv = try await Downhill.run(["run", "--format", "csv"] + arguments)
    let rows = csv.lines.dropFirst().map(Row.init)
    let crashed = rows.filter { $0.car != "adagrad" }
    #expect(csv.lines.last { !$0.hasPrefix("adagrad") } == last)
    #expect(crashed.map(\.isFinite) == Array(repeating: true, count: crashed.count - 1) + [false])
    // The other drives on to the end.
    let others = rows.filter { $0.car == "adagrad" }
    #expect(others.map(\.step) == Array(0...40))
    let areFinite = others.allSatisfy(\.isFinite)
    #expect(areFinite)

    let json = try await Downhill.run(["run", "--format", "json"] + arguments)
    let cells = last.split(separator: ",")
    let values = cells[2...].map { $0.contains("n") ? "\"\($0)\"" : "\($0)" }
    #expect(
      json.lines.contains(
        "{\"car\":\"\(cells[0])\",\"step\":\(cells[1]),\"x\":\(values[0]),\"y\":\(values[1]),"
          + "\"loss\":\(values[2])}"))
  }

  @Test func `a position that falls for ever is minus infinity`() async throws {
    let rows = try await rows(
      "--surface", "bowl", "--car", "gd:lr=1e308", "--start", "1e9,1", "--steps", "9")
    #expect(rows.map(\.numbers[0]) == ["1000000000.0", "-inf"])
  }

  @Test(arguments: [
    "$downhill run > /dev/full", "ulimit -f 0; exec $downhill run > file",
    "ulimit -f 1; exec $downhill run --steps 5000 --format csv > file",
    "ulimit -f 1; exec $downhill list optimizers --format json > file",
    "ulimit -f 1; exec $downhill basins --format npy > file",
  ])
  func `output that cannot be written is an error`(line: String) async throws {
    try await withFolder { folder in
      let outcome = try await Downhill.shell(line, in: folder)
      #expect(outcome.status == 2)
      #expect(outcome.errors.contains("could not be written"))
      #expect(outcome.errors.contains("ulimit -f"))
    }
  }

  @Test func `every N prints the steps that N divides, and the step of a crash`() async throws {
    let rows = try await rows(
      "--surface", "himmelblau", "--car", "gd:lr=0.6", "--car", "gd:lr=0.001", "--steps", "25",
      "--every", "10")
    #expect(rows.filter { $0.car == "gd-2" }.map(\.step) == [0, 10, 20])
    #expect(rows.filter { $0.car == "gd" }.map(\.step) == [0, 5])
    #expect(rows.filter { $0.car == "gd" }.map(\.isFinite) == [true, false])
  }

  @Test func `cars given twice get names of their own`() async throws {
    let rows = try await rows(
      "--car", "adam", "--car", "gd", "--car", "adam:lr=0.1", "--car", "adam", "--steps", "0")
    #expect(rows.map(\.car) == ["adam", "gd", "adam-2", "adam-3"])
  }

  @Test func `sgd without samples says on standard error that it is gd`() async throws {
    let outcome = try await Downhill.run(
      "run", "--car", "sgd:lr=0.001", "--car", "gd:lr=0.001", "--steps", "9", "--format", "csv")
    #expect(outcome.errors.split(separator: "\n").count == 1)
    #expect(outcome.errors.contains("sgd: ") && outcome.errors.contains("SGD is GD"))
    let rows = outcome.lines.dropFirst().map(Row.init)
    #expect(
      rows.filter { $0.car == "sgd" }.map(\.numbers)
        == rows.filter { $0.car == "gd" }.map(\.numbers))
  }

  @Test(arguments: ["sgd", "gd:batch=8", "adam:batch=16", "gd:noise=0.5"])
  func `chance follows from the seed alone`(car: String) async throws {
    func run(_ seed: String) async throws -> Downhill.Outcome {
      try await Downhill.run(
        "run", "--data", "iris.csv", "--x", "petal_length_cm", "--y", "petal_width_cm", "--car",
        car, "--steps", "30", "--format", "csv", "--seed", seed)
    }
    let (first, again, other) = try await (run("7"), run("7"), run("8"))
    #expect(first.lines.count == 1 + 31)
    #expect(first.output == again.output)
    #expect(first.output != other.output)
    #expect(first.errors.isEmpty)
  }

  @Test func `names and settings may be written with underscores`() async throws {
    let underscores = try await rows(
      "--surface", "rotated_ravine", "--car", "rmsprop:eps_placement=outside_sqrt")
    let hyphens = try await rows(
      "--surface", "rotated-ravine", "--car", "rmsprop:eps-placement=outside-sqrt")
    #expect(underscores == hyphens)
    #expect(underscores.count == 201)
  }

  @Test func `the table ranks the cars and says why one crashed`() async throws {
    let outcome = try await Downhill.run(
      "run", "--surface", "bowl", "--car", "gd:lr=2.5", "--car", "gd:lr=0.5", "--steps", "2000")
    #expect(outcome.status == 0)
    #expect(outcome.errors.isEmpty)
    let ranks = outcome.lines.filter { $0.hasPrefix("1 ") || $0.hasPrefix("2 ") }
    #expect(ranks.count == 2)
    #expect(ranks[0].hasPrefix("1  gd-2 "))
    #expect(ranks[1].hasPrefix("2  gd ") && ranks[1].contains("left at step"))
    #expect(outcome.output.contains("rate 2.5 is above the limit 1 there"))
  }

  @Test func `the table is in the language asked for, or in the locale's`() async throws {
    let asked = try await Downhill.run("run", "--steps", "3", "--language", "ko")
    let locale = try await Downhill.run(
      "run", "--steps", "3", environment: ["LC_ALL": "ko_KR.UTF-8"])
    let overruled = try await Downhill.run(
      "run", "--steps", "3", "--language", "en", environment: ["LC_ALL": "ko_KR.UTF-8"])
    let plain = try await Downhill.run("run", "--steps", "3")
    #expect(asked.output.unicodeScalars.contains { (0xAC00...0xD7A3).contains($0.value) })
    #expect(asked.output == locale.output)
    #expect(overruled.output == plain.output)
    #expect(plain.output.contains("surface  Himmelblau"))
  }

  @Test func `without a terminal, no command prints the standings and a map`() async throws {
    let bare = try await Downhill.run("--car", "gd", "--car", "adam")
    let table = try await Downhill.run("run", "--car", "gd", "--car", "adam")
    #expect(bare.status == 0)
    #expect(bare.output.hasPrefix(table.output + "\n"))
    let map = bare.output.dropFirst(table.output.count + 1).split(separator: "\n")
    #expect(map.count == 25)
    #expect(map.dropLast().allSatisfy { $0.count == 72 })
    #expect(map.dropLast().joined().contains("o"))
    #expect(map.last == "map: 1 gd, 2 adam; o start, * lowest minimum; denser is higher")
    let isPlain = bare.output.utf8.allSatisfy { $0 >= 0x20 || $0 == 0x0A }
    #expect(isPlain)
  }

  @Test func `a reader that has seen enough gets no error`() async throws {
    let outcome = try await Downhill.shell(
      "\"$downhill\" run --format csv --steps 20000 | head -n 1")
    #expect(outcome.output == "car,step,x,y,loss\n")
    #expect(outcome.errors.isEmpty)
  }

  @Test func `a sample is found from any folder, and a file of its name wins`() async throws {
    let arguments = ["--steps", "0", "--car", "gd"]
    let columns = ["--x", "petal_length_cm", "--y", "petal_width_cm"]
    try await withFolder(["iris.csv": "petal_length_cm,petal_width_cm\n1,2\n3,4\n"]) { folder in
      let file = try await Downhill.run(
        ["run", "--data", "iris.csv"] + columns + arguments, in: folder)
      let sample = try await Downhill.run(
        ["run", "--data", "iris"] + columns + arguments, in: folder)
      #expect(file.output.contains("(1.000, 1.000), loss 0"))
      #expect(sample.output.contains("(0.416, -0.363)"))
    }
    let anscombe = try await Downhill.run(
      ["run", "--data", "anscombe-1.csv", "--x", "x", "--y", "y"] + arguments, in: "/")
    // The line that Anscombe (1973) gives for all four of his sets: y = 3 + x / 2.
    #expect(anscombe.output.contains("(0.500, 3.000)"))
  }

  @Test func `standardised inputs make the ravine round`() async throws {
    let arguments = [
      "--data", "iris.csv", "--x", "petal_length_cm", "--y", "petal_width_cm", "--car",
      "gd:lr=0.5", "--steps", "1", "--format", "csv",
    ]
    // The Hessian is 2 · I then: half of it is one step to the minimum.
    let outcome = try await Downhill.run(["run", "--standardise"] + arguments)
    let last = try #require(outcome.lines.last.map(Row.init))
    let end = last.numbers.compactMap(Double.init)
    #expect(abs(end[1] - 1.1993333333333) < 1e-9)
    #expect(abs(end[2] - 0.04206730919499) < 1e-9)
  }
}

/// What the rules ask for, and rates that change.
@Suite struct CostTests {
  @Test func `costs stand in columns of their own`() async throws {
    let outcome = try await Downhill.run(
      "run", "--surface", "bowl", "--start", "4,0", "--car", "newton", "--car",
      "gd:lr=0.25,schedule=step,schedule-steps=1,schedule-factor=0.5", "--steps", "2", "--format",
      "csv", "--costs")
    #expect(outcome.status == 0)
    #expect(
      outcome.lines == [
        "car,step,x,y,loss,rate,gradients,values,hessians,samples",
        "newton,0,4.0,0.0,16.0,1.0,0,0,0,0", "gd,0,4.0,0.0,16.0,0.25,0,0,0,0",
        "newton,1,0.0,0.0,0.0,1.0,1,2,1,0", "gd,1,2.0,0.0,4.0,0.25,1,0,0,0",
        "newton,2,0.0,0.0,0.0,1.0,2,3,2,0", "gd,2,1.5,0.0,2.25,0.125,2,0,0,0",
      ])
  }

  @Test func `a dialect computes what its library does`() async throws {
    // SGD with momentum 0.9 and lr 0.1 on x² + y² from (1, 0): v is 2, then 0.9 · 2 + 2 · 0.8.
    let outcome = try await Downhill.run(
      "run", "--surface", "bowl", "--start", "1,0", "--car",
      "momentum:dialect=torch,lr=0.1,momentum=0.9", "--steps", "2", "--format", "csv")
    let last = try #require(outcome.lines.last?.split(separator: ",").dropFirst(2).first)
    let x = try #require(Double(last))
    let velocity: Double = 0.9 * 2 + 1.6
    #expect(abs(x - 0.8 + 0.1 * velocity) < 1e-15)
  }

  @Test func `a race file is run, and flags count more`() async throws {
    let file = """
      formula = "x^2 + 4y^2"
      cars = ["gd:lr=0.1"]
      start = [1, 1]
      steps = 3
      """
    try await withFolder(["r.toml": file]) { folder in
      let whole = try await Downhill.run(
        ["run", "r.toml", "--format", "csv"], in: folder)
      #expect(whole.status == 0 && whole.lines.count == 5)
      #expect(whole.lines.last?.hasPrefix("gd,3,0.51") == true, "\(whole.output)")
      let other = try await Downhill.run(
        ["run", "r.toml", "--steps", "1", "--start", "2,0", "--format", "csv"], in: folder)
      #expect(other.lines.last == "gd,1,1.6,0.0,2.5600000000000005")
    }
  }
}
