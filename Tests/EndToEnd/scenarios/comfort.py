"""The mouse beyond clicks, and the user's file of settings."""

import pathlib
import re
import tempfile

from terminal import *


def mouse(terminal, button, column, row, end="M"):
    terminal.type(f"\x1b[<{button};{column + 1};{row + 1}{end}")


def drags_the_map():
    with Terminal("--paused", "--view", "overlay", size=(140, 42)) as terminal:
        terminal.at_step(0)
        start, before = terminal.start, terminal.first_key()

        def head():
            """Where the car in focus is; `None` while a frame is on its way."""
            for y, line in enumerate(terminal.screen.display[:41]):
                if "●" in line[:99]:
                    return line.index("●"), y
            return None

        x, y = head()
        mouse(terminal, 0, x, y)
        for far in range(1, 11):
            mouse(terminal, 32, x + far, y - far // 2)
        mouse(terminal, 0, x + 10, y - 5, end="m")
        terminal.until(lambda: head() == (x + 10, y - 5), "the car under the pointer")
        terminal.settled()
        equal(terminal.start, start, "start after a drag")
        # And back, in one leap.
        mouse(terminal, 0, 20, 20)
        mouse(terminal, 32, 10, 25)
        mouse(terminal, 0, 10, 25, end="m")
        terminal.until(lambda: head() == (x, y), "the car where it was")
        equal(terminal.settled(), before, "screen after a drag and one back")


def focuses_the_car_that_is_clicked():
    with Terminal("--paused", size=(140, 42)) as terminal:
        terminal.at_step(0)
        terminal.settled()
        column, row = next(
            (line.index("Adagrad", 90), y)
            for y, line in enumerate(terminal.screen.display)
            if "Adagrad" in line[90:]
        )
        start = terminal.start
        terminal.click(column, row)
        terminal.shows("CAR  ◆ Adagrad")
        equal(terminal.start, start, "start")


def obeys_the_users_file():
    with tempfile.TemporaryDirectory() as folder:
        file = pathlib.Path(folder) / "downhill" / "config.toml"
        file.parent.mkdir()
        file.write_text(
            'language = "ko"\nspeed = 60\nglyphs = 7\n[keys]\nplay = "p"\nquit = ["x", "f10"]\n'
        )
        environment = {"XDG_CONFIG_HOME": folder}
        with Terminal("--paused", size=(140, 42), environment=environment) as terminal:
            terminal.shows("config.toml:3: glyphs")
            terminal.shows("초당 60걸음")
            terminal.settled()
            terminal.type("p")
            terminal.shows("▶")
            terminal.until(lambda: "끝내기" in terminal.footer, "the keys in the footer")
            check(terminal.footer.strip().startswith("p "), f"not p in {terminal.footer!r}")
            # What a Korean keyboard sends for x.
            terminal.type("ㅌ")
            equal(terminal.exit(), 0, "exit status")


def speaks_a_third_language():
    with tempfile.TemporaryDirectory() as folder:
        file = pathlib.Path(folder) / "downhill" / "languages" / "fr.toml"
        file.parent.mkdir(parents=True)
        file.write_text('[header]\nstep = "pas {step}"\n[footer]\nquit = "quitter"\n')
        environment = {"XDG_CONFIG_HOME": folder, "LANG": "fr_FR.UTF-8"}
        with Terminal("--paused", size=(140, 42), environment=environment) as terminal:
            terminal.shows("q quitter")
            terminal.shows("pas     0")
            # What the file lacks is English.
            terminal.shows("Space play")
            terminal.type("q")
            equal(terminal.exit(), 0, "exit status")


def lists_themes_in_the_colours_that_there_are():
    def listed(**environment):
        with Terminal("list", "themes", size=(100, 24), environment=environment) as terminal:
            # The last of the list, and what is left of its line.
            terminal.shows("viridis")
            terminal.settled()
            equal(terminal.exit(), 0, "exit status")
            return terminal.bytes

    less = {"COLORTERM": None}
    with tempfile.TemporaryDirectory() as folder:
        file = pathlib.Path(folder) / "downhill" / "config.toml"
        file.parent.mkdir()
        file.write_text("color = 16\n")
        for name, environment, sign in [
            ("24-bit colours", {}, rb"\x1b\[48;2;\d+;\d+;\d+m "),
            ("256 colours", less, rb"\x1b\[48;5;\d+m "),
            ("16 colours", {"XDG_CONFIG_HOME": folder}, rb"\x1b\[(?:4[0-7]|10[0-7])m "),
            ("8 colours", {**less, "TERM": "xterm"}, rb"\x1b\[4[0-7]m "),
        ]:
            swatches = len(re.findall(sign, listed(**environment)))
            check(swatches >= 8 * 24, f"{swatches} swatches in {name}")
    for environment in ({"NO_COLOR": "1"}, {**less, "TERM": "vt100"}, {**less, "TERM": "dumb"}):
        check(b"\x1b" not in listed(**environment), f"control sequences with {environment}")


def shows_a_bar_for_what_takes_long():
    race = ("run", "--surface", "bowl", "--steps", "2000000000")
    with Terminal(*race) as terminal:
        terminal.shows("[")
        terminal.until(lambda: re.search(r"\[=* *\] +\d+ %   step \d+ of", terminal.text), "a bar")
        terminal.type("\x03")
        equal(terminal.exit(), 130, "exit status")
    with Terminal(*race, "--quiet") as terminal:
        equal(terminal.read(1.5), 0, "bytes of a bar that nobody wants")
        terminal.type("\x03")
        equal(terminal.exit(), 130, "exit status")


main(globals())
