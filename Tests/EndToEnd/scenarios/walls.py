"""The wall of a class in the program itself, with students in browsers and without."""

import csv
import glob
import os
import re
import socket

from browser import Browser, Phone
from classroom import Classroom
from terminal import ENTER, PLACE, Terminal, check, equal, main


class Wall(Classroom):
    """A class that the program has opened in a terminal."""

    def __init__(self, *arguments, size=(140, 42)):
        self.terminal = Terminal(
            "class", "--address", "127.0.0.1", "--port", "0", "--per-address", "200", *arguments,
            size=size)
        found = self.terminal.until(
            lambda: re.search(r"(http://127\.0\.0\.1:(\d+)) +([A-Z]{4})", self.terminal.header),
            "the address")
        self.site, self.port, self.code = found[1], int(found[2]), found[3]
        self.link = f"{self.site}/{self.code}"

    def __enter__(self):
        self.terminal.__enter__()
        return self

    def __exit__(self, *error):
        self.terminal.__exit__(*error)

    def say(self, token, **what):
        answer = self.answer(self.post("/say", {"token": token, **what}))
        check(answer.startswith(b"HTTP/1.1 204"), f"{what} gets {answer!r}")

    def is_open(self):
        try:
            socket.create_connection(("127.0.0.1", self.port), 1).close()
            return True
        except OSError:
            return False


def races_forty_students():
    with Wall("--surface", "himmelblau", "--car", "gd", "--car", "adam") as wall:
        terminal = wall.terminal
        tokens = [wall.join(f"Student {number}") for number in range(1, 41)]
        terminal.shows("40 here")
        terminal.type(ENTER)
        terminal.shows("0 of 40 have chosen")
        for number, token in enumerate(tokens):
            rule = ["gd", "adam"][number % 2]
            wall.say(token, choice={"rule": rule, "settings": {"lr": [0.01, 0.3][number % 2]},
                                    "start": [number % 9 - 4, number % 7 - 3]})
        terminal.shows("40 of 40 have chosen")
        terminal.type(ENTER)
        terminal.shows("40 drive")
        terminal.type("]]]]")
        terminal.shows("+25")
        first = next(line for line in terminal.lines if "+25" in line)
        name = re.search(r"Student \d+", first)[0]
        terminal.type("p")
        terminal.shows("Points: 25")
        check(name in terminal.text, f"{name} is not on the podium")
        terminal.type("w")
        terminal.shows("downhill-class")
        with open(glob.glob(os.path.join(PLACE.name, "downhill-class*.csv"))[0],
                  encoding="utf-8", newline="") as file:
            rows = list(csv.DictReader(file))
        races = [row for row in rows if row["event"] == "race"]
        equal(len(races), 40, "rows of the race")
        equal(races[0]["name"], name, "the first")
        equal(len([row for row in rows if row["event"] == "total"]), 40, "totals")
        terminal.type("x")
        terminal.shows("once more")
        check(wall.is_open(), "the class ended before it was asked twice")
        terminal.type("x")
        terminal.shows("The class is over")
        check(not wall.is_open(), "somebody still listens")
        terminal.type("q")
        equal(terminal.exit(), 0, "how the program ends")


def plays_phones_on_the_wall():
    with Wall("--surface", "himmelblau") as wall, Browser() as browser:
        terminal = wall.terminal
        phones = [Phone(browser, wall.link), Phone(browser, wall.link, "ko-KR", "light")]
        for phone, name in zip(phones, ["Ada", "김하늘"]):
            phone.tap("#name")
            phone.type(name)
            phone.tap("button.go")
        terminal.shows("2 here")
        terminal.type(ENTER)
        for number, phone in enumerate(phones):
            phone.tap(".rules button", number)
            phone.until("[...document.images].some((image) => image.naturalWidth > 0)")
            left, top, width, height = phone.run(
                "(() => { const map = document.querySelector('.map'); map.scrollIntoView();"
                " const edge = map.getBoundingClientRect();"
                " return [edge.x, edge.y, edge.width, edge.height]; })()")
            phone.tap_at(left + width * 0.3, top + height * 0.4)
            phone.photograph(f"wall-choose-{number}")
            phone.tap("button.go")
            phone.until("document.querySelector('button.go.done')")
        terminal.shows("2 of 2 have chosen")
        terminal.type(ENTER)
        for phone in phones:
            phone.until("document.querySelector('.pin:not([hidden])')")
        phones[0].photograph("wall-race")
        terminal.type("e")
        phones[0].sees("Points: +")
        terminal.shows("+25")
        equal([one for one in browser.complaints if "ERR_" not in one], [], "complaints")
        terminal.type("xx")
        phones[0].sees("The class is over")
        terminal.type("q")
        equal(terminal.exit(), 0, "how the program ends")


def refuses_addresses_that_are_not_ours():
    for address, said in [("203.0.113.7", "does not have the address"),
                          ("nonsense", "is no address in numbers")]:
        with Terminal("class", "--address", address) as terminal:
            terminal.shows(said)
            equal(terminal.exit(), 2, "the status")
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        with Terminal("class", "--address", "127.0.0.1", "--port", port) as terminal:
            terminal.shows(f"Port {port} is taken")
            equal(terminal.exit(), 2, "the status")


main(globals())
