package import TOML
import Texts

// Why a part of a file is no TOML, in words.
extension Strings {
  /// What was found, and what was expected.
  package func describe(_ reason: TOMLFault.Reason) -> String {
    switch reason {
    case .unexpected(let found?, let expected):
      self(.tomlUnexpected, ["found": found, "expected": describe(expected)])
    case .unexpected(nil, let expected):
      self(.tomlUnexpectedEnd, ["expected": describe(expected)])
    case .unclosed(let mark): self(.tomlUnclosed, ["found": mark])
    case .unclosedInLine(let mark): self(.tomlUnclosedInLine, ["found": mark])
    case .control(let code): self(.tomlControl, ["found": code])
    case .carriageReturn: self[.tomlCarriageReturn]
    case .notUTF8(let byte): self(.tomlNotUTF8, ["found": byte])
    case .escape(let found): self(.tomlEscape, ["found": found])
    case .notCharacter(let found): self(.tomlNotCharacter, ["found": found])
    case .number(let found): self(.tomlNumber, ["found": found])
    case .integerRange(let found): self(.tomlIntegerRange, ["found": found])
    case .date(let found): self(.tomlDate, ["found": found])
    case .again(let name, let line): self(.tomlAgain, ["found": name, "line": "\(line)"])
    case .notTable(let name, let line): self(.tomlNotTable, ["found": name, "line": "\(line)"])
    case .closed(let name, let line): self(.tomlClosed, ["found": name, "line": "\(line)"])
    case .tooDeep(let limit): self(.tomlTooDeep, ["limit": "\(limit)"])
    }
  }

  private func describe(_ expected: TOMLFault.Expected) -> String {
    switch expected {
    case .statement: self[.tomlExpectedStatement]
    case .name: self[.tomlExpectedName]
    case .equals: self[.tomlExpectedEquals]
    case .value: self[.tomlExpectedValue]
    case .lineEnd: self[.tomlExpectedLineEnd]
    case .listEnd: self[.tomlExpectedListEnd]
    case .tableEnd: self[.tomlExpectedTableEnd]
    case .headingEnd(let mark): mark
    }
  }
}
