/// The valid name that is nearest to a misspelt one, if any is near enough to be meant.
package func nearestName(to found: String, among names: [String]) -> String? {
  guard !found.isEmpty else { return nil }
  let found = found.lowercased()
  let ranked = names.map { (name: $0, distance: editDistance(found, $0.lowercased())) }
  guard let best = ranked.min(by: { $0.distance < $1.distance }) else { return nil }
  let isPart = best.name.lowercased().contains(found)
  // Two letters of two are another word, not a slip.
  let isSlip =
    best.distance <= max(2, best.name.count / 3) && best.distance < best.name.count
  return isPart || isSlip ? best.name : containing(found, names)
}

private func containing(_ part: String, _ names: [String]) -> String? {
  part.count < 2 ? nil : names.first { $0.lowercased().contains(part) }
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
