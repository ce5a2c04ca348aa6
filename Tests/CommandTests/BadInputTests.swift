import Testing

/// Whatever is wrong with the command line: one line on standard error, nothing on standard
/// output, status 2.
@Suite struct BadInputTests {
  /// Words of the command line, and what the answer has to name.
  struct Mistake: CustomTestStringConvertible {
    var words: [String]
    var named: [String]

    init(_ line: String, _ named: String...) {
      words = line.split(separator: " ").map(String.init)
      self.named = named
    }

    var testDescription: String { words.joined(separator: " ") }
  }

  static let names: [Mistake] = [
    .init(
      "run --car adma", "optimizer \"adma\"",
      "one of 22 names, such as adam, adamax, adamw, gd, nadam", "did you mean \"adam\"?"),
    .init("run --car :lr=1", "optimizer \"\"", "expected one of 22 names, such as gd, cg, sgd,"),
    .init("run --surface rosenbrok", "surface \"rosenbrok\"", "did you mean \"rosenbrock\"?"),
    .init("run --surface least-squares", "--surface least-squares", "expected --data FILE.csv"),
    .init("run --surface grid", "--surface grid needs --grid", "expected both"),
    .init("run --format xml", "format \"xml\"", "expected one of table, csv, json, npy"),
    .init("list surfaces --format csv", "format \"csv\"", "expected one of table, json"),
    .init("list optimisers", "list \"optimisers\"", "did you mean \"optimizers\"?"),
    .init(
      "list", "a word is missing",
      "expected one of surfaces, optimizers, themes, languages, keys, texts"),
    .init("--theme nihgt", "theme \"nihgt\"", "did you mean \"night\"?"),
    .init("--view overlaid", "view \"overlaid\"", "did you mean \"overlay\"?"),
    .init("--color 17", "colour depth \"17\"", "auto, truecolor, 256, 16, 8, mono"),
    .init("--glyphs asci", "glyph set \"asci\"", "auto, full, safe, ascii"),
    .init("--ambiguous fat", "width \"fat\"", "auto, narrow, wide"),
    .init("--language fr", "language \"fr\"", "expected one of en, ko"),
    .init("run --language=fr --car adma", "language \"fr\"", "expected one of en, ko"),
    .init(
      "rnu", "command \"rnu\"",
      "one of 14 names, such as run, race, tour, link, drive",
      "did you mean \"run\"?"),
  ]

  static let numbers: [Mistake] = [
    .init("run --start 1", "--start is \"1\"", "two finite numbers, x,y"),
    .init("run --start 1,2,3", "--start is \"1,2,3\"", "two finite numbers, x,y"),
    .init("run --start 1e999,0", "--start is \"1e999,0\"", "two finite numbers, x,y"),
    .init("run --start nan,0", "--start is \"nan,0\"", "two finite numbers, x,y"),
    .init("run --start 0x1,0", "--start is \"0x1,0\"", "two finite numbers, x,y"),
    .init("run --start ,", "--start is \",\"", "two finite numbers, x,y"),
    .init("run --start 1e200,1", "--start is \"1e200,1\"", "loss is not a finite number"),
    .init("run --steps -1", "--steps is \"-1\"", "a whole number of at least 0"),
    .init("run --steps 1.5", "--steps is \"1.5\"", "a whole number of at least 0"),
    .init(
      "run --steps 99999999999999999999", "--steps is \"99999999999999999999\"",
      "a whole number from 0 to 9223372036854775807"),
    .init("basins --width 1000000000", "--width is \"1000000000\"", "from 1 to 10000"),
    .init("basins --height 99999999999999999999", "--height is", "from 1 to 10000"),
    .init("basins --width 0", "--width is \"0\"", "a whole number from 1 to 10000"),
    .init("sweep --lr 1 --threads 5000", "--threads is \"5000\"", "from 1 to 1024"),
    .init(
      "sweep --lr 1e-5:1e-2:1000000000:log", "--lr is \"1e-5:1e-2:1000000000:log\"",
      "1000000000 values", "at most 1000000"),
    .init("sweep --lr 0:1:99999999999999999999", "99999999999999999999 values", "at most 1000000"),
    .init(
      "sweep --car adam --lr 1e-5:1e-2:100000:log --beta1 0:0.9:100000",
      "10000000000 combinations", "at most 1000000000"),
    .init("sweep --lr 1:2:10000 --starts 1000x1000", "1000000 starts", "at most 1000000000"),
    .init("sweep --shard 5/3", "--shard is \"5/3\"", "a part such as 3/64"),
    .init("sweep --shard x --lr 1", "--shard is \"x\""),
    .init("run --every 0", "--every is \"0\"", "a whole number of at least 1"),
    .init("run --seed -1", "--seed is \"-1\"", "from 0 to 18446744073709551615"),
    .init("run --seed seven", "--seed is \"seven\"", "from 0 to 18446744073709551615"),
    .init("run --grid digits-mlp20-skip --extent 1", "--extent is \"1\"", "X0,X1,Y0,Y1"),
    .init("run --grid digits-mlp20-skip --extent=1,0,0,1", "--extent is \"1,0,0,1\"", "X0 < X1"),
    .init("run --grid digits-mlp20-skip --extent 0,0,0,1", "--extent is \"0,0,0,1\""),
    .init("run --grid digits-mlp20-skip --extent 0,1,0,inf", "--extent is \"0,1,0,inf\""),
    .init("run --grid digits-mlp20-skip --extent 0,,0,1", "--extent is \"0,,0,1\""),
    .init("run --grid digits-mlp20-skip --start 2,0", "--start is \"2,0\"", "not a finite number"),
    .init("--speed 0", "--speed is \"0\"", "a whole number from 1 to 1920"),
    .init("--speed fast", "--speed is \"fast\"", "a whole number from 1 to 1920"),
  ]

  static let settings: [Mistake] = [
    .init("run --car adam:lr=fast", "car \"adam\": lr is \"fast\"", "a number, x > 0"),
    .init("run --car adam:lr=-1", "car \"adam\": lr is -1", "expected x > 0"),
    .init("run --car adam:lr=0x1", "car \"adam\": lr is \"0x1\"", "a number, x > 0"),
    .init("run --car adam:lr=inf", "car \"adam\": lr is \"inf\"", "a number, x > 0"),
    .init("run --car gd:noise=0x1", "car \"gd\": noise is \"0x1\"", "a finite number of at"),
    .init("run --car adam:lr=1e999", "car \"adam\": lr is 1e999", "expected x > 0"),
    .init("run --car adam:lr=", "car \"adam\": lr is \"\"", "a number, x > 0"),
    .init("run --car adam:beta1=1", "car \"adam\": beta1 is 1", "expected 0 ≤ x < 1"),
    .init("run --car adam:lr", "car \"adam\": \"lr\"", "expected NAME=VALUE"),
    .init(
      "run --car adam:bata2=0.9", "there is no setting \"bata2\"", "lr, beta1, beta2, eps",
      "did you mean \"beta2\"?"),
    .init("run --car adagrad:eps_placement=there", "\"there\"", "inside-sqrt, outside-sqrt"),
    .init("run --car gd:batch=4", "car \"gd\": batch needs", "--data FILE.csv"),
    .init("run --car gd:batch=0", "car \"gd\": batch is \"0\"", "a whole number of at least 1"),
    .init("run --car gd:noise=-1", "car \"gd\": noise is \"-1\"", "a finite number of at least 0"),
    .init(
      "run" + String(repeating: " --car gd", count: 10), "found 10 cars", "expected at most 9"),
  ]

  static let flags: [Mistake] = [
    .init(
      "run --step 5", "option \"--step\"", "names, such as --steps, --seed,",
      "did you mean \"--steps\"?"),
    .init("run --theme day", "option \"--theme\"", "names, such as --"),
    .init("--format csv", "option \"--format\"", "such as --formula"),
    .init("--teme day", "option \"--teme\"", "did you mean \"--theme\"?"),
    .init("doctor --colour 8", "option \"--colour\"", "did you mean \"--color\"?"),
    .init("-x", "option \"-x\"", "one of"),
    .init("run extra", "extra: cannot be read as text", "expected a race file"),
    .init("run one two", "\"two\" is one word too many", "expected options"),
    .init("run --surface bowl --formula x", "--surface bowl and --formula", "one of them"),
    .init("run --window 0,1,0,1", "--window needs --formula"),
    .init("run --formula x --window 1,0,0,1", "--window is \"1,0,0,1\"", "four finite numbers"),
    .init("run --model neuron", "--model needs data"),
    .init("run --missing drop", "--missing needs data"),
    .init(
      "run --data iris.csv --x a --y b --missing skip", "nothing called \"skip\"",
      "expected one of drop, error"),
    .init(
      "run --data iris.csv --x petal_width_cm --y species --model logistic",
      "column species has 3 different values", "--class VALUE"),
    .init(
      "run --data iris.csv --x petal_width_cm --y species --model logistic --class rose",
      "no value \"rose\"", "setosa, versicolor, virginica"),
    .init(
      "run --data iris.csv --x petal_width_cm --y petal_length_cm --class 1",
      "--class needs --model logistic"),
    .init(
      "run --data iris.csv --model cubic --x a --y b", "model \"cubic\"", "line, logistic, neuron"),
    .init("run --formula 1/0", "a finite number nowhere on the map"),
    .init("run --rotate 91", "--rotate is \"91\"", "degrees from 0 to 90"),
    .init("run --rotate 0x10", "--rotate is \"0x10\"", "degrees from 0 to 90"),
    .init("run --scale 0x1", "--scale is \"0x1\"", "a finite number above 0"),
    .init("run --noise 0x1", "--noise is \"0x1\"", "a finite number of at least 0"),
    .init("run --formula x --window 0x0,1,0,1", "--window is \"0x0,1,0,1\""),
    .init("run --scale 0", "--scale is \"0\"", "a finite number above 0"),
    .init("run --noise -1", "--noise is \"-1\"", "a finite number of at least 0"),
    .init("--by miles", "measure \"miles\"", "steps, gradients, data"),
    .init("run --car adam:dialect=jax", "dialect is \"jax\"", "textbook, torch, optax"),
    .init("run --car lion:dialect=torch", "dialect is \"torch\"", "textbook, optax"),
    .init("run --car adam:eps_root=1", "there is no setting \"eps_root\"", "lr, beta1"),
    .init("run --car gd:schedule=cosin", "schedule is \"cosin\"", "did you mean \"cosine\"?"),
    .init("run --car rprop:schedule=cosine", "counts at the start only", "expected no schedule"),
    .init("list surfaces it's", "\"it's\" is one word too many"),
    .init("run --surface", "--surface has no value", "expected --surface NAME"),
    .init("run --steps", "--steps has no value", "expected --steps NUMBER"),
    .init("run --car --surface", "--car has no value", "expected --car NAME:SETTINGS"),
    .init("--paused=yes", "--paused is \"yes\"", "expected --paused without a value"),
    .init("run --x length", "--x needs data", "expected --data FILE.csv"),
    .init("run --extent 0,1,0,1", "--extent needs --grid"),
    .init("run --grid digits-mlp20-skip --surface bowl", "--grid", "--surface bowl", "one of them"),
    .init("run --grid digits-mlp20-skip --data iris.csv", "--data iris.csv", "one of them"),
    .init(
      "run --grid digits.npy", "digits.npy: there is no such file", "digits-mlp20-skip.npy",
      "digits-mlp20-plain.npy"),
    .init("run --grid Sources", "Sources: cannot be read", "a NumPy file, or rows of plain"),
    .init("run --path digits-adm", "digits-adm: there is no such file", "digits-adam.csv"),
    .init("run --path digits-adam --grid digits-mlp20-skip", "begins at (-8.93511, -4.72326)"),
    .init("run --path digits-adam --path-columns a", "--path-columns is \"a\"", "X,Y,LOSS"),
    .init(
      "run --path digits-adam --path-columns x,z", "there is no column \"z\"", "x, y, loss, step"),
    .init("run --path-columns x,y", "--path-columns needs --path", "expected both"),
    .init("sweep digits-paths --lr 1", "digits-sgd.csv is a recorded path", "--car adam"),
    .init("basins digits-paths", "digits-sgd.csv is a recorded path", "--car adam"),
    .init("run --grid digits-mlp20-skip --car gd:batch=4", "batch needs", "--data FILE.csv"),
    .init("run --standardise", "--standardise needs data", "expected --data FILE.csv"),
    .init("run --data iris.csv", "--x is missing", "sepal_length_cm, sepal_width_cm"),
    .init("run --data iris.csv --x sepal_length_cm", "--y is missing", "petal_width_cm"),
    .init(
      "run --data iris.csv --x sepal_lenght_cm --y petal_width_cm",
      "iris.csv: there is no column \"sepal_lenght_cm\"", "did you mean \"sepal_length_cm\"?"),
    .init(
      "run --data iris.csv --x species --y petal_width_cm",
      "iris.csv: row 2, column species: found \"setosa\"", "expected a finite number"),
    .init("run --data iris.csv --surface bowl", "--data", "--surface bowl", "one of them"),
    .init(
      "run --data irs.csv --x a --y b", "irs.csv: there is no such file", "iris.csv",
      "anscombe-1.csv", "did you mean \"iris.csv\"?"),
    .init("run --data Sources --x a --y b", "Sources: cannot be read as text", "a CSV file"),
    .init(
      "run --data iris.csv --x petal_length_cm --y petal_width_cm --start 1e300,0",
      "--start is \"1e300,0\"", "loss is not a finite number"),
  ]

  @Test(arguments: [names, numbers, settings, flags].joined())
  func `is answered by one line that names what was found and expected`(
    mistake: Mistake
  ) async throws {
    let outcome = try await Downhill.run(mistake.words)
    #expect(outcome.status == 2)
    #expect(outcome.output == "")
    #expect(outcome.errors.hasPrefix("downhill: "))
    #expect(outcome.errors.hasSuffix("\n"))
    #expect(outcome.errors.count { $0.isNewline } == 1)
    for name in mistake.named { #expect(outcome.errors.contains(name)) }
  }

  @Test func `a language may stand before the command`() async throws {
    for words in [["--language", "ko"], ["--language=ko"]] {
      let outcome = try await Downhill.run(words + ["list", "keys"])
      let after = try await Downhill.run(["list", "keys"] + words)
      #expect(outcome.status == 0 && outcome.output == after.output)
      let wrong = try await Downhill.run(words + ["lesson", "nonsense"])
      #expect(wrong.status == 2 && wrong.errors.contains("nonsense"))
      #expect(wrong.errors.contains("다"))
    }
  }

  @Test func `is answered in Korean where that is the language`() async throws {
    let outcome = try await Downhill.run(
      "run", "--car", "adma", environment: ["LANG": "ko_KR.UTF-8"])
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains("\"adma\"라는 옵티마이저가 없습니다"))
    #expect(outcome.errors.contains("; 혹시 \"adam\"입니까?"))
  }

  @Test(arguments: [
    ("run --step 5", "\"--step\"이라는 옵션이 없습니다; 혹시", "혹시 \"--steps\"입니까?"),
    ("run --surface", "--surface의 값이 없습니다", "--surface NAME 꼴로 쓰세요"),
    ("run one two", "\"two\"는 필요 없는 인자입니다", "옵션만 쓸 수 있습니다"),
    ("--paused=yes", "--paused 값이 \"yes\"입니다", "--paused만 쓰세요"),
    ("list", "인자 하나가 빠졌습니다", "surfaces, optimizers, themes, languages, keys, texts"),
    // The language may be asked for in the same breath.
    ("run --language ko --step 5", "\"--step\"이라는 옵션이 없습니다", "혹시 \"--steps\"입니까?"),
  ])
  func `is answered in Korean where the words do not fit together`(
    line: String, found: String, expected: String
  ) async throws {
    let outcome = try await Downhill.run(
      line.split(separator: " ").map(String.init),
      environment: line.contains("ko") ? [:] : ["LANG": "ko_KR.UTF-8"])
    #expect(outcome.status == 2 && outcome.output == "")
    #expect(outcome.errors.hasPrefix("downhill: ") && outcome.errors.hasSuffix("\n"))
    #expect(outcome.errors.count { $0.isNewline } == 1)
    #expect(outcome.errors.contains(found) && outcome.errors.contains(expected))
  }

  @Test func `in a formula is shown where it stands`() async throws {
    let outcome = try await Downhill.run("run", "--formula", "2*sine(x)\n+\u{1B}y")
    #expect(
      outcome.errors == """
        downhill: --formula: found "\\u{1B}"; expected numbers, x, y, functions and + - * / ^ ( )
          2*sine(x) +\\u{1B}y
                     ^

        """)
    let other = try await Downhill.run("run", "--formula", "(x+1)^2 + 3*y)")
    #expect(
      other.status == 2
        && other.errors == """
          downhill: --formula: found ")"; expected an operator, or the end
            (x+1)^2 + 3*y)
                         ^

          """
    )
  }

  @Test func `cannot break the line or reach the terminal`() async throws {
    let outcome = try await Downhill.run("run", "--car", "ad\nam\u{1B}[2J\u{9B}31m")
    #expect(outcome.errors.count { $0.isNewline } == 1)
    let controls = outcome.errors.unicodeScalars.filter {
      $0.properties.generalCategory == .control
    }
    #expect(controls.map(\.value) == [0x0A])
  }

  @Test func `that has no nearest name suggests none`() async throws {
    let outcome = try await Downhill.run("run", "--car", "xy")
    #expect(outcome.errors.contains("optimizer \"xy\"; expected one of 22 names, such as gd,"))
    #expect(!outcome.errors.contains("did you mean"))
  }
}
