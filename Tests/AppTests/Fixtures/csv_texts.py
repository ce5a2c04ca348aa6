"""Writes csv_texts.jsonl: odd texts of comma-separated values and what Python's csv reads in them.

    python3 csv_texts.py > csv_texts.jsonl

A line is an object: the text, its separator, the records in order, each with the line on which it
begins, and the fault that ended the reading: "open quote", "text after quote", or null.
"""

import csv
import io
import json
import random

ODD = [
    "",
    "a",
    "\n",
    "\r",
    "\r\n",
    "\n\n\n",
    ",",
    ",\n",
    '""',
    '""\n',
    '"',
    '""""',
    '"""',
    '"a""b"',
    '"a"b',
    '"a" ,b',
    'a"b',
    'a"b"',
    'a,"b,c"\n',
    ' "a",b',
    '"a\nb",c\nd,e',
    '"a\r\nb\rc"\r\n1,2\r\n',
    "a,b\r1,2\r3,4",
    "a,b\n\n1,2\n\r\n3,4",
    "a,b\n1,2,\n,3\n",
    '"a","b"\n"1","2',
    'x,"y\n\n1,2\n',
    '1,2\n"3"4,5\n',
    '1,"2"\n3,4"5\n',
    "x,y\n1,2\n\r3,4",
    "\ufeffx,y\n",
    "키,몸무게\n160,55\n",
    '"키, cm",é\n',
    "a\u2028b,c\u0085d\n",
    "a\vb\fc\n1",
    "a\0b,c\n",
]
PIECES = ['"', '"', '"', "\n", "\n", "\r", "\r\n", " ", "a", "1.5", "é", "한", "🚗", "'", "\t", ";"]


def answer(text, separator):
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    records, lines, fault = [], [], None
    while True:
        line = reader.line_num + 1
        try:
            records.append(next(reader))
            lines.append(line)
        except StopIteration:
            break
        except csv.Error as error:
            # The one of a quotation mark that was closed, the other of one that was not.
            fault = "text after quote" if "expected after" in str(error) else "open quote"
            assert fault == "text after quote" or "unexpected end" in str(error)
            break
    return {
        "text": text,
        "separator": separator,
        "records": records,
        "lines": lines,
        "fault": fault,
    }


def main():
    chance = random.Random(4180)
    for text in ODD:
        print(json.dumps(answer(text, ",")))
    for number in range(400):
        separator = ",;\t|"[number % 4]
        pieces = PIECES + [separator] * 5
        text = "".join(chance.choice(pieces) for _ in range(chance.randint(3, 24)))
        print(json.dumps(answer(text, separator)))


main()
