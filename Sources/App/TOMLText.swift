/// Why a part of a file is no TOML, by its key in the language tables.
package enum TOMLText: String, CaseIterable, Sendable {
  case unexpected = "toml.unexpected"
  case unexpectedEnd = "toml.unexpected_end"
  case unclosed = "toml.unclosed"
  case unclosedInLine = "toml.unclosed_in_line"
  case control = "toml.control"
  case carriageReturn = "toml.carriage_return"
  case notUTF8 = "toml.not_utf8"
  case escape = "toml.escape"
  case notCharacter = "toml.not_character"
  case number = "toml.number"
  case integerRange = "toml.integer_range"
  case date = "toml.date"
  case again = "toml.again"
  case notTable = "toml.not_table"
  case closed = "toml.closed"
  case tooDeep = "toml.too_deep"

  case expectedStatement = "toml.expected_statement"
  case expectedName = "toml.expected_name"
  case expectedEquals = "toml.expected_equals"
  case expectedValue = "toml.expected_value"
  case expectedLineEnd = "toml.expected_line_end"
  case expectedListEnd = "toml.expected_list_end"
  case expectedTableEnd = "toml.expected_table_end"
}

extension Strings {
  package subscript(text: TOMLText) -> String { self[text.rawValue] }

  /// A text with its `{blanks}` filled in.
  package func callAsFunction(_ text: TOMLText, _ blanks: [String: String]) -> String {
    filled(self[text], blanks)
  }

  /// What was found, and what was expected.
  package func describe(_ reason: TOMLFault.Reason) -> String {
    switch reason {
    case .unexpected(let found?, let expected):
      self(.unexpected, ["found": found, "expected": describe(expected)])
    case .unexpected(nil, let expected):
      self(.unexpectedEnd, ["expected": describe(expected)])
    case .unclosed(let mark): self(.unclosed, ["found": mark])
    case .unclosedInLine(let mark): self(.unclosedInLine, ["found": mark])
    case .control(let code): self(.control, ["found": code])
    case .carriageReturn: self[.carriageReturn]
    case .notUTF8(let byte): self(.notUTF8, ["found": byte])
    case .escape(let found): self(.escape, ["found": found])
    case .notCharacter(let found): self(.notCharacter, ["found": found])
    case .number(let found): self(.number, ["found": found])
    case .integerRange(let found): self(.integerRange, ["found": found])
    case .date(let found): self(.date, ["found": found])
    case .again(let name, let line): self(.again, ["found": name, "line": "\(line)"])
    case .notTable(let name, let line): self(.notTable, ["found": name, "line": "\(line)"])
    case .closed(let name, let line): self(.closed, ["found": name, "line": "\(line)"])
    case .tooDeep(let limit): self(.tooDeep, ["limit": "\(limit)"])
    }
  }

  private func describe(_ expected: TOMLFault.Expected) -> String {
    switch expected {
    case .statement: self[.expectedStatement]
    case .name: self[.expectedName]
    case .equals: self[.expectedEquals]
    case .value: self[.expectedValue]
    case .lineEnd: self[.expectedLineEnd]
    case .listEnd: self[.expectedListEnd]
    case .tableEnd: self[.expectedTableEnd]
    case .headingEnd(let mark): mark
    }
  }
}
