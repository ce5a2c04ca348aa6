"""The first minutes: a race that waits, and the tour."""

from terminal import *

F3, F4, F6 = "\x1bOR", "\x1bOS", "\x1b[17~"


def waits_and_says_what_to_do():
    for arguments in ((), ("race",), ("--theme", "day"), ("--language", "en")):
        with Terminal(*arguments) as terminal:
            terminal.shows("Space drives all cars from one start ○")
            terminal.shows("★ lowest minimum")
            terminal.shows("u tour")
            terminal.settled()
            equal(terminal.read(0.5), 0, "bytes written while nobody does anything")
            equal(terminal.step, 0, "step")
            check("Space play" in terminal.footer, f"no play in {terminal.footer!r}")
            terminal.type(" ")
            terminal.until(lambda: (terminal.step or 0) > 2, "a race that plays")
            terminal.until(lambda: "Space pause" in terminal.footer, "the word for pausing")
            terminal.until(lambda: "u tour" not in terminal.text, "the race without the offer")
            terminal.pause()
            check("Space go on" in terminal.footer, f"no word for going on in {terminal.footer!r}")
            terminal.type("q")
            equal(terminal.exit(), 0, "exit status")


def drives_at_once_where_a_race_is_asked_for():
    for arguments in (("--play",), ("--surface", "bowl"), ("--speed", "30"), ("race", "fair-rates")):
        with Terminal(*arguments) as terminal:
            terminal.until(lambda: (terminal.step or 0) > 2, f"a race that plays with {arguments}")
    with tempfile.TemporaryDirectory() as folder:
        os.mkdir(os.path.join(folder, "downhill"))
        with open(os.path.join(folder, "downhill", "config.toml"), "w") as file:
            file.write("play = true\n")
        with Terminal(environment={"XDG_CONFIG_HOME": folder}) as terminal:
            terminal.until(lambda: (terminal.step or 0) > 2, "a race that plays by the user's file")


def drives_without_the_map():
    for size in ((140, 42), (80, 24)):
        with Terminal("drive", "2", size=size) as terminal:
            terminal.shows("level 2 / 6")
            terminal.shows("IN THE FOG")
            check("★" not in terminal.text, "no minimum in the fog")
            terminal.type("x")
            for step in range(1, 41):
                terminal.type(" ")
                terminal.until(lambda: f"{step} / 40 gradients" in terminal.header, "a step")
            terminal.shows("THE FOG HAS LIFTED")
            terminal.shows("You are where GD is")
            terminal.type("n")
            terminal.shows("level 3 / 6")
            terminal.shows("IN THE FOG")
            terminal.type("d")
            terminal.until(lambda: "FOG" not in terminal.text, "the race")
            terminal.type("q")
            equal(terminal.exit(), 0, "exit status")


def takes_the_tour():
    stops = [
        (" ", "Press Space: all cars drive"), (F3, "Press F3: all cars on one map"),
        (".", "Press .: stop"), ("\t", "Press Tab: the next car"), (F4, "Press F4: its next step"),
        ("b", "Press b: this car from every start"), (F6, "Press F6: the land as a relief"),
        ("s", "Press s: another surface"),
    ]
    for size in ((140, 42), (80, 24), (60, 20)):
        with Terminal("tour", size=size) as terminal:
            for place, (key, said) in enumerate(stops):
                terminal.shows(f"TOUR {place + 1}/8")
                terminal.shows(said)
                terminal.type(key)
            terminal.shows("That was it:")
            terminal.until(lambda: "Himmelblau" not in terminal.header, "another surface")
            terminal.type(" ")
            terminal.until(lambda: (terminal.step or 0) > 0, "a race that plays")
            terminal.until(lambda: "TOUR" not in terminal.text, "the race after the tour")
            # Once more from the keyboard, and Esc ends it.
            terminal.type("u")
            terminal.shows("TOUR 1/8")
            equal(terminal.step, 0, "the step that the tour begins at")
            terminal.type(ESCAPE)
            terminal.until(lambda: "TOUR" not in terminal.text, "the race without the tour")
            terminal.type("q")
            equal(terminal.exit(), 0, "exit status")
            terminal.check_restored()


main(globals())
