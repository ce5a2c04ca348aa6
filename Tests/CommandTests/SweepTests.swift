import Foundation
import Testing

@Suite struct SweepTests {
  private static let words =
    "sweep --surface rosenbrock --car momentum --lr 1e-4:1:9:log --momentum 0:0.9:7 --starts 2x1"

  private func run(_ more: String, in folder: String) async throws -> Downhill.Outcome {
    try await Downhill.shell("$downhill \(Self.words) \(more)", in: folder)
  }

  private func bytes(_ name: String, in folder: String) throws -> Data {
    try Data(contentsOf: URL(filePath: "\(folder)/\(name)"))
  }

  @Test func `a picture for people has a sign for each combination, and the best ones`()
    async throws
  {
    let outcome = try await Downhill.run(
      "sweep", "--surface", "bowl", "--car", "gd", "--lr", "0.1:100:16:log")
    #expect(outcome.status == 0)
    #expect(outcome.lines[0].count == 16)
    #expect(outcome.lines[0].hasPrefix("=") && outcome.lines[0].hasSuffix("!"))
    #expect(outcome.output.contains("1 of 1 starts arrive"))
  }

  @Test func `rows are numbered, and say what a race with these settings comes to`() async throws {
    let outcome = try await Downhill.run(
      "sweep", "--surface", "himmelblau", "--car", "adam", "--lr", "0.05,0.1", "--beta1=0.8",
      "--steps", "120", "--format", "csv")
    #expect(outcome.lines.count == 3)
    #expect(outcome.lines[0] == "row,lr,beta1,start_x,start_y,end,minimum,steps,loss,x,y")
    for (line, rate) in zip(outcome.lines.dropFirst(), ["0.05", "0.1"]) {
      let race = try await Downhill.run(
        "run", "--surface", "himmelblau", "--car", "adam:lr=\(rate),beta1=0.8", "--steps", "120",
        "--format", "csv", "--every", "120")
      let last = try #require(race.lines.last).split(separator: ",")
      let cells = line.split(separator: ",", omittingEmptySubsequences: false)
      #expect(cells[9] == last[2] && cells[10] == last[3] && cells[8] == last[4], "\(line)")
    }
  }

  @Test func `noise is driven too, the same whatever the threads`() async throws {
    let words = [
      "sweep", "--surface", "himmelblau", "--car", "sgd:noise=2", "--lr", "0.001,0.002,0.003",
      "--starts", "3x3", "--format", "json", "--threads",
    ]
    let one = try await Downhill.run(words + ["1"])
    let many = try await Downhill.run(words + ["7"])
    #expect(one.status == 0 && one.lines.count == 27 && one.output == many.output)
    let plain = try await Downhill.run(
      words.map { $0.hasPrefix("sgd") ? "sgd" : $0 } + ["1"])
    #expect(plain.output != one.output)
    for line in one.lines {
      #expect(try JSONSerialization.jsonObject(with: Data(line.utf8)) is [String: Any])
    }
  }

  @Test(arguments: ["csv", "json"])
  func `parts in any order unite to the same bytes`(format: String) async throws {
    try await withFolder { folder in
      let whole = try await run("--format \(format)", in: folder)
      for count in [1, 3, 5, 63, 70] {
        for part in (1...count).shuffled() {
          let outcome = try await run(
            "--format \(format) --no-header --shard \(part)/\(count) > part-\(part).txt",
            in: folder)
          #expect(outcome.status == 0)
        }
        let united = try await Downhill.shell(
          "LC_ALL=C sort -m part-*.txt; rm part-*.txt", in: folder)
        let rows = format == "csv" ? whole.lines.dropFirst() : whole.lines[...]
        #expect(united.lines == Array(rows), "\(count) parts")
      }
    }
  }

  @Test func `killed at a hundred random moments nothing is lost and nothing is doubled`()
    async throws
  {
    try await withFolder { folder in
      // One start after another, so that there is a middle to be killed in.
      let words =
        "sweep --surface himmelblau --car cma-es --lr 0.1:1:300 --steps 200 --starts 2x2 --threads 1"
      let whole = try await Downhill.shell("$downhill \(words) --output whole.csv", in: folder)
      #expect(whole.status == 0)
      let expected = try bytes("whole.csv", in: folder)
      var (kills, cuts, attempts) = (0, 0, 0)
      while kills < 100, attempts < 1000 {
        attempts += 1
        let size = (try? bytes("killed.csv", in: folder).count) ?? 0
        // By turns at a moment of the clock, while it starts or writes, and when it has written a
        // random number of bytes more, which happens on a slow machine too.
        let goal = min(size + .random(in: 0...3000), expected.count - 1)
        let moment =
          kills.isMultiple(of: 2)
          ? "sleep \(Double.random(in: 0.002...0.12))"
          : """
          for look in $(seq 30000); do
            [ "$(stat -c %s killed.csv 2>/dev/null || echo 0)" -gt \(goal) ] && break
          done
          """
        let outcome = try await Downhill.shell(
          """
          $downhill \(words) --output killed.csv & program=$!
          \(moment)
          kill -s KILL $program 2>/dev/null
          wait $program
          """, in: folder)
        let found = (try? bytes("killed.csv", in: folder)) ?? Data()
        #expect(expected.starts(with: found))
        if outcome.status == 0 {
          #expect(found == expected)
          try FileManager.default.removeItem(atPath: "\(folder)/killed.csv")
          try FileManager.default.removeItem(atPath: "\(folder)/killed.csv.job")
        } else {
          #expect(outcome.status == 128 + 9, "\(outcome.errors)")
          kills += 1
          if found.count > size { cuts += 1 }
        }
      }
      #expect(kills == 100)
      // These were killed while rows were being written.
      #expect(cuts >= 50, "\(cuts)")
      let rest = try await Downhill.shell("$downhill \(words) --output killed.csv", in: folder)
      #expect(rest.status == 0)
      #expect(try bytes("killed.csv", in: folder) == expected)
    }
  }

  @Test func `a torn row is cut off and written again`() async throws {
    try await withFolder { folder in
      _ = try await run("--output whole.csv", in: folder)
      let whole = try bytes("whole.csv", in: folder)
      for length in [0, 1, 40, 70, 71, 72, 500, whole.count - 1, whole.count] {
        _ = try await Downhill.shell(
          "cp whole.csv torn.csv; cp whole.csv.job torn.csv.job; truncate -s \(length) torn.csv",
          in: folder)
        let outcome = try await run("--output torn.csv", in: folder)
        #expect(outcome.status == 0)
        #expect(try bytes("torn.csv", in: folder) == whole, "\(length)")
      }
    }
  }

  @Test func `a file of something else is left alone`() async throws {
    try await withFolder(["mine.csv": "a,b\n1,2\n"]) { folder in
      let foreign = try await run("--output mine.csv", in: folder)
      #expect(foreign.status == 2 && foreign.errors.contains("mine.csv"))
      #expect(try bytes("mine.csv", in: folder) == Data("a,b\n1,2\n".utf8))

      _ = try await run("--output sweep.csv", in: folder)
      let before = try bytes("sweep.csv", in: folder)
      let another = try await run("--output sweep.csv --steps 77", in: folder)
      #expect(another.status == 2 && another.errors.contains("steps 77"), "\(another.errors)")
      #expect(try bytes("sweep.csv", in: folder) == before)

      let nowhere = try await run("--output no/such/folder.csv", in: folder)
      #expect(nowhere.status == 2 && nowhere.errors.contains("no/such/folder.csv"))
    }
  }

  @Test func `two programs do not write one file`() async throws {
    try await withFolder { folder in
      let words = "\(Self.words) --steps 100000 --threads 1 --output one.csv"
      let outcome = try await Downhill.shell(
        """
        $downhill \(words) & first=$!
        for look in $(seq 30000); do [ -s one.csv ] && break; done
        $downhill \(words); echo $?
        kill -s KILL $first
        """, in: folder)
      #expect(outcome.output.contains("2") && outcome.errors.contains("one.csv"))
    }
  }

  @Test(arguments: [
    ("--lr", "option \"--lr\""), ("--lr x", "\"x\""), ("--lr 1:2", "\"1:2\""),
    ("--lr 1:2:0", "\"1:2:0\""), ("--lr 0:1:5:log", "\"0:1:5:log\""), ("--lr 1:2:3:lin", "lin"),
    ("--lr -1", "x > 0"), ("--rho 1", "\"rho\""), ("--axis lr", "\"lr\""), ("", "--axis"),
    ("--lr 1 --shard 0/3", "0/3"), ("--lr 1 --shard 4/3", "4/3"), ("--lr 1 --starts 0x3", "0x3"),
    ("--lr 1 --starts 3", "\"3\""), ("--lr 1 --format yaml", "\"yaml\""),
    ("--lr 1 --shard 1/2 --format text", "--format csv"), ("--lr 1 --threads 0", "\"0\""),
    ("--lr 1:2:100000 --momentum 0:1:100000", "at most 1000000000"), ("--dialect torch", "dialect"),
  ])
  func `bad words are refused in one line`(words: String, said: String) async throws {
    let outcome = try await Downhill.shell(
      "$downhill sweep --surface bowl --car momentum \(words)")
    #expect(outcome.status == 2 && outcome.output.isEmpty, "\(outcome.output)")
    #expect(outcome.errors.contains(said), "\(outcome.errors)")
    #expect(outcome.errors.split(separator: "\n").count == 1)
  }

  @Test func `the page about sweeps does what it says`() async throws {
    let page = try String(
      contentsOfFile: Downhill.checkout + "/Sources/downhill/Documentation.docc/Sweeps.md",
      encoding: .utf8)
    let blocks = page.components(separatedBy: "```sh\n").dropFirst()
      .compactMap { $0.components(separatedBy: "```").first }
    // Whole, printed, in parts, sorted, compared, by parallel, by Slurm.
    #expect(blocks.count == 7)
    // Few steps and few combinations of the same kind; machines and queues are played.
    let scripts = blocks.map {
      $0.replacing("1e-5:1e-2:64:log", with: "1e-5:1e-2:8:log")
        .replacing("0:0.99:64", with: "0:0.99:8").replacing("./downhill", with: "downhill")
    }
    try await withFolder(["hosts.txt": ":\n"]) { folder in
      let tools = """
        mkdir -p bin && ln -sf "$downhill" bin/downhill && PATH=$PWD/bin:$PATH && export PATH
        cat > bin/parallel <<'END'
        #!/bin/sh
        while [ "$1" != downhill ]; do shift; done
        command=; while [ "$1" != ::: ]; do command="$command $1"; shift; done; shift
        for item; do sh -c "$(printf '%s' "$command" | sed "s/{}/$item/g")" || exit; done
        END
        chmod +x bin/parallel
        """
      func sh(_ script: String) async throws -> Downhill.Outcome {
        try await Downhill.shell(tools + "\n" + script, in: folder)
      }
      for script in [scripts[0], scripts[2], scripts[3], scripts[4]] {
        let outcome = try await sh(script)
        #expect(outcome.status == 0, "\(outcome.errors)")
      }
      let whole = try bytes("whole.csv", in: folder)
      #expect(try bytes("united.csv", in: folder) == whole)
      let array = scripts[6].replacing("exec ", with: "").replacing("task-", with: "part-")
      let slurm = "for SLURM_ARRAY_TASK_ID in $(seq 64); do\n\(array)\ndone"
      for way in [scripts[5], slurm] {
        let outcome = try await sh("rm -f part-*\n\(way)\n\(scripts[3])")
        #expect(outcome.status == 0, "\(outcome.errors)")
        #expect(try bytes("united.csv", in: folder) == whole)
      }
    }
  }
}
