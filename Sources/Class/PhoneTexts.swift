import Room
import Texts

/// The texts of the phone's page, as its script asks for them: by their keys without `phone.`.
enum PhoneTexts {
  static let all: [Text] = [
    .phoneJoinTitle, .phoneJoin, .phoneCode, .phoneCodeNote, .phoneName, .phoneNameNote,
    .phonePrivacy, .phoneConnecting, .phoneOffline, .phoneNotSent, .phoneScore, .phonePoints,
    .phoneLobbyTitle, .phoneLobby, .phoneLeave, .phoneLeaveSure, .phoneLeft, .phoneEnded,
    .phoneEndedNote, .phoneRemoved, .phoneElsewhere, .phoneElsewhereNote, .phoneUseHere,
    .phoneVote, .phoneVoted, .phoneVotedFor, .phoneClosed, .phoneRight, .phoneOwnVote,
    .phoneVotes, .phoneWereRight, .phoneWereWrong, .phoneRound, .phoneRule, .phoneRate,
    .phoneStart, .phoneStartAxis, .phoneTapMap, .phoneCommonStart, .phoneChooseRule,
    .phoneTakePart, .phoneSent, .phoneReady, .phoneWait, .phoneWatching, .phonePlace,
    .phonePlaceOf, .phoneLoss, .phoneStep, .phoneCrashed, .phoneFog, .phoneFogNote,
    .phoneFogSpent, .phoneHeight, .phoneSlope, .phoneStepsLeft, .phoneLength, .phoneDownhill,
    .phoneLevel, .phoneDirections, .phoneNorth, .phoneNorthEast, .phoneEast, .phoneSouthEast,
    .phoneSouth, .phoneSouthWest, .phoneWest, .phoneNorthWest, .phoneNotIn, .phoneWon,
    .phoneBest, .phonePodium,
  ]

  /// An object by keys, with those of `Refusal` and the language's own name.
  static func json(_ strings: Strings) -> JSON {
    let own = all.map { text in
      JSON.Member(String(text.rawValue.dropFirst("phone.".count)), JSON(strings[text]))
    }
    let refused = Refusal.allCases.map { refusal in
      JSON.Member("refused.\(refusal.rawValue)", JSON(strings[text(of: refusal)]))
    }
    return .object(own + refused + [.init("language", JSON(strings[.languageName]))])
  }

  private static func text(of refusal: Refusal) -> Text {
    switch refusal {
    case .full: .refusedFull
    case .locked: .refusedLocked
    case .wrongCode: .refusedWrongCode
    case .emptyName: .refusedEmptyName
    case .longName: .refusedLongName
    case .unknownSeat: .phoneRemoved
    case .notNow: .refusedNotNow
    case .notOffered: .refusedNotOffered
    case .waiting: .refusedWaiting
    case .spent: .phoneFogSpent
    case .tooOften: .refusedTooOften
    case .unreadable: .refusedUnreadable
    }
  }
}
