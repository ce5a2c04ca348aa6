"""A pseudo-terminal with a screen that can be read, for the scenarios beside this file.

Nothing here sleeps and hopes: `until` waits for what must come true, and gives up at a deadline
that only guards against hanging.
"""

import fcntl
import os
import pty
import re
import select
import signal
import struct
import subprocess
import sys
import termios
import time

import pyte

DEADLINE = 30
BINARY = sys.argv[1]

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

    def __init__(self, *arguments, size=(80, 24), environment=None, prepare=None):
        self.bytes = b""
        self.status = None
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
            fcntl.ioctl(self.slave, termios.TIOCSCTTY, 0)
            for descriptor in (0, 1, 2):
                os.dup2(self.slave, descriptor)
            os.closerange(3, 64)
            if prepare:
                prepare()
            os.execve(BINARY, [BINARY, *arguments], values)

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
        if self.master is not None:
            os.close(self.master)
            os.close(self.slave)
            self.master = None

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
                new = os.read(self.master, 65536)
                self.bytes += new
                self.stream.feed(new)
        return len(self.bytes) - count

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
        """The screen after it has stayed the same for a while."""
        self.until(lambda: self.read(0.2) == 0, "a screen that stays as it is")
        return self.text

    def exit(self):
        """The exit status, as a shell tells it."""

        def ended():
            pid, status = os.waitpid(self.pid, os.WNOHANG)
            if pid:
                self.status = os.waitstatus_to_exitcode(status)
            return bool(pid)

        self.until(ended, "the end of the program")
        self.read(0.05)
        return self.status if self.status >= 0 else 128 - self.status

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
        """Ink, where there is any to be seen, and paper of every cell but those of the footer."""
        rows = [self.screen.buffer[y] for y in range(self.screen.lines - 1)]
        cells = [[row[x] for x in range(self.screen.columns)] for row in rows]
        return [[(cell.data != " " and cell.fg, cell.bg) for cell in row] for row in cells]

    @property
    def styles(self):
        """Which cells are bold or underlined, where that can be seen."""
        rows = [self.screen.buffer[y] for y in range(self.screen.lines)]
        cells = [[row[x] for x in range(self.screen.columns)] for row in rows]
        return [
            [(cell.data != " " and cell.bold, cell.underscore, cell.reverse) for cell in row]
            for row in cells
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
        found = re.search(r"step +(\d+)|(\d+) 걸음", self.header)
        return int(found[1] or found[2]) if found else None

    @property
    def start(self):
        found = re.search(r"start \((-?[\d.]+), (-?[\d.]+)\)", self.header)
        return (float(found[1]), float(found[2])) if found else None

    @property
    def losses(self):
        """What the titles of the maps say: the loss by the number of the car."""
        title = re.compile(r"(?:^| ) (\d)  \S [A-Z](?:(?!  \d  \S ).)*? (\d\.\d+e[+-]\d+)")
        found = [title.finditer(line) for line in self.lines]
        return {int(title[1]): float(title[2]) for titles in found for title in titles}

    def at_step(self, step):
        self.until(lambda: self.step == step, f"step {step}")

    def pause(self):
        """Stops a race that plays, and returns the step it stands at."""
        self.type(" ")
        self.shows("‖")
        self.settled()
        return self.step

    # How the terminal was left.

    def check_restored(self):
        equal(termios.tcgetattr(self.slave)[:6], self.modes[:6], "modes of the terminal")
        switches = {
            "alternate screen": (b"?1049h", b"?1049l"),
            "cursor": (b"?25l", b"?25h"),
            "keypad": (b"?1h", b"?1l"),
            "synchronized output": (b"?2026h", b"?2026l"),
            "clicks": (b"?1000h", b"?1000l"),
            "drags": (b"?1002h", b"?1002l"),
            "mouse coordinates": (b"?1006", b"?1006l"),
        }
        # Several modes may stand in one sequence: each gets one of its own.
        told = re.sub(rb"\x1b\[\?([\d;]+)([hl])", separate, self.bytes)
        for name, (taken, given) in switches.items():
            check(told.rfind(given) >= told.rfind(taken), f"{name} not given back")


def separate(match):
    modes = match[1].split(b";")
    return b"".join(b"\x1b[?" + mode + match[2] for mode in modes)


def run(*arguments):
    """The program without a terminal: its standard output."""
    return subprocess.run(
        [BINARY, "run", *arguments],
        stdin=subprocess.DEVNULL, capture_output=True, check=True, text=True, env=ENVIRONMENT,
    ).stdout


def main(scenarios):
    """Runs the scenario that the command line names."""
    try:
        scenarios[sys.argv[2]]()
    except Failure as failure:
        sys.exit(f"failed: {failure}")
