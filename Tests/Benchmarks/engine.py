"""The engine's inmost loop beside a loop in C and beside JAX: prints a table for README.md.

    /usr/bin/python3 Tests/Benchmarks/engine.py [--jax PYTHON] [TURNS]

Builds Sources/loops twice, with the flags of a program for any machine of its kind and with those of
./downhill for this one, and runs both in TURNS turns (5), with JAX in each turn where PYTHON has it
(jax_loops.py says how to install it). Medians.
"""

import argparse
import collections
import pathlib
import platform
import statistics
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
BUILDS = {"any": [], "native": ["-Xcc", "-march=native"]}
SURFACES = {"rosenbrock": "Rosenbrock", "rastrigin": "Rastrigin"}
NAMES = {
    "C": "C loop, `-O3 -march=native -fno-math-errno`",
    "JAX": "JAX, jit + vmap + scan",
    "any": "engine, built for any machine",
    "native": "engine, built for this machine",
}


def build(kind):
    folder = HERE / ".build" / kind
    command = ["swift", "build", "-c", "release", "--package-path", str(HERE), "--product", "loops"]
    command += ["--scratch-path", str(folder), *BUILDS[kind]]
    done = subprocess.run(command, capture_output=True, text=True)
    if done.returncode:
        sys.exit(done.stdout + done.stderr)
    return [str(folder / "release/loops")]


def processor():
    try:
        lines = pathlib.Path("/proc/cpuinfo").read_text().splitlines()
        return next(line.split(": ")[1] for line in lines if line.startswith("model name"))
    except (OSError, StopIteration):
        return platform.machine()


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--jax", metavar="PYTHON")
    parser.add_argument("turns", nargs="?", type=int, default=5)
    given = parser.parse_args()
    programs = {kind: build(kind) for kind in BUILDS}
    if given.jax:
        programs["JAX"] = [given.jax, str(HERE / "jax_loops.py")]
    found = collections.defaultdict(list)
    for _ in range(given.turns):
        for kind, command in programs.items():
            lines = subprocess.run(command, check=True, capture_output=True, text=True).stdout
            for line in lines.splitlines():
                surface, whose, nanoseconds = line.split()
                whose = kind if whose == "engine" else whose
                found[surface, whose].append(float(nanoseconds))
    median = {key: statistics.median(values) for key, values in found.items()}
    print(f"{processor()}, Adam, 65,536 starts, one thread, ns a particle's step (× the C loop)\n")
    print("| | " + " | ".join(SURFACES.values()) + " |")
    print("|---|---|---|")
    for whose, name in NAMES.items():
        cells = [
            f"{median[surface, whose]:.2f} ({median[surface, whose] / median[surface, 'C']:.2f})"
            for surface in SURFACES
            if (surface, whose) in median
        ]
        if cells:
            print(f"| {name} | " + " | ".join(cells) + " |")


if __name__ == "__main__":
    main()
