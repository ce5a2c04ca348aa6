"""Terminals and users at their worst."""

import random

from terminal import *

SEED = int(os.environ.get("DOWNHILL_SEED", 0)) or random.randrange(1, 1 << 32)


def drain(terminal, seconds):
    """Reads without drawing: the screen here is slower than the program."""
    end, count = time.monotonic() + seconds, 0
    while (left := end - time.monotonic()) > 0:
        if select.select([terminal.master], [], [], left)[0]:
            count += len(os.read(terminal.master, 65536))
    return count


def type_apart(terminal, events, seconds):
    """Types with a pause wherever a handful of characters has come: more at once are a paste."""
    several = 0
    for event in events:
        several = several + 1 if len(event) == 1 else 0
        terminal.type(event)
        if several == 4:
            drain(terminal, 0.01)
            several = 0
    drain(terminal, seconds)


def draw_afresh(terminal, columns, rows):
    """Goes on drawing after `drain`: from a blank screen, which ^L fills."""
    terminal.resize(columns, rows)
    drain(terminal, 0.5)
    terminal.screen.reset()
    terminal.stream = pyte.ByteStream(terminal.screen)
    terminal.type("\x0c")


def survives_a_thousand_sizes():
    chance = random.Random(SEED)
    with Terminal("--play", size=(80, 24)) as terminal:
        terminal.shows("step")
        for _ in range(1000):
            terminal._set_size(chance.randint(1, 300), chance.randint(1, 100))
            drain(terminal, 0.002)
        draw_afresh(terminal, 80, 24)
        terminal.until(lambda: "q quit" in terminal.footer, f"a race after storm {SEED}")
        terminal.pause()
        terminal.check_race()
        equal(sorted(terminal.losses), [1, 2, 3, 4, 5, 6], "cars with a loss")
        terminal.type("q")
        equal(terminal.exit(), 0, f"exit status after storm {SEED}")
        terminal.check_restored()


def survives_a_monkey():
    chance = random.Random(SEED)
    # Everything but what ends or stops the program: q, ^C, ^Z and ^\.
    keys = [chr(code) for code in range(1, 127) if chr(code) not in "q\x03\x1a\x1c"]
    keys += [LEFT, RIGHT, UP, DOWN, HOME, END, "\x1b[1;2C", "\x1b[1;2D", "\x1bOP", "\x1b[5~", "한"]

    def event(columns, rows):
        if chance.random() < 0.7:
            return chance.choice(keys)
        button = chance.choice([0, 1, 2, 32, 64, 65])
        x, y = chance.randint(1, columns + 2), chance.randint(1, rows + 2)
        return f"\x1b[<{button};{x};{y}{chance.choice('Mm')}"

    with Terminal("--play", size=(100, 30)) as terminal:
        terminal.shows("step")
        for _ in range(200):
            # With a pause now and then, so that a lone Esc is one.
            events = [event(100, 30) for _ in range(20)]
            type_apart(terminal, events, chance.choice([0.01, 0.01, 0.04]))
        draw_afresh(terminal, 100, 30)
        # The footer of the race, of a crosshair or of a sheet.
        terminal.until(
            lambda: re.search("q quit|Esc close", terminal.footer), f"a footer after monkey {SEED}"
        )
        terminal.type("q")
        equal(terminal.exit(), 0, f"exit status after monkey {SEED}")
        terminal.check_restored()


def knows_its_race_after_a_monkey():
    """What moves the start or changes the cars is left to the other monkey: where the start is, the
    header rounds, and `run` knows no changes on the way."""
    chance = random.Random(SEED)
    # Neither Enter nor R, which choose a start, nor what opens the editor, forks, lists lessons, changes
    # rates (in the basins arrows do), and
    # leaves out numbers.
    kept = "q\x03\x1a\x1c\n\rRefLPaAwFEvb"
    keys = [chr(code) for code in range(1, 127) if chr(code) not in kept]
    keys += [LEFT, RIGHT, UP, DOWN, HOME, END, "\x1b[1;2C", "\x1b[1;2D", "\x1bOP", "\x1b[5~", "한"]

    def event(columns, rows):
        x, y = chance.randint(1, columns), chance.randint(1, rows)
        choice = chance.random()
        if choice < 0.7:
            return chance.choice(keys)
        if choice < 0.9:
            return f"\x1b[<{chance.choice([1, 2, 64, 65])};{x};{y}M"
        # A drag and no click, which one cell might still be: hands tremble.
        end = f"{(x + 1) % columns + 1};{y}"
        return f"\x1b[<0;{x};{y}M\x1b[<32;{end}M\x1b[<0;{end}m"

    with Terminal("--play", size=(140, 42)) as terminal:
        terminal.shows("step")
        for _ in range(100):
            events = [event(140, 42) for _ in range(20)]
            type_apart(terminal, events, chance.choice([0.01, 0.01, 0.04]))
        # What lies over the maps goes, all cars come back, and the race stands still.
        drain(terminal, 0.2)
        for key in (ESCAPE, ESCAPE, ESCAPE, ESCAPE, "0", "\x1bOQ", "."):
            terminal.type(key)
            drain(terminal, 0.2)
        draw_afresh(terminal, 140, 42)
        terminal.until(lambda: "q quit" in terminal.footer, f"a race after monkey {SEED}")
        terminal.settled()
        title, name = next(
            (title, name)
            for title, name in surfaces().items()
            if re.search(f"downhill +{re.escape(title)}  ", terminal.header)
        )
        print(f"monkey {SEED} left {title} at step {terminal.step}")
        terminal.check_race("--surface", name)


def answers_keys_over_a_slow_line():
    with Terminal("--play", size=(200, 50)) as terminal:

        def read_slowly():
            """30 kB a second."""
            if select.select([terminal.master], [], [], 0)[0]:
                new = os.read(terminal.master, 600)
                terminal.bytes += new
                terminal.stream.feed(new)
            time.sleep(0.02)

        def slowly_until(condition, what):
            end = time.monotonic() + DEADLINE
            while not condition():
                check(time.monotonic() < end, f"waited in vain for: {what}")
                read_slowly()

        slowly_until(lambda: (terminal.step or 0) > 2, "a race that plays")
        terminal.type(" ")
        slowly_until(lambda: "‖" in terminal.header, "a pause")
        terminal.type("?")
        slowly_until(lambda: "Esc close" in terminal.footer, "help")
        terminal.type("q")
        equal(terminal.exit(), 0, "exit status")


def ends_on_a_stalled_terminal():
    with Terminal("--play", size=(200, 50)) as terminal:
        terminal.shows("step")
        # Nothing is read from here on, so the program hangs in the middle of a frame.
        time.sleep(1)
        os.kill(terminal.pid, signal.SIGTERM)
        end = time.monotonic() + DEADLINE
        while (ended := os.waitpid(terminal.pid, os.WNOHANG))[0] == 0:
            check(time.monotonic() < end, "waited in vain for: the end of the program")
            time.sleep(0.01)
        terminal.status = os.waitstatus_to_exitcode(ended[1])
        equal(terminal.status, -signal.SIGTERM, "exit status")
        equal(termios.tcgetattr(terminal.slave)[:6], terminal.modes[:6], "modes of the terminal")


def writes_little():
    """A frame between its two marks, in three calls at most."""

    def calls():
        with open(f"/proc/{terminal.pid}/io") as file:
            return int(re.search(r"syscw: (\d+)", file.read())[1])

    with Terminal("--paused", size=(200, 50)) as terminal:
        terminal.at_step(0)
        terminal.settled()
        for step in range(1, 31):
            before, frames = calls(), terminal.bytes.count(END_OF_FRAME)
            terminal.type(".")
            terminal.until(lambda: terminal.bytes.count(END_OF_FRAME) > frames, "a frame")
            equal(terminal.bytes.count(END_OF_FRAME), frames + 1, "frames for one step")
            equal(terminal.step, step, "step")
            check(calls() - before <= 3, f"{calls() - before} calls for the frame of step {step}")
        # Many more while it plays: as many marks as frames, and nothing outside of them.
        before, told = calls(), len(terminal.bytes)
        terminal.type(" ")
        terminal.until(lambda: terminal.bytes.count(BEGIN, told) > 20, "twenty frames more")
        terminal.pause()
        written = terminal.bytes[told:]
        count = written.count(BEGIN)
        equal(written.count(END_OF_FRAME), count, "ends of frames")
        outside = re.sub(re.escape(BEGIN) + b".*?" + re.escape(END_OF_FRAME), b"", written, flags=re.S)
        equal(outside, b"", "bytes outside of frames")
        check(calls() - before <= 3 * count, f"{calls() - before} calls for {count} frames")


def repaints_what_was_spoilt():
    with Terminal("--paused") as terminal:
        terminal.at_step(0)
        race, colors = terminal.first_key(), terminal.colors
        terminal.stream.feed(b"\x1b[5;1H\x1b[0mwall: the system goes down\r\nin ten minutes")
        check(terminal.text != race, "a message of somebody else over the race")
        terminal.type("\x0c")
        terminal.until(lambda: terminal.text == race, "the race again")
        terminal.settled()
        equal(terminal.text, race, "screen after ^L")
        equal(terminal.colors, colors, "colours after ^L")


def takes_no_reply_for_a_key():
    replies = [
        "\x1b[24;80R", "\x1b[?62;22c", "\x1b[>41;354;0c", "\x1bP1$r48:2:1:2:3m\x1b\\",
        "\x1b]11;rgb:ffff/ffff/ffff\x1b\\", "\x1b]11;rgb:0000/0000/0000\x07", "\x1b[?2026;2$y",
    ]
    with Terminal("--paused") as terminal:
        terminal.at_step(0)
        race = terminal.settled()
        for reply in [*replies, "".join(replies)]:
            terminal.type(reply)
            equal(terminal.settled(), race, f"screen after the reply {reply!r}")
        terminal.type(".")
        terminal.at_step(1)


main(globals())
