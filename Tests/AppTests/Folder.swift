import FoundationEssentials

/// Runs with a folder of its own that holds these files.
func withFolder(
  _ files: [String: String], _ body: (String) throws -> Void
) throws {
  let folder = FileManager.default.temporaryDirectory.path + "downhill-\(UUID().uuidString)"
  try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(atPath: folder) }
  for (name, text) in files {
    try Data(text.utf8).write(to: URL(filePath: "\(folder)/\(name)"))
  }
  try body(folder)
}
