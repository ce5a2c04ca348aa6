import Descent
import Drawing
import Files
import Texts

/// What happens to the settings of the car in focus.
package enum EditMessage: Hashable, Sendable {
  /// Opens or closes the editor.
  case toggle
  /// Chooses another setting, by so many rows.
  case choose(Int)
  /// The setting in a row, from 0.
  case select(Int)
  case adjust(up: Bool, isWide: Bool)
  case type(Character)
  /// The last character typed.
  case erase
  /// Makes what has been typed the value.
  case take
  case drop
}

/// Changes of a car's settings while it drives, and forks.
extension Model {
  /// The settings of the car in focus, in force at the step looked at.
  package var editedSettings: [EditedSetting] {
    EditedSetting.all(of: race.cars[focus], on: surface)
  }

  /// The setting that the open editor has chosen.
  package var chosenSetting: EditedSetting? {
    let settings = editedSettings
    return editor.flatMap { settings.isEmpty ? nil : settings[min($0.row, settings.count - 1)] }
  }

  mutating func edit(_ message: EditMessage) {
    if message == .toggle {
      guard editor != nil || !sayIfRecorded() else { return }
      layers = editor == nil ? [.editor(Editor())] : []
      showMap()
      return
    }
    guard var editor, let setting = chosenSetting else { return }
    switch message {
    case .toggle: break
    case .select(let row): (editor.row, editor.typed) = (row, "")
    case .choose(let rows):
      let count = editedSettings.count
      editor.row = (min(editor.row, count - 1) + rows + count) % count
      editor.typed = ""
    case .adjust(let up, let isWide):
      if let text = setting.stepped(up: up, isWide: isWide) { change(setting, to: text) }
      return
    case .type(let character):
      if editor.typed.count < Editor.longestValue { editor.typed.append(character) }
    case .erase: editor.typed = String(editor.typed.dropLast())
    case .drop: editor.typed = ""
    case .take:
      if !editor.typed.isEmpty { change(setting, to: editor.typed) }
      return
    }
    editor.isRefused = false
    self.editor = editor
  }

  /// Pasted text goes into the value of the editor, if it could have been typed there; its line end
  /// is left out, so the user takes the value, not the paste. Elsewhere it does nothing.
  mutating func paste(_ text: String) {
    if case .editor(let editor) = topLayer, let value = Editor.typed(editor.typed, pasting: text) {
      self.editor?.typed = value
      self.editor?.isRefused = false
    } else {
      warn(strings[.noticePaste])
    }
  }

  /// Changes a setting from the step looked at on, or says why it cannot be.
  private mutating func change(_ setting: EditedSetting, to text: String) {
    guard !sayIfCrashed() else { return }
    let rate = race.cars[focus].rule.learningRate
    var car = race.cars[focus]
    do throws(Fault) {
      if case .batch(_, let count) = setting, Int(text).map({ $0 > count }) ?? false {
        refuse(strings.describeSetting(found: text, of: setting))
        return
      }
      try CarSpec.set(setting.name, to: text, of: &car)
      // Another library's defaults, at the rate that the car drives at.
      if setting.name == "dialect" { car.rule.learningRate = rate }
    } catch {
      refuse(strings.describe(error))
      return
    }
    editor?.typed = ""
    editor?.isRefused = false
    let lost = timeline.end - timeline.tick
    timeline.change(car: focus, to: car)
    let forgotten = Editor.Forgotten(tick: timeline.tick, steps: lost)
    if lost > 0 { editor?.forgotten = forgotten }
    // Of a held key nobody reads the first notice.
    guard let forgotten = editor?.forgotten, forgotten.tick == timeline.tick else { return }
    notice = strings(
      .noticeForgotten, ["steps": "\(forgotten.steps)", "step": "\(forgotten.tick)"])
  }

  private mutating func refuse(_ reason: String) {
    editor?.isRefused = true
    warn(reason)
  }

  /// Adds a twin of the car in focus, in the very state it is in.
  mutating func fork() {
    guard race.cars.count < CarSpec.limit else {
      warn(strings(.noticeNoMoreCars, ["limit": "\(CarSpec.limit)"]))
      return
    }
    guard !sayIfCrashed(), !sayIfRecorded() else { return }
    let car = race.cars[focus]
    let rule = car.rule.about.name
    let numbers = race.cars.filter { $0.rule.about.name == rule }.map { twin in
      Int(twin.name.dropFirst(rule.count + 1)) ?? 1
    }
    var number = (numbers.max() ?? 1) + 1
    // A recorded path may have that name.
    while race.cars.contains(where: { $0.name == "\(rule)-\(number)" }) { number += 1 }
    timeline.fork(car: focus, named: "\(rule)-\(number)")
    dress()
    focus = race.cars.count - 1
    layers = [.editor(Editor())]
    notice = strings(
      .noticeForked, ["twin": race.cars[focus].title, "car": car.title])
  }

  /// A crashed car has no state to go on from; `true` after saying so.
  private mutating func sayIfCrashed() -> Bool {
    guard let crash = race.drivers[focus].crash else { return false }
    warn(
      strings(.noticeCrashed, ["car": race.cars[focus].title, "step": "\(crash.step)"]))
    return true
  }

  /// The cars for another surface: those that were asked for, at the rates that suit it, and
  /// forks, each with every setting that has been changed since.
  func cars(movedTo other: any Surface) -> [Car] {
    func asked(on surface: any Surface) -> [Car] {
      // The specifications were valid once, and no setting's domain depends on the surface.
      (try? CarSpec.cars(of: carSpecs, on: surface)) ?? Lineup.standard(on: surface)
    }
    let (here, there) = (asked(on: surface), asked(on: other))
    return race.cars.enumerated().map { index, car in
      let origin = car.stream ?? index
      guard there.indices.contains(origin),
        there[origin].rule.about.name == car.rule.about.name
      else { return car }
      var moved = there[origin]
      (moved.name, moved.stream) = (car.name, car.stream)
      moved.rule.take(changesFrom: here[origin].rule, to: car.rule)
      if car.sampling.batch != here[origin].sampling.batch {
        moved.sampling.batch = car.sampling.batch
      }
      if car.sampling.noise != here[origin].sampling.noise {
        moved.sampling.noise = car.sampling.noise
      }
      if car.schedule != here[origin].schedule { moved.schedule = car.schedule }
      return moved
    }
  }
}

extension Strings {
  /// A number that is outside of what a setting may be.
  func describeSetting(found: String, of setting: EditedSetting) -> String {
    self(
      .errorBadNumber,
      ["flag": setting.name, "found": found, "expected": setting.rangeText])
  }
}
