// What a teacher keeps of a class.
extension Room {
  /// Everything that the class has done, as CSV (RFC 4180): a line for each answer of each seat,
  /// and at the end one for the points of each.
  ///
  /// A text that a spreadsheet would take for a formula has an apostrophe before it, since students
  /// choose their names.
  package var csv: String {
    let head = [
      "event", "number", "title", "seat", "name", "answer", "right", "place", "loss", "crash",
      "points",
    ]
    var rows = [head]
    for (index, answer) in answers.enumerated() {
      for (seat, option) in answer.question.votes.sorted(by: { $0.key < $1.key }) {
        rows.append([
          "question", "\(index + 1)", answer.question.text, "\(seat)", answer.names[seat] ?? "",
          answer.question.options[option],
          answer.question.right.map { $0 == option ? "1" : "0" } ?? "", "", "", "", "",
        ])
      }
    }
    for result in results {
      for row in result.rows {
        rows.append([
          result.isFog ? "fog" : "race", "\(result.number)", result.ground.title,
          "\(row.standing.seat)", row.name, row.choice.map(\.text) ?? "", "",
          "\(row.standing.place)", "\(row.standing.loss)", row.standing.crash?.text ?? "",
          "\(row.points)",
        ])
      }
    }
    for (place, seat) in ranking {
      rows.append([
        "total", "", "", "\(seat.id)", seat.name, "", "", "\(place)", "", "", "\(seat.points)",
      ])
    }
    return rows.map { $0.map(Self.field).joined(separator: ",") + "\r\n" }.joined()
  }

  private static func field(_ text: String) -> String {
    var field = text
    if let first = text.unicodeScalars.first, "=+-@\t\r".unicodeScalars.contains(first),
      Double(text) == nil
    {
      field = "'" + text
    }
    guard field.unicodeScalars.contains(where: { ",\"\r\n".unicodeScalars.contains($0) })
    else { return field }
    let quoted = field.unicodeScalars.map { $0 == "\"" ? "\"\"" : String($0) }.joined()
    return "\"" + quoted + "\""
  }
}

extension Choice {
  /// As on the command line: `adam:lr=0.1,beta1=0.9`.
  package var text: String {
    let values = settings.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
    return values.isEmpty ? rule : rule + ":" + values.joined(separator: ",")
  }
}
