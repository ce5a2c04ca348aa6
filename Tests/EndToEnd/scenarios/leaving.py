"""However the program ends or rests, the terminal is as it was."""

import resource

from terminal import *


def gives_the_terminal_back():
    def after(status, how, act, *arguments):
        with Terminal("--play", *arguments) as terminal:
            terminal.until(lambda: (terminal.step or 0) > 2, "a race that plays")
            act(terminal)
            equal(terminal.exit(), status, f"exit status after {how}")
            terminal.check_restored()

    def kill(number):
        return lambda terminal: os.kill(terminal.pid, number)

    after(0, "q", lambda terminal: terminal.type("q"))
    after(0, "q without synchronized output", lambda terminal: terminal.type("q"), "--no-sync")
    after(128 + signal.SIGINT, "^C", lambda terminal: terminal.type("\x03"))
    after(128 + signal.SIGTERM, "SIGTERM", kill(signal.SIGTERM))
    after(128 + signal.SIGHUP, "SIGHUP", kill(signal.SIGHUP))
    after(128 + signal.SIGQUIT, "SIGQUIT", kill(signal.SIGQUIT))
    # What a fault in the program would do.
    after(128 + signal.SIGABRT, "SIGABRT", kill(signal.SIGABRT))


# By default these do nothing or stop a process, but for SIGXFSZ, which is an error instead.
HARMLESS = {
    signal.SIGCHLD, signal.SIGCONT, signal.SIGURG, signal.SIGWINCH, signal.SIGXFSZ,
    signal.SIGSTOP, signal.SIGTSTP, signal.SIGTTIN, signal.SIGTTOU,
}


def gives_the_terminal_back_after_every_signal():
    """Real-time signals too: each ends the program, or the race goes on."""
    for number in sorted(signal.valid_signals() - {signal.SIGKILL}):
        with Terminal("--paused") as terminal:
            terminal.at_step(0)
            os.kill(terminal.pid, number)
            if number in HARMLESS:
                os.kill(terminal.pid, signal.SIGCONT)
                terminal.type(".")
                terminal.at_step(1)
                terminal.type("q")
                equal(terminal.exit(), 0, f"exit status after signal {number}")
            else:
                equal(terminal.exit(), 128 + number, f"exit status after signal {number}")
            terminal.check_restored()


def gives_the_terminal_back_after_two_signals():
    """At once, as when a terminal is closed; other threads are at work and may get either."""
    first, second = signal.SIGTERM, signal.SIGHUP
    for _ in range(20):
        with Terminal("--view", "basins", "--paused") as terminal:
            terminal.until(lambda: END_OF_FRAME in terminal.bytes, "a frame")
            os.kill(terminal.pid, first)
            os.kill(terminal.pid, second)
            check(terminal.exit() - 128 in (first, second), f"exit status {terminal.status}")
            terminal.check_restored()


def gives_the_terminal_back_at_the_limit_of_processor_time():
    """`ulimit -t` sets the limit that SIGXCPU tells of and the one that kills to the same."""
    limit = lambda: resource.setrlimit(resource.RLIMIT_CPU, (1, 1))
    with Terminal("--speed", "1920", prepare=limit) as terminal:
        terminal.shows("step")

        def ended():
            terminal.type("v")
            return terminal.has_ended()

        terminal.until(ended, "the end of its time")
        equal(terminal.exit(), 128 + signal.SIGXCPU, "exit status")
        terminal.check_restored()


def gives_back_a_terminal_that_controls_nothing():
    with Terminal("--play", controls=False) as terminal:
        terminal.until(lambda: (terminal.step or 0) > 2, "a race that plays")
        os.kill(terminal.pid, signal.SIGTERM)
        equal(terminal.exit(), 128 + signal.SIGTERM, "exit status")
        terminal.check_restored()


def gives_the_terminal_back_after_a_trap():
    """Whatever the program does to itself; `trap` (Tests/Trap) does all of it."""
    trap = (os.path.join(os.path.dirname(BINARY), "trap"),)
    halts, faults = {signal.SIGILL, signal.SIGTRAP}, {signal.SIGSEGV, signal.SIGBUS}
    for how, numbers, said in (
        ("fatal-error", halts, "Fatal error: on purpose"),
        # An optimized build traps without a word here.
        ("index", halts, ""),
        ("overflow", halts, ""),
        ("nothing", halts, ""),
        ("stack", faults, ""),
        ("null", faults, ""),
    ):
        with Terminal(how, command=trap) as terminal:
            # What has not been read when the program ends is dropped, to end at all.
            terminal.shows("~")
            terminal.type("x")
            terminal.exit()
            check(-terminal.status in numbers, f"{how} ended the program with {terminal.status}")
            terminal.check_restored()
            check(terminal.left[3] & termios.ECHO, f"no echo after {how}")
            check(terminal.left[3] & termios.ICANON, f"no lines after {how}")
            for switch in (b"?1049l", b"?25h", b"?1006l", b"?2026l"):
                check(switch in switches(terminal.bytes), f"no {switch} after {how}")
            after = terminal.bytes.rpartition(b"?1049l")[2].decode()
            check(said in after, f"no {said!r} on the shell's screen, but {after!r}")


def ends_with_its_terminal():
    ignore = lambda: signal.signal(signal.SIGHUP, signal.SIG_IGN)
    for arguments in (["--play"], ["--paused"]):
        with Terminal(*arguments, prepare=ignore) as terminal:
            terminal.shows("step")
            terminal.hang_up()
            terminal.exit()


def rests_while_paused():
    def ticks(terminal):
        with open(f"/proc/{terminal.pid}/stat") as file:
            return sum(map(int, file.read().rsplit(")", 1)[1].split()[11:13]))

    with Terminal("--play") as terminal:
        terminal.until(lambda: (terminal.step or 0) > 2, "a race that plays")
        terminal.pause()
        before = ticks(terminal)
        equal(terminal.read(2), 0, "bytes written in two seconds of rest")
        spent = ticks(terminal) - before
        check(spent <= 2, f"{spent} hundredths of a second of work in two seconds of rest")
        terminal.type(" ")
        step = terminal.step
        terminal.until(lambda: terminal.step > step, "a race that plays on")


def comes_back_after_being_stopped():
    with TmuxShell() as tmux:
        screen, until = tmux.screen, tmux.until

        def flags():
            # The pane is the program's: alternate screen, mouse, cursor.
            return tmux("display-message", "-p", "#{alternate_on}#{mouse_any_flag}#{cursor_flag}")

        def modes():
            return subprocess.run(
                ["stty", "-g", "-F", tmux("display-message", "-p", "#{pane_tty}")],
                capture_output=True, check=True, text=True,
            ).stdout

        def step(number):
            until(lambda: re.search(rf"step +{number} ", screen()), f"step {number}")

        def shell(said):
            until(lambda: said in screen() and screen().endswith("$"), said)
            until(lambda: flags() == "001", "the shell's own screen")
            until(lambda: modes() == cooked, "the shell's own modes")

        def program():
            until(lambda: flags() == "110", "the program's screen")

        cooked = modes()
        tmux("send-keys", f"{BINARY} --paused", "Enter")
        program()
        step(0)

        tmux("send-keys", "C-z")
        shell("Stopped")
        tmux("resize-window", "-x", "80", "-y", "24")
        tmux("send-keys", "fg", "Enter")
        program()
        tmux("send-keys", ".")
        step(1)
        check("q quit" in screen().splitlines()[23], "not the window's new size")

        pid = tmux("display-message", "-p", "#{pane_pid}")
        with open(f"/proc/{pid}/task/{pid}/children") as children:
            os.kill(int(children.read()), signal.SIGSTOP)
        # The program could do nothing: the shell's prompt appears on its screen.
        until(lambda: "Stopped" in screen(), "a stopped job")
        tmux("send-keys", "fg", "Enter")
        until(lambda: "Stopped" not in screen(), "the race drawn again")
        tmux("send-keys", ".")
        step(2)
        program()

        tmux("send-keys", "q")
        shell("fg")
        tmux("send-keys", "echo status $?", "Enter")
        shell("status 0")


main(globals())
