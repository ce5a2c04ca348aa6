"""Real terminals on a screen of their own, photographed: pixels show what cells show, only finer.

A photograph is looked at as a whole: the map in pixels, blurred until cells do not show, must look
like the map in cells, blurred alike.
"""

import os
import signal
import subprocess
import tempfile
import time

from terminal import BINARY, ENVIRONMENT, Failure, check, main

SIZE = (1280, 820)
# Blocks as large as a few cells.
BLOCK = 32
PLACE = tempfile.TemporaryDirectory(prefix="downhill-photos-")
COMMANDS = {
    "xterm": [
        "xterm", "-ti", "vt340", "-b", "0", "-bw", "0", "+sb", "-fa",
        "DejaVu Sans Mono", "-fs", "11", "-geometry", "140x42+0+0", "-bg", "black", "-fg", "white",
        "-e"],
    "mlterm": ["mlterm", "-f", "white", "-b", "black", "-g", "140x42", "--sbmod=none", "-e"],
    "konsole": ["konsole", "--hide-menubar", "--hide-tabbar", "--geometry", "1270x810+0+0", "-e"],
}


class Screen:
    """A screen that nobody sees."""

    def __enter__(self):
        read, write = os.pipe()
        self.server = subprocess.Popen(
            ["Xvfb", "-displayfd", str(write), "-screen", "0", f"{SIZE[0]}x{SIZE[1]}x24"],
            pass_fds=[write], stderr=subprocess.DEVNULL)
        os.close(write)
        # To the end of the line: it comes in two pieces.
        with os.fdopen(read) as told:
            self.display = ":" + told.readline().strip()
        return self

    def __exit__(self, *_):
        self.server.terminate()
        self.server.wait()

    @property
    def environment(self):
        return {
            **ENVIRONMENT, "DISPLAY": self.display, "HOME": PLACE.name,
            "XDG_RUNTIME_DIR": PLACE.name, "QT_QPA_PLATFORM": "xcb",
        }

    def photograph(self):
        """The pixels, three bytes each, row by row."""
        done = subprocess.run(
            ["import", "-silent", "-window", "root", "-depth", "8", "rgb:-"],
            env=self.environment, capture_output=True, timeout=30)
        check(
            len(done.stdout) == 3 * SIZE[0] * SIZE[1],
            f"no photograph was taken: {len(done.stdout)} bytes, {done.stderr[-200:]}")
        return done.stdout

    def still(self):
        """A photograph of a screen that has come to rest and shows something."""
        end, before = time.monotonic() + 120, b""
        while time.monotonic() < end:
            now = self.photograph()
            if now == before and len(set(now[::997])) > 8:
                return now
            before = now
            time.sleep(0.4)
        raise Failure("the screen does not come to rest")


def shot(screen, terminal, *arguments):
    """Photographs of the race in a terminal, and of what is left when it has ended."""
    note = os.path.join(PLACE.name, "pid")
    if os.path.exists(note):
        os.remove(note)
    # The program is in the foreground, as a shell without job control has it.
    script = f'sh -c \'echo $$ > "{note}"; exec "{BINARY}" "$@"\' downhill "$@"; exec sleep 60'
    window = subprocess.Popen(
        [*COMMANDS[terminal], "sh", "-c", script, "sh", *arguments], env=screen.environment,
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        picture = screen.still()
        with open(note) as file:
            os.kill(int(file.read()), signal.SIGTERM)
        time.sleep(1)
        return picture, screen.photograph()
    finally:
        window.terminate()
        window.wait()


def blurred(photograph):
    """The mean colour of each block."""
    (width, height), blocks = SIZE, []
    for top in range(0, height - BLOCK + 1, BLOCK):
        rows = [photograph[3 * width * y : 3 * width * (y + 1)] for y in range(top, top + BLOCK, 2)]
        for left in range(0, width - BLOCK + 1, BLOCK):
            parts = [row[3 * left : 3 * (left + BLOCK)] for row in rows]
            count = len(parts) * BLOCK
            blocks.append(tuple(sum(sum(p[c::3]) for p in parts) / count for c in range(3)))
    return blocks


def colorful(photograph):
    """How many pixels of some have a hue."""
    some = [photograph[i : i + 3] for i in range(0, len(photograph) - 3, 3 * 101)]
    return sum(max(p) - min(p) > 40 for p in some)


def shows_pixels_like_cells(terminal):
    race = ["--paused", "--shading", "off", "--view", "overlay"]
    with Screen() as screen:
        pixels, after = shot(screen, terminal, *race)
        cells, _ = shot(screen, terminal, *race, "--pixels", "off")
    check(pixels != cells, "the map is drawn in cells")
    pairs = list(zip(blurred(pixels), blurred(cells)))
    far = [max(abs(a - b) for a, b in zip(one, other)) for one, other in pairs]
    check(sum(far) / len(far) < 6, f"a mean difference of {sum(far) / len(far):.1f}")
    near = sum(difference < 30 for difference in far) / len(far)
    check(near > 0.97, f"only {near:.0%} of the blocks are alike")
    check(colorful(pixels) > 100, "no map is seen")
    check(colorful(after) <= 2, "something of the picture is left on the shell's screen")


def shows_pixels_in_xterm():
    shows_pixels_like_cells("xterm")


def shows_pixels_in_mlterm():
    shows_pixels_like_cells("mlterm")


def shows_pixels_in_konsole():
    shows_pixels_like_cells("konsole")


main(globals())
