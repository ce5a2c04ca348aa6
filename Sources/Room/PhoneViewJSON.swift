// What goes to a phone, as its page reads it.

extension PhoneView {
  /// An object whose `page` says what else is in it.
  package var json: JSON {
    var members: [JSON.Member] = [
      .init("seat", JSON(seat.id)), .init("name", JSON(seat.name)),
      .init("points", JSON(seat.points)), .init("rank", JSON(rank)),
      .init("seats", JSON(seats)),
    ]
    let (name, rest) = described(page)
    members.append(.init("page", JSON(name)))
    if case .object(let more) = rest { members += more }
    return .object(members)
  }

  private func described(_ page: Page) -> (String, JSON) {
    switch page {
    case .lobby: ("lobby", [:])
    case .question(let question, let own): ("question", describe(question, own: own))
    case .choosing(let round, let offer, let own):
      (
        "choosing",
        [
          "round": JSON(round.number), "ground": round.ground.json,
          "rules": .array(offer.rules.map(\.json)), "start": offer.start?.json ?? .null,
          "choice": own?.json ?? .null,
        ]
      )
    case .fogAhead(let round, let offer):
      (
        "fog_ahead",
        [
          "round": JSON(round.number), "title": JSON(round.ground.title),
          "budget": JSON(offer.budget),
        ]
      )
    case .watching(let round):
      ("watching", ["round": JSON(round.number), "title": JSON(round.ground.title)])
    case .racing(let round, let rule, let choice, let standing):
      ("racing", describe(round, rule, choice, standing))
    case .fog(let round, let offer, let drive, let standing):
      ("fog", describe(round, offer, drive, standing))
    case .result(let result, let own): ("result", describe(result, own: own))
    case .podium: ("podium", ["leaders": leadersJSON])
    }
  }

  private func describe(_ question: Question, own: Int?) -> JSON {
    [
      "number": JSON(question.number), "text": JSON(question.text),
      "options": .array(question.options.map { JSON($0) }),
      "vote": JSON(own),
      "tally": question.isRevealed ? .array(question.tally.map { JSON($0) }) : .null,
      "right": question.isRevealed ? JSON(question.right) : .null,
    ]
  }

  private func describe(
    _ round: Round, _ rule: RuleOffer?, _ choice: Choice, _ standing: Standing?
  ) -> JSON {
    [
      "round": JSON(round.number), "ground": round.ground.json, "step": JSON(round.step),
      "rule": rule?.json ?? .null, "choice": choice.json, "place": JSON(standing?.place),
      "of": JSON(round.standings.count), "loss": JSON(standing?.loss),
      "at": standing?.position.json ?? choice.start?.json ?? .null,
      "crash": standing?.crash?.json ?? .null,
    ]
  }

  private func describe(
    _ round: Round, _ offer: FogOffer, _ drive: FogDrive, _ standing: Standing?
  ) -> JSON {
    [
      "round": JSON(round.number), "budget": JSON(offer.budget),
      "left": JSON(offer.budget - drive.used), "low": JSON(offer.lengths.lowerBound),
      "high": JSON(offer.lengths.upperBound), "waiting": JSON(drive.waits),
      "height": JSON(drive.feeling?.height), "slope": drive.feeling?.slope.json ?? .null,
      "heights": .array(drive.heights.suffix(Self.mostHeights).map { JSON($0) }),
      "crash": drive.crash?.json ?? .null, "place": JSON(standing?.place),
      "of": JSON(round.standings.count),
    ]
  }

  /// As many as a small curve shows.
  private static let mostHeights = 60

  private func describe(_ result: RoundResult, own: RoundResult.Row?) -> JSON {
    [
      "round": JSON(result.number), "ground": result.ground.json, "fog": JSON(result.isFog),
      "place": JSON(own?.standing.place), "of": JSON(result.rows.count),
      "loss": JSON(own?.standing.loss), "at": own?.standing.position.json ?? .null,
      "crash": own?.standing.crash?.json ?? .null, "won": JSON(own?.points), "leaders": leadersJSON,
    ]
  }

  private var leadersJSON: JSON {
    .array(
      leaders.map { leader in
        [
          "place": JSON(leader.place), "name": JSON(leader.name), "points": JSON(leader.points),
          "own": JSON(leader.isOwn),
        ]
      })
  }
}

extension Place {
  var json: JSON { [JSON(x), JSON(y)] }
}

extension Ground {
  var json: JSON {
    [
      "title": JSON(title), "x": [JSON(x.lowerBound), JSON(x.upperBound)],
      "y": [JSON(y.lowerBound), JSON(y.upperBound)], "map": JSON(map),
    ]
  }
}

extension RuleOffer {
  var json: JSON {
    [
      "name": JSON(name), "title": JSON(title), "glyph": JSON(glyph), "dark": JSON(onDark),
      "light": JSON(onLight), "settings": .array(settings.map(\.json)),
    ]
  }
}

extension SettingOffer {
  var json: JSON {
    [
      "name": JSON(name), "symbol": JSON(symbol), "low": JSON(range.lowerBound),
      "high": JSON(range.upperBound), "value": JSON(value), "log": JSON(isLogarithmic),
    ]
  }
}

extension Choice {
  var json: JSON {
    let values = settings.sorted { $0.key < $1.key }.map { JSON.Member($0.key, JSON($0.value)) }
    return ["rule": JSON(rule), "settings": .object(values), "start": start?.json ?? .null]
  }
}
