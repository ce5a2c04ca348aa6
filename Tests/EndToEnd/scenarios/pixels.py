"""Pictures in pixels, in a terminal that says that it shows them: what is sent is read back."""

import base64
import os
import re
import signal
import zlib

from terminal import BINARY, Terminal, check, equal, main

CELL = "\x1b[6;18;9t"
KITTY = "\x1b_Gi=31;OK\x1b\\\x1bP>|kitty(0.40.0)\x1b\\" + CELL + "\x1b[?62;c"
SIXEL = "\x1bP>|foot(1.13.1)\x1b\\" + CELL + "\x1b[?62;4;22c"
OLD = "\x1b_Gi=31;OK\x1b\\\x1bP>|kitty(0.26.5)\x1b\\" + CELL + "\x1b[?62;c"

COMMAND = re.compile(rb"\x1b_G([^;\x1b]*)(?:;([^\x1b]*))?\x1b\\")
# Scrolling regions, scrolling, inserted and deleted lines and characters; reverse index.
MOVES = re.compile(rb"\x1b\[\d*(?:;\d*)?[rSTLMP@](?![a-z])|\x1bM")


def keys_of(text):
    return dict(pair.split("=", 1) for pair in text.decode().split(",") if "=" in pair)


def commands(stream):
    """Every whole command: its keys and its content; also checks the pieces."""
    found, open_keys, content = [], None, b""
    for match in COMMAND.finditer(stream):
        keys, piece = keys_of(match[1]), match[2] or b""
        check(len(piece) <= 4096, f"a piece of {len(piece)} bytes")
        # The question is the only command that wants an answer, and the reset's is the last.
        if keys.get("a") == "q":
            continue
        equal(keys.get("q"), "2", f"silence in {keys}")
        if open_keys is not None:
            check(set(keys) <= {"q", "m"}, f"keys within a transmission: {keys}")
        else:
            open_keys = keys
        content += piece
        if keys.get("m", "0") == "0":
            found.append((open_keys, content))
            open_keys, content = None, b""
    return found


def images(stream):
    for keys, content in commands(stream):
        if keys.get("a") in ("t", "T"):
            raw = zlib.decompress(base64.b64decode(content))
            channels = int(keys["f"]) // 8
            equal(len(raw), int(keys["s"]) * int(keys["v"]) * channels, f"the size of {keys}")
            yield keys, raw


def is_clean(terminal, start=0):
    """Nothing moved while pictures were up, and no key reached the header as text."""
    moved = MOVES.search(terminal.bytes, start)
    check(moved is None, f"moves the picture: {moved and moved[0]!r}")


def sends_the_ground_once():
    with Terminal("--car", "gd", "--car", "adam", answers=KITTY, size=(100, 30)) as terminal:
        terminal.until(lambda: len(list(images(terminal.bytes))) > 0, "a picture")
        terminal.pause()
        mark = len(terminal.bytes)
        terminal.type("\x1bOR")  # F3: one large map
        terminal.until(
            lambda: any(k["f"] == "24" for k, _ in images(terminal.bytes[mark:])), "its ground")
        terminal.settled()
        mark = len(terminal.bytes)
        for _ in range(20):
            terminal.type(".")
        terminal.settled()
        after = terminal.bytes[mark:]
        grounds = [keys for keys, _ in images(after) if keys["f"] == "24"]
        equal(grounds, [], "grounds sent again while cars drive")
        tiles = [keys for keys, _ in images(after) if keys["f"] == "32"]
        check(tiles, "no tile has changed in twenty steps")
        for keys in tiles:
            check(int(keys["s"]) <= 36 and int(keys["v"]) <= 36, f"a large tile: {keys}")
        is_clean(terminal)
        terminal.type("q")
        terminal.exit()
        leaves_nothing(terminal)


def leaves_nothing(terminal):
    """What is sent last takes all pictures away, before the shell's screen comes back."""
    away, back = terminal.bytes.rfind(b"a=d,d=A"), terminal.bytes.rfind(b"\x1b[?1049l")
    shown = max(terminal.bytes.rfind(b"a=p,"), terminal.bytes.rfind(b"a=T,"))
    check(shown < away < back, f"pictures are left: {shown}, {away}, {back}")
    terminal.check_restored()


def takes_pictures_away_however_it_ends():
    for number in (signal.SIGTERM, signal.SIGINT, signal.SIGSEGV, signal.SIGABRT, signal.SIGHUP):
        with Terminal("--play", answers=KITTY, size=(100, 30)) as terminal:
            terminal.until(lambda: len(list(images(terminal.bytes))) > 2, "pictures")
            os.kill(terminal.pid, number)
            terminal.exit()
            leaves_nothing(terminal)


def shows_pictures_again_after_a_stop():
    with Terminal("--play", answers=KITTY, size=(100, 30)) as terminal:
        terminal.until(lambda: len(list(images(terminal.bytes))) > 0, "a picture")
        terminal.pause()
        terminal.settled()
        for act in ("\x0c", "resize"):
            mark = len(terminal.bytes)
            if act == "resize":
                terminal.resize(110, 32)
                terminal.type(CELL)
            else:
                terminal.type(act)
            terminal.until(
                lambda: any(k["f"] == "24" for k, _ in images(terminal.bytes[mark:])),
                f"the ground again after {act!r}")
        terminal.type("q")
        terminal.exit()
        leaves_nothing(terminal)


def paints_sixels_where_cells_have_none():
    with Terminal("--car", "gd", "--car", "adam", answers=SIXEL, size=(100, 30)) as terminal:
        terminal.until(lambda: b"\x1bP0;1;0q" in terminal.bytes, "a sixel picture")
        terminal.pause()
        terminal.settled()
        mark = len(terminal.bytes)
        for _ in range(10):
            terminal.type(".")
        terminal.settled()
        pieces = re.findall(rb'\x1bP0;1;0q"1;1;(\d+);(\d+)', terminal.bytes[mark:])
        check(pieces, "nothing was painted in ten steps")
        whole = 100 * 9 * 30 * 18
        check(sum(int(w) * int(h) for w, h in pieces) < whole, "all is painted again and again")
        is_clean(terminal)
        terminal.type("q")
        terminal.exit()
        terminal.check_restored()


def stays_with_cells():
    def sent(answers, *arguments, **environment):
        with Terminal("--play", *arguments, answers=answers, environment=environment) as terminal:
            terminal.pause()
            terminal.settled()
            terminal.type("q")
            terminal.exit()
            return bool(list(images(terminal.bytes))) or b"\x1bP0;1;0q" in terminal.bytes

    check(sent(KITTY), "pictures are not shown where they could be")
    check(not sent(KITTY, "--pixels", "off"), "--pixels off shows pictures")
    check(sent(OLD, "--pixels", "kitty"), "--pixels kitty shows none")
    check(not sent(OLD), "an old kitty is sent pictures")
    check(not sent(KITTY, "--color", "256"), "256 colours are sent pictures")
    check(not sent(KITTY, TMUX="/tmp/tmux-0/default,1,0", TERM="tmux-256color"), "tmux is")
    check(not sent("\x1b[?62;4c"), "a terminal without a size of cells is sent pictures")


def takes_no_answer_for_a_key():
    with Terminal("--play", answers=KITTY, size=(100, 30)) as terminal:
        terminal.until(lambda: len(list(images(terminal.bytes))) > 0, "a picture")
        terminal.pause()
        step = terminal.step
        for answer in (
            "\x1b_Gi=1;OK\x1b\\", "\x1b_Gi=1001,p=1;ENOENT:no such image\x1b\\",
            "\x1b_G;EINVAL\x1b\\", CELL, "\x1b[?2;3;0S", "\x1bP>|q.q.q\x1b\\",
        ):
            terminal.type(answer)
        terminal.settled()
        equal(terminal.step, step, "the step after answers")
        terminal.type("q")
        terminal.exit()
        leaves_nothing(terminal)


main(globals())
