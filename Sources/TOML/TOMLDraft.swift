/// A table while its text is read.
final class TOMLDraft {
  /// How a table came to be, which decides what may be added to it.
  enum Origin: Equatable {
    /// By its own heading, or in braces, or as the text itself.
    case given
    /// By the heading of a table in it; its own may follow.
    case implied
    /// By a key with points; only keys of the same section may add to it.
    case dotted(section: Int)
  }

  enum Content {
    case value(TOMLNode)
    case table(TOMLDraft)
    /// Tables with headings in double brackets.
    case list(List)
  }

  final class List {
    var elements: [TOMLDraft]

    init(_ first: TOMLDraft) { elements = [first] }
  }

  private(set) var origin: Origin
  private(set) var place: TOMLPlace
  /// How many tables it is in.
  let depth: Int
  /// Such as `page[2].race`; empty for the text itself.
  let path: String
  private var names = TOMLNames()

  /// - Parameter place: of its heading or brace.
  init(
    _ origin: Origin = .given, _ place: TOMLPlace = TOMLPlace(line: 1, column: 1),
    depth: Int = 0, path: String = ""
  ) {
    (self.origin, self.place, self.depth, self.path) = (origin, place, depth, path)
  }

  /// With what it has so far.
  var table: TOMLTable {
    TOMLTable(
      names.entries.map { entry in
        switch entry.content {
        case .value(let node): TOMLEntry(entry.part, node)
        case .table(let draft): TOMLEntry(entry.part, draft.node)
        case .list(let list):
          TOMLEntry(
            entry.part, TOMLNode(.list(list.elements.map(\.node)), list.elements[0].place))
        }
      })
  }

  private var node: TOMLNode { TOMLNode(.table(table), place) }

  /// Adds every text that it has so far, by its path.
  func addTexts(to texts: inout [String: String]) {
    let prefix = path.isEmpty ? "" : path + "."
    for entry in names.entries {
      switch entry.content {
      case .value(let node):
        if let text = node.string {
          texts[prefix + entry.part.pathName] = text
        } else {
          TOMLTable([TOMLEntry(entry.part, node)]).visit(prefix) { path, entry in
            if let text = entry.node.string { texts[path] = text }
          }
        }
      case .table(let draft): draft.addTexts(to: &texts)
      case .list(let list): for draft in list.elements { draft.addTexts(to: &texts) }
      }
    }
  }
}

// Tables in it.
extension TOMLDraft {
  /// A table in this one.
  private func addTable(
    _ part: TOMLKey.Part, _ origin: Origin, _ place: TOMLPlace
  ) -> TOMLDraft {
    let draft = draft(part.pathName, origin, place)
    _ = names.add(part, .table(draft))
    return draft
  }

  /// - Parameter name: as in a path.
  private func draft(_ name: String, _ origin: Origin, _ place: TOMLPlace) -> TOMLDraft {
    TOMLDraft(
      origin, place, depth: depth + 1, path: path.isEmpty ? name : "\(path).\(name)")
  }
}

// Settings.
extension TOMLDraft {
  /// - Parameter section: a number of what the key stands in: under a heading, or in braces.
  func set(_ key: TOMLKey, _ node: TOMLNode, section: Int) throws(TOMLFault) {
    var table = self
    for part in key.parents { table = try table.inner(part, section) }
    if let place = table.names.add(key.last, .value(node)) {
      throw table.names.entries[place].again(key.last)
    }
  }

  /// The table that a name with a point after it means.
  private func inner(_ part: TOMLKey.Part, _ section: Int) throws(TOMLFault) -> TOMLDraft {
    guard let place = names.find(part) else {
      return addTable(part, .dotted(section: section), part.place)
    }
    guard case .table(let inner) = names.entries[place].content else {
      throw names.entries[place].closed(part)
    }
    if inner.origin == .implied { inner.origin = .dotted(section: section) }
    guard inner.origin == .dotted(section: section) else { throw names.entries[place].closed(part) }
    return inner
  }
}

// Headings.
extension TOMLDraft {
  /// Begins the table of a heading in the table that the text itself is.
  ///
  /// - Parameter isElement: whether the heading has double brackets.
  func open(_ key: TOMLKey, isElement: Bool, _ place: TOMLPlace) throws(TOMLFault) -> TOMLDraft {
    var table = self
    for part in key.parents {
      if let found = table.names.find(part) {
        guard let inner = table.names.entries[found].content.last else {
          throw table.names.entries[found].closed(part)
        }
        table = inner
      } else {
        table = table.addTable(part, .implied, part.place)
      }
    }
    return try table.open(key.last, isElement: isElement, place)
  }

  /// The same of a table directly in this one.
  private func open(
    _ part: TOMLKey.Part, isElement: Bool, _ place: TOMLPlace
  ) throws(TOMLFault) -> TOMLDraft {
    guard let found = names.find(part) else {
      guard isElement else { return addTable(part, .given, place) }
      let element = draft("\(part.pathName)[1]", .given, place)
      _ = names.add(part, .list(List(element)))
      return element
    }
    switch names.entries[found].content {
    case .list(let list) where isElement:
      let number = list.elements.count + 1
      list.elements.append(draft("\(part.pathName)[\(number)]", .given, place))
      return list.elements[number - 1]
    case .table(let inner) where !isElement && inner.origin == .implied:
      (inner.origin, inner.place) = (.given, place)
      names.entries[found].part.place = part.place
      return inner
    case .value(let node) where isElement && node.list != nil:
      throw names.entries[found].closed(part)
    default: throw names.entries[found].again(part)
    }
  }

  /// The path that a heading means; a list's name means its last element.
  func path(ofHeading key: TOMLKey) -> String {
    var (table, path): (TOMLDraft?, String) = (self, "")
    for part in key.parents {
      path += path.isEmpty ? part.pathName : ".\(part.pathName)"
      table = table.flatMap { table in
        table.names.find(part).flatMap { table.names.entries[$0].content.last }
      }
      path = table?.path ?? path
    }
    return path.isEmpty ? key.last.pathName : "\(path).\(key.last.pathName)"
  }
}

extension TOMLDraft.Content {
  /// The table, or the last of the list, that a heading may add to; `nil` of a value.
  fileprivate var last: TOMLDraft? {
    switch self {
    case .value: nil
    case .table(let draft): draft
    case .list(let list): list.elements.last
    }
  }
}

extension TOMLNames.Entry {
  /// Its name is given a second time.
  fileprivate func again(_ part: TOMLKey.Part) -> TOMLFault {
    TOMLFault(place: part.place, reason: .again(part.pathName, line: self.part.place.line))
  }

  /// What was given whole is added to.
  fileprivate func closed(_ part: TOMLKey.Part) -> TOMLFault {
    let line = self.part.place.line
    if case .value(let node) = content, node.table == nil, node.list == nil {
      return TOMLFault(place: part.place, reason: .notTable(part.pathName, line: line))
    }
    return TOMLFault(place: part.place, reason: .closed(part.pathName, line: line))
  }
}
