"""A class that follows a script, and students without a browser."""

import json
import os
import random
import select
import socket
import subprocess
import threading

from terminal import BINARY, DEADLINE, ENVIRONMENT, Failure, check, equal


class Classroom:
    """The program `classroom` beside the one that is tested: a class with a scripted wall."""

    def __init__(self, connections=50):
        self.process = subprocess.Popen(
            [os.path.join(os.path.dirname(BINARY), "classroom"), "0", str(connections)],
            env=ENVIRONMENT, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        told = self.heard()
        self.link, self.site, self.code = told["link"], told["site"], told["code"]
        self.port = int(self.site.rsplit(":", 1)[1])

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.kill()
        self.process.wait()

    def heard(self):
        line = self.process.stdout.readline()
        if not line:
            raise Failure(f"the class has ended: {self.process.wait()}")
        return json.loads(line)

    def do(self, *commands):
        for command in commands:
            self.process.stdin.write(command.encode() + b"\n")
        self.process.stdin.flush()

    def ask(self, command):
        self.do(command)
        return self.heard()

    @property
    def room(self):
        return self.ask("room")

    def close(self):
        self.process.stdin.close()
        equal(self.process.wait(DEADLINE), 0, "how the class ends")

    def costs(self):
        """Seconds of processor time, and megabytes of memory at most."""
        with open(f"/proc/{self.process.pid}/stat", encoding="utf-8") as file:
            fields = file.read().rsplit(")", 1)[1].split()
        with open(f"/proc/{self.process.pid}/status", encoding="utf-8") as file:
            peak = next(line for line in file if line.startswith("VmHWM"))
        seconds = (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
        return seconds, int(peak.split()[1]) / 1024

    # As a browser would.

    def request(self, head, body=b""):
        lines = [head, f"Host: 127.0.0.1:{self.port}"]
        if head.startswith("POST"):
            lines += [f"Origin: {self.site}", "Content-Type: application/json",
                      f"Content-Length: {len(body)}"]
        return "\r\n".join(lines + ["", ""]).encode() + body

    def post(self, path, value):
        return self.request(f"POST {path} HTTP/1.1", json.dumps(value).encode())

    def answer(self, request, address="127.0.0.1"):
        """The whole answer to one at an address; nothing if the connection is cut."""
        with socket.create_connection(
                ("127.0.0.1", self.port), DEADLINE, source_address=(address, 0)) as line:
            answer = b""
            try:
                line.sendall(request)
                while part := line.recv(1 << 16):
                    answer += part
            except ConnectionError:
                pass
            return answer

    def join(self, name):
        answer = self.answer(self.post("/join", {"name": name, "code": self.code}))
        check(answer.startswith(b"HTTP/1.1 200"), f"{name} gets {answer!r}")
        return json.loads(answer.split(b"\r\n\r\n", 1)[1])["token"]

    def serves(self, address="127.0.0.1"):
        answer = self.answer(self.request("GET / HTTP/1.1"), address)
        check(answer.startswith(b"HTTP/1.1 200") and answer.endswith(b"</html>\n"),
              f"no page: {answer[:200]!r}")


class Network:
    """What lies between a phone and the class, and can be cut."""

    def __init__(self, classroom):
        self.classroom = classroom
        self.door = socket.create_server(("127.0.0.1", 0))
        self.port = self.door.getsockname()[1]
        self.is_cut = False
        self.lines = []
        threading.Thread(target=self.run, daemon=True).start()

    @property
    def link(self):
        return f"http://127.0.0.1:{self.port}/{self.classroom.code}"

    def run(self):
        while True:
            phone, _ = self.door.accept()
            if self.is_cut:
                phone.close()
                continue
            hall = socket.create_connection(("127.0.0.1", self.classroom.port))
            self.lines += [phone, hall]
            threading.Thread(target=self.carry, args=(phone, hall), daemon=True).start()

    def carry(self, phone, hall):
        own, other = (f"127.0.0.1:{port}".encode() for port in (self.port, self.classroom.port))
        try:
            while True:
                for line in select.select([phone, hall], [], [])[0]:
                    part = line.recv(1 << 16)
                    if not part:
                        raise ConnectionError
                    if line is phone:
                        # The class knows itself by its own port.
                        hall.sendall(part.replace(own, other))
                    else:
                        phone.sendall(part)
        except (OSError, ValueError):
            for line in (phone, hall):
                line.close()

    def cut(self):
        self.is_cut = True
        for line in self.lines:
            try:
                line.shutdown(socket.SHUT_RDWR)
            except OSError:
                pass
        self.lines = []

    def mend(self):
        self.is_cut = False


def seed():
    """A seed that DOWNHILL_SEED may give again."""
    number = int(os.environ.get("DOWNHILL_SEED", random.randrange(1 << 32)))
    print(f"DOWNHILL_SEED={number}")
    return number
