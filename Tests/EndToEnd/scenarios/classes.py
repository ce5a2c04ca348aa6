"""A class that joins: phones in a browser, two hundred students, and people who mean no good."""

import asyncio
import json
import random
import subprocess
import tempfile
import time

from browser import Browser, Phone
from classroom import Classroom, Network, seed
from terminal import DEADLINE, check, equal, main


def plays_three_students():
    """They join, vote, race, drive in the fog; one loses the network and comes back."""
    with Classroom() as room, Browser() as browser:
        network = Network(room)
        phones = [
            Phone(browser, room.link), Phone(browser, room.link, "ko-KR", "light"),
            Phone(browser, network.link, scheme="light"),
        ]
        for phone, name in zip(phones, ["Ada", "김하늘", "Ada"]):
            equal(phone.run("document.getElementById('code').value"), room.code, "the code")
            phone.photograph(f"join-{name}")
            phone.tap("#name")
            phone.type(name)
            phone.tap("button.go")
            phone.until("!document.getElementById('head').hidden")
        phones[1].sees("곧 시작해요")
        phones[2].sees("Ada 2")
        equal([seat["name"] for seat in room.room["seats"]], ["Ada", "김하늘", "Ada 2"], "names")

        room.do("ask Which rule is first?|Momentum|GD|Adam|None of them")
        for phone, choice in zip(phones, [1, 2, 3]):
            phone.tap(".vote", choice)
        phones[0].tap(".vote", 0)
        phones[0].until("document.querySelector('.vote').getAttribute('aria-pressed') == 'true'")
        phones[0].sees("Your vote counts")
        wait_for(lambda: room.room["phase"].get("tally") == [1, 0, 1, 1], "three votes")
        phones[0].photograph("vote")
        room.do("reveal")
        phones[0].sees("You were right.")
        phones[1].sees("정답은 다른 것이었어요")
        phones[1].photograph("tally-ko")

        # The same question once more: nobody has voted yet.
        room.do("ask Which rule is first?|Momentum|GD|Adam|None of them")
        phones[1].until("document.querySelectorAll('.vote[aria-pressed=false]').length == 4")

        loses_the_network(room, network, phones[2])
        race(room, phones)
        fog(room, phones)

        room.do("podium")
        for phone in phones:
            phone.until("document.querySelectorAll('.best li').length == 3")
        phones[1].photograph("podium-ko")
        room.do("remove 3")
        phones[2].sees("Your seat is no longer there")
        room.close()
        phones[0].sees("The class is over")
        equal([one for one in browser.complaints if "ERR_" not in one], [], "complaints")


def loses_the_network(room, network, phone):
    network.cut()
    phone.sees("No connection")
    phone.photograph("offline")
    wait_for(lambda: not room.room["seats"][2]["connected"], "the seat is empty")
    phone.tap("#who")
    network.mend()
    wait_for(lambda: room.room["seats"][2]["connected"], "the seat is taken again")
    phone.until("document.getElementById('line').hidden")
    phone.sees("Ada 2")
    # Another visit of the page, as after the phone was locked, finds the seat too.
    phone.open(network.link)
    phone.sees("Ada 2")


def race(room, phones):
    room.do("race-anywhere")
    for number, phone in enumerate(phones):
        phone.tap(".rules button", number % 2)
        check(phone.run("document.querySelector('button.go').disabled"), "no start yet")
        left, top, width, height = phone.run(
            "(() => { const map = document.querySelector('.map'); map.scrollIntoView();"
            " const edge = map.getBoundingClientRect();"
            " return [edge.x, edge.y, edge.width, edge.height]; })()")
        phone.tap_at(left + width * (0.2 + 0.2 * number), top + height / 5)
    # As fast as the slider goes: she will crash.
    phones[1].run("(() => { const rate = document.querySelector('.slide input');"
                  " rate.value = 200; rate.dispatchEvent(new Event('input')); })()")
    phones[0].photograph("choose")
    for phone in phones:
        phone.tap("button.go")
        phone.until("document.querySelector('button.go.done')")
    equal(room.room["phase"]["chosen"], 3, "cars")
    room.do("start 60")
    for phone in phones:
        phone.until("document.querySelector('.pin:not([hidden])')")
    phones[1].sees("사고가 났어요")
    phones[1].photograph("crash-ko")
    wait_for(lambda: room.room["phase"]["step"] == 60, "the race is driven")
    phones[0].until("document.querySelectorAll('dd')[1].textContent == '60'")
    phones[0].photograph("race")
    room.do("end")
    phones[0].sees("Points: +18")
    phones[2].sees("Points: +25")
    phones[1].sees("+0점")
    phones[0].photograph("result")


def fog(room, phones):
    room.do("fog")
    phones[0].sees("Everybody has 8 steps")
    room.do("start")
    ways = [4, 7, 5]
    for step in range(1, 4):
        for phone in phones:
            phone.until("document.querySelector('.dial button:not([disabled])')")
            phone.tap(".dial button", ways[step - 1])
            phone.until(f"document.querySelectorAll('dd')[2].textContent == '{8 - step} / 8'")
    equal(room.room["phase"]["used"], [3, 3, 3], "steps")
    phones[1].photograph("fog-ko")
    room.do("end")
    phones[0].sees("Points: +25")


def wait_for(condition, what):
    end = time.monotonic() + DEADLINE
    while not condition():
        check(time.monotonic() < end, f"never: {what}")
        time.sleep(0.02)


def draws_codes_that_cameras_read():
    with Classroom() as room, tempfile.TemporaryDirectory(prefix="downhill-code-") as folder:
        texts = [room.link, "http://192.168.100.100:65535/CDFH", "a"]
        texts += ["x" * length for length in (14, 20, 32, 53, 78, 106)]
        for text in texts:
            rows = room.ask(f"qr {text}")["rows"]
            wide = len(rows) + 8
            picture = ["0" * wide] * 4 + [f"0000{row}0000" for row in rows] + ["0" * wide] * 4
            large = ["".join(module * 4 for module in row) for row in picture for _ in range(4)]
            with open(f"{folder}/code.pbm", "w", encoding="ascii") as file:
                file.write(f"P1\n{4 * wide} {4 * wide}\n" + "\n".join(large) + "\n")
            read = subprocess.run(
                ["zbarimg", "--quiet", "--raw", f"{folder}/code.pbm"], capture_output=True,
                text=True, check=True)
            equal(read.stdout.rstrip("\n"), text, "what a camera reads")


class Student:
    """A phone that listens and votes."""

    def __init__(self, room, number):
        self.room, self.number = room, number
        self.vote, self.news, self.count = None, {}, 0

    async def ask(self, request):
        reader, writer = await asyncio.open_connection("127.0.0.1", self.room.port)
        writer.write(request)
        answer = await reader.read()
        writer.close()
        return answer

    async def join(self):
        value = {"name": f"Student {self.number}", "code": self.room.code}
        answer = await self.ask(self.room.post("/join", value))
        check(answer.startswith(b"HTTP/1.1 200"), f"{answer!r}")
        self.token = json.loads(answer.split(b"\r\n\r\n", 1)[1])["token"]

    async def listen(self):
        reader, self.line = await asyncio.open_connection("127.0.0.1", self.room.port)
        self.line.write(self.room.request(f"GET /events?token={self.token} HTTP/1.1"))
        while line := await reader.readline():
            if line.startswith(b"data: {"):
                self.news = json.loads(line[6:])
                self.count += 1

    async def cast(self, vote):
        answer = await self.ask(self.room.post("/say", {"token": self.token, "vote": vote}))
        check(answer.startswith(b"HTTP/1.1 204"), f"a vote gets {answer!r}")
        self.vote = vote


async def load(room, count, seconds, chance):
    """Students who vote once a second, and then race. What they sent and what is counted agree."""
    students = [Student(room, number) for number in range(count)]
    for student in students:
        await student.join()
    streams = [asyncio.create_task(student.listen()) for student in students]
    room.do("ask Which?|a|b|c|d")
    sent = 0

    async def votes(student):
        nonlocal sent
        await asyncio.sleep(chance.random())
        for _ in range(seconds):
            began = time.monotonic()
            await student.cast(chance.randrange(4))
            sent += 1
            await asyncio.sleep(max(0, 1 - (time.monotonic() - began)))

    began, (cpu, _) = time.monotonic(), room.costs()
    await asyncio.gather(*(votes(student) for student in students))
    spent = time.monotonic() - began
    tally = [sum(student.vote == option for student in students) for option in range(4)]
    equal(room.room["phase"]["tally"], tally, "the votes")
    busy, peak = room.costs()
    print(f"{sent} votes of {count} students in {spent:.1f} s:"
          f" {100 * (busy - cpu) / spent:.1f} % of a processor, {peak:.0f} MB")
    room.do("reveal")
    await until(lambda: all(student.news.get("tally") == tally for student in students), "tally")
    equal([student.news["vote"] for student in students],
          [student.vote for student in students], "every phone's own vote")

    room.do("race")
    for student in students:
        choice = {"rule": "momentum", "settings": {"lr": 0.01 + 0.005 * student.number}}
        answer = await student.ask(room.post("/say", {"token": student.token, "choice": choice}))
        check(answer.startswith(b"HTTP/1.1 204"), f"a choice gets {answer!r}")
    before = sum(student.count for student in students)
    began, (cpu, _) = time.monotonic(), room.costs()
    steps = 30 * min(seconds, 10)
    room.do(f"start {steps}")
    await until(lambda: all(student.news.get("step") == steps for student in students), "steps")
    spent, (busy, peak) = time.monotonic() - began, room.costs()
    told = sum(student.count for student in students) - before
    print(f"{steps} steps of {count} cars in {spent:.1f} s:"
          f" {100 * (busy - cpu) / spent:.1f} % of a processor, {peak:.0f} MB,"
          f" {told / count / spent:.1f} news a second for each phone")
    places = sorted(student.news["place"] for student in students)
    equal(places, list(range(1, count + 1)), "places")
    for stream in streams:
        stream.cancel()
    for student in students:
        student.line.close()


async def until(condition, what):
    end = time.monotonic() + DEADLINE
    while not condition():
        check(time.monotonic() < end, f"never: {what}")
        await asyncio.sleep(0.02)


def bears_two_hundred(seconds=5):
    chance = random.Random(seed())
    with Classroom(connections=400) as room:
        asyncio.run(load(room, 200, seconds, chance))
        wait_for(lambda: not any(seat["connected"] for seat in room.room["seats"]), "all gone")
        room.close()


def bears_two_hundred_for_a_minute():
    """No test: takes long, and prints what it costs."""
    bears_two_hundred(60)


# People who mean no good.

def garbage(chance, room):
    """Something that somebody might send to a server."""
    def text(length):
        return bytes(chance.randrange(256) for _ in range(length))

    target = chance.choice(["/", "/join", "/say", "/events", "/map.svg", "/../../etc/passwd",
                            "*", "//", f"/events?token={'0' * 32}", "/%00", "http://a/"])
    method = chance.choice(["GET", "POST", "HEAD", "PUT", "OPTIONS", "TRACE", "CONNECT", "X"])
    value = chance.choice([
        {"name": "\u202e\u200b" * 3, "code": room.code}, {"name": "x" * 5000, "code": "AAAA"},
        {"token": "0" * 32, "vote": 1}, {"close": True, "token": "f" * 32}, [[[]]], None,
        {"token": ["0"], "move": {"heading": 1e308, "length": -1}}])
    kind = chance.randrange(8)
    if kind == 0:
        return text(chance.randrange(1, 400))
    if kind == 1:
        return f"{method} {target} HTTP/1.1\r\n".encode() + text(60) + b"\r\n\r\n"
    if kind == 2:
        return room.post(target if target.startswith("/") else "/", value)
    if kind == 3:
        return room.request(f"{method} {target} HTTP/1.{chance.randrange(3)}")
    if kind == 4:
        return room.request("GET /" + "a" * chance.randrange(20000) + " HTTP/1.1")
    if kind == 5:
        head = f"POST /say HTTP/1.1\r\nContent-Length: {chance.choice([-1, 5000, 1 << 62, 'x'])}"
        return head.encode() + b"\r\n\r\n" + text(200)
    if kind == 6:
        return (f"POST /say HTTP/1.1\r\nHost: 127.0.0.1:{room.port}\r\n"
                "Transfer-Encoding: chunked\r\n\r\nFFFFFFFF\r\n").encode() + text(500)
    request = bytearray(room.post("/join", value))
    for _ in range(5):
        request[chance.randrange(len(request))] = chance.randrange(256)
    return bytes(request)


async def send(room, request):
    try:
        reader, writer = await asyncio.open_connection("127.0.0.1", room.port)
        writer.write(request)
        writer.write_eof()
        answer = await asyncio.wait_for(reader.read(), DEADLINE)
        writer.close()
        return answer
    except ConnectionError:
        return b""


async def storm(room, chance, count):
    answers = {}
    for _ in range(count // 20):
        for answer in await asyncio.gather(
                *(send(room, garbage(chance, room)) for _ in range(20))):
            status = answer[9:12].decode() if answer else "cut off"
            check(not status.startswith("5"), f"{answer[:200]!r}")
            check(b"root:" not in answer, "a file of the system")
            answers[status] = answers.get(status, 0) + 1
    print(f"{count} requests: {dict(sorted(answers.items()))}")


def survives_a_storm(count=2000):
    chance = random.Random(seed())
    with Classroom(connections=40) as room:
        token = room.join("Kim")
        asyncio.run(storm(room, chance, count))
        room.serves()
        told = room.room
        equal(told["phase"], {"page": "lobby"}, "what the class does")
        equal(told["seats"][0]["name"], "Kim", "who is here")
        answer = room.answer(room.post("/say", {"token": token}))
        check(answer.startswith(b"HTTP/1.1 204"), f"{answer!r}")
        print(f"{room.costs()[1]:.0f} MB")
        room.close()


def survives_ten_thousand_requests():
    survives_a_storm(10000)


async def hang(room, count):
    """Connections that say a letter now and then: the class goes on with others, and sends them
    away."""
    lines = []
    for _ in range(count):
        try:
            lines.append(await asyncio.open_connection("127.0.0.1", room.port))
        except ConnectionError:
            break
    request = room.request("GET / HTTP/1.1")
    began, gone = time.monotonic(), 0

    async def drip(reader, writer):
        nonlocal gone
        try:
            for byte in request:
                writer.write(bytes([byte]))
                await writer.drain()
                await asyncio.sleep(0.5)
        except ConnectionError:
            pass
        gone += 1
        writer.close()

    drips = [asyncio.create_task(drip(*line)) for line in lines]
    await asyncio.sleep(1)
    # Somebody at another address is served meanwhile; at this one there is no room.
    await asyncio.to_thread(room.serves, "127.0.0.2")
    equal(await asyncio.to_thread(room.answer, request), b"", "one connection more")
    check(gone < count, "all gone before their time")
    await asyncio.gather(*drips)
    print(f"{gone} slow ones gone after {time.monotonic() - began:.1f} s")


def survives_slow_ones():
    with Classroom(connections=30) as room:
        asyncio.run(hang(room, 100))
        room.serves()
        room.close()


main(globals())
