"""Terminals of every kind, and none."""

from terminal import *


def race_in(size=(80, 24), prepare=None, **environment):
    """Opens the race, plays it, leaves it, and returns what was written and what was seen."""
    with Terminal(size=size, environment=environment, prepare=prepare) as terminal:
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
    return {int(word) for word in words if word.isdigit()} & {*range(30, 39), *range(40, 49)}


def has_colours_where_there_are_some():
    written, picture = race_in()
    check(b"48;2;" in written, "no 24-bit colours")
    check("★" in picture and "●" in picture, "no marks on the map")
    written, _ = race_in(COLORTERM=None)
    # Before it opens, it asks whether a 24-bit colour would be kept.
    written = written.partition(b"?1049h")[2]
    check(b"48;5;" in written and b"48;2;" not in written, "not 256 colours")
    written, _ = race_in(TERM="linux", COLORTERM=None)
    check(colors(written) and b"48;5;" not in written, "not the colours of the console")


def does_without_colours():
    for environment in ({"NO_COLOR": "1"}, {"TERM": "vt100", "COLORTERM": None}):
        written, picture = race_in(**environment)
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


def asks_with_a_deadline():
    """A terminal that answers, one that is mute, and one that answers late."""
    asking = {"COLORTERM": None, "LANG": "ko_KR.UTF-8"}
    color, width, last = "\x1bP1$r0;48:2::1:2:3m\x1b\\", "\x1b[1;3R", "\x1b[?64;1;2c"

    def asked(terminal):
        terminal.until(lambda: b"\x1b[c" in terminal.bytes, "questions")

    for answer, late in ((color + width + last, False), ("", False), (color + width + last, True)):
        with Terminal(environment=asking) as terminal:
            asked(terminal)
            if not late:
                terminal.type(answer)
            terminal.until(lambda: b"\x1b[?1049h" in terminal.bytes, "a race")
            terminal.until(lambda: (terminal.step or 0) > 2, "a race that plays")
            if late:
                terminal.type(answer)
            terminal.type(" ")
            picture = terminal.settled()
            heard = bool(answer) and not late
            equal(b"48;2;40" in terminal.bytes or b"48;2;5;7;13" in terminal.bytes, heard, "24 bits")
            equal("▄" in picture, not heard, "half blocks")
            # A late answer is no key: it opens nothing and ends nothing.
            check("‖" in picture or "|" in picture.splitlines()[0], "no pause")
            terminal.type("q")
            equal(terminal.exit(), 0, "exit status")
            terminal.check_restored()
    with Terminal(environment={"NO_COLOR": "1"}) as terminal:
        terminal.until(lambda: (terminal.step or 0) > 2, "a race that plays")
        check(b"\x1b[c" not in terminal.bytes, "questions that need no answer")


def draws_with_the_glyphs_that_are_asked_for():
    with Terminal("--glyphs", "ascii") as terminal:
        terminal.until(lambda: (terminal.step or 0) > 2, "a race that plays")
        check(all(letter < "\x7f" for letter in terminal.text), "more than ASCII")
    with Terminal("--ambiguous", "wide") as terminal:
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
