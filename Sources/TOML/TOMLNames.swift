/// What a table has so far, found by name.
struct TOMLNames {
  struct Entry {
    var part: TOMLKey.Part
    let content: TOMLDraft.Content
  }

  /// In the order of the text.
  var entries: [Entry] = []
  /// Those of the names, which two names may have in common.
  private var hashes: [UInt64] = []
  /// Where each name is, once there are too many to go through.
  private var index: [Spelling: Int] = [:]

  private static let indexedCount = 200

  /// Which entry has a name.
  func find(_ part: TOMLKey.Part) -> Int? {
    let spelling = Spelling(name: part.name)
    if !index.isEmpty { return index[spelling] }
    for place in hashes.indices where hashes[place] == part.hash {
      if Spelling(name: entries[place].part.name) == spelling { return place }
    }
    return nil
  }

  /// Adds a name, or says which entry has it already.
  mutating func add(_ part: TOMLKey.Part, _ content: TOMLDraft.Content) -> Int? {
    if let place = find(part) { return place }
    if entries.isEmpty {
      hashes.reserveCapacity(8)
      entries.reserveCapacity(8)
    }
    hashes.append(part.hash)
    entries.append(Entry(part: part, content: content))
    if !index.isEmpty {
      index[Spelling(name: part.name)] = entries.count - 1
    } else if entries.count == Self.indexedCount {
      for (place, entry) in entries.enumerated() {
        index[Spelling(name: entry.part.name)] = place
      }
    }
    return nil
  }

  /// A name as it is encoded: two ways to write é are two names.
  private struct Spelling: Hashable {
    var name: String

    static func == (left: Spelling, right: Spelling) -> Bool {
      left.name == right.name && left.name.utf8.elementsEqual(right.name.utf8)
    }

    func hash(into hasher: inout Hasher) { hasher.combine(name) }
  }
}
