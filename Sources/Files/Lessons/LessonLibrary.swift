package import Texts

/// The lessons that can be given: those in the program in their order, then the user's own.
package struct LessonLibrary: Sendable {
  /// The lessons that could be read.
  package let lessons: [Lesson]
  /// What is wrong with the files.
  package let errors: [Fault]
  /// The language that examples are read in.
  private let language: String

  /// The names of the built-in lessons, in the order of the course.
  package static let builtIn = [
    "map", "gradient-descent", "rate", "batches", "momentum", "nesterov", "adagrad", "rmsprop",
    "adam", "family", "saddles", "which",
  ]

  package init(_ strings: Strings, _ shelf: Shelf) {
    let texts = strings.lessonTexts
    language = strings.language
    var files = Self.builtIn.map { name in
      LessonFile(
        Self.text(of: name) ?? "", file: "\(name).toml", texts: Self.texts(of: name, in: texts))
    }
    var errors: [Fault] = []
    for path in shelf.files {
      if let text = Shelf.text(ofFile: path) {
        files.append(LessonFile(text, file: path))
      } else {
        errors.append(Self.unreadable(path))
      }
    }
    lessons = files.compactMap(\.lesson)
    self.errors = errors + files.flatMap(\.errors)
  }

  /// The file of a built-in lesson as it is.
  package static func text(of name: String) -> String? {
    guard builtIn.contains(name) else { return nil }
    return String(decoding: embeddedFile("Lessons/Course/\(name).toml"), as: UTF8.self)
  }

  /// The texts below `lesson.NAME.`, by the rest of their keys.
  package static func texts(of name: String, in texts: [String: String]) -> [String: String] {
    let prefix = "lesson.\(name)."
    var own: [String: String] = [:]
    for (key, text) in texts where key.hasPrefix(prefix) {
      own[String(key.dropFirst(prefix.count))] = text
    }
    return own
  }

  /// A built-in lesson with the texts of a language.
  package static func file(of name: String, _ strings: Strings) -> LessonFile? {
    text(of: name).map {
      LessonFile($0, file: "\(name).toml", texts: texts(of: name, in: strings.lessonTexts))
    }
  }

  /// The lesson of that name or number, or in that file, or the example of that name, with the
  /// mistakes of its file.
  package func lecture(
    _ word: String
  ) throws(Fault) -> (lecture: Lecture, errors: [Fault]) {
    let index = lessons.firstIndex { $0.name == word } ?? Int(word).map { $0 - 1 }
    let example = index == nil ? Example.text(word, .lesson, in: language) : nil
    if Shelf.isPath(word) || example != nil {
      guard let text = example ?? Shelf.text(ofFile: word) else { throw Self.unreadable(word) }
      let file = LessonFile(text, file: word)
      guard let lesson = file.lesson else {
        throw file.errors.first ?? Self.unreadable(word)
      }
      return (Lecture(lesson), file.errors)
    }
    guard let index, lessons.indices.contains(index) else {
      throw Fault(
        .standard,
        .unknown(
          .errorUnknownLesson, found: word,
          names: lessons.map(\.name) + Example.all(.lesson).map(\.name)))
    }
    return (lecture(index), errors.filter { $0.file == lessons[index].file })
  }

  /// The lesson at a place of the list, from 0.
  package func lecture(_ index: Int) -> Lecture {
    Lecture(lessons[index], place: (index + 1, lessons.count))
  }

  private static func unreadable(_ path: String) -> Fault {
    Fault(.file(path), .unreadable(.init(.expectedLessonFile)))
  }
}

/// Two libraries are equal if they were read from the same files with the same mistakes.
extension LessonLibrary: Hashable {
  package static func == (a: LessonLibrary, b: LessonLibrary) -> Bool {
    a.errors == b.errors && a.lessons.map(\.file) == b.lessons.map(\.file)
  }

  package func hash(into hasher: inout Hasher) { hasher.combine(lessons.map(\.file)) }
}
