/// Lets so many in at a time; the others wait in the order in which they came.
actor Seats {
  private var free: Int
  private var waiting: [CheckedContinuation<Void, Never>] = []

  init(_ count: Int) {
    free = count
  }

  func taking<Outcome: Sendable>(
    _ body: @Sendable () async throws -> Outcome
  ) async rethrows -> Outcome {
    await sit()
    defer { stand() }
    return try await body()
  }

  private func sit() async {
    if free > 0 {
      free -= 1
    } else {
      await withCheckedContinuation { waiting.append($0) }
    }
  }

  private func stand() {
    if waiting.isEmpty {
      free += 1
    } else {
      waiting.removeFirst().resume()
    }
  }
}
