"""Windows of every size, and changes of size."""

from terminal import *


def fits_every_window():
    with Terminal("--paused", size=(140, 42)) as terminal:
        terminal.at_step(0)
        terminal.type(RIGHT)
        terminal.at_step(10)
        large = terminal.settled()

        def resize(columns, rows):
            terminal.resize(columns, rows)
            terminal.until(
                lambda: terminal.step == 10 and "q quit" in terminal.footer,
                f"a race in {columns}×{rows}",
            )
            terminal.settled()
            equal(terminal.step, 10, "step")
            return terminal.text.count("○")

        check("STANDINGS" in large, "no standings beside the maps of a large window")
        equal(resize(80, 24), 6, "maps with a start in 80×24")
        equal(sorted(terminal.losses), [1, 2, 3, 4, 5, 6], "cars with a loss in 80×24")
        equal(resize(60, 20), 6, "maps with a start in 60×20")
        equal(resize(40, 12), 1, "maps with a start in 40×12")
        terminal.resize(30, 8)
        terminal.shows("40×12")
        terminal.shows("30×8")
        # Too small to see, and driving none the less.
        terminal.type("...")
        terminal.settled()
        terminal.resize(140, 42)
        terminal.at_step(13)
        terminal.type(",,,")
        terminal.at_step(10)
        equal(terminal.settled(), large, "screen in the first size again")
        terminal.type("q")
        equal(terminal.exit(), 0, "exit status")
        terminal.check_restored()


def survives_a_storm_of_sizes():
    with Terminal("--play", size=(80, 24)) as terminal:
        terminal.shows("step")
        for number in range(200):
            terminal.resize(1 + number * 37 % 200, 1 + number * 23 % 60)
            terminal.read(0.002)
        terminal.resize(80, 24)
        terminal.until(lambda: "q quit" in terminal.footer, "a race after the storm")
        terminal.pause()
        equal(sorted(terminal.losses), [1, 2, 3, 4, 5, 6], "cars with a loss")
        terminal.type("q")
        equal(terminal.exit(), 0, "exit status")
        terminal.check_restored()


def ignores_sizes_that_the_shell_exports():
    stale = {"LINES": "10", "COLUMNS": "33"}
    with Terminal("--paused", size=(80, 24), environment=stale) as terminal:
        terminal.until(lambda: "q quit" in terminal.footer, "a race in the window's size")
        terminal.resize(140, 42)
        terminal.shows("STANDINGS")


main(globals())
