package import Descent

/// Something that is open over the race and answers keys before it does.
package enum Layer: Hashable, Sendable {
  /// The place where Enter would put the start, in plane units.
  case crosshair(Point<Double>)
  /// The editor of the car in focus.
  case editor(Editor)
  case sheet(Model.Sheet)

  /// A layer lies above those of lower rank; of one rank at most one is open.
  fileprivate var rank: Int {
    switch self {
    case .crosshair: 0
    case .editor: 1
    case .sheet: 2
    }
  }

  /// The keys that it answers itself, the nearest first.
  func bindings(in keymap: Keymap) -> [Binding] {
    switch self {
    case .crosshair: keymap.crosshair
    case .editor(let editor): (editor.typed.isEmpty ? [] : keymap.typing) + keymap.editor
    case .sheet(let sheet): sheet.kind.isList ? keymap.lessonList : keymap.sheet
    }
  }

  /// Whether it takes place on the map and covers nothing.
  var isOnMap: Bool { if case .crosshair = self { true } else { false } }
}

extension Model {
  /// Opens a layer in the place of the one of its kind, above those of lower rank.
  mutating func open(_ layer: Layer) {
    layers.removeAll { $0.rank == layer.rank }
    layers.insert(layer, at: layers.firstIndex { $0.rank > layer.rank } ?? layers.endIndex)
  }

  private mutating func close(rank: Int) { layers.removeAll { $0.rank == rank } }

  /// The layer that answers keys, the footer and Esc; `nil` where nothing is open.
  package var topLayer: Layer? { layers.last }

  /// What lies over the map.
  package var sheet: Sheet? {
    get { layers.lazy.compactMap { if case .sheet(let sheet) = $0 { sheet } else { nil } }.first }
    set { if let newValue { open(.sheet(newValue)) } else { close(rank: 2) } }
  }

  /// The editor of the car in focus, while it is open.
  package var editor: Editor? {
    get {
      layers.lazy.compactMap { if case .editor(let editor) = $0 { editor } else { nil } }.first
    }
    set { if let newValue { open(.editor(newValue)) } else { close(rank: 1) } }
  }

  /// Where Enter would put the start, while it is being chosen.
  package var crosshair: Point<Double>? {
    get {
      layers.lazy.compactMap { if case .crosshair(let place) = $0 { place } else { nil } }.first
    }
    set { if let newValue { open(.crosshair(newValue)) } else { close(rank: 0) } }
  }
}
