/// What can be wrong with what people bring, by its key in the language tables.
package enum DataText: String, CaseIterable, Sendable {
  case csvOpenQuote = "error.csv_open_quote"
  case csvTextAfterQuote = "error.csv_text_after_quote"
  case gridNoFile = "error.grid_no_file"
  case gridUnreadable = "error.grid_unreadable"
  case gridKind = "error.grid_kind"
  case gridEmpty = "error.grid_empty"
  case gridVersion = "error.grid_version"
  case gridHeaderCut = "error.grid_header_cut"
  case gridHeader = "error.grid_header"
  case gridType = "error.grid_type"
  case gridShape = "error.grid_shape"
  case gridSize = "error.grid_size"
  case gridRagged = "error.grid_ragged"
  case gridTooFew = "error.grid_too_few"
  case gridNotFinite = "error.grid_not_finite"
  case gridLevel = "error.grid_level"
  case gridOverflow = "error.grid_overflow"
  case oneClass = "error.one_class"
  case missingClass = "error.missing_class"
  case notTwoClasses = "error.not_two_classes"

  case formulaEmpty = "formula.empty"
  case formulaTooLong = "formula.too_long"
  case formulaTooDeep = "formula.too_deep"
  case formulaStray = "formula.stray"
  case formulaNotANumber = "formula.not_a_number"
  case formulaUnknownName = "formula.unknown_name"
  case formulaNoOperand = "formula.no_operand"
  case formulaNoOperandAtEnd = "formula.no_operand_at_end"
  case formulaNoOperator = "formula.no_operator"
  case formulaUnclosed = "formula.unclosed"
  case formulaNoArguments = "formula.no_arguments"
  case formulaWrongCount = "formula.wrong_count"
}

extension Strings {
  package subscript(text: DataText) -> String { self[text.rawValue] }

  /// A text with its `{blanks}` filled in.
  package func callAsFunction(_ text: DataText, _ blanks: [String: String]) -> String {
    filled(self[text], blanks)
  }
}
