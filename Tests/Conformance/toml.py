"""Compares how the program reads TOML with others.

    swift build -c release --product tomljson
    /usr/bin/python3 Tests/Conformance/toml.py .build/release/tomljson [--suite FOLDER]

--suite: the folder `tests` of a checkout of github.com/toml-lang/toml-test; its cases for TOML 1.0
are run. Then texts are made from a seed, 20,000 as they come and 20,000 that are broken somewhere,
and read by Python's tomllib too, which knows TOML 1.0. The two may differ where tomllib reads more
or less than the standard: whole numbers of more than 64 bits, leap seconds and the year 0.
"""

import argparse
import datetime
import json
import math
import pathlib
import random
import re
import subprocess
import sys
import tomllib


def answers(binary, texts):
    """What the program says of each text: an object, or a line that begins with "!"."""
    stdin = b"".join(b"%d\n%s" % (len(text), text) for text in texts)
    run = subprocess.run([binary], input=stdin, stdout=subprocess.PIPE, check=True)
    lines = run.stdout.decode().split("\n")[:-1]
    assert len(lines) == len(texts), f"{len(texts)} texts, {len(lines)} answers"
    return [line if line.startswith("!") else json.loads(line) for line in lines]


def is_leaf(value):
    return (isinstance(value, dict) and set(value) == {"type", "value"}
            and isinstance(value["type"], str))


def same(ours, theirs):
    """Whether two objects with types have the same values."""
    if isinstance(ours, list):
        return (isinstance(theirs, list) and len(ours) == len(theirs)
                and all(map(same, ours, theirs)))
    if not (is_leaf(ours) and is_leaf(theirs)):
        return (isinstance(theirs, dict) and set(ours) == set(theirs)
                and all(same(ours[key], theirs[key]) for key in ours))
    if ours["type"] != theirs["type"]:
        return False
    left, right = ours["value"], theirs["value"]
    if ours["type"] == "float":
        left, right = float(left), float(right)
        return left == right and math.copysign(1, left) == math.copysign(1, right) \
            or math.isnan(left) and math.isnan(right)
    if ours["type"] == "integer":
        return int(left) == int(right)
    if "date" in ours["type"] or "time" in ours["type"]:
        return moment(left) == moment(right)
    return left == right


def moment(text):
    """A date or time without the freedoms of its form, and with microseconds at most."""
    text = text.upper().replace(" ", "T").replace("+00:00", "Z").replace("-00:00", "Z")
    text = re.sub(r"\.(\d{1,6})\d*", lambda match: "." + match[1].ljust(6, "0"), text)
    return text.replace(".000000", "")


def tagged(value):
    """What tomllib has read, as an object with types."""
    if isinstance(value, dict):
        return {key: tagged(item) for key, item in value.items()}
    if isinstance(value, list):
        return [tagged(item) for item in value]
    if isinstance(value, bool):
        return {"type": "bool", "value": str(value).lower()}
    if isinstance(value, int):
        if not -2**63 <= value < 2**63:
            raise OverflowError
        return {"type": "integer", "value": str(value)}
    if isinstance(value, float):
        return {"type": "float", "value": repr(value)}
    if isinstance(value, str):
        return {"type": "string", "value": value}
    if isinstance(value, datetime.datetime):
        kind = "datetime-local" if value.tzinfo is None else "datetime"
        return {"type": kind, "value": value.isoformat()}
    kind = "date-local" if isinstance(value, datetime.date) else "time-local"
    return {"type": kind, "value": value.isoformat()}


def reference(text):
    """What tomllib says; None if it refuses the text."""
    try:
        return tagged(tomllib.loads(text.removeprefix(b"\xef\xbb\xbf").decode()))
    except (ValueError, OverflowError, RecursionError):
        return None


def is_known(text, ours):
    """Whether tomllib refuses a text only for a leap second or the year 0."""
    gentle = re.sub(rb"(\d:\d\d:)60", rb"\g<1>59", text)
    gentle = re.sub(rb"\b0000(-\d\d-\d\d)", rb"0004\1", gentle)
    return gentle != text and not isinstance(ours, str) and reference(gentle) is not None


def has_place(text, answer):
    """Whether the place of a fault lies in the text."""
    line, column = map(int, re.match(r"!(\d+):(\d+)", answer).groups())
    lines = text.decode(errors="replace").removeprefix("\ufeff").split("\n")
    return 1 <= line <= len(lines) and 1 <= column <= len(lines[line - 1]) + 1


def run_suite(binary, folder):
    folder = pathlib.Path(folder)
    names = (folder / "files-toml-1.0.0").read_text().split()
    names = [name for name in names if name.endswith(".toml")]
    texts = [(folder / name).read_bytes() for name in names]
    counts = {"valid": [0, 0], "invalid": [0, 0]}
    for name, text, ours in zip(names, texts, answers(binary, texts)):
        kind = name.split("/")[0]
        if kind == "valid":
            expected = json.loads((folder / name).with_suffix(".json").read_text())
            agrees = not isinstance(ours, str) and same(ours, expected)
        else:
            agrees = isinstance(ours, str) and has_place(text, ours)
        counts[kind][0] += agrees
        counts[kind][1] += 1
        if not agrees:
            print(f"{name}: {ours}")
    for kind, (agreeing, count) in counts.items():
        print(f"toml-test, {kind}: {agreeing} of {count} agree")
    return all(agreeing == count for agreeing, count in counts.values())


class Writer:
    """Writes random TOML, which a name given twice may spoil."""

    NAMES = [
        "a", "b", "c", "d", "e", "f", "g", "h-1", "_", "1", "12-3", "true", "inf", '"a"', "'b'",
        '"a.b"', '""', "''", '"é"', '"e\u0301"', '"\\u0061"', "'\\'", '"q\\"q"', '"차"']
    LETTERS = ["x", " ", "\t", "é", "차", "🚗", "#", "=", "[", "}", ",", "0"]
    ESCAPES = [
        "\\n", "\\t", '\\"', "\\\\", "\\b", "\\f", "\\r", "\\u00e9", "\\U0001F697", "\\u0000"]

    def __init__(self, seed):
        self.random = random.Random(seed)

    def pick(self, *choices):
        return self.random.choice(choices)

    def blanks(self):
        return self.pick("", "", " ", " ", "  ", "\t")

    def text(self, newline):
        count = self.random.randrange(1, 12)
        lines = [self.statement(newline) for _ in range(count)]
        return newline.join(lines) + self.pick("", newline)

    def statement(self, newline):
        kind = self.random.random()
        comment = self.pick("", "", "", " # x", " # é\t차", "#")
        if kind < 0.12:
            return self.pick("", " ", "# 길 [a]", "\t# \"", "#")
        if kind < 0.3:
            return f"{self.blanks()}[{self.blanks()}{self.key()}{self.blanks()}]{comment}"
        if kind < 0.4:
            return f"[[{self.blanks()}{self.key()}{self.blanks()}]]{comment}"
        return self.pair(newline, 0) + comment

    def pair(self, newline, depth):
        return f"{self.key()}{self.blanks()}={self.blanks()}{self.value(newline, depth)}"

    def key(self):
        names = []
        while not names or self.random.random() < 0.3:
            names.append(self.random.choice(self.NAMES))
        return self.pick(".", " . ", ". ").join(names)

    def value(self, newline, depth):
        kinds = [self.string, self.integer, self.float, self.date, self.bool]
        if depth < 4:
            kinds += [lambda line: self.array(line, depth + 1)]
            kinds += [lambda line: self.table(line, depth + 1)]
        return self.random.choice(kinds)(newline)

    def string(self, newline):
        body = [self.random.choice(self.LETTERS) for _ in range(self.random.randrange(6))]
        kind = self.pick("basic", "literal", "basic lines", "literal lines")
        if "basic" in kind and self.random.random() < 0.5:
            body.insert(self.random.randrange(len(body) + 1), self.random.choice(self.ESCAPES))
        if "lines" in kind:
            extra = [newline, "'" if "basic" in kind else '"']
            if kind == "basic lines":
                extra += ["\\" + self.blanks() + newline + self.blanks(), '"', '""', "'''"]
            for part in self.random.choices(extra, k=self.random.randrange(4)):
                body.insert(self.random.randrange(len(body) + 1), part)
        mark = {"basic": '"', "literal": "'", "basic lines": '"""', "literal lines": "'''"}[kind]
        return mark + "".join(body) + mark

    def bool(self, _):
        return self.pick("true", "false")

    def digits(self, alphabet="0123456789"):
        count = self.random.randrange(1, 7)
        digits = [self.random.choice(alphabet) for _ in range(count)]
        return self.pick("", "", "_").join(digits)

    def decimal(self):
        return self.pick("0", self.pick(*"123456789") + self.pick("", "_", "") + self.digits())

    def integer(self, _):
        return self.pick(
            self.pick("", "+", "-") + self.decimal(),
            "0x" + self.digits("0123456789abcdefABCDEF"), "0o" + self.digits("01234567"),
            "0b" + self.digits("01"), "9223372036854775807", "-9223372036854775808",
            "9223372036854775808", "0x8000000000000000")

    def float(self, _):
        exponent = self.pick("e", "E") + self.pick("", "+", "-") + self.digits()[:3].strip("_")
        number = self.pick("", "+", "-") + self.decimal()
        return self.pick(
            f"{number}.{self.digits()}", f"{number}{exponent}",
            f"{number}.{self.digits()}{exponent}", "inf", "-inf", "+inf", "nan", "-nan", "1e999",
            "5e-324", "-0.0", "0.1")

    def date(self, _):
        year = self.pick("1979", "2000", "1900", "2024", "0001", "9999", "0000")
        month, day = self.random.randrange(1, 13), self.random.randrange(1, 29)
        if self.random.random() < 0.3:
            month, day = self.random.randrange(14), self.random.randrange(33)
        date = f"{year}-{month:02}-{day:02}"
        hour, minute = self.random.randrange(24), self.random.randrange(60)
        time = f"{hour:02}:{minute:02}:{self.random.randrange(61):02}"
        time += self.pick("", "." + self.digits().replace("_", ""))
        offset = self.pick("", "Z", "z", "+00:00", "-07:30", "+23:59", "+24:00")
        return self.pick(date, time, date + self.pick("T", "t", " ") + time + offset)

    def array(self, newline, depth):
        spaces = ["", " ", newline, newline + "  ", f" # x{newline}", f"{newline}#]{newline}"]

        def space():
            return self.random.choice(spaces)
        count = self.random.randrange(4)
        items = [space() + self.value(newline, depth) + space() for _ in range(count)]
        comma = self.pick("", ",") if items else ""
        return "[" + ",".join(items) + comma + space() + "]"

    def table(self, newline, depth):
        pairs = [self.pair(newline, depth) for _ in range(self.random.randrange(3))]
        comma = f"{self.blanks()},{self.blanks()}"
        return "{" + self.blanks() + comma.join(pairs) + self.blanks() + "}"


STROKES = [
    '"', "'", '"""', "'''", "[", "]", "[[", "]]", "{", "}", "=", ".", ",", "#", "\n", "\r\n", "\r",
    "\0", "\x1b", "\x7f", "\\", "\\u", "\\ud800", "\\x41", "_", "-", "+", "0", "00", "1__0", "e",
    "inf", "nan", "True", "0x", "1.", "1979-05-27", ":", "T", " ", "\t", "a", "a = 1\n", "[a]\n",
    "[[a]]\n", "차", "\u0301", "\ufeff", "\x85", "\u00a0"]


def broken(text, chance):
    text = list(text)
    for _ in range(chance.randrange(1, 4)):
        place = chance.randrange(len(text) + 1)
        end = min(len(text), place + chance.randrange(8))
        kind = chance.randrange(6)
        if kind == 0:
            del text[place:end]
        elif kind == 1:
            text[place:place] = text[place:end]
        elif kind == 2 and place < len(text):
            other = chance.randrange(len(text))
            text[place], text[other] = text[other], text[place]
        elif kind == 3 and chance.random() < 0.2:
            del text[place:]
        else:
            text[place:place] = chance.choice(STROKES)
    data = bytearray("".join(text).encode())
    if data and chance.random() < 0.05:
        data[chance.randrange(len(data))] = chance.randrange(256)
    return bytes(data)


def compare(binary, name, texts):
    agreeing = good = known = 0
    for text, ours in zip(texts, answers(binary, texts)):
        theirs = reference(text)
        good += theirs is not None
        if theirs is None:
            agrees = isinstance(ours, str)
        else:
            agrees = not isinstance(ours, str) and same(ours, theirs)
        if not agrees and theirs is None and is_known(text, ours):
            known += 1
            agrees = True
        if isinstance(ours, str) and not has_place(text, ours):
            agrees = False
        agreeing += agrees
        if not agrees:
            print(f"--- ours: {ours}\n    tomllib: {theirs}\n{text!r}")
    print(f"tomllib, {name}: {agreeing} of {len(texts)} agree "
          f"({good} good; {known} with a leap second or the year 0)")
    return agreeing == len(texts)


def main():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("binary")
    parser.add_argument("--suite")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--count", type=int, default=20_000)
    given = parser.parse_args()
    agrees = run_suite(given.binary, given.suite) if given.suite else True
    writer = Writer(given.seed)
    texts = [writer.text(writer.pick("\n", "\n", "\r\n")) for _ in range(given.count)]
    agrees &= compare(given.binary, "generated", [text.encode() for text in texts])
    chance = random.Random(given.seed)
    agrees &= compare(given.binary, "broken", [broken(text, chance) for text in texts])
    sys.exit(not agrees)


if __name__ == "__main__":
    main()
