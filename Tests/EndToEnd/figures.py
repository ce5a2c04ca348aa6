"""How fast and how cheap the program is: prints a table of what it reaches beside what it should.

    /usr/bin/python3 Tests/EndToEnd/figures.py [BINARY]

BINARY is the release binary of this checkout unless another is named. Every figure is the median
of several runs in a pseudo-terminal. Times depend on the machine and on what else runs there, so
nothing here fails; bytes and calls depend on the program alone.
"""

import fcntl
import os
import pathlib
import pty
import re
import select
import shutil
import signal
import statistics
import struct
import subprocess
import sys
import tempfile
import termios
import time

HOUSE = pathlib.Path(__file__).resolve().parents[2]
# What `./downhill` starts.
BINARY = sys.argv[1] if len(sys.argv) > 1 else str(HOUSE / ".build/static/release/downhill")
ENVIRONMENT = {
    "PATH": "/usr/bin:/bin",
    "TERM": "xterm-256color",
    "COLORTERM": "truecolor",
    "LANG": "C.UTF-8",
}
BEGIN, END = b"\x1b[?2026h", b"\x1b[?2026l"
# What terminals that show pictures answer, in cells of 9 × 18 pixels.
CELL = b"\x1b[6;18;9t"
KITTY = b"\x1b_Gi=31;OK\x1b\\\x1bP>|kitty(0.40.0)\x1b\\" + CELL + b"\x1b[?62;c"
SIXEL = CELL + b"\x1b[?62;4;22c"
SHIFT_RIGHT = b"\x1b[1;2C"


class Race:
    """The program in a pseudo-terminal whose output is only counted, never drawn."""

    def __init__(self, *arguments, size=(200, 50), before=()):
        self.master, slave = pty.openpty()
        columns, rows = size
        fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        command = [*before, BINARY, *arguments]
        path = shutil.which(command[0]) or command[0]
        self.began = time.perf_counter()
        self.pid = os.fork()
        if self.pid == 0:
            os.setsid()
            fcntl.ioctl(slave, termios.TIOCSCTTY, 0)
            for descriptor in (0, 1, 2):
                os.dup2(slave, descriptor)
            os.closerange(3, 64)
            os.execve(path, command, ENVIRONMENT)
        os.close(slave)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        os.kill(self.pid, signal.SIGTERM)
        end = time.monotonic() + 5
        while os.waitpid(self.pid, os.WNOHANG)[0] == 0:
            self.read(0.01)
            if time.monotonic() > end:
                os.kill(self.pid, signal.SIGKILL)
        os.close(self.master)

    def read(self, seconds):
        """The bytes that come within this time."""
        end, chunks = time.monotonic() + seconds, []
        while (left := end - time.monotonic()) > 0:
            if select.select([self.master], [], [], left)[0]:
                try:
                    chunks.append(os.read(self.master, 65536))
                except OSError:
                    break
        return b"".join(chunks)

    def first_frame(self):
        """Seconds until the mark that closes the first frame, and its bytes."""
        told = b""
        while END not in told:
            if not select.select([self.master], [], [], 30)[0]:
                sys.exit("no frame within 30 seconds")
            told += os.read(self.master, 65536)
        return time.perf_counter() - self.began, len(told)

    def type(self, keys):
        while keys:
            select.select([], [self.master], [])
            keys = keys[os.write(self.master, keys[:256]) :]
            self.read(0.005)

    def rest(self):
        """Reads until the program has nothing left to do."""
        while self.read(0.5):
            pass

    def work(self):
        """Seconds of a processor that the program has used."""
        with open(f"/proc/{self.pid}/schedstat") as file:
            return int(file.read().split()[0]) / 1e9

    def status(self, name):
        with open(f"/proc/{self.pid}/status") as file:
            return int(re.search(rf"^{name}:\s+(\d+)", file.read(), re.MULTILINE)[1])


def median(runs, measure):
    return statistics.median(measure() for _ in range(runs))


def start():
    def measure():
        with Race(size=(140, 42)) as race:
            seconds, count = race.first_frame()
            return seconds * 1e3, race.work() * 1e3, count

    measure()
    runs = [measure() for _ in range(21)]
    elapsed, work, count = (statistics.median(column) for column in zip(*runs))
    yield "exec to first complete frame, 140×42", f"{elapsed:.1f} ms", "20 ms"
    yield "  of which the processor works", f"{work:.1f} ms", ""
    yield "  bytes until then", f"{count / 1e3:.1f} kB", ""


def frames(trace):
    """Write calls and bytes of each frame in a trace of system calls."""
    found, calls, count = [], 0, 0
    for line in trace.splitlines():
        call = re.search(r'write\(\d+, "(.*)"(?:\.\.\.)?, \d+\) += (\d+)', line)
        if not call:
            continue
        if "?2026h" in call[1]:
            calls = count = 0
        calls, count = calls + 1, count + int(call[2])
        if "?2026l" in call[1]:
            found.append((calls, count))
    return found


def playing():
    playing = ["--speed", "30"]
    if shutil.which("strace"):
        with tempfile.NamedTemporaryFile("r") as file:
            tracer = ["strace", "-e", "trace=write", "-s", "32", "-o", file.name]
            with Race(*playing, before=tracer) as race:
                race.read(8)
            # The tracer may have cut the last frame.
            steady = frames(file.read())[60:-1]
        calls, count = (statistics.median(column) for column in zip(*steady))
        most = max(count for _, count in steady)
        yield "steady frame, six cars, 200×50: write calls", f"{calls:.0f}", "3"
    else:
        with Race(*playing) as race:
            race.read(2)
            told = race.read(6)
        steady = [len(frame) for frame in told.split(BEGIN)[1:-1]]
        count, most = statistics.median(steady), max(steady)
    yield "  bytes", f"{count / 1e3:.2f} kB (most {most / 1e3:.2f})", "4 kB"

    with Race(*playing) as race:
        race.read(2)

        def share():
            before, began = race.work(), time.perf_counter()
            race.read(3)
            return (race.work() - before) / (time.perf_counter() - began) * 100

        yield "work while playing at 30 frames a second", f"{median(5, share):.1f} %", "8 %"
        race.type(b" ")
        race.rest()

        def wakes():
            before = race.status("voluntary_ctxt_switches")
            race.read(2)
            return race.status("voluntary_ctxt_switches") - before

        yield "wake-ups while paused, in two seconds", f"{median(3, wakes):.0f}", "0"


def pixels():
    for name, answer, most in (("kitty", KITTY, "6 kB"), ("sixel", SIXEL, "25 kB")):
        with Race("--paused", size=(140, 42)) as race:
            race.first_frame()
            race.type(answer + b"\x1bOR")
            race.rest()

            def surface():
                began, told = time.perf_counter(), b""
                os.write(race.master, b"s")
                while END not in told:
                    told += os.read(race.master, 1 << 20)
                seconds = time.perf_counter() - began
                race.rest()
                return seconds * 1e3, len(told)

            runs = [surface() for _ in range(15)]
        elapsed = [seconds for seconds, _ in runs]
        yield (
            f"{name}, 140×42: new surface",
            f"{statistics.median(elapsed):.0f} ms (most {max(elapsed):.0f})", "40 ms")
        yield "  bytes", f"{statistics.median(count for _, count in runs) / 1e3:.0f} kB", ""
        with Race("--speed", "30", size=(140, 42)) as race:
            race.first_frame()
            race.type(answer + b"\x1bOR")
            race.read(1)
            before, began = race.work(), time.perf_counter()
            told = race.read(5)
            share = (race.work() - before) / (time.perf_counter() - began) * 100
        steady = [len(frame) for frame in told.split(BEGIN)[1:-1]]
        yield (
            "  steady frame, six cars",
            f"{statistics.mean(steady) / 1e3:.2f} kB (most {max(steady) / 1e3:.1f})", most)
        yield "  work while playing at 30 frames a second", f"{share:.1f} %", "12 %"


def memory():
    with Race("--paused", "--speed", "1920") as race:
        race.first_frame()
        for _ in range(1000):
            race.type(SHIFT_RIGHT)
        race.rest()
        yield "memory after 100,000 steps", f"{race.status('VmRSS') / 1024:.1f} MB", "40 MB"
        race.type(b" ")
        race.read(3)
        before = race.status("VmRSS")
        race.read(100_000 / 1920)
        after, most = race.status("VmRSS"), race.status("VmHWM")
    grown = (after - before) / 1024
    yield "  grown while 100,000 more are played", f"{grown:+.1f} MB", "0 MB"
    yield "  most at any time", f"{most / 1024:.1f} MB", ""


def drawing():
    def swift(*words):
        environment = {**os.environ, "DOWNHILL_FIGURES": "1"}
        return subprocess.run(
            ["swift", *words], cwd=HOUSE, env=environment, capture_output=True, text=True
        ).stdout

    # As `./downhill test` builds: else everything would be built anew, for the figures and after.
    swift("build", "-c", "release", "--build-tests")
    told = swift(
        "test", "-c", "release", "--skip-build", "--disable-xctest", "--filter", "FrameCostTests")
    for name, value, target in re.findall(r"^figure: (.*) \| (.*) \| (.*)$", told, re.MULTILINE):
        yield name, value, target


def films():
    race = ["--surface", "himmelblau", "--view", "overlay"]
    with tempfile.TemporaryDirectory(prefix="downhill-figures-") as folder:

        def seconds(command, *arguments, output):
            began = time.perf_counter()
            subprocess.run(
                [BINARY, command, *race, *arguments, "-o", f"{folder}/{output}"], check=True,
                env=ENVIRONMENT, stdin=subprocess.DEVNULL)
            return time.perf_counter() - began

        for kind, target in (("gif", "10"), ("apng", ""), ("svg", "")):
            took = median(3, lambda: seconds("record", "--steps", "300", output=f"film.{kind}"))
            size = os.path.getsize(f"{folder}/film.{kind}") / 1e6
            yield f"film of 301 pictures, 800 × 600, {kind}: s", f"{took:.2f}", target
            yield "  the same: MB", f"{size:.2f}", "" if kind == "svg" else "5"
        for kind in ("svg", "png", "pdf"):
            took = median(5, lambda: seconds("picture", "--step", "90", output=f"race.{kind}"))
            size = os.path.getsize(f"{folder}/race.{kind}") / 1e3
            yield f"picture, 1600 × 900, {kind}: ms", f"{1000 * took:.0f}", ""
            yield "  the same: kB", f"{size:.0f}", ""


def main():
    load = os.getloadavg()[0]
    print(f"{os.cpu_count()} processors, load {load:.1f} before the start")
    print(f"{'what':54} {'reached':>24} {'reach':>8}")
    for part in (start, playing, pixels, drawing, memory, films):
        for name, value, target in part():
            print(f"{name:54} {value:>24} {target and '≤ ' + target:>8}", flush=True)


main()
