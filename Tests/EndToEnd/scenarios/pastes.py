"""Text that is pasted is not typed, and nothing that waits in the terminal reaches the shell."""

from terminal import *

START, STOP = "\x1b[200~", "\x1b[201~"
TEXTS = [
    "see the equation\rtouch pwned\r", "(1-x)^2 quick weather\r", "quit", "q w R e f\r",
    "0.5\r0.25\r", "한글 qwerty", 200 * "quick write quit\r",
]


def text_without_notice(terminal):
    """The picture without the footer and the row above it, in which notices stand."""
    return terminal.lines[:-2]


def takes_no_paste_for_keys():
    for opened in ((), ("--view", "overlay"), ("lesson", "momentum")):
        arguments = opened if "lesson" in opened else ("--paused", *opened)
        with Terminal(*arguments) as terminal:
            terminal.until(lambda: END_OF_FRAME in terminal.bytes, "a frame")
            terminal.first_key()
            before = text_without_notice(terminal)
            check(b"?2004h" in switches(terminal.bytes), "pastes are not asked to be marked")
            for text in TEXTS:
                for paste in (START + text + STOP, text):
                    # A few characters may be keys that were hit together.
                    if paste == "quit":
                        continue
                    terminal.type(paste)
                    terminal.shows("pasted text does nothing here")
                    terminal.settled()
                    equal(text_without_notice(terminal), before, f"screen after {paste!r}")
                    # A key takes the notice away.
                    terminal.type("m")
                    terminal.shows("mouse: ")
            equal(os.listdir(PLACE.name), [], "files written")
            terminal.type("q")
            equal(terminal.exit(), 0, "exit status")
            equal(terminal.unread, 0, "bytes left for the shell")
            terminal.check_restored()


def pastes_where_text_is_typed():
    with Terminal("--paused", "--surface", "himmelblau", "--car", "gd:lr=0.001") as terminal:
        terminal.at_step(0)
        terminal.type("e")
        terminal.shows("Esc close")
        for number, paste in (
            ("0.003", START + "0.003" + STOP), ("0.00425", "0.00425"), ("0.005", "0.005\r"),
            ("0.0061", START + " 0.0061\r\n" + STOP),
        ):
            terminal.type(paste)
            terminal.shows(f"{number}_")
            # Only the user takes the value.
            terminal.type(ENTER)
            terminal.shows(f"η {number} ")
        terminal.type("2")
        terminal.shows("2_")
        for paste in ("quit\rq", "1 2 3 4", "9" * 30 + ".5"):
            terminal.type(START + paste + STOP)
            terminal.shows("pasted text does nothing here")
            terminal.shows("2_")
            terminal.type("1")
            terminal.shows("21_")
            terminal.type("\x7f")
            terminal.until(lambda: "21_" not in terminal.text, "the digit erased")
        terminal.type(ESCAPE)
        terminal.until(lambda: "2_" not in terminal.text, "the value dropped")
        terminal.type("q")
        equal(terminal.exit(), 0, "exit status")


def takes_held_keys_for_keys():
    """However many come at once: that is what a slow line does with a key that is held."""
    with Terminal("--paused") as terminal:
        terminal.at_step(0)
        terminal.type(40 * ".")
        terminal.at_step(40)
        terminal.type(30 * ",")
        terminal.at_step(10)
        terminal.type(7 * RIGHT)
        terminal.at_step(80)
        terminal.type(3 * (RIGHT + LEFT) + RIGHT)
        terminal.at_step(90)


def swallows_strings_of_every_kind():
    strings = [f"\x1b{kind}{content}\x1b\\" for kind in "PX]^_" for content in (
        ">|VTE(8401)", "!|00000000", "Gi=31;OK", "q", "P", "52;c;cXVpdA==", 3000 * "wq ", "",
    )] + ["\x1b]0;quit\x07", "\x1bOq", "\x1b[1;1;1;1q"]
    with Terminal("--paused") as terminal:
        terminal.at_step(0)
        race = terminal.first_key()
        for string in strings:
            terminal.type(string)
            equal(terminal.settled(), race, f"screen after {string[:40]!r}")
            # Torn apart, as slow lines do it.
            for place in {2, 3, len(string) // 2, len(string) - 1} - {len(string)}:
                if 2 < place < len(string):
                    terminal.type(string[:place])
                    terminal.read(0.01)
                    terminal.type(string[place:])
            equal(terminal.settled(), race, f"screen after the parts of {string[:40]!r}")
        # And one that never ends is not waited for.
        terminal.type("\x1bP>|")
        terminal.read(0.5)
        terminal.type(".")
        terminal.at_step(1)


def leaves_no_paste_behind():
    """Whatever ends the program in the middle of a paste, the shell sees nothing of it."""
    # Not more than a terminal lets wait.
    flood = 250 * "touch pwned\r"
    for how in (signal.SIGTERM, signal.SIGHUP, signal.SIGINT, signal.SIGUSR1, signal.SIGALRM):
        with Terminal("--play") as terminal:
            terminal.until(lambda: (terminal.step or 0) > 2, "a race that plays")
            # All of it is there before the program takes in the first of it.
            os.kill(terminal.pid, signal.SIGSTOP)
            terminal.type(flood)
            os.kill(terminal.pid, how)
            os.kill(terminal.pid, signal.SIGCONT)
            equal(terminal.exit(), 128 + how, "exit status")
            equal(terminal.unread, 0, f"bytes left for the shell after {how}")
            terminal.check_restored()


def pastes_in_tmux_reach_no_shell():
    """A shell below the program, and tmux pastes: with marks and without."""
    with TmuxShell() as tmux:
        screen, until = tmux.screen, tmux.until

        pwned = os.path.join(tmux.folder, "pwned")
        tmux("send-keys", f"{BINARY} --paused", "Enter")
        until(lambda: re.search("step +0 ", screen()), "a race")
        tmux("set-buffer", "see the equation\ntouch pwned\nquit\n")
        for marks in (["-p"], []):
            tmux("paste-buffer", *marks)
            until(lambda: "pasted text does nothing here" in screen(), "a notice")
            tmux("send-keys", "m")
            until(lambda: "pasted text" not in screen(), "no notice")
        check(not os.path.exists(pwned), "the shell has run what was pasted")
        # Stopped, the program has given back the marks too, and the paste is the shell's.
        tmux("send-keys", "C-z")
        until(lambda: "Stopped" in screen() and screen().endswith("$"), "the shell")
        tmux("send-keys", "fg", "Enter")
        until(lambda: re.search("step +0 ", screen()), "the race again")
        tmux("paste-buffer", "-p")
        until(lambda: "pasted text does nothing here" in screen(), "a notice")
        tmux("send-keys", "q")
        until(lambda: screen().endswith("$"), "the shell")
        check(not os.path.exists(pwned), "the shell has run what was pasted")


main(globals())
