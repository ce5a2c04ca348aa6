"""The race on the screen: time, starts, sheets, numbers and themes."""

import pathlib
import tempfile

from terminal import *


def plays_and_pauses():
    with Terminal("--play") as terminal:
        terminal.until(lambda: (terminal.step or 0) > 2, "a race that plays")
        step = terminal.pause()
        terminal.type(" ")
        terminal.until(lambda: terminal.step > step + 2, "a race that plays on")
        step = terminal.pause()
        equal(terminal.read(0.5), 0, "bytes written while nothing moves")
        equal(terminal.step, step, "step after a pause")
        terminal.type("r")
        terminal.shows("▶")
        terminal.type("q")
        equal(terminal.exit(), 0, "exit status")


def goes_back_to_the_same_numbers():
    with Terminal("--paused") as terminal:
        terminal.at_step(0)
        shown = {0: terminal.first_key()}
        losses = [terminal.losses]
        equal(sorted(losses[0]), [1, 2, 3, 4, 5, 6], "cars with a loss in their title")
        for step in range(1, 13):
            terminal.type(".")
            terminal.at_step(step)
            shown[step] = terminal.settled()
            losses.append(terminal.losses)
            check(losses[step] != losses[step - 1], f"no loss has changed at step {step}")
        for step in range(11, -1, -1):
            terminal.type(",")
            terminal.at_step(step)
            equal(terminal.settled(), shown[step], f"screen at step {step}")
        terminal.type(",")
        equal(terminal.settled(), shown[0], "screen one step before the start")
        terminal.type(RIGHT)
        terminal.at_step(10)
        equal(terminal.settled(), shown[10], "screen after ten steps at once")
        terminal.type(END)
        terminal.at_step(12)
        equal(terminal.settled(), shown[12], "screen at the furthest step")
        terminal.type(HOME)
        terminal.at_step(0)
        equal(terminal.settled(), shown[0], "screen at the start")


def starts_where_it_is_clicked():
    with Terminal("--paused", "--view", "overlay", size=(140, 42)) as terminal:
        terminal.at_step(0)
        first = terminal.start

        def click(column, row):
            before = terminal.start
            terminal.click(column, row)
            terminal.until(lambda: terminal.start != before, "another start in the header")
            terminal.settled()
            equal(terminal.screen.display[row][column], "●", "the car in focus under the click")
            equal(terminal.step, 0, "step")
            return terminal.start

        middle = click(50, 20)
        right = click(60, 20)
        above = click(50, 15)
        check(right[0] > middle[0] and right[1] == middle[1], f"{right} is not right of {middle}")
        check(above[1] > middle[1] and above[0] == middle[0], f"{above} is not above {middle}")
        check(first not in (middle, right, above), "a click has not moved the start")
        equal(click(60, 20), right, "the start under the same cell")
        # The header rounds to two decimals: the very start is the one that the race runs from.
        told = len(terminal.bytes)
        terminal.type("m")
        terminal.shows("mouse: left to the terminal")
        for mode in (b"?1000l", b"?1002l"):
            check(mode in switches(terminal.bytes[told:]), f"{mode} is not told the terminal")
        start = terminal.start
        terminal.click(50, 20)
        terminal.settled()
        equal(terminal.start, start, "start, with the mouse left to the terminal")
        told = len(terminal.bytes)
        terminal.type("m")
        terminal.until(lambda: b"?1000h" in switches(terminal.bytes[told:]), "the mouse again")


def starts_where_it_is_clicked_far_right():
    with Terminal("--paused", "--view", "side-by-side", size=(280, 42)) as terminal:
        terminal.at_step(0)
        first = terminal.start
        # The mouse's first protocol ended at column 223; the sidebar is further right than this.
        terminal.click(226, 10)
        terminal.until(lambda: terminal.start != first, "another start in the header")


def opens_and_closes_sheets():
    with Terminal("--paused") as terminal:
        terminal.at_step(0)
        race = terminal.first_key()
        for key, title in (("?", " Keys"), ("\x1bOP", " Keys"), ("c", " 1 ● GD")):
            for way_out in (key, ESCAPE):
                terminal.type(key)
                terminal.until(
                    lambda: any(title in line and "η" not in line for line in terminal.lines[:4])
                    and "Esc close" in terminal.footer,
                    f"the sheet {title!r}",
                )
                sheet = terminal.settled()
                check(sheet != race, "a sheet lies over the race")
                terminal.type(way_out)
                terminal.until(lambda: "Esc close" not in terminal.footer, "the sheet to close")
                equal(terminal.settled(), race, "screen after a sheet")
        for _ in range(3):
            terminal.type(ESCAPE)
            terminal.settled()
        terminal.type(".")
        terminal.at_step(1)
        terminal.type("?")
        terminal.shows(" Keys")
        terminal.type("q")
        equal(terminal.exit(), 0, "exit status")


def shows_what_run_prints():
    cars = ["--car", "gd", "--car", "momentum", "--car", "adam:lr=0.05", "--car", "gd:noise=0.3"]
    data = ["--data", "iris.csv", "--x", "petal_length_cm", "--y", "petal_width_cm"]
    for race in (
        ["--surface", "rosenbrock", "--start", "-1.2,1", "--seed", "11", *cars],
        ["--surface", "himmelblau", "--seed", "3"],
        [*data, "--car", "sgd", "--car", "adam:batch=16", "--car", "nesterov"],
    ):
        count = len(losses_of(*race, step=0))
        with Terminal("--paused", *race) as terminal:
            terminal.at_step(0)
            for step, keys in ((0, ""), (10, RIGHT), (11, "."), (30, RIGHT + RIGHT + ",")):
                terminal.type(keys)
                terminal.at_step(step)
                terminal.check_race(*race)
                equal(sorted(terminal.losses), list(range(1, count + 1)), "cars shown")


def forks_with_another_rate():
    def end(*arguments):
        rows = run("--surface", "himmelblau", *arguments, "--steps", "10", "--format", "csv")
        return list(csv.DictReader(rows.splitlines()))[-1]

    half = end("--car", "gd:lr=0.001")
    # GD remembers nothing: the fork is as if it had started there.
    fork = end("--car", "gd:lr=0.002", f"--start={half['x']},{half['y']}")
    straight = end("--car", "gd:lr=0.001", f"--start={half['x']},{half['y']}")
    with Terminal("--paused", "--surface", "himmelblau", "--car", "gd:lr=0.001") as terminal:
        terminal.at_step(0)
        terminal.type(RIGHT)
        terminal.at_step(10)
        terminal.type("f")
        terminal.shows("GD 2 has the past of GD")
        equal(len(set(terminal.losses.values())), 1, "losses of a fork and its car")
        terminal.type("2")
        terminal.shows("2_")
        terminal.type("0\x7f")
        terminal.type("\r")
        terminal.shows("η 2 ")
        # Character by character: all at once would be a paste.
        for end in range(1, 6):
            terminal.type("0.002"[end - 1])
            terminal.shows("0.002"[:end] + "_")
        terminal.type("\r")
        terminal.shows("η 0.002 ")
        terminal.type(ESCAPE)
        terminal.type(10 * ".")
        terminal.at_step(20)
        terminal.settled()
        for car, expected in ((1, straight), (2, fork)):
            exact = float(expected["loss"])
            loss = terminal.losses[car]
            check(abs(loss - exact) <= 0.00501 * exact, f"car {car}: {loss}, not {exact}")
        terminal.type("q")
        equal(terminal.exit(), 0, "exit status")


def writes_the_race_under_free_names():
    with Terminal("--paused", "--surface", "beale", "--car", "adam:lr=0.05") as terminal:
        terminal.at_step(0)
        first, second = (os.path.join(PLACE.name, f"downhill-race{end}.toml") for end in ("", "-2"))
        terminal.type("w")
        terminal.shows("written: downhill-race.toml")
        with open(first) as file:
            text = file.read()
        terminal.type(RIGHT)
        terminal.at_step(10)
        terminal.type("w")
        terminal.shows("written: downhill-race-2.toml")
        with open(first) as file:
            equal(file.read(), text, "the first file after the second")
        terminal.check_race(second)
        terminal.type("q")
        equal(terminal.exit(), 0, "exit status")


def tells_what_is_wrong_with_a_theme():
    with tempfile.TemporaryDirectory() as folder:
        file = pathlib.Path(folder) / "mine.toml"
        file.write_text('# Mine.\nname = "mine"\nappearance = "gloomy"\n')

        def opened(*arguments):
            with Terminal("--paused", *arguments, size=(200, 40)) as terminal:
                terminal.at_step(0)
                terminal.settled()
                # News stands above the footer.
                news, colors = " ".join(terminal.lines[-6:-1]), terminal.colors[:-6]
                terminal.type(" ")
                terminal.until(lambda: terminal.step > 0, "a race that plays")
                terminal.type("q")
                equal(terminal.exit(), 0, "exit status")
                return news, colors

        _, default = opened()
        news, colors = opened("--theme", str(file))
        check("mine.toml:3: " in news, f"no place of the fault in {news!r}")
        for said in ("appearance", "gloomy", "expected", "dark", "more"):
            check(said in news, f"no {said!r} in {news!r}")
        equal(colors, default, "colours of the maps")


main(globals())
