"""A pseudo-terminal with a screen that can be read, for the scenarios beside this file.

Nothing here sleeps and hopes: `until` waits for what must come true, and gives up at a deadline
that only guards against hanging.
"""

import csv
import fcntl
import glob
import json
import os
import pty
import re
import select
import signal
import struct
import subprocess
import sys
import tempfile
import termios
import time

import pyte

DEADLINE = 30
BINARY = os.path.abspath(sys.argv[1])
# Where the program starts: what it writes goes with it.
PLACE = tempfile.TemporaryDirectory(prefix="downhill-")
BEGIN, END_OF_FRAME = b"\x1b[?2026h", b"\x1b[?2026l"

# APC and DCS strings, and one that has begun or may have.
STRING = re.compile(rb"\x1b[_P].*?\x1b\\", re.DOTALL)
OPEN_STRING = re.compile(rb"\x1b(?:[_P].*)?\Z", re.DOTALL)

ENVIRONMENT = {
    "PATH": "/usr/bin:/bin",
    "TERM": "xterm-256color",
    "COLORTERM": "truecolor",
    "LANG": "C.UTF-8",
}

ESCAPE, ENTER = "\x1b", "\r"
LEFT, RIGHT, UP, DOWN = "\x1b[D", "\x1b[C", "\x1b[A", "\x1b[B"
HOME, END = "\x1b[H", "\x1b[F"


class Failure(Exception):
    pass


def check(condition, message):
    if not condition:
        raise Failure(message)


def equal(found, expected, what):
    check(found == expected, f"{what}: found {found!r}, expected {expected!r}")


class Terminal:
    """The program in a pseudo-terminal of its own, which is its controlling terminal."""

    def __init__(
        self, *arguments, size=(80, 24), environment=None, prepare=None, answers=None,
        command=(BINARY,), controls=True, sees=True,
    ):
        """`answers` is what the terminal says when it has been asked; `command` is what runs;
        `controls` is whether the terminal is the one that controls the program; `sees` is whether
        the screen is kept, which takes long for a large one."""
        self.bytes = b""
        self.held = b""
        self.status = None
        self.answers = answers
        self.sees = sees
        self.master, self.slave = pty.openpty()
        self.screen = pyte.Screen(*size)
        self.stream = pyte.ByteStream(self.screen)
        self._set_size(*size)
        self.modes = termios.tcgetattr(self.slave)
        values = {**ENVIRONMENT, **(environment or {})}
        values = {name: value for name, value in values.items() if value is not None}
        self.pid = os.fork()
        if self.pid == 0:
            os.setsid()
            if controls:
                fcntl.ioctl(self.slave, termios.TIOCSCTTY, 0)
            for descriptor in (0, 1, 2):
                os.dup2(self.slave, descriptor)
            os.closerange(3, 64)
            os.chdir(PLACE.name)
            # Python ignores these, and what is ignored stays so.
            for number in (signal.SIGPIPE, signal.SIGXFSZ):
                signal.signal(number, signal.SIG_DFL)
            if prepare:
                prepare()
            os.execvpe(command[0], [*command, *arguments], values)

    def __enter__(self):
        return self

    def __exit__(self, kind, error, trace):
        if error is not None:
            print(self.picture())
            print("last bytes:", self.bytes[-600:])
        if self.status is None:
            os.kill(self.pid, signal.SIGKILL)
            os.waitpid(self.pid, 0)
        self.hang_up()

    def hang_up(self):
        """Takes the terminal away."""
        for descriptor in (self.master, self.slave):
            if descriptor is not None:
                os.close(descriptor)
        self.master = self.slave = None

    def _set_size(self, columns, rows):
        size = struct.pack("HHHH", rows, columns, 0, 0)
        fcntl.ioctl(self.slave, termios.TIOCSWINSZ, size)

    # What comes from the program.

    def read(self, seconds):
        """Takes in what comes within this time; returns how many bytes that were."""
        if self.master is None:
            time.sleep(seconds)
            return 0
        end = time.monotonic() + seconds
        count = len(self.bytes)
        while (left := end - time.monotonic()) > 0:
            if select.select([self.master], [], [], left)[0]:
                self._take_in()
        return len(self.bytes) - count

    def _take_in(self):
        new = os.read(self.master, 65536)
        self.bytes += new
        # The question that every terminal answers is the last.
        if self.answers is not None and b"\x1b[c" in self.bytes:
            self.type(self.answers)
            self.answers = None
        if self.sees:
            self.stream.feed(self._seen(new))

    def _seen(self, new):
        """The bytes without strings such as pictures, which the screen would take for text."""
        held = STRING.sub(b"", self.held + new)
        open_string = OPEN_STRING.search(held)
        at = open_string.start() if open_string else len(held)
        self.held = held[at:]
        return held[:at]

    def until(self, condition, what):
        """Reads until the condition holds and returns its value."""
        end = time.monotonic() + DEADLINE
        while True:
            if value := condition():
                return value
            check(time.monotonic() < end, f"waited in vain for: {what}")
            self.read(0.02)

    def shows(self, text):
        return self.until(lambda: text in self.text, f"the text {text!r}")

    def settled(self):
        """The screen after it has stayed the same for a while and nothing more can come: all keys
        have been read, and no thread of the program has anything to do. On a busy machine a
        program may be silent because it waits for the processor."""
        self.until(
            lambda: self.read(0.2) == 0 and self._is_at_rest(), "a screen that stays as it is")
        return self.text

    def _is_at_rest(self):
        if self.slave is None or self.has_ended():
            return True
        return self._unread() == 0 and all(state not in "RD" for state in self._states())

    def _unread(self):
        """How many bytes the program has not read yet."""
        return struct.unpack("i", fcntl.ioctl(self.slave, termios.FIONREAD, b"\0" * 4))[0]

    def _states(self):
        """What every thread of the program does, as Linux tells it: R runs or wants to run."""
        for task in glob.glob(f"/proc/{self.pid}/task/*/stat"):
            try:
                with open(task) as file:
                    yield file.read().rpartition(") ")[2][0]
            except OSError:  # It has ended since.
                pass

    def has_ended(self):
        if self.status is None:
            pid, status = os.waitpid(self.pid, os.WNOHANG)
            if pid:
                self.status = os.waitstatus_to_exitcode(status)
        return self.status is not None

    def exit(self):
        """The exit status, as a shell tells it."""
        self.until(self.has_ended, "the end of the program")
        if self.slave is not None:
            self._look_back()
        return self.status if self.status >= 0 else 128 - self.status

    def _look_back(self):
        """Notes how the terminal was left, and reads what was written to the very end."""
        self.left = termios.tcgetattr(self.slave)
        # Not line by line: half a line can be read too.
        raw = [*self.left[:3], self.left[3] & ~termios.ICANON, *self.left[4:]]
        termios.tcsetattr(self.slave, termios.TCSANOW, raw)
        self.unread = self._unread()
        os.close(self.slave)
        self.slave = None
        # Nobody has it open any more: after the last byte comes an error, however long that takes.
        try:
            while True:
                self._take_in()
        except OSError:
            pass

    # What goes to the program.

    def type(self, keys):
        os.write(self.master, keys.encode())

    def click(self, column, row):
        """Presses and lets go of the first button at a cell, from 0."""
        self.type(f"\x1b[<0;{column + 1};{row + 1}M\x1b[<0;{column + 1};{row + 1}m")

    def resize(self, columns, rows):
        self.screen.resize(rows, columns)
        self._set_size(columns, rows)

    # What the screen says.

    @property
    def lines(self):
        return [line.rstrip() for line in self.screen.display]

    @property
    def text(self):
        return "\n".join(self.lines)

    @property
    def colors(self):
        """Ink and paper of every cell but those of the footer."""
        rows = range(self.screen.lines - 1)
        columns = range(self.screen.columns)
        return [
            [(self.screen.buffer[y][x].fg, self.screen.buffer[y][x].bg) for x in columns]
            for y in rows
        ]

    def picture(self):
        return "\n".join(f"|{line}" for line in self.screen.display)

    @property
    def header(self):
        return self.lines[0]

    @property
    def footer(self):
        return self.lines[-1]

    @property
    def step(self):
        found = re.search(r"step +(\d+)|(?<!초당 )(?<!\d)(\d+)걸음", self.header)
        return int(found[1] or found[2]) if found else None

    @property
    def start(self):
        found = re.search(r"start \((-?[\d.]+), (-?[\d.]+)\)", self.header)
        return (float(found[1]), float(found[2])) if found else None

    @property
    def losses(self):
        """What the titles of the maps say: the loss by the number of the car."""
        number = r"(-?\d+(?:\.\d+)?(?:e-?\d+)?)(?= |$)"
        # One blank stands before the value of a setting, behind its symbol.
        start = r"(?:^| ) (\d)  \S [A-Z](?:(?!  \d  \S ).)*?(?:(?<=  )|(?<=\d ))"
        title = re.compile(start + number)
        found = [title.finditer(line) for line in self.lines]
        return {int(title[1]): float(title[2]) for titles in found for title in titles}

    def at_step(self, step):
        self.until(lambda: self.step == step, f"step {step}")

    def first_key(self):
        """A key that changes nothing but that the signs of the map are explained no longer."""
        self.type(ESCAPE)
        return self.settled()

    def pause(self):
        """Stops a race that plays, and returns the step it stands at."""
        self.type(" ")
        # The sign that every terminal of wide characters has too.
        self.until(lambda: "‖" in self.header or " | " in self.header, "a race that stands")
        self.settled()
        return self.step

    # How the terminal was left.

    def check_restored(self):
        equal(self.left[:6], self.modes[:6], "modes of the terminal")
        pairs = {
            "alternate screen": (b"?1049h", b"?1049l"),
            "cursor": (b"?25l", b"?25h"),
            "keypad": (b"?1h", b"?1l"),
            "synchronized output": (b"?2026h", b"?2026l"),
            "clicks": (b"?1000h", b"?1000l"),
            "drags": (b"?1002h", b"?1002l"),
            "mouse coordinates": (b"?1006", b"?1006l"),
            "marks around pastes": (b"?2004h", b"?2004l"),
        }
        told = switches(self.bytes)
        for name, (taken, given) in pairs.items():
            check(told.rfind(given) >= told.rfind(taken), f"{name} not given back")


    def check_race(self, *race):
        """Whether the losses on the screen are those that `run` computes without one."""
        self.settled()
        expected, shown = losses_of(*race, step=self.step), self.losses
        check(shown, "losses on the screen")
        for car, loss in shown.items():
            # Three digits are shown.
            check(
                abs(loss - expected[car]) <= 0.00501 * abs(expected[car]),
                f"car {car} at step {self.step} shows {loss}, run says {expected[car]}",
            )


class TmuxShell:
    """A shell in a tmux of its own, 90×28; calling it has tmux do something and returns what it says."""

    def __enter__(self):
        self.place = tempfile.TemporaryDirectory()
        self.folder = self.place.name
        try:
            self(
                "new-session", "-d", "-x", "90", "-y", "28", "-c", self.folder,
                "exec env PS1='$ ' HISTFILE= bash --norc --noprofile",
            )
            self.until(lambda: self.screen().startswith("$"), "a shell")
        except BaseException:
            self.__exit__()
            raise
        return self

    def __exit__(self, *_):
        subprocess.run([*self._tmux, "kill-server"], stderr=subprocess.DEVNULL)
        self.place.cleanup()

    @property
    def _tmux(self):
        return ["tmux", "-S", f"{self.folder}/socket", "-f", "/dev/null"]

    def __call__(self, *words):
        return subprocess.run(
            [*self._tmux, *words], capture_output=True, check=True, text=True,
            env={**ENVIRONMENT, "SHELL": "/bin/sh"},
        ).stdout.rstrip("\n")

    def screen(self):
        return self("capture-pane", "-p")

    def until(self, condition, what):
        end = time.monotonic() + DEADLINE
        while not condition():
            if time.monotonic() > end:
                print(self.screen())
                raise Failure(f"waited in vain for: {what}")
            time.sleep(0.02)


def switches(told):
    """The bytes with every mode in a sequence of its own, where several stood in one."""

    def separate(match):
        return b"".join(b"\x1b[?" + mode + match[2] for mode in match[1].split(b";"))

    return re.sub(rb"\x1b\[\?([\d;]+)([hl])", separate, told)


def run(*arguments):
    """The program without a terminal: its standard output."""
    return subprocess.run(
        [BINARY, "run", *arguments],
        stdin=subprocess.DEVNULL, capture_output=True, check=True, text=True, env=ENVIRONMENT,
    ).stdout


def losses_of(*race, step):
    """What `run` computes: the loss after so many steps, by the number of the car."""
    arguments = ["--steps", str(step), "--every", str(max(1, step)), "--format", "csv"]
    losses = {}
    for row in csv.DictReader(run(*race, *arguments).splitlines()):
        losses.setdefault(row["car"], {})[int(row["step"])] = float(row["loss"])
    # A car that has crashed has no loss there.
    return {
        number: found[step] for number, found in enumerate(losses.values(), 1) if step in found
    }


def surfaces():
    """The names of the surfaces, by their titles."""
    listed = subprocess.run(
        [BINARY, "list", "surfaces", "--format", "json"],
        capture_output=True, check=True, text=True, env=ENVIRONMENT,
    ).stdout
    return {surface["title"]: surface["name"] for surface in map(json.loads, listed.splitlines())}


def main(scenarios):
    """Runs the scenario that the command line names."""
    try:
        scenarios[sys.argv[2]]()
    except Failure as failure:
        sys.exit(f"failed: {failure}")
