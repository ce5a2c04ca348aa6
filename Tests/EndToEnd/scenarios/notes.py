"""The lecturer's notes in a second terminal, which follow the lesson in the first."""

import shutil
import socket
import stat

from terminal import *


class Seat(Terminal):
    """One terminal of several. While one is waited for, what comes from the others is taken in: a
    program whose terminal takes nothing stands still."""

    def __init__(self, others, *arguments, **settings):
        self.others = others
        super().__init__(*arguments, **settings)
        others.append(self)

    def read(self, seconds):
        for other in self.others:
            if other is not self:
                other.drain()
        return super().read(seconds)

    def drain(self):
        try:
            while self.master is not None and select.select([self.master], [], [], 0)[0]:
                self._take_in()
        except OSError:  # It has ended.
            pass


class Lecture:
    """A runtime folder of its own, in which terminals find each other."""

    def __enter__(self):
        self.folder = tempfile.mkdtemp(prefix="downhill-run-")
        self.seats = []
        return self

    def __exit__(self, *_):
        shutil.rmtree(self.folder)

    def open(self, *arguments, **settings):
        runtime = {"XDG_RUNTIME_DIR": self.folder}
        return Seat(self.seats, *arguments, environment=runtime, **settings)

    @property
    def sockets(self):
        return glob.glob(f"{self.folder}/downhill/*")


def mode(path):
    return stat.S_IMODE(os.lstat(path).st_mode)


def leave(terminal):
    """Loses what votes there are."""
    terminal.type("q")
    terminal.until(
        lambda: terminal.has_ended() or "votes that would be lost" in terminal.text, "the question")
    if not terminal.has_ended():
        terminal.type("q")
    equal(terminal.exit(), 0, "exit status")
    terminal.check_restored()


def follows_the_lesson():
    with Lecture() as lecture, lecture.open("lesson", "5", "--notes") as desk:
        desk.shows("waits for: downhill lesson momentum")
        # By itself.
        desk.type("n")
        desk.shows("2 / 8")
        with lecture.open("lesson", "5") as lesson:
            lesson.shows("1 / 8")
            desk.shows("follows the lesson")
            desk.shows("1 / 8")
            # Nobody else may come near.
            equal(mode(f"{lecture.folder}/downhill"), 0o700, "mode of the folder")
            equal([mode(path) for path in lecture.sockets], [0o600], "modes of sockets")
            lesson.type("n")
            desk.shows("Where does Momentum stop?")
            check("✓3" in desk.text, "the right answer is not marked")
            # Votes as numbers, of which the class sees how many there are.
            desk.type("17\r")
            lesson.shows("votes 17")
            desk.type("4\r9\r")
            lesson.shows("votes 30")
            desk.until(lambda: all(re.search(rf" {n}\b", desk.text) for n in (17, 4, 9)), "the tally")
            page = lesson.settled()
            check(not re.search(r"\b(17|9)\b", page), "the class sees how votes fell")
            check("✓" not in page, "the class sees the answer")
            equal(lesson.step, 0, "step before the drive")
            # The lecturer's Enter drives the lesson, the next one ends the drive.
            desk.type("\r")
            lesson.until(lambda: (lesson.step or 0) > 0, "a race that drives")
            desk.type("\r")
            lesson.shows("9 of 30 right")
            check("✓3" in lesson.text and " 17" in lesson.text, "no answer, no bars")
            desk.type("n")
            lesson.shows("3 / 8")
            desk.shows("3 / 8")
            desk.type("p")
            lesson.shows("9 of 30 right")
            desk.shows("2 / 8")
            leave(lesson)
        desk.shows("the lesson has ended")
        check("2 / 8" in desk.text, "the page is gone")
        equal(lecture.sockets, [], "sockets")
        leave(desk)


def survives_its_follower():
    with Lecture() as lecture, lecture.open("lesson", "rate") as lesson:
        lesson.shows("1 / 8")
        for number in (signal.SIGKILL, signal.SIGTERM, signal.SIGSTOP):
            with lecture.open("lesson", "rate", "--notes") as desk:
                desk.shows("follows the lesson")
                os.kill(desk.pid, number)
                lesson.type("n")
                lesson.shows("2 / 8")
                lesson.type(" ")
                lesson.until(lambda: lesson.step == 11, "the end of the page's drive")
                lesson.type("p")
                lesson.shows("1 / 8")
                desk.until(lambda: number == signal.SIGSTOP or desk.has_ended(), "the end")
        leave(lesson)


def ignores_what_is_no_order():
    with Lecture() as lecture, lecture.open("lesson", "rate") as lesson:
        lesson.shows("1 / 8")
        lesson.until(lambda: lecture.sockets, "a socket")
        page = lesson.settled()
        for line in (b"", b"hello", b"\0\xff\xfe", b'{"order":{"_0":{"count":{}}}}', b"{" * 60_000):
            with socket.socket(socket.AF_UNIX) as client:
                client.connect(lecture.sockets[0])
                client.sendall(line + b"\n")
        with socket.socket(socket.AF_UNIX) as client:
            client.connect(lecture.sockets[0])
            try:
                client.sendall(b"x" * 1_000_000)
                while client.recv(4096):
                    pass
            except OSError:  # Cut off in the middle.
                pass
        equal(lesson.settled(), page, "the page")
        with socket.socket(socket.AF_UNIX) as client:
            client.connect(lecture.sockets[0])
            client.sendall(b'{"order":{"_0":{"nextPage":{}}}}\n')
            lesson.shows("2 / 8")
        leave(lesson)


def keeps_others_out():
    """A folder that others may open is not used, and the lecturer is told."""
    with Lecture() as lecture:
        os.mkdir(f"{lecture.folder}/downhill")
        os.chmod(f"{lecture.folder}/downhill", 0o755)
        with lecture.open("lesson", "rate") as lesson, lecture.open(
            "lesson", "rate", "--notes", size=(120, 30)
        ) as desk:
            lesson.shows("1 / 8")
            desk.shows("no lesson can be followed")
            lesson.settled()
            equal(lecture.sockets, [], "sockets")
            leave(lesson)
            leave(desk)


def takes_what_was_left_away():
    with Lecture() as lecture:
        with lecture.open("lesson", "rate") as killed:
            killed.until(lambda: lecture.sockets, "a socket")
            os.kill(killed.pid, signal.SIGKILL)
            killed.until(killed.has_ended, "the end")
        left = lecture.sockets
        equal(len(left), 1, "sockets that were left")
        with lecture.open("lesson", "rate", "--notes") as desk, lecture.open(
            "lesson", "rate"
        ) as lesson:
            desk.shows("follows the lesson")
            check(left[0] not in lecture.sockets, "the socket is still there")
            leave(lesson)
            leave(desk)


def follows_line_by_line():
    with Lecture() as lecture, lecture.open("lesson", "5", "--notes", "--plain") as desk:
        desk.shows("waits for: downhill lesson momentum")
        with lecture.open("lesson", "5") as lesson:
            desk.shows("follows the lesson")
            desk.type("n\r")
            lesson.shows("2 / 8")
            desk.shows("answer 3: upper left")
            desk.type("17 4 9\r")
            lesson.shows("votes 30")
            desk.shows("votes 30: 17, 4, 9")
            leave(lesson)
        desk.shows("the lesson has ended")
        desk.type("q\r")
        equal(desk.exit(), 0, "exit status")
        check(b"\x1b" not in desk.bytes, "control codes in plain text")


main(globals())
