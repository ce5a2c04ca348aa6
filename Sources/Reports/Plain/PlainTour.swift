package import App
import Files
import Texts

/// The tour as text: every stop in a line.
package struct PlainTour {
  private let model: Model
  private let talk: PlainTalk

  package init(_ model: Model, _ talk: PlainTalk) {
    self.model = model
    self.talk = talk
  }

  package func tell() {
    let (strings, keymap) = (model.strings, model.keymap)
    let stops = Tour.stops(in: keymap)
    for (place, stop) in stops.enumerated() {
      let text = stop.asked(in: strings, keymap) + " " + stop.seen(in: strings, keymap)
      talk.say(strings(.plainChoice, ["number": "\(place + 1)", "text": text]))
    }
    talk.say(Tour.told(after: stops.count, in: strings, keymap).next)
  }
}
