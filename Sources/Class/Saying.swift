package import Room

/// What a phone posts, read.
package enum Saying {
  /// What the form for joining says.
  package struct Joining: Hashable, Sendable {
    package let name: String
    package let code: String

    package init(name: String, code: String) { (self.name, self.code) = (name, code) }
  }

  /// - Returns: `nil` if it is none.
  package static func joining(_ body: [UInt8]) -> Joining? {
    guard let json = try? JSONReader.read(body), let name = json["name"]?.string,
      let code = json["code"]?.string
    else { return nil }
    return Joining(name: name, code: code)
  }

  /// What is said, and for which seat. No message at all asks only whether there is such a seat.
  ///
  /// - Returns: `nil` if it cannot be read.
  package static func message(_ body: [UInt8]) -> (token: Token, message: PhoneMessage?)? {
    guard let json = try? JSONReader.read(body),
      let token = json["token"]?.string.flatMap({ Token($0) })
    else { return nil }
    if let vote = json["vote"] {
      return vote.integer.map { (token, .vote($0)) }
    } else if let choice = json["choice"] {
      return self.choice(choice).map { (token, .choose($0)) }
    } else if let move = json["move"] {
      guard let heading = move["heading"]?.integer, let length = move["length"]?.number
      else { return nil }
      return (token, .move(Move(heading: heading, length: length)))
    } else if let leave = json["leave"] {
      return leave == true ? (token, .leave) : nil
    }
    return (token, nil)
  }

  private static func choice(_ json: JSON) -> Choice? {
    guard let rule = json["rule"]?.string else { return nil }
    var settings: [String: Double] = [:]
    switch json["settings"] {
    case .object(let members)?:
      for member in members {
        guard let value = member.value.number else { return nil }
        settings[member.name] = value
      }
    case nil, .null?: break
    default: return nil
    }
    var start: Place?
    switch json["start"] {
    case .array(let numbers)?:
      guard numbers.count == 2, let x = numbers[0].number, let y = numbers[1].number
      else { return nil }
      start = Place(x, y)
    case nil, .null?: break
    default: return nil
    }
    return Choice(rule: rule, settings: settings, start: start)
  }
}
