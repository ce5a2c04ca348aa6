import Drawing
import Files
import Texts

#if canImport(Glibc)
  import Glibc
#endif

/// ffmpeg at work: takes pictures on its standard input, writes a movie.
struct MoviePipe {
  private let process: pid_t
  private let input: Int32

  /// - Parameter hundredths: of a second, for each picture.
  init(to path: String, _ width: Int, _ height: Int, hundredths: Int) throws(Fault) {
    var ends: [Int32] = [0, 0]
    guard pipe(&ends) == 0 else { throw .outputFailed }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, ends[0], STDIN_FILENO)
    // In a group of its own: ^C ends the film, and ffmpeg must end the movie.
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETPGROUP))
    // Its own words would stand among ours.
    posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0)
    let words =
      [
        "ffmpeg", "-loglevel", "error", "-y", "-f", "rawvideo", "-pix_fmt", "rgb24", "-video_size",
        "\(width)x\(height)", "-framerate", "100/\(hundredths)", "-i", "-",
      ] + [
        // Sides of movies are even.
        "-vf", "pad=ceil(iw/2)*2:ceil(ih/2)*2", "-pix_fmt", "yuv420p", "-movflags", "+faststart",
        "file:" + path,
      ]
    var arguments: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) } + [nil]
    defer { for argument in arguments { free(argument) } }
    var process = pid_t()
    let failure = posix_spawnp(
      &process, "ffmpeg", &actions, &attributes, &arguments, environ)
    close(ends[0])
    guard failure == 0 else {
      close(ends[1])
      throw Fault(.flag("--output"), .errorNoFfmpeg, ["file": path])
    }
    (self.process, input) = (process, ends[1])
  }

  func append(_ image: PixelImage) throws(Fault) {
    guard writeAll(image.channels, to: input) == nil else { throw .outputFailed }
  }

  /// Waits until the movie is written.
  func finish() throws(Fault) {
    close(input)
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0, errno == EINTR {}
    guard status == 0 else { throw .outputFailed }
  }
}
