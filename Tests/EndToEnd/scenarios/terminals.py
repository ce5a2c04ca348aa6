"""Terminals of every kind, and none."""

import atexit
import pathlib
import shutil
import tempfile
import unicodedata

from terminal import *


def race_in(size=(80, 24), prepare=None, **environment):
    """Opens the race, plays it, leaves it, and returns what was written and what was seen."""
    with Terminal("--play", size=size, environment=environment, prepare=prepare) as terminal:
        terminal.until(lambda: (terminal.step or 0) > 2, "a race that plays")
        terminal.type(" ")
        picture = terminal.settled()
        terminal.type("q")
        equal(terminal.exit(), 0, "exit status")
        terminal.check_restored()
        return terminal.bytes, picture


def colors(written):
    """The numbers that ask for colours."""
    words = [word for run in re.findall(rb"\x1b\[([\d;]*)m", written) for word in run.split(b";")]
    every = {*range(30, 50), *range(90, 108)}
    return {int(word) for word in words if word.isdigit()} & every


def described(entry):
    """A folder with a terminal description that the system may lack."""
    folder = tempfile.mkdtemp(prefix="downhill-terminfo-")
    atexit.register(shutil.rmtree, folder)
    subprocess.run(["tic", "-x", "-o", folder, "-"], input=entry + "\n", text=True, check=True)
    return folder


def has_colours_where_there_are_some():
    written, picture = race_in()
    check(b"48;2;" in written, "no 24-bit colours")
    check("★" in picture and "●" in picture, "no marks on the map")
    written, _ = race_in(COLORTERM=None)
    # Before the first frame it asks whether a 24-bit colour would be kept.
    written = written.partition(b"\x1b[c")[2]
    check(b"48;5;" in written and b"48;2;" not in written, "not 256 colours")
    with_sixteen = described(
        "xterm-16color|16 colours, colors#16, pairs#256,"
        r" setab=\E[%?%p1%{8}%<%t%p1%{40}%+%e%p1%{92}%+%;%dm,"
        r" setaf=\E[%?%p1%{8}%<%t%p1%{30}%+%e%p1%{82}%+%;%dm, use=xterm,"
    )
    dark, bright = {*range(30, 38), *range(40, 48)}, {*range(90, 98), *range(100, 108)}
    for term, few in (("linux", dark), ("xterm", dark), ("xterm-16color", dark | bright)):
        written, picture = race_in(TERM=term, COLORTERM=None, TERMINFO_DIRS=with_sixteen + ":")
        written = written.partition(b"\x1b[c")[2] or written
        used = colors(written) - {39, 49}
        check(len(used & dark) > 4, f"not the colours of {term}: {used}")
        equal(used - few, set(), f"colours that {term} has not")
        if few == dark | bright:
            check(used & bright, f"none of the bright colours of {term}")
        if term == "linux":
            # The font of the console has no braille.
            check(all(letter < "\x7f" for letter in picture), f"more than ASCII on {term}")


def does_without_colours():
    for environment in ({"NO_COLOR": "1"}, {"TERM": "vt100", "COLORTERM": None}):
        written, picture = race_in(**environment)
        written = written.partition(b"\x1b[c")[2]
        equal(colors(written), set(), f"colours with {environment}")
        check("Himmelblau" in picture and "GD" in picture, "no race")


def knows_terminals_that_the_system_does_not():
    race_in(TERM="xterm-ghostty", COLORTERM=None)
    race_in(TERM="unheard-of")


def refuses_what_is_no_terminal():
    for environment, named in (
        ({"TERM": "dumb"}, '"dumb"'),
        ({"TERM": None, "COLORTERM": None}, '""'),
        ({"TERM": "unheard-of", "COLORTERM": None}, '"unheard-of"'),
    ):
        with Terminal(environment=environment) as terminal:
            equal(terminal.exit(), 2, f"exit status with {environment}")
            check(b"\x1b" not in terminal.bytes, "control sequences")
            said = terminal.bytes.decode().splitlines()
            equal(len(said), 1, "lines")
            check(said[0].startswith("downhill: ") and named in said[0], said[0])
            check("expected" in said[0], said[0])
            terminal.check_restored()


def speaks_the_locale():
    _, picture = race_in(LANG="ko_KR.UTF-8")
    check(any("\uac00" <= letter <= "\ud7a3" for letter in picture), "no Korean")
    # Without a locale, as over ssh to a bare machine, the terminal is nearly always UTF-8.
    for nothing in ({"LANG": None}, {"LC_ALL": "C"}, {"LANG": "nowhere.UTF-8"}):
        _, picture = race_in(**nothing)
        check("GD" in picture and "start" in picture, f"no English with {nothing}")
        check("★" in picture, f"no marks on the map with {nothing}")


def spells_in_the_charset_of_the_locale():
    """Locales built here, in a folder of their own; nothing is installed."""
    with tempfile.TemporaryDirectory() as folder:

        def build(charset):
            # It warns of characters that a charset lacks, and then its status is 1.
            name = f"ko_KR.{charset}"
            subprocess.run(
                ["localedef", "-i", "ko_KR", "-f", charset, f"{folder}/{name}"],
                stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
            )
            found = subprocess.run(
                ["locale", "charmap"],
                env={"PATH": "/usr/bin:/bin", "LOCPATH": folder, "LC_ALL": name},
                capture_output=True, text=True,
            ).stdout.strip()
            equal(found, charset, f"the charset of {name}")
            return {"LOCPATH": folder, "LANG": name}

        _, picture = race_in(**build("UTF-8"))
        check(any("\uac00" <= letter <= "\ud7a3" for letter in picture), "no Korean")
        check("★" in picture, "no marks on the map")
        # Over ssh the same without the locale: it says as much about the terminal.
        for environment in (build("EUC-KR"), {"LANG": "ko_KR.EUC-KR"}):
            written, picture = race_in(**environment)
            check(max(written) < 0x80, f"more than ASCII with {environment}")
            check("GD" in picture and "start" in picture, f"no English with {environment}")
            check("\x1b[6n" not in written.decode(), "a question in UTF-8")


def answers(color=None, background=None, width=None):
    """What a terminal answers; every one says at last what it is."""
    return (
        ("" if color is None else f"\x1bP1$r0;{color}m\x1b\\")
        + ("" if background is None else f"\x1b]11;{background}\x1b\\")
        + ("" if width is None else f"\x1b[2;{1 + width}R")
        + "\x1b[?64;1;2c"
    )


def believes_answers_early_and_late():
    """A terminal that answers at once, one that answers late, and one that is mute."""
    told = answers(color="48:2::1:2:3", background="rgb:0000/0000/0000", width=2)
    for early, late in ((told, ""), (None, told), (None, "")):
        with Terminal("--play", environment={"COLORTERM": None}, answers=early) as terminal:
            # Nobody waits for an answer: a mute terminal shows the race too.
            terminal.until(lambda: (terminal.step or 0) > 2, "a race that plays")
            check(b"\x1b[c" in terminal.bytes, "questions")
            if not early:
                before = terminal.bytes.partition(b"\x1b[c")[2]
                check(b"48;5;" in before and b"48;2;" not in before, "24 bits before the answer")
                check("▄" in terminal.text, "half blocks before the answer")
            # Torn apart, as a slow line does it.
            terminal.type(late[:9])
            terminal.read(0.01)
            terminal.type(late[9:])
            if early or late:
                terminal.until(lambda: b"48;2;" in frames(terminal), "24 bits")
                terminal.until(lambda: "▄" not in terminal.text, "no half blocks")
            # An answer is no key: it opens nothing, stops nothing and ends nothing.
            step = terminal.step
            terminal.until(lambda: terminal.step > step + 2, "a race that plays on")
            terminal.pause()
            terminal.check_race()
            check("q quit" in terminal.footer, "a sheet that nobody asked for")
            terminal.type("q")
            equal(terminal.exit(), 0, "exit status")
            terminal.check_restored()


def frames(terminal):
    """What was written after the questions."""
    return terminal.bytes.partition(b"\x1b[c")[2]


def leaves_no_answer_behind():
    """The shell must not find an answer at its prompt."""
    with Terminal("--paused") as terminal:
        terminal.until(lambda: b"\x1b[c" in terminal.bytes, "questions")
        terminal.type("q")
        terminal.read(0.1)
        terminal.type(answers(background="rgb:0000/0000/0000", width=1))
        terminal.exit()
        equal(terminal.unread, 0, "bytes left for the shell")
        terminal.check_restored()


def ambiguous(text):
    """The characters that some terminals draw two cells wide."""
    return {letter for letter in text if unicodedata.east_asian_width(letter) == "A"}


def keeps_to_narrow_characters():
    """A terminal that moves its cursor by two cells for a character of ambiguous width."""
    for language, sheet in (("C.UTF-8", "Esc close"), ("ko_KR.UTF-8", "Esc 닫기")):
        with Terminal(
            "--play", size=(140, 42), answers=answers(width=2), environment={"LANG": language}
        ) as terminal:
            terminal.until(lambda: (terminal.step or 0) > 2, "a race that plays")
            terminal.until(lambda: not ambiguous(terminal.text), "a screen without them")
            told = len(terminal.bytes)
            for keys in ("v", "g", "t", "=", "s", "[", "?"):
                terminal.type(keys)
                terminal.read(0.1)
            terminal.until(lambda: sheet in terminal.footer, "help")
            for keys in (ESCAPE, "c"):
                terminal.type(keys)
                terminal.read(0.3)
            said = terminal.bytes[told:].decode()
            equal(ambiguous(said), set(), f"ambiguous characters with {language}")
            check(any("\u2801" <= letter <= "\u28ff" for letter in said), "no braille")
    # And one that moves it by one: then nothing is spared.
    with Terminal("--paused", answers=answers(width=1)) as terminal:
        terminal.at_step(0)
        terminal.settled()
        check("▄" in terminal.text and "★" in terminal.text, "no half blocks, no star")


def paper(theme):
    """The paper of a theme, as the screen here names colours."""
    file = pathlib.Path(__file__).parents[3] / "themes" / f"{theme}.toml"
    return re.search('^paper = "#([0-9a-f]{6})"', file.read_text(), re.MULTILINE)[1]


def follows_the_background():
    """A flag or the user's file, then the terminal's answer, then COLORFGBG, then dark."""
    white, black = "rgb:ffff/ffff/ffff", "rgb:1c1c/1c1c/1c1c"

    def opened(*arguments, answer=None, **environment):
        told = answer and answers(background=answer)
        return Terminal("--paused", *arguments, environment=environment, answers=told)

    def shows(terminal, theme):
        terminal.at_step(0)
        terminal.until(lambda: terminal.screen.buffer[0][79].bg == paper(theme), f"{theme}")
        terminal.settled()
        equal(terminal.screen.buffer[0][79].bg, paper(theme), "paper")

    for theme, environment in (
        ("day", {"answer": white}),
        ("day", {"answer": white, "COLORFGBG": "15;0"}),
        ("night", {"answer": black}),
        ("night", {"answer": black, "COLORFGBG": "0;15"}),
        ("day", {"COLORFGBG": "0;15"}),
        ("night", {"COLORFGBG": "15;0"}),
        ("night", {}),
        # tmux may answer, and must be asked no more than that.
        ("day", {"answer": white, "TERM": "tmux-256color", "TMUX": "x"}),
    ):
        with opened(**environment) as terminal:
            shows(terminal, theme)
            check(b"]11;?" in terminal.bytes, "no question about the background")
    with tempfile.TemporaryDirectory() as folder:
        (pathlib.Path(folder) / "downhill").mkdir()
        (pathlib.Path(folder) / "downhill" / "config.toml").write_text('theme = "magma"\n')
        for theme, arguments in (("safe", ["--theme", "safe"]), ("magma", [])):
            with opened(*arguments, answer=white, XDG_CONFIG_HOME=folder) as terminal:
                shows(terminal, theme)
                check(b"]11;?" not in terminal.bytes, "a question that nothing depends on")
    # Late: the race is drawn in the other theme, and nothing else happens.
    with opened() as terminal:
        shows(terminal, "night")
        terminal.type(".")
        terminal.at_step(1)
        terminal.type(answers(background=white))
        terminal.until(lambda: terminal.screen.buffer[0][79].bg == paper("day"), "day")
        terminal.at_step(1)
        terminal.until(lambda: "q quit" in terminal.footer, "no sheet that nobody asked for")
    # Too late: somebody has chosen.
    with opened() as terminal:
        shows(terminal, "night")
        terminal.type("t")
        terminal.shows("theme: ")
        terminal.settled()
        chosen = terminal.screen.buffer[0][79].bg
        terminal.type(answers(background=white) + ".")
        terminal.at_step(1)
        terminal.settled()
        equal(terminal.screen.buffer[0][79].bg, chosen, "paper of the theme that was chosen")


def draws_with_the_glyphs_that_are_asked_for():
    with Terminal("--play", "--glyphs", "ascii") as terminal:
        terminal.until(lambda: (terminal.step or 0) > 2, "a race that plays")
        check(all(letter < "\x7f" for letter in terminal.text), "more than ASCII")
    with Terminal("--play", "--ambiguous", "wide") as terminal:
        terminal.until(lambda: (terminal.step or 0) > 2, "a race that plays")
        check(not set("▄●★→η") & set(terminal.text), "characters of ambiguous width")


def leaves_standard_input_alone():
    def pipe():
        reader, writer = os.pipe()
        os.write(writer, b"qqq,data\n")
        os.close(writer)
        os.dup2(reader, 0)

    race_in(prepare=pipe)


main(globals())
