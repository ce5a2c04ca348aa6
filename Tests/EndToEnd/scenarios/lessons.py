"""Lessons on the screen: pages, votes, the drive to the answer, the list."""

from terminal import *


def votes_and_drives():
    with Terminal("lesson", "momentum") as terminal:
        terminal.shows("lesson 5 / 12")
        terminal.shows("1 / 8")
        terminal.type("n")
        terminal.shows("2 / 8")
        terminal.type("331")
        terminal.shows("votes 3")
        terminal.type("\x7f")
        terminal.shows("votes 2")
        page = terminal.settled()
        equal(terminal.step, 0, "step before the drive")
        terminal.type(ENTER)
        terminal.until(lambda: (terminal.step or 0) > 0, "a race that drives")
        terminal.until(lambda: "✓3" in terminal.text and "2 of 2 right" in terminal.text, "the answer")
        step = terminal.step
        equal(terminal.settled() and terminal.step, step, "step after the pause")
        terminal.type("p")
        terminal.shows("1 / 8")
        terminal.settled()
        terminal.type("n")
        terminal.shows("2 of 2 right")
        terminal.settled()
        equal(terminal.step, step, "step of a page whose answer is known")
        check(page != terminal.settled(), "nothing has changed")
        terminal.type("q")
        terminal.shows("votes that would be lost: 2")
        terminal.type("q")
        equal(terminal.exit(), 0, "exit status")


def lists_lessons():
    with Terminal("--paused") as terminal:
        terminal.at_step(0)
        terminal.type("L")
        terminal.shows(" Lessons")
        terminal.type(DOWN + DOWN + ENTER)
        terminal.shows("lesson 3 / 12")
        terminal.type("L")
        terminal.shows(" Lessons")
        terminal.type(ESCAPE)
        terminal.until(lambda: "1 / 8" in terminal.text, "the lesson again")
        terminal.type("q")
        equal(terminal.exit(), 0, "exit status")


def offers_the_list_of_lessons():
    with Terminal("lesson") as terminal:
        terminal.shows(" Lessons")
        terminal.shows("Enter open")
        equal(terminal.step, 0, "the step of the race behind the list")
        terminal.type(DOWN + ENTER)
        terminal.shows("lesson 2 / 12")
        terminal.type("q")
        equal(terminal.exit(), 0, "exit status")


def answers_line_by_line():
    with Terminal("lesson", "momentum", "--plain") as terminal:
        terminal.shows("0: end")
        terminal.type("1\r")
        terminal.shows("Type a number")
        terminal.type("3\r")
        terminal.shows("1 of 1 right")
        terminal.type("0\r")
        equal(terminal.exit(), 0, "exit status")
        check(b"\x1b" not in terminal.bytes, "control codes in plain text")


main(globals())
