"""Other programs between this one and the terminal."""

import pathlib
import tempfile

from terminal import *


def races(terminal):
    """Drives the race, changes the window, and leaves."""
    terminal.until(lambda: terminal.step == 0, "a race")
    terminal.shows("Himmelblau")
    terminal.type("...")
    terminal.at_step(3)
    terminal.check_race()
    equal(sorted(terminal.losses), [1, 2, 3, 4, 5, 6], "cars with a loss")
    check("★" in terminal.text and "▄" in terminal.text, "no marks on the map, no half blocks")
    terminal.type(RIGHT)
    terminal.at_step(13)
    terminal.resize(100, 30)
    terminal.until(lambda: "q quit" in terminal.footer, "a race in the new window")
    terminal.type("v")
    terminal.settled()
    equal(terminal.step, 13, "step")
    terminal.type("q")
    equal(terminal.exit(), 0, "exit status")
    equal(terminal.left[:6], terminal.modes[:6], "modes of the terminal")


def races_in_gnu_screen():
    with tempfile.TemporaryDirectory() as folder:
        settings = pathlib.Path(folder) / "screenrc"
        sockets = pathlib.Path(folder) / "sockets"
        sockets.mkdir(mode=0o700)
        for described, in_256 in (("screen-256color", True), ("screen-bce", False)):
            settings.write_text(f"startup_message off\ndefutf8 on\nterm {described}\n")
            with Terminal(
                "--paused",
                command=["screen", "-U", "-c", str(settings), "-S", "downhill", BINARY],
                environment={"SCREENDIR": str(sockets), "SHELL": "/bin/sh"},
            ) as terminal:
                races(terminal)
                # It drops 24-bit colours: there would be none at all.
                equal(b"48;5;" in terminal.bytes, in_256, "256 colours")
                check(in_256 or re.search(rb"\x1b\[[\d;]*4[1-7][;m]", terminal.bytes), "no colours")


def races_over_mosh():
    started = subprocess.run(
        ["mosh-server", "new", "-i", "127.0.0.1", "-c", "256", "--", BINARY, "--paused"],
        env=ENVIRONMENT, capture_output=True, text=True,
    )
    found = re.search(r"MOSH CONNECT (\d+) (\S+)", started.stdout)
    check(found, f"no server: {started.stdout} {started.stderr}")
    with Terminal(
        command=["mosh-client", "127.0.0.1", found[1]], environment={"MOSH_KEY": found[2]}
    ) as terminal:
        races(terminal)
        check(b"48;2;" in terminal.bytes, "no 24-bit colours")


main(globals())
