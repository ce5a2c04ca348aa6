/// Makes events of what a terminal sends: keys, pastes, and what it answers to questions.
///
/// A paste is not typing. Terminals mark one (bracketed paste, mode 2004); from those that do not,
/// text that comes faster than a hand types is taken for one. A held key remains a key: what it
/// sends is the same again and again, however slow the line is and whatever heaps up on it.
package struct InputReader: Sendable {
  package typealias Instant = ContinuousClock.Instant

  package enum Output: Hashable, Sendable {
    case event(Event)
    /// A control sequence that is no key.
    case answer([UInt8])
  }

  /// So many characters, not all equal and each read in no more than `gap` after the one before it,
  /// are a paste.
  private static let burst = 5
  private static let gap = Duration.milliseconds(5)
  /// More equal characters than this are no longer kept waiting for another one.
  private static let longestRun = 64
  /// How long after its last byte a paste without marks may go on: lines stutter.
  private static let pauseInPaste = Duration.milliseconds(200)
  /// The same of a paste with marks, whose end may have been lost.
  private static let pauseInMarks = Duration.seconds(2)
  /// How long ESC and what could begin a sequence wait for its rest.
  private static let pauseInKeys = Duration.milliseconds(100)
  /// How long a sequence may pause, and how long it may take in all.
  private static let pauseInSequence = Duration.milliseconds(250)
  private static let longestSequence = Duration.seconds(2)
  /// Scalars of a paste that are kept: nothing here takes more.
  private static let longestPaste = 4096

  private struct Paste {
    private(set) var text = String.UnicodeScalarView()
    private var count = 0
    let hasMarks: Bool

    init(_ text: String.UnicodeScalarView = .init(), hasMarks: Bool) {
      (self.text, self.hasMarks) = (text, hasMarks)
    }

    mutating func append(_ scalar: Unicode.Scalar) {
      guard count < longestPaste else { return }
      count += 1
      text.append(scalar)
    }
  }

  private var sequences = SequenceReader()
  private var assembler = ByteAssembler()
  /// Keys that may be the beginning of a paste, and what they would be there.
  private var run: [Key] = []
  private var runText = String.UnicodeScalarView()
  private var paste: Paste?
  /// When the last byte was taken in, and when the open sequence began.
  private var latest = Instant.now
  private var began = Instant.now
  private var outputs: [Output] = []

  package init() {}

  /// A moment decides whether characters were typed or pasted: until `settle` has been told that
  /// nothing more came, they are no event.
  package var isUndecided: Bool { !run.isEmpty }

  /// When `settle` should be called at the latest; `nil` if nothing depends on time.
  package var deadline: Instant? {
    [
      sequences.isOpen ? latest + pauseOfSequence : nil, isUndecided ? latest + Self.gap : nil,
      paste.map { latest + Self.pause(in: $0) },
    ].compactMap(\.self).min()
  }

  /// What has been made of everything so far, the oldest first, and is told once.
  package mutating func takeOutputs() -> [Output] {
    defer { outputs = [] }
    return outputs
  }

  /// Takes in a byte.
  package mutating func take(_ byte: UInt8, at now: Instant) {
    if sequences.isOpen, now - began > Self.longestSequence { sequences.drop() }
    if !sequences.isOpen { began = now }
    latest = now
    switch sequences.element(adding: byte) {
    case .typed(let bytes): type(bytes)
    case .sequence(let sequence): take(sequence)
    case nil: break
    }
  }

  /// Takes in a key that was more than a byte, or another size of the window.
  package mutating func take(_ event: Event, at now: Instant) {
    if case .key(let key) = event {
      latest = now
      press(key)
    } else {
      if paste == nil { endRun() }
      outputs.append(.event(event))
    }
  }

  /// To be told when there is nothing more to read now.
  package mutating func settle(at now: Instant) {
    let silence = now - latest
    if sequences.isOpen, silence >= pauseOfSequence {
      // In a paste with marks it is more likely its end, torn apart.
      let keys = paste?.hasMarks == true ? [] : sequences.release()
      sequences.drop()
      type(keys)
    }
    if silence >= Self.gap { endRun() }
    if let paste, silence >= Self.pause(in: paste) { endPaste() }
  }

  private var pauseOfSequence: Duration {
    guard sequences.mayBeKeys, paste?.hasMarks != true else { return Self.pauseInSequence }
    // After a lone ESC the screen has waited already.
    return sequences.isLoneEscape ? .zero : Self.pauseInKeys
  }

  private static func pause(in paste: Paste) -> Duration {
    paste.hasMarks ? pauseInMarks : pauseInPaste
  }

  private mutating func take(_ sequence: [UInt8]) {
    switch String(decoding: sequence.dropFirst(), as: UTF8.self) {
    case "[200~":
      endRun()
      endPaste()
      paste = Paste(hasMarks: true)
    case "[201~": endPaste()
    // What is pasted may look like an answer, or like a click.
    case _ where paste?.hasMarks == true: break
    default:
      if paste == nil { endRun() }
      if let mouse = MouseReport(sequence) {
        outputs.append(.event(.mouse(mouse.action, x: mouse.x, y: mouse.y)))
      } else {
        outputs.append(.answer(sequence))
      }
    }
  }

  private mutating func type(_ bytes: [UInt8]) {
    for byte in bytes {
      guard let scalar = assembler.scalar(adding: byte), let key = Key(typed: scalar.value) else {
        continue
      }
      press(key, scalar)
    }
  }

  /// - Parameter scalar: what the key would be in a text; `nil` if it has no place in one.
  private mutating func press(_ key: Key, _ scalar: Unicode.Scalar? = nil) {
    let text = key.isText ? scalar : nil
    if paste != nil {
      if let text { paste!.append(text) }
    } else if let text {
      run.append(key)
      runText.append(text)
      let isHeld = run.allSatisfy { $0 == run[0] }
      if isHeld, run.count >= Self.longestRun { endRun() }
      if !isHeld, run.count >= Self.burst {
        paste = Paste(runText, hasMarks: false)
        (run, runText) = ([], .init())
      }
    } else {
      endRun()
      outputs.append(.event(.key(key)))
    }
  }

  /// The characters were keys.
  private mutating func endRun() {
    outputs += run.map { .event(.key($0)) }
    (run, runText) = ([], .init())
  }

  private mutating func endPaste() {
    guard let text = paste?.text else { return }
    paste = nil
    guard !text.isEmpty else { return }
    // Terminals send CR for a line end, and some both.
    outputs.append(.event(.paste(String(String(text).map { $0.isNewline ? "\n" : $0 }))))
  }
}

extension Key {
  /// Whether it writes something where text is written.
  fileprivate var isText: Bool {
    switch self {
    case .character, .enter, .tab: true
    default: false
    }
  }
}
