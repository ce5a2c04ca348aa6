"""What builds cost and programs weigh, of two states of the project side by side.

    /usr/bin/python3 Tests/Benchmarks/build_times.py BEFORE AFTER [ROUNDS]

BEFORE and AFTER are commits. Each is cloned into a folder of its own and built as ./downhill builds
it, in turns, so that both meet the same machine: once from nothing (with its packages fetched
beforehand), then ROUNDS times (3) after a comment has been added to a panel. Prints seconds, medians
for the rebuilds, the weight of the stripped program, what it links, and AFTER / BEFORE.
"""

import pathlib
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

HOME = pathlib.Path(__file__).resolve().parents[2]
# Builds what has changed, and then does next to nothing.
BUILD = ["./downhill", "list", "themes"]


def run(*words, folder):
    subprocess.run(words, cwd=folder, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)


def seconds(*words, folder):
    begin = time.monotonic()
    run(*words, folder=folder)
    return time.monotonic() - begin


class State:
    """One state of the project in a folder of its own."""

    def __init__(self, commit, parent):
        self.commit = commit
        self.folder = parent / commit.replace("/", "-")
        run("git", "clone", "-q", str(HOME), str(self.folder), folder=HOME)
        run("git", "checkout", "-q", commit, folder=self.folder)
        # Into the cache that all builds share.
        run("swift", "package", "resolve", folder=self.folder)
        self.rebuilds = []

    def build(self):
        self.first = seconds(*BUILD, folder=self.folder)

    def rebuild(self, number):
        panel = next((self.folder / "Sources/App").rglob("StandingsPanel.swift"))
        panel.write_text(panel.read_text() + f"// {number}\n")
        self.rebuilds.append(seconds(*BUILD, folder=self.folder))

    def weigh(self):
        program = next(self.folder.glob(".build/**/static/release/downhill"))
        bare = self.folder / "bare"
        shutil.copy(program, bare)
        run("strip", str(bare), folder=self.folder)
        self.megabytes = bare.stat().st_size / 1e6
        linked = subprocess.run(["ldd", str(bare)], capture_output=True, text=True).stdout
        self.linked = sorted(line.split()[0].split(".so")[0] for line in linked.splitlines())


def main():
    if len(sys.argv) not in (3, 4):
        sys.exit(__doc__)
    rounds = int(sys.argv[3]) if len(sys.argv) == 4 else 3
    with tempfile.TemporaryDirectory() as parent:
        before, after = (State(commit, pathlib.Path(parent)) for commit in sys.argv[1:3])
        for state in (before, after):
            state.build()
        for number in range(rounds):
            for state in (before, after):
                state.rebuild(number)
        for state in (before, after):
            state.weigh()
    rows = [
        ("first build, s", before.first, after.first),
        ("rebuild after a line of a panel, s", *(
            statistics.median(state.rebuilds) for state in (before, after))),
        ("stripped program, MB", before.megabytes, after.megabytes),
    ]
    print(f"{'':38}{'before':>10}{'after':>10}{'ratio':>8}")
    for name, old, new in rows:
        print(f"{name:38}{old:10.1f}{new:10.1f}{new / old:8.2f}")
    for state in (before, after):
        print(f"{state.commit} links {' '.join(state.linked)}")


if __name__ == "__main__":
    main()
