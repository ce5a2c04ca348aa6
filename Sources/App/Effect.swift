package import Files

/// What `update` cannot do itself, for `Program` to carry out.
package enum Effect: Hashable, Sendable {
  case repaint, suspend, quit
  case useMouse(Bool)
  /// A race or a picture, as a file.
  case save(SavedFile)
  /// What is seen, as a drawing on a page.
  case printPage
  /// Begins a film of what is done, or ends it.
  case toggleFilm
  /// The lessons in the program and on a shelf.
  case loadLessons(Shelf)
  /// The lesson of that name or in that file, for the lecturer's notes.
  case findLesson(String)
  /// Opens a class.
  case openClass(ClassWish)
  /// Tells the class that is open.
  case tellClass(ClassOrder)
  /// Something for the other terminal of the lecture.
  case post(Posting)
}
