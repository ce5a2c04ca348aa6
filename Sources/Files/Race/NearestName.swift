import Descent

/// The valid name that is nearest to a misspelt one, if any is near enough to be meant: a name
/// that has it as a part, or one that a few letters turn it into.
package func nearestName(to found: String, among names: [String]) -> String? {
  let found = kebabCase(found)
  let ranked = names.map { name in
    (name: name, spelling: kebabCase(name), distance: editDistance(found, kebabCase(name)))
  }
  let parts = ranked.filter { found.count >= 2 && $0.spelling.contains(found) }
  let similar = ranked.filter { candidate in
    let length = candidate.spelling.count
    // Every letter exchanged is another word, however short.
    return candidate.distance < length && candidate.distance <= max(2, length / 3)
  }
  return (parts.isEmpty ? similar : parts).min { $0.distance < $1.distance }?.name
}

/// The names nearest to a misspelt one, at most so many, the nearest first.
func nearestNames(to found: String, among names: [String], atMost count: Int) -> [String] {
  let found = kebabCase(found)
  let ranked = names.map { name in
    (name: name, distance: editDistance(found, kebabCase(name)))
  }
  return ranked.enumerated()
    .sorted { ($0.element.distance, $0.offset) < ($1.element.distance, $1.offset) }
    .prefix(count).map(\.element.name)
}

/// How many letters must be put in, left out or exchanged to turn one word into the other.
/// Source: Levenshtein, Soviet Physics Doklady 10 (1966).
func editDistance(_ a: String, _ b: String) -> Int {
  let (a, b) = (Array(a), Array(b))
  var row = Array(0...b.count)
  for (i, letter) in a.enumerated() {
    var diagonal = row[0]
    row[0] = i + 1
    for (j, other) in b.enumerated() {
      let exchanged = diagonal + (letter == other ? 0 : 1)
      diagonal = row[j + 1]
      row[j + 1] = min(exchanged, row[j] + 1, row[j + 1] + 1)
    }
  }
  return row[b.count]
}
