"""What drives cost under every rule, of two states of the project: prints a table for README.md.

    /usr/bin/python3 Tests/Benchmarks/drives.py BEFORE AFTER [TURNS]

BEFORE and AFTER are commits. Each is cloned and gets the Sources/drives of this folder, which asks of
the engine only what it has long had. Rule by rule both take turns (5), so that what else runs on the
machine meets both alike; medians of nanoseconds a particle's step, built for any machine.
"""

import pathlib
import shutil
import statistics
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
HOME = HERE.parents[1]


def run(*words, folder=HOME):
    done = subprocess.run(words, cwd=folder, capture_output=True, text=True)
    if done.returncode:
        sys.exit(done.stdout + done.stderr)
    return done.stdout


def build(commit, parent):
    folder = pathlib.Path(parent) / commit.replace("/", "-")
    run("git", "clone", "-q", str(HOME), str(folder))
    run("git", "checkout", "-q", commit, folder=folder)
    benchmarks = folder / "Tests/Benchmarks"
    shutil.rmtree(benchmarks)
    shutil.copytree(HERE, benchmarks, symlinks=True, ignore=shutil.ignore_patterns(".build"))
    run("swift", "build", "-c", "release", "--product", "drives", folder=benchmarks)
    return str(benchmarks / ".build/release/drives")


def measure(program, *names):
    lines = run(program, *names).splitlines()
    return {name: float(cost) for name, cost in (line.split("\t") for line in lines)}


def main():
    if len(sys.argv) not in (3, 4):
        sys.exit(__doc__)
    turns = int(sys.argv[3]) if len(sys.argv) == 4 else 5
    with tempfile.TemporaryDirectory() as parent:
        programs = [build(commit, parent) for commit in sys.argv[1:3]]
        print("| ns a step | before | after | ratio |\n|---|---|---|---|")
        for name in measure(programs[1]):
            found = [[measure(program, name)[name] for program in programs] for _ in range(turns)]
            before, after = (statistics.median(column) for column in zip(*found))
            print(f"| {name} | {before:.1f} | {after:.1f} | {after / before:.2f} |", flush=True)


if __name__ == "__main__":
    main()
